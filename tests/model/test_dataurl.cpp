// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dataurl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

/// Data URLs and base64 as programs really write them.
class TestDataUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_data();
    void content();
    void refusals_data();
    void refusals();
    void looseBase64_data();
    void looseBase64();
};

void TestDataUrl::content_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("content");
    const QByteArray bytes = "\xfb\xef\xff\xff\xff\xffhello";
    const QByteArray base64 = bytes.toBase64();
    QTest::newRow("usual") << QByteArray("data:image/png;base64," + base64) << bytes;
    QTest::newRow("no media type") << QByteArray("data:;base64," + base64) << bytes;
    QTest::newRow("nothing but base64") << QByteArray("data:base64," + base64) << QByteArray(base64); // a media type
    QTest::newRow("unofficial type") << QByteArray("data:image/jpg;base64," + base64) << bytes;
    QTest::newRow("charset") << QByteArray("data:image/png;charset=utf-8;base64," + base64) << bytes;
    QTest::newRow("charset behind") << QByteArray("data:image/png;base64;charset=utf-8," + base64) << bytes;
    QTest::newRow("upper case") << QByteArray("DATA:IMAGE/PNG;BASE64," + base64) << bytes;
    QTest::newRow("blanks in the head") << QByteArray("data:image/png; base64, " + base64) << bytes;
    QTest::newRow("blanks around") << QByteArray(" \ndata:image/png;base64," + base64 + "\r\n") << bytes;
    QTest::newRow("percent-encoded base64")
        << QByteArray("data:image/png;base64," + base64.toPercentEncoding()) << bytes;
    QTest::newRow("line breaks") << QByteArray("data:image/png;base64," + base64.left(7) + "\r\n " + base64.mid(7))
                                 << bytes;
    QTest::newRow("url alphabet, no padding") << QByteArray(
        "data:image/png;base64," + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
                                              << bytes;
    QTest::newRow("percent-encoded text") << "data:image/svg+xml,%3Csvg%2F%3E"_ba
                                          << "<svg/>"_ba;
}

void TestDataUrl::content()
{
    QFETCH(QByteArray, url);
    QVERIFY(isDataUrl(url));
    const std::optional<QByteArray> content = dataUrlContent(url);
    QVERIFY(content);
    QTEST(*content, "content");
}

void TestDataUrl::refusals_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("link") << "https://host/a.png"_ba;
    QTest::newRow("no comma") << "data:image/png;base64"_ba;
    QTest::newRow("no base64") << "data:image/png;base64,??"_ba;
}

void TestDataUrl::refusals()
{
    QFETCH(QByteArray, url);
    QVERIFY(!dataUrlContent(url));
}

void TestDataUrl::looseBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "++//Zm9v"_ba;
    QTest::newRow("url alphabet") << "--__Zm9v"_ba;
    QTest::newRow("both") << "-+_/Zm9v"_ba;
    QTest::newRow("blanks") << " ++//\tZm9v\r\n"_ba;
    QTest::newRow("percent-encoded") << "%2B%2B%2f/Zm9v"_ba;
}

void TestDataUrl::looseBase64()
{
    QFETCH(QByteArray, text);
    QCOMPARE(decodeLooseBase64(text),
             "\xfb\xef\xff"
             "foo"_ba);
}

QTEST_APPLESS_MAIN(TestDataUrl)
#include "test_dataurl.moc"

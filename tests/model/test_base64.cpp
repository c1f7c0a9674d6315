// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/base64.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QByteArray everyByte(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>((i * 37 + i / 256) % 256);
    }
    return bytes;
}

} // namespace

class TestBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samples_data();
    void samples();
    void everyLength();
    void refusals_data();
    void refusals();
    void anyWrongCharacter();
    void appends();
};

void TestBase64::samples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("one byte") << "Zg=="_ba
                              << "f"_ba; // these are RFC 4648's own
    QTest::newRow("two bytes") << "Zm8="_ba
                               << "fo"_ba;
    QTest::newRow("three bytes") << "Zm9v"_ba
                                 << "foo"_ba;
    QTest::newRow("six bytes") << "Zm9vYmFy"_ba
                               << "foobar"_ba;
    QTest::newRow("the end of the alphabet") << "++//////"_ba
                                             << "\xfb\xef\xff\xff\xff\xff"_ba;
    QTest::newRow("no padding, one byte") << "Zm9vYg"_ba
                                          << "foob"_ba;
    QTest::newRow("no padding, two bytes") << "Zm9vYmE"_ba
                                           << "fooba"_ba;
}

void TestBase64::samples()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const std::optional<QByteArray> decoded = decodeBase64(text);
    QVERIFY(decoded);
    QCOMPARE(*decoded, bytes);
}

void TestBase64::everyLength()
{
    for (qsizetype size = 0; size < 600; ++size) {
        const QByteArray bytes = everyByte(size);
        QByteArray text;
        appendBase64(text, bytes);
        QCOMPARE(text, bytes.toBase64());
        QCOMPARE(decodeBase64(text).value(), bytes);
    }
}

void TestBase64::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("line break") << "Zm9v\nYmFyYmFy"_ba;
    QTest::newRow("blank at the end") << "Zm9vYmFy "_ba;
    QTest::newRow("URL alphabet") << "Zm9v--__Zm9v"_ba;
    QTest::newRow("padding in the middle") << "Zg==Zm9vZm9v"_ba;
    QTest::newRow("padding of its own") << "Zm9vYmFy="_ba;
    QTest::newRow("three times padding") << "Zm9vZ==="_ba;
    QTest::newRow("not ASCII") << "Zm9v\xc3\xa4Zm9vZm"_ba;
}

void TestBase64::refusals()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodeBase64(text));
}

void TestBase64::anyWrongCharacter()
{
    const QByteArray text = everyByte(12).toBase64();
    for (qsizetype at = 0; at < text.size(); ++at) {
        QByteArray spoilt = text;
        spoilt[at] = '*';
        QVERIFY2(!decodeBase64(spoilt), spoilt.constData());
    }
}

void TestBase64::appends()
{
    QByteArray text = "{\"b64_json\":\"";
    appendBase64(text, "foob");
    QCOMPARE(text, "{\"b64_json\":\"Zm9vYg=="_ba);
}

QTEST_GUILESS_MAIN(TestBase64)
#include "test_base64.moc"

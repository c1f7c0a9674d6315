// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/shownbody.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;

/// Bodies as they are shown: as they were written, without the bytes of pictures.
class TestShownBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("shown");
        const QByteArray bytes = QByteArray(300, 'x') + "AB+/_-==";
        const auto row = [](const char *name, const QByteArray &written, const QByteArray &shown) {
            QTest::newRow(name) << written << shown;
        };
        const QByteArray words = "{ \"b\": 1.50,\n \"a\": [\"a boat\", null], \"c\": \"\" }";
        row("words", words, words);
        row("a data URL", "{\"url\":\"data:image/png;base64,AAAA\",\"n\":1}",
            "{\"url\":\"data:image/png;base64,(picture)\",\"n\":1}");
        row("several", "[\"data:image/png;base64,AAAA\",\"x\",\"data:audio/wav;base64,BBBB\"]",
            "[\"data:image/png;base64,(picture)\",\"x\",\"data:audio/wav;base64,(picture)\"]");
        row("base64 alone", "{\"image\":\"" + bytes + "\"}", "{\"image\":\"(picture)\"}");
        row("words about one", "{\"a\":\"say data:image/png;base64,AAAA\"}",
            "{\"a\":\"say data:image/png;base64,AAAA\"}");
        const QByteArray quoted = "{\"a\":\"he said \\\"data:x;base64,A\\\" and \\\\\",\"b\":\"data:x;base64,";
        row("quotes in a text", quoted + "A\"}", quoted + "(picture)\"}");
        row("a long text", "{\"a\":\"" + bytes + " boat\"}", "{\"a\":\"" + bytes + " boat\"}");
        row("nothing", "", "");
        row("a text without an end", "{\"a\":\"boat", "{\"a\":\"boat");
        row("an escape at the end", "{\"a\":\"boat\\", "{\"a\":\"boat\\");
    }
    void bytesAreLeftOut()
    {
        QFETCH(QByteArray, written);
        QTEST(shownBody(written), "shown");
        QCOMPARE(QJsonDocument::fromJson(shownBody(written)).isNull(), QJsonDocument::fromJson(written).isNull());
    }
};

QTEST_APPLESS_MAIN(TestShownBody)
#include "test_shownbody.moc"

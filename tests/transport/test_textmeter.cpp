// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/textmeter.h"

#include <QTest>

using namespace lightwell;

class TestTextMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
};

void TestTextMeter::counts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    const QByteArray picture(100'000, 'A');
    QTest::newRow("nothing") << QByteArray() << 0LL;
    QTest::newRow("short strings count") << QByteArray(R"({"a":"b"})") << 9LL;
    QTest::newRow("a picture") << QByteArray("[\"" + picture + "\"]") << 4LL + 4096;
    QTest::newRow("two pictures") << QByteArray("[\"" + picture + "\",\"" + picture + "\"]") << 7LL + 2 * 4096;
    QTest::newRow("what follows a picture")
        << QByteArray("[\"" + picture + "\"" + QByteArray(",1").repeated(5000)) << 3LL + 4096 + 10'000;
    QTest::newRow("an escaped quote ends nothing")
        << QByteArray("[\"" + picture + R"(\")" + picture + "\"]") << 4LL + 1 + 4096;
    QTest::newRow("an escaped backslash does")
        << QByteArray("[\"" + picture + R"(\\",)" + picture) << 4LL + 4096 + 100'000;
    QTest::newRow("three backslashes do not") << QByteArray("[\"" + picture + R"(\\\",)" + picture) << 2LL + 1 + 4096;
    QTest::newRow("outside of strings") << picture << 100'000LL;
}

void TestTextMeter::counts()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, bytes);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(4096), text.size() + 1}) {
        TextMeter meter;
        for (qsizetype at = 0; at < text.size(); at += step) {
            meter.take(QByteArrayView(text).sliced(at, std::min(step, text.size() - at)));
        }
        QCOMPARE(meter.bytes(), bytes);
    }
}

QTEST_APPLESS_MAIN(TestTextMeter)
#include "test_textmeter.moc"

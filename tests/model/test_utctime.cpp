// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/utctime.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestUtcTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asQtWritesIt_data();
    void asQtWritesIt();
    void inUtc();
    void nothingForNoTime();
};

void TestUtcTime::asQtWritesIt_data()
{
    QTest::addColumn<QDateTime>("time");
    const auto row = [](const char *name, const QDate &date, const QTime &clock) {
        QTest::newRow(name) << QDateTime(date, clock, Qt::UTC);
    };
    row("today", QDate(2026, 11, 30), QTime(13, 7, 37, 45));
    row("one digit each", QDate(2026, 1, 2), QTime(3, 4, 5, 6));
    row("midnight", QDate(2027, 1, 1), QTime(0, 0));
    row("before midnight", QDate(2026, 12, 31), QTime(23, 59, 59, 999));
    row("leap day", QDate(2028, 2, 29), QTime(12, 0));
    row("epoch", QDate(1970, 1, 1), QTime(0, 0));
    row("before the epoch", QDate(1969, 12, 31), QTime(23, 59, 59, 1));
    row("last year", QDate(9999, 12, 31), QTime(23, 59, 59, 999));
}

void TestUtcTime::asQtWritesIt()
{
    QFETCH(QDateTime, time);
    QCOMPARE(utctime::toIso(time), time.toString(Qt::ISODate).toLatin1());
    QCOMPARE(utctime::toIsoWithMs(time), time.toString(Qt::ISODateWithMs).toLatin1());
    QCOMPARE(utctime::toExif(time), time.toString(u"yyyy:MM:dd hh:mm:ss"_s).toLatin1());
    const QString http = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QCOMPARE(utctime::toHttp(time), http.toLatin1());
}

void TestUtcTime::inUtc()
{
    const QDateTime elsewhere(QDate(2026, 1, 1), QTime(1, 30), QTimeZone(2 * 60 * 60));
    QCOMPARE(utctime::toIso(elsewhere), "2025-12-31T23:30:00Z"_ba);
}

void TestUtcTime::nothingForNoTime()
{
    const QDateTime late(QDate(12026, 1, 1), QTime(0, 0), Qt::UTC);
    for (const QDateTime &none : {QDateTime(), late}) {
        QVERIFY(utctime::toIso(none).isEmpty());
        QVERIFY(utctime::toIsoWithMs(none).isEmpty());
        QVERIFY(utctime::toExif(none).isEmpty());
        QVERIFY(utctime::toHttp(none).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestUtcTime)
#include "test_utctime.moc"

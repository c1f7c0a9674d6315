// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include <ctime>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

// Written out, so that the test needs no time zone files.
const QByteArray berlin = "CET-1CEST,M3.5.0/2,M10.5.0/3";
const QByteArray midnightChange =
    "XST3XDT,M11.1.0/0,M2.3.0/0"; // clocks go from 0:00 to 1:00 on the first Sunday of November
const QByteArray newYork = "EST5EDT,M3.2.0,M11.1.0";

} // namespace

class TestPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void begins_data();
    void begins();
    void totalHasNoEnds()
    {
        QVERIFY(!periodStart(Period::Total, QDateTime::currentDateTime()).isValid());
        QVERIFY(!periodEnd(Period::Total, QDateTime::currentDateTime()).isValid());
    }
    void names();
};

void TestPeriod::begins_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<Period>("period");
    QTest::addColumn<QString>("nowUtc");
    QTest::addColumn<QString>("startUtc");

    const auto row = [](const char *name, const QByteArray &zone, Period period, const QString &now,
                        const QString &start) { QTest::newRow(name) << zone << period << now << start; };
    row("a winter's day", berlin, Period::Day, u"2026-01-15T12:00:00Z"_s, u"2026-01-14T23:00:00Z"_s);
    row("a summer's day", berlin, Period::Day, u"2026-07-15T12:00:00Z"_s, u"2026-07-14T22:00:00Z"_s);
    row("after local midnight it is already tomorrow", berlin, Period::Day, u"2026-01-15T23:00:00Z"_s,
        u"2026-01-15T23:00:00Z"_s);
    row("a moment before", berlin, Period::Day, u"2026-01-15T22:59:59Z"_s, u"2026-01-14T23:00:00Z"_s);
    row("the day with 23 hours", berlin, Period::Day, u"2026-03-29T21:59:59Z"_s, u"2026-03-28T23:00:00Z"_s);
    row("the day after it", berlin, Period::Day, u"2026-03-29T22:00:00Z"_s, u"2026-03-29T22:00:00Z"_s);
    row("the day with 25 hours", berlin, Period::Day, u"2026-10-25T22:59:59Z"_s, u"2026-10-24T22:00:00Z"_s);
    row("the second two o'clock", berlin, Period::Day, u"2026-10-25T01:30:00Z"_s, u"2026-10-24T22:00:00Z"_s);
    row("a day without midnight", midnightChange, Period::Day, u"2026-11-01T12:00:00Z"_s, u"2026-11-01T03:00:00Z"_s);
    row("a week begins on Monday", newYork, Period::Week, u"2026-11-22T16:00:00Z"_s, u"2026-11-16T05:00:00Z"_s);
    row("on Monday too", newYork, Period::Week, u"2026-11-23T05:00:00Z"_s, u"2026-11-23T05:00:00Z"_s);
    row("a week over the change of clocks", berlin, Period::Week, u"2026-10-25T12:00:00Z"_s, u"2026-10-18T22:00:00Z"_s);
    row("a week over the new year", berlin, Period::Week, u"2027-01-01T12:00:00Z"_s, u"2026-12-27T23:00:00Z"_s);
    row("the last moment of a month", berlin, Period::Month, u"2026-02-28T22:59:59Z"_s, u"2026-01-31T23:00:00Z"_s);
    row("the first moment of the next", berlin, Period::Month, u"2026-02-28T23:00:00Z"_s, u"2026-02-28T23:00:00Z"_s);
    row("a leap day", berlin, Period::Month, u"2028-02-29T12:00:00Z"_s, u"2028-01-31T23:00:00Z"_s);
    row("a month over the change of clocks", berlin, Period::Month, u"2026-03-31T12:00:00Z"_s,
        u"2026-02-28T23:00:00Z"_s);
    row("the new year in another zone", newYork, Period::Month, u"2027-01-01T04:59:59Z"_s, u"2026-12-01T05:00:00Z"_s);
}

void TestPeriod::begins()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const Period, period);
    QFETCH(const QString, nowUtc);
    QFETCH(const QString, startUtc);
    qputenv("TZ", zone);
    tzset();
    const QDateTime now = QDateTime::fromString(nowUtc, Qt::ISODate);
    const QString start = periodStart(period, now).toUTC().toString(Qt::ISODate);
    QCOMPARE(start, startUtc);
    QCOMPARE(periodStart(period, now.toLocalTime()).toUTC().toString(Qt::ISODate), startUtc);
    const QDateTime end = periodEnd(period, now);
    QVERIFY(end > now);
    QCOMPARE(periodStart(period, end), end); // where the next one begins
    QCOMPARE(periodStart(period, end.addMSecs(-1)), periodStart(period, now));
}

void TestPeriod::names()
{
    for (const Period period : {Period::Day, Period::Week, Period::Month, Period::Total}) {
        QCOMPARE(periodFromName(periodName(period)), period);
    }
    QCOMPARE(periodName(Period::Month), u"month"_s);
    QVERIFY(!periodFromName(u"fortnight"_s));
}

QTEST_GUILESS_MAIN(TestPeriod)
#include "test_period.moc"

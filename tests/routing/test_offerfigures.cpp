// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an offer did lately: what counts in which stretch of time, and what is not known.
#include "core/routing/offerfigures.h"

#include <QTest>

using namespace lightwell;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;

} // namespace

class TestOfferFigures : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};

    [[nodiscard]] MeasuredCall made(qint64 secondsAgo, qint64 ms = 1000) const
    {
        return {true, m_now.addSecs(-secondsAgo), ms};
    }
    [[nodiscard]] MeasuredCall failed(qint64 secondsAgo) const { return {false, m_now.addSecs(-secondsAgo), 10}; }

private Q_SLOTS:
    void nothingIsKnownOfNothing() { QCOMPARE(figuresOf({}, m_now), OfferFigures()); }

    void uptimes_data()
    {
        QTest::addColumn<QList<qint64>>("good"); // seconds ago
        QTest::addColumn<QList<qint64>>("bad");
        QTest::addColumn<double>("of5m"); // below 0: not known
        QTest::addColumn<double>("of30m");
        QTest::addColumn<double>("of1d");
        const auto row = [](const char *name, const QList<qint64> &good, const QList<qint64> &bad, double of5m,
                            double of30m, double of1d) { QTest::newRow(name) << good << bad << of5m << of30m << of1d; };
        row("just now", {1}, {}, 100, 100, 100);
        row("never well", {}, {1, 2}, 0, 0, 0);
        row("half of them", {1, hour}, {2, 10 * minute}, 50, 100.0 / 3, 50);
        row("an hour ago", {hour}, {}, -1, -1, 100);
        row("to the second", {5 * minute}, {5 * minute + 1}, 100, 50, 50);
        row("the day before", {25 * hour}, {}, -1, -1, -1);
        row("by a clock that was wrong", {-hour}, {}, -1, -1, -1);
    }
    void uptimes()
    {
        QFETCH(const QList<qint64>, good);
        QFETCH(const QList<qint64>, bad);
        QList<MeasuredCall> calls;
        for (const qint64 ago : good) {
            calls.append(made(ago));
        }
        for (const qint64 ago : bad) {
            calls.append(failed(ago));
        }
        const OfferFigures figures = figuresOf(calls, m_now);
        QTEST(figures.uptime5m.value_or(-1), "of5m");
        QTEST(figures.uptime30m.value_or(-1), "of30m");
        QTEST(figures.uptime1d.value_or(-1), "of1d");
    }

    void timesAreOfTheLastHalfHour()
    {
        QList<MeasuredCall> calls {made(31 * minute, 999'999), failed(1)};
        for (int i = 100; i > 0; --i) {
            calls.append(made(i, i));
        }
        const OfferFigures figures = figuresOf(calls, m_now);
        QCOMPARE(figures.wholeMs, std::optional(Percentiles {50, 75, 90, 99}));
        QVERIFY(!figures.firstMs);
        QVERIFY(!figures.tokensPerSecond);
    }

    void oneCallIsAllOfThem()
    {
        MeasuredCall call = made(1, 2000);
        call.firstMs = 300;
        call.tokens = 7;
        const OfferFigures figures = figuresOf({call}, m_now);
        QCOMPARE(figures.wholeMs, std::optional(Percentiles {2000, 2000, 2000, 2000}));
        QCOMPARE(figures.firstMs, std::optional(Percentiles {300, 300, 300, 300}));
        QCOMPARE(figures.tokensPerSecond, std::optional(Percentiles {3.5, 3.5, 3.5, 3.5}));
    }

    /// Neither makes a speed: nothing was said, or no time went by that could be measured.
    void whatHasNoSpeedIsNoZero()
    {
        MeasuredCall silent = made(1, 2000);
        silent.tokens = 0;
        MeasuredCall instant = made(1, 0);
        instant.tokens = 7;
        QVERIFY(!figuresOf({silent, instant}, m_now).tokensPerSecond);
    }
};

QTEST_GUILESS_MAIN(TestOfferFigures)
#include "test_offerfigures.moc"

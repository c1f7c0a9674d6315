// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/currency.h"
#include "core/ledger/forecast.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace lightwell;

using DaysSpent = QMap<QDate, Money>;

namespace {

constexpr Money dollars(qint64 count)
{
    return Money::fromMicros(count * 1'000'000);
}

/// Working days at one price and weekends at another, over the three weeks before the 16th of November, a Monday.
DaysSpent lately(qint64 workday, qint64 weekend)
{
    DaysSpent spent;
    for (QDate day(2026, 10, 26); day < QDate(2026, 11, 16); day = day.addDays(1)) {
        spent.insert(day, dollars(day.dayOfWeek() >= Qt::Saturday ? weekend : workday));
    }
    return spent;
}

BudgetState state(qint64 limit, qint64 spent, qint64 reserved = 0, Period period = Period::Month)
{
    Budget budget;
    budget.limit = dollars(limit);
    budget.period = period;
    return {budget, dollars(spent), dollars(reserved)};
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC0");
        tzset();
    }

    void tells_data()
    {
        QTest::addColumn<BudgetState>("budget");
        QTest::addColumn<DaysSpent>("spent");
        QTest::addColumn<Money>("atEnd");
        QTest::addColumn<QDate>("reaches");
        // On the 16th at midnight 15 days are left: 11 working days and 4 of weekends.
        QTest::newRow("every day the same") << state(100, 15) << lately(1, 1) << dollars(30) << QDate();
        QTest::newRow("kept back counts") << state(100, 10, 5) << lately(1, 1) << dollars(30) << QDate();
        QTest::newRow("weekends apart") << state(100, 10) << lately(2, 5) << dollars(10 + 22 + 20) << QDate();
        QTest::newRow("only on weekends") << state(100, 10) << lately(0, 5) << dollars(10 + 20) << QDate();
        QTest::newRow("the limit is reached") << state(20, 15) << lately(1, 1) << dollars(30) << QDate(2026, 11, 20);
        QTest::newRow("it is reached already") << state(15, 15) << lately(1, 1) << dollars(30) << QDate(2026, 11, 16);
        QTest::newRow("after the end of its month") << state(31, 15) << lately(1, 1) << dollars(30) << QDate();
        QTest::newRow("nothing lately") << state(31, 15) << DaysSpent {} << Money::unknown() << QDate();
        QTest::newRow("in all") << state(31, 15, 0, Period::Total) << lately(1, 1) << Money::unknown()
                                << QDate(2026, 12, 1);
        DaysSpent longAgo = lately(1, 1);
        longAgo.insert(QDate(2026, 9, 1), dollars(1000));
        QTest::newRow("only fourteen days count") << state(100, 15) << longAgo << dollars(30) << QDate();
        DaysSpent today = lately(1, 1);
        today.insert(QDate(2026, 11, 16), dollars(1000));
        QTest::newRow("today is not over") << state(100, 15) << today << dollars(30) << QDate();
        DaysSpent gaps = lately(1, 1);
        gaps.insert(QDate(2026, 11, 12), Money::zero());
        QTest::newRow("days without spending are left out") << state(100, 15) << gaps << dollars(30) << QDate();
    }
    void tells()
    {
        QFETCH(BudgetState, budget);
        QFETCH(DaysSpent, spent);
        QFETCH(Money, atEnd);
        QFETCH(QDate, reaches);
        const Forecast found = forecast(budget, spent, QDateTime(QDate(2026, 11, 16), QTime(0, 0)));
        QCOMPARE(found.atEnd, atEnd);
        QCOMPARE(found.reaches, reaches);
    }

    void halfADayCostsHalf()
    {
        const Forecast found = forecast(state(100, 15), lately(2, 2), QDateTime(QDate(2026, 11, 30), QTime(12, 0)));
        QCOMPARE(found.atEnd, dollars(16));
    }

    void otherCurrencies_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<Money>("amount");
        QTest::addColumn<QString>("text"); // null: there is no such currency
        QTest::newRow("euros") << u"EUR"_s << u"0.92"_s << dollars(10) << u"9.20 EUR"_s;
        QTest::newRow("with a comma, in small letters") << u" eur "_s << u"0,92"_s << dollars(10) << u"9.20 EUR"_s;
        QTest::newRow("large sums need no cents") << u"JPY"_s << u"150"_s << dollars(10) << u"1500 JPY"_s;
        QTest::newRow("small ones say something")
            << u"EUR"_s << u"0.5"_s << Money::fromMicros(30'000) << u"0.0150 EUR"_s;
        QTest::newRow("unknown stays unknown") << u"EUR"_s << u"0.5"_s << Money::unknown() << u""_s;
        QTest::newRow("no code") << u"euro"_s << u"0.92"_s << dollars(1) << QString();
        QTest::newRow("none") << QString() << u"0.92"_s << dollars(1) << QString();
        for (const char *rate : {"", "0", "-1", "much", "nan", "inf"}) {
            QTest::addRow("rate \"%s\"", rate) << u"EUR"_s << QString::fromLatin1(rate) << dollars(1) << QString();
        }
    }
    void otherCurrencies()
    {
        QFETCH(QString, code);
        QFETCH(QString, rate);
        QFETCH(Money, amount);
        QFETCH(QString, text);
        const auto currency = ShownCurrency::from(code, rate, u"2026-11-29"_s);
        QCOMPARE(currency.has_value(), !text.isNull());
        if (currency) {
            QCOMPARE(currency->text(amount), text);
            QCOMPARE(currency->asOf, QDate(2026, 11, 29));
        }
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "test_forecast.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/money.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reading_data();
    void reading();
    void showing_data();
    void showing();
    void fromDollars_data();
    void fromDollars();
    void unknownIsNotZero();
    void sumsAreExact();
    void nothingOverflows_data();
    void nothingOverflows();
    void readsFromJsonOnlyWhatItIs_data();
    void readsFromJsonOnlyWhatItIs();
};

void TestMoney::reading_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");

    const qint64 refused = -1;
    QTest::newRow("whole") << u"12"_s << qint64(12'000'000);
    QTest::newRow("cents") << u"12.50"_s << qint64(12'500'000);
    QTest::newRow("sign") << u"$0.000001"_s << qint64(1);
    QTest::newRow("blanks around") << u" 3 "_s << qint64(3'000'000);
    QTest::newRow("too fine") << u"0.0000001"_s << refused;
    QTest::newRow("negative") << u"-1"_s << refused;
    QTest::newRow("grouped") << u"1,000"_s << refused;
    QTest::newRow("scientific") << u"1e3"_s << refused;
    QTest::newRow("no digits before") << u".5"_s << refused;
    QTest::newRow("no digits after") << u"1."_s << refused;
    QTest::newRow("words") << u"free"_s << refused;
    QTest::newRow("empty") << u""_s << refused;
    QTest::newRow("endless") << u"9"_s.repeated(40) << refused;
    QTest::newRow("the most") << u"9000000000"_s << Money::maxMicros;
    QTest::newRow("more than the most") << u"9000000000.000001"_s << refused;
    QTest::newRow("twelve digits") << u"999999999999.999999"_s << refused;
}

void TestMoney::reading()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, micros);
    const std::optional<Money> money = Money::parse(text);
    QCOMPARE(money.has_value(), micros >= 0);
    if (money) {
        QCOMPARE(money->micros(), micros);
    }
}

void TestMoney::showing_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("decimal");

    QTest::newRow("zero") << qint64(0) << u"$0.00"_s << u"0"_s;
    QTest::newRow("three cents") << qint64(30'000) << u"$0.03"_s << u"0.03"_s;
    QTest::newRow("fine") << qint64(42) << u"$0.000042"_s << u"0.000042"_s;
    QTest::newRow("dollars") << qint64(12'390'000) << u"$12.39"_s << u"12.39"_s;
    QTest::newRow("below zero") << qint64(-500'000) << u"-$0.50"_s << u"-0.5"_s;
    QTest::newRow("nearly many") << qint64(999'999'999) << u"$999.999999"_s << u"999.999999"_s;
    QTest::newRow("many") << qint64(1'000'000'000) << u"$1,000.00"_s << u"1000"_s;
    QTest::newRow("many with parts") << qint64(32'000'000'000'050) << u"$32,000,000.00"_s << u"32000000.00005"_s;
    QTest::newRow("many below zero") << qint64(-123'456'785'000) << u"-$123,456.79"_s << u"-123456.785"_s;
    QTest::newRow("the least") << std::numeric_limits<qint64>::min() << u"-$9,000,000,000.00"_s << u"-9000000000"_s;
    QTest::newRow("the most") << std::numeric_limits<qint64>::max() << u"$9,000,000,000.00"_s << u"9000000000"_s;
}

void TestMoney::showing()
{
    QFETCH(const qint64, micros);
    QFETCH(const QString, shown);
    QFETCH(const QString, decimal);
    QCOMPARE(Money::fromMicros(micros).toString(), shown);
    QCOMPARE(Money::fromMicros(micros).toDecimal(), decimal);
}

void TestMoney::fromDollars_data()
{
    QTest::addColumn<double>("dollars");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<bool>("known");

    QTest::newRow("tenth") << 0.1 << qint64(100'000) << true;
    QTest::newRow("half up") << 0.0000005 << qint64(1) << true;
    QTest::newRow("below half") << 0.00000049 << qint64(0) << true;
    QTest::newRow("nothing to compute with") << std::numeric_limits<double>::quiet_NaN() << qint64(0) << false;
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << Money::maxMicros << true;
    QTest::newRow("endlessly little") << -std::numeric_limits<double>::infinity() << -Money::maxMicros << true;
    QTest::newRow("too much") << 1e300 << Money::maxMicros << true;
    QTest::newRow("too little") << -1e300 << -Money::maxMicros << true;
    QTest::newRow("next to nothing") << 5e-324 << qint64(0) << true;
}

void TestMoney::fromDollars()
{
    QFETCH(const double, dollars);
    QFETCH(const qint64, micros);
    QFETCH(const bool, known);
    const Money money = Money::fromDollars(dollars);
    QCOMPARE(money.isKnown(), known);
    QCOMPARE(money.microsOr(0), micros);
}

void TestMoney::unknownIsNotZero()
{
    const Money unknown;
    QVERIFY(unknown != Money::zero());
    QVERIFY(!(unknown + Money::fromMicros(5)).isKnown());
    QVERIFY(!(Money::fromMicros(5) - unknown).isKnown());
    QVERIFY(!(unknown * 3).isKnown());
    QVERIFY(unknown.toJson().isNull());
    QVERIFY(unknown.toJsonDollars().isNull());
    QVERIFY(unknown.toDecimal().isEmpty());
    QCOMPARE(Money::fromJson(unknown.toJson()), unknown);
    QCOMPARE(Money::fromJson(Money::zero().toJson()), Money::zero());
}

void TestMoney::sumsAreExact()
{
    Money sum = Money::zero();
    for (int i = 0; i < 10; ++i) {
        sum += Money::fromDollars(0.1);
    }
    QCOMPARE(sum, Money::fromDollars(1));
    QCOMPARE(Money::fromMicros(7) * 3, Money::fromMicros(21));
    QCOMPARE(Money::fromJson(Money::fromMicros(123'456'789'012).toJson()), Money::fromMicros(123'456'789'012));
}

void TestMoney::nothingOverflows_data()
{
    QTest::addColumn<Money>("result");
    QTest::addColumn<qint64>("micros");

    const qint64 most = Money::maxMicros;
    const Money much = Money::fromMicros(most);
    const Money debt = Money::fromMicros(-most);
    QTest::newRow("sum") << much + much << most;
    QTest::newRow("difference") << debt - much << -most;
    QTest::newRow("both ends") << much + debt << qint64(0);
    QTest::newRow("product") << much * std::numeric_limits<qint64>::max() << most;
    QTest::newRow("product with less than nothing") << much * std::numeric_limits<qint64>::min() << -most;
    QTest::newRow("product of two of them") << debt * std::numeric_limits<qint64>::min() << most;
    QTest::newRow("product within 64 bits") << Money::fromMicros(most / 2) * 3 << most;
}

void TestMoney::nothingOverflows()
{
    QFETCH(const Money, result);
    QFETCH(const qint64, micros);
    QVERIFY(result.isKnown());
    QCOMPARE(result.micros(), micros);
}

void TestMoney::readsFromJsonOnlyWhatItIs_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Money>("money");

    QTest::newRow("whole") << QJsonValue(5) << Money::fromMicros(5);
    QTest::newRow("the most") << QJsonValue(Money::maxMicros) << Money::fromMicros(Money::maxMicros);
    QTest::newRow("beyond it") << QJsonValue(qint64(6'400'000'000'000'000'000)) << Money::unknown();
    QTest::newRow("below it") << QJsonValue(std::numeric_limits<qint64>::min()) << Money::unknown();
    QTest::newRow("no whole number") << QJsonValue(1.5) << Money::unknown();
    QTest::newRow("far beyond it") << QJsonValue(1e300) << Money::unknown();
    QTest::newRow("text") << QJsonValue(u"5"_s) << Money::unknown();
}

void TestMoney::readsFromJsonOnlyWhatItIs()
{
    QFETCH(const QJsonValue, value);
    QTEST(Money::fromJson(value), "money");
}

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"

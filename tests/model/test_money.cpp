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
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"-$9223372036854.775808"_s
                              << u"-9223372036854.775808"_s;
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
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << qint64(0) << false;
    QTest::newRow("too much") << 1e30 << qint64(0) << false;
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

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"

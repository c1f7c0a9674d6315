// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plausiblecost.h"

#include <QTest>

using namespace lightwell;

class TestPlausibleCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believes_data()
    {
        QTest::addColumn<Money>("told");
        QTest::addColumn<Money>("expected");
        QTest::addColumn<bool>("believed");

        const auto dollars = [](double amount) { return Money::fromDollars(amount); };
        const Money none;
        QTest::newRow("as expected") << dollars(0.04) << dollars(0.04) << true;
        QTest::newRow("nothing told") << none << dollars(0.04) << true;
        QTest::newRow("nothing told or expected") << none << none << true;
        QTest::newRow("for free") << Money::zero() << dollars(0.04) << true;
        QTest::newRow("less than nothing") << Money::fromMicros(-1) << dollars(0.04) << false;
        QTest::newRow("much more, but little") << dollars(5) << dollars(0.001) << true;
        QTest::newRow("much more, and not little") << dollars(5.01) << dollars(0.001) << false;
        QTest::newRow("a hundred times") << dollars(20) << dollars(0.2) << true;
        QTest::newRow("a little more than that") << dollars(20.01) << dollars(0.2) << false;
        QTest::newRow("dear, and expected to be") << dollars(9'000) << dollars(8'000) << true;
        QTest::newRow("the most") << maxPerCall << dollars(8'000) << true;
        QTest::newRow("more than the most") << maxPerCall + Money::fromMicros(1) << dollars(8'000) << false;
        QTest::newRow("the end of the range") << dollars(1e300) << dollars(1e300) << false;
        QTest::newRow("below the range") << dollars(-1e300) << none << false;
        QTest::newRow("nothing expected") << dollars(100) << none << true;
        QTest::newRow("nothing expected, more") << dollars(100.01) << none << false;
        QTest::newRow("expected for free") << dollars(4) << Money::zero() << true;
        QTest::newRow("expected for free, more") << dollars(6) << Money::zero() << false;
        QTest::newRow("an estimate nobody believes either") << dollars(101) << dollars(1e6) << false;
        QTest::newRow("an estimate below nothing") << dollars(99) << dollars(-1) << true;
    }
    void believes()
    {
        QFETCH(const Money, told);
        QFETCH(const Money, expected);
        QTEST(isBelievable(told, expected), "believed");
    }

    void asks_data()
    {
        QTest::addColumn<Money>("told");
        QTest::addColumn<Money>("expected");
        QTest::addColumn<bool>("asked");
        const auto dollars = [](double amount) { return Money::fromDollars(amount); };
        const Money none;
        QTest::newRow("as expected") << dollars(0.04) << dollars(0.04) << false;
        QTest::newRow("ten times") << dollars(0.4) << dollars(0.04) << false;
        QTest::newRow("a little more than that") << dollars(0.400001) << dollars(0.04) << true;
        QTest::newRow("not to be believed") << dollars(30) << dollars(0.04) << false;
        QTest::newRow("no more than a cent") << dollars(0.01) << dollars(0.0001) << false;
        QTest::newRow("more than a cent") << dollars(0.010001) << dollars(0.0001) << true;
        QTest::newRow("expected for free") << dollars(0.02) << Money::zero() << true;
        QTest::newRow("nothing expected") << dollars(90) << none << false;
        QTest::newRow("nothing told") << none << dollars(0.04) << false;
        QTest::newRow("dear, and expected to be") << dollars(9'000) << dollars(800) << true;
    }
    void asks()
    {
        QFETCH(const Money, told);
        QFETCH(const Money, expected);
        QTEST(isFarBeyond(told, expected), "asked");
    }
};

QTEST_GUILESS_MAIN(TestPlausibleCost)
#include "test_plausiblecost.moc"

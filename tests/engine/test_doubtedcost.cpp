// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor tells is not always a bill.
#include "core/engine/callreasons.h"
#include "core/planning/planner.h"
#include "core/wording/wording.h"
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestDoubtedCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnknownAndAskedAbout_data()
    {
        QTest::addColumn<double>("told");
        QTest::addColumn<bool>("believed");
        QTest::newRow("as expected") << 0.03 << true;
        QTest::newRow("more than expected") << 0.3 << true;
        QTest::newRow("free") << 0.0 << true;
        QTest::newRow("below nothing") << -0.03 << false;
        QTest::newRow("a thousand times more") << 30.0 << false;
        QTest::newRow("eight hundred quadrillion tokens") << 6.4e12 << false;
        QTest::newRow("as large as numbers get") << 1e308 << false;
    }
    void isUnknownAndAskedAbout()
    {
        QFETCH(double, told);
        QFETCH(bool, believed);
        const Money estimate = Money::fromMicros(30'000);
        const Money cost = believed ? Money::fromDollars(told) : Money::unknown();
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        QVERIFY(await(rig.ledger->setBudget({0, Money::fromDollars(1), Period::Total, {}, {}})).ok());
        tell(rig, told);
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.pictures.size(), 1);
        QCOMPARE(generation.cost, cost);
        QCOMPARE(generation.attempts.first().cost, cost);
        QCOMPARE(generation.attempts.first().doubtedCost, believed ? Money::unknown() : Money::fromDollars(told));
        QCOMPARE(generation.error.has_value(), !believed);
        if (!believed) {
            QCOMPARE(generation.error->code, QString::fromLatin1(costDoubtedCode));
            QVERIFY2(wording::sentence(*generation.error).contains(u"$0.03"_s),
                     qPrintable(wording::sentence(*generation.error)));
        }
        QCOMPARE(await(rig.journal->find(generation.id)).value().attempts, generation.attempts);
        QCOMPARE(rig.usage().total, believed ? cost : Money::zero());
        QCOMPARE(rig.usage().unknown, believed ? 0 : 1);
        const BudgetState budget = await(rig.ledger->budgets(rig.clock.now()))->first();
        QCOMPARE(budget.spent, believed ? cost : estimate); // what is not known counts with its estimate
        const Journal::Waiting waiting = *await(rig.journal->waiting(rig.clock.now()));
        QCOMPARE(waiting.unknownCost, believed ? QStringList() : QStringList(generation.id));

        if (!believed) {
            const Result<Generation> settled =
                await(rig.journal->settleByHand({generation.id, Money::fromMicros(40'000)}, rig.clock.now()));
            QVERIFY(settled.ok());
            QCOMPARE(settled->cost, Money::fromMicros(40'000));
            QCOMPARE(rig.usage().total, Money::fromMicros(40'000));
            QVERIFY(await(rig.journal->waiting(rig.clock.now()))->unknownCost.isEmpty());
        }
    }

    void farBeyondTheEstimateIsBookedAndAskedAbout_data()
    {
        QTest::addColumn<double>("told");
        QTest::addColumn<double>("settled"); ///< by a person, then
        QTest::newRow("a little more than ten times, and right") << 0.31 << 0.31;
        QTest::newRow("a hundred times, and wrong") << 3.0 << 0.03;
        QTest::newRow("not billed at all") << 3.0 << 0.0;
    }
    void farBeyondTheEstimateIsBookedAndAskedAbout()
    {
        QFETCH(double, told);
        QFETCH(double, settled);
        const Money cost = Money::fromDollars(told);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        tell(rig, told);
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.cost, cost);
        QCOMPARE(rig.usage().total, cost);
        QCOMPARE(rig.usage().unknown, 0);
        QVERIFY(generation.attempts.first().isBillQuestioned());
        QCOMPARE(generation.error->code, QString::fromLatin1(costQuestionedCode));
        QCOMPARE(generation.error->reason, reasons::costFarBeyond(cost, Money::fromMicros(30'000)));
        Generation stored = generation;
        stored.route.clear(); // which is not kept
        QCOMPARE(await(rig.journal->find(generation.id)), std::optional(stored));
        const QStringList asked {generation.id};
        QCOMPARE(await(rig.journal->waiting(rig.clock.now()))->questionedBills, asked);

        const Money right = Money::fromDollars(settled);
        const Result<Generation> answered = await(rig.journal->settleByHand({generation.id, right}, rig.clock.now()));
        QVERIFY2(answered.ok(), answered ? "" : qPrintable(answered.error().reason.code));
        QVERIFY(!answered->attempts.first().isBillQuestioned());
        QCOMPARE(answered->attempts.first().corrections.last().from, cost);
        QCOMPARE(rig.usage().total, right);
        QVERIFY(await(rig.journal->waiting(rig.clock.now()))->questionedBills.isEmpty());
    }

    void manyOfThemStopNothing()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        QVERIFY(await(rig.ledger->setBudget({0, Money::fromDollars(1), Period::Total, {}, {}})).ok());
        for (int i = 0; i < 3; ++i) {
            tell(rig, 6.4e12);
            QCOMPARE(rig.run().status, GenerationStatus::Completed);
        }
        QCOMPARE(rig.usage().unknown, 3);
        QCOMPARE(await(rig.ledger->budgets(rig.clock.now()))->first().spent, Money::fromMicros(90'000));
        QCOMPARE(rig.run().cost, Money::fromMicros(30'000)); // and it goes on
    }

    void aPriceNobodyCanReadIsTold()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const QString link = rig.vendor(u"one"_s).server().url(u"/pictures/1"_s).toString();
        rig.vendor(u"one"_s).submitScript = {Reply::json({{"picture"_L1, link}, {"cost"_L1, u"1,50"_s}})};
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.pictures.size(), 1);
        QCOMPARE(generation.error->code, QString::fromLatin1(costDoubtedCode));
        QVERIFY(wording::sentence(*generation.error).contains(u"1,50"_s));
        QCOMPARE(generation.cost, Money::fromMicros(30'000)); // it counts with its estimate
    }

    void whatWasNotBilledIsNotAskedAbout()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        rig.vendor(u"one"_s).submitScript = {Reply::json({{"cost"_L1, -5}}, 400)};
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.cost, Money::zero());
        QVERIFY(await(rig.journal->waiting(rig.clock.now()))->unknownCost.isEmpty());
    }

    void anEstimateNobodyBelievesIsNone()
    {
        Offer offer = toyOffer(u"toy"_s, u"one"_s, 30'000);
        offer.prices.first().usd = 1e300;
        const Result<Plan> plan = makePlan(EngineRig::request(), offer);
        QVERIFY(plan.ok());
        QVERIFY(!plan->estimate.total.isKnown());
    }

private:
    static void tell(EngineRig &rig, double dollars)
    {
        ToyVendor &vendor = rig.vendor(u"one"_s);
        const QString link = vendor.server().url(u"/pictures/1"_s).toString();
        vendor.submitScript = {Reply::json({{"picture"_L1, link}, {"cost"_L1, dollars}})};
    }
};

QTEST_MAIN(TestDoubtedCost)
#include "test_doubtedcost.moc"

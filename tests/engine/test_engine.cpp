// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/wording.h"
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<Offer> twoOffers()
{
    return {toyOffer(u"toy"_s, u"cheap"_s, 10'000), toyOffer(u"toy"_s, u"dear"_s, 50'000)};
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAPictureAndSettlesItsPrice()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QVERIFY(!generation.error);
        QCOMPARE(generation.pictures.size(), 1);
        QCOMPARE(generation.pictures.first().size, QSize(64, 48));
        QCOMPARE(generation.estimate, Money::fromMicros(30'000));
        QCOMPARE(generation.cost, Money::fromMicros(30'000));
        QCOMPARE(generation.attempts.size(), 1);
        QCOMPARE(rig.vendor(u"one"_s).billed, 1);
        const Usage usage = rig.usage();
        QCOMPARE(usage.total, Money::fromMicros(30'000));
        QCOMPARE(usage.reserved, Money::zero());
        const std::optional<Generation> kept = await(rig.journal->find(generation.id));
        QVERIFY(kept);
        QCOMPARE(kept->status, GenerationStatus::Completed);
        QCOMPARE(kept->pictures, generation.pictures);
        QCOMPARE(rig.ends, 1);
    }

    void movesOnOnlyWhereNoWorkBegan_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("movesOn");
        QTest::newRow("429") << 429 << true;
        QTest::newRow("503") << 503 << true;
        QTest::newRow("401") << 401 << true;
        QTest::newRow("refused prompt") << 400 << false;
        QTest::newRow("500") << 500 << false;
        QTest::newRow("502") << 502 << false;
        QTest::newRow("504") << 504 << false;
    }
    void movesOnOnlyWhereNoWorkBegan()
    {
        QFETCH(int, status);
        QFETCH(bool, movesOn);
        EngineRig rig(twoOffers());
        rig.vendor(u"cheap"_s).submitScript = {Reply::json({}, status)};
        const Generation generation = rig.run();
        QCOMPARE(rig.vendor(u"cheap"_s).calls(u"/jobs"_s), 1);
        QCOMPARE(rig.vendor(u"dear"_s).calls(u"/jobs"_s), movesOn ? 1 : 0);
        QCOMPARE(generation.status == GenerationStatus::Completed, movesOn);
        QCOMPARE(generation.attempts.size(), movesOn ? 2 : 1);
        if (movesOn) {
            QCOMPARE(generation.cost, Money::fromMicros(50'000));
        }
    }

    void unknownOutcomeKeepsTheMoneyReserved()
    {
        EngineRig rig(twoOffers());
        rig.vendor(u"cheap"_s).afterAccepting = [] { return Reply::drop(); };
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Unknown);
        QVERIFY(!generation.cost.isKnown());
        QCOMPARE(generation.error->billing, Billing::MayBeBilled);
        QCOMPARE(rig.vendor(u"cheap"_s).calls(u"/jobs"_s), 1);
        QCOMPARE(rig.vendor(u"dear"_s).calls(u"/jobs"_s), 0);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(10'000));
    }

    void unknownOutcomeMovesOnIfTheUserWantsIt()
    {
        EngineRig rig(twoOffers());
        EnginePolicy policy;
        policy.failoverAfterUnknown = true;
        rig.engine->setPolicy(policy);
        rig.vendor(u"cheap"_s).afterAccepting = [] { return Reply::drop(); };
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QVERIFY(!generation.cost.isKnown()); // one of its two attempts may be billed
        QCOMPARE(rig.usage().reserved, Money::fromMicros(10'000));
        QCOMPARE(rig.usage().total, Money::fromMicros(50'000));
    }

    void aSizeInOtherWordsIsRememberedAsAsked()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        Request request = EngineRig::request();
        request.size = {};
        request.extra = {{"aspectRatio"_L1, u"16:9"_s}, {"image_resolution"_L1, u"2K"_s}};
        const Generation generation = rig.run(request);
        QCOMPARE(generation.request.size, (SizeRequest {{}, AspectRatio {16, 9}, ResolutionTier::TwoK, false}));
        QCOMPARE(await(rig.journal->find(generation.id))->request.size, generation.request.size);
    }

    void refusalReleasesTheMoney()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        rig.vendor(u"one"_s).submitScript = {Reply::json({}, 400)};
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->kind, ErrorKind::ContentPolicy);
        QCOMPARE(generation.cost, Money::zero());
        QCOMPARE(rig.usage().reserved, Money::zero());
        QCOMPARE(rig.usage().total, Money::zero());
    }

    void skipsWhatHasNoKey()
    {
        EngineRig rig(twoOffers());
        rig.takeKeyAway(u"cheap"_s);
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.attempts.size(), 1);
        QCOMPARE(generation.attempts.first().provider, u"dear"_s);
        rig.takeKeyAway(u"dear"_s);
        const Generation none = rig.run();
        QCOMPARE(none.status, GenerationStatus::Failed);
        QCOMPARE(none.error->kind, ErrorKind::NoKey);
        QVERIFY(none.error->billing == Billing::NotBilled);
    }

    void missingKeysNameAllProviders()
    {
        EngineRig rig(twoOffers());
        rig.takeKeyAway(u"cheap"_s);
        rig.takeKeyAway(u"dear"_s);
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->kind, ErrorKind::NoKey);
        for (const QString &provider : {u"cheap"_s, u"dear"_s}) {
            const QString name = rig.adapters.find(provider)->info().name;
            QVERIFY2(wording::sentence(*generation.error).contains(name),
                     qPrintable(wording::sentence(*generation.error)));
        }
        QVERIFY2(generation.plan, "whoever shows it must know whose key is missing");
        QCOMPARE(generation.plan->offer.provider, u"cheap"_s);
        QVERIFY(generation.attempts.isEmpty());
    }

    void forcedProviderIsNotLeft()
    {
        EngineRig rig(twoOffers());
        rig.vendor(u"dear"_s).submitScript = {Reply::json({}, 503)};
        Request request = EngineRig::request();
        request.model = u"dear/toy"_s;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(rig.vendor(u"cheap"_s).server().count(), 0);
    }

    void budgetStopsBeforeAnythingIsSent()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        Budget budget;
        budget.limit = Money::fromMicros(40'000);
        budget.period = Period::Total;
        QVERIFY(await(rig.ledger->setBudget(budget)).ok());
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
        const Generation refused = rig.run();
        QCOMPARE(refused.status, GenerationStatus::Failed);
        QCOMPARE(refused.error->kind, ErrorKind::Budget);
        QCOMPARE(refused.cost, Money::zero());
        QCOMPARE(rig.vendor(u"one"_s).billed, 1);
        QCOMPARE(rig.vendor(u"one"_s).calls(u"/jobs"_s), 1);
    }

    void twoRequestsNeverShareTheLastCent()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        Budget budget;
        budget.limit = Money::fromMicros(30'000);
        budget.period = Period::Day;
        QVERIFY(await(rig.ledger->setBudget(budget)).ok());
        QList<Generation> ended;
        QObject context;
        for (int i = 0; i < 6; ++i) {
            rig.engine->generate(EngineRig::request(), {}, &context,
                                 [&ended](const Generation &g) { ended.append(g); });
        }
        QTRY_COMPARE(ended.size(), 6);
        QCOMPARE(std::count_if(ended.begin(), ended.end(),
                               [](const Generation &g) { return g.status == GenerationStatus::Completed; }),
                 1);
        QCOMPARE(rig.vendor(u"one"_s).billed, 1);
    }

    void unknownPriceIsRefusedUnderABudget()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, -1)});
        Budget budget;
        budget.limit = Money::fromMicros(1'000'000);
        QVERIFY(await(rig.ledger->setBudget(budget)).ok());
        const Generation refused = rig.run();
        QCOMPARE(refused.error->kind, ErrorKind::Budget);
        QCOMPARE(rig.vendor(u"one"_s).billed, 0);
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Allow;
        rig.engine->setPolicy(policy);
        const Generation made = rig.run();
        QCOMPARE(made.status, GenerationStatus::Completed);
        QVERIFY(!made.cost.isKnown());
    }

    /// A person may go on under a budget although nobody knows the price; a program says what it likes.
    void theWordOfAProgramLiftsNoBudget_data()
    {
        QTest::addColumn<Origin::Kind>("asks");
        QTest::addColumn<bool>("hasBudget");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("a person, under a budget") << Origin::Kind::Window << true << true;
        QTest::newRow("a program, under a budget") << Origin::Kind::Gateway << true << false;
        QTest::newRow("a program, under none") << Origin::Kind::Gateway << false << true;
    }
    void theWordOfAProgramLiftsNoBudget()
    {
        QFETCH(const Origin::Kind, asks);
        QFETCH(const bool, hasBudget);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, -1)});
        Budget budget;
        budget.limit = Money::fromMicros(1'000'000);
        if (hasBudget) {
            QVERIFY(await(rig.ledger->setBudget(budget)).ok());
        }
        Origin origin {asks, {}};
        origin.acceptsUnknownPrice = true;
        std::optional<Generation> ended;
        QObject context;
        (void)rig.engine->generate(EngineRig::request(), origin, &context,
                                   [&ended](const Generation &generation) { ended = generation; });
        QTRY_VERIFY(ended);
        QTEST(ended->status == GenerationStatus::Completed, "isMade");
        QCOMPARE(ended->error && ended->error->kind == ErrorKind::Budget, ended->status != GenerationStatus::Completed);
        QTEST(rig.vendor(u"one"_s).billed == 1, "isMade");
    }

    /// It sends no bill, so only a budget has to know its price; the rig's vendors are on this machine.
    void anOwnServerNeedsNoPriceWithoutABudget()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, -1)});
        const Generation made = rig.run();
        QCOMPARE(made.status, GenerationStatus::Completed);
        QCOMPARE(made.notices.size(), 1); // and yet nobody takes it for free
        QVERIFY(!made.cost.isKnown());
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Refuse;
        rig.engine->setPolicy(policy);
        const Generation refused = rig.run();
        QCOMPARE(refused.error->code, u"PRICE_UNKNOWN"_s);
        QCOMPARE(rig.vendor(u"one"_s).billed, 1);
    }

    void cancelEndsOnce()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        rig.vendor(u"one"_s).polls = 1'000'000;
        QList<Generation> ended;
        int progress = 0;
        QObject context;
        const QString id = rig.engine->generate(
            EngineRig::request(), {}, &context, [&ended](const Generation &g) { ended.append(g); },
            [&progress](const Progress &) { ++progress; });
        QTRY_VERIFY(rig.vendor(u"one"_s).billed == 1 && progress > 2);
        rig.engine->cancel(id);
        rig.engine->cancel(id);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.first().status, GenerationStatus::Cancelled);
        QTRY_COMPARE(rig.engine->running(), 0);
        QCOMPARE(rig.usage().reserved, Money::zero());
    }

    void askerMayGoAway()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        auto context = std::make_unique<QObject>();
        bool told = false;
        rig.engine->generate(EngineRig::request(), {}, context.get(), [&told](const Generation &) { told = true; });
        context.reset();
        QTRY_COMPARE(rig.vendor(u"one"_s).billed, 1);
        QTRY_COMPARE(rig.engine->running(), 0);
        QVERIFY(!told);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
    }

    void wrongRequestsSendNothing_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no such model") << u"toi"_s << u"boat"_s << ErrorKind::NotFound;
        QTest::newRow("no prompt") << u"toy"_s << QString() << ErrorKind::Invalid;
    }
    void wrongRequestsSendNothing()
    {
        QFETCH(QString, model);
        QFETCH(QString, prompt);
        QFETCH(ErrorKind, kind);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        Request request;
        request.model = model;
        request.prompt = prompt;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->kind, kind);
        QCOMPARE(generation.error->billing, Billing::NotBilled);
        QCOMPARE(rig.vendor(u"one"_s).server().count(), 0);
    }

    void plansComeInTheOrderTheyWouldBeTried()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"dear"_s, 50'000), toyOffer(u"toy"_s, u"cheap"_s, 10'000),
                       toyOffer(u"toy"_s, u"dark"_s, -1)});
        QStringList order;
        QSet<QString> withKeys; // so that who shows the price need not ask for them
        QObject context;
        const auto ask = [&] {
            order.clear();
            withKeys.clear();
            rig.engine->plan(EngineRig::request(), &context, [&](const Result<Route> &route, const auto &keys) {
                for (const KeyState &key : keys) {
                    if (key.source != KeySource::None) {
                        withKeys.insert(key.provider);
                    }
                }
                for (const RankedPlan &ranked : route->plans) {
                    order.append(ranked.plan.offer.provider);
                }
            });
            QTRY_COMPARE(order.size(), 3);
        };
        ask();
        QCOMPARE(order, QStringList({u"cheap"_s, u"dear"_s, u"dark"_s}));
        QCOMPARE(withKeys, QSet<QString>({u"cheap"_s, u"dear"_s, u"dark"_s}));
        rig.takeKeyAway(u"cheap"_s);
        ask();
        QCOMPARE(order, QStringList({u"dear"_s, u"dark"_s, u"cheap"_s}));
        QCOMPARE(withKeys, QSet<QString>({u"dear"_s, u"dark"_s}));
        EnginePolicy policy;
        policy.routing.addUsualOrder({u"dark"_s});
        rig.engine->setPolicy(policy);
        ask();
        QCOMPARE(order, QStringList({u"dark"_s, u"dear"_s, u"cheap"_s}));
        QCOMPARE(rig.vendor(u"dear"_s).server().count(), 0);
    }

    void checksKeysForFree()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        std::optional<bool> good;
        QObject context;
        rig.engine->checkKey(u"one"_s, &context, [&good](const Status &status) { good = status.ok(); });
        QTRY_VERIFY(good.has_value());
        QVERIFY(*good);
        QCOMPARE(rig.vendor(u"one"_s).billed, 0);
    }
};

QTEST_MAIN(TestEngine)
#include "test_engine.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString cheap = u"cheap"_s;
const QString dear = u"dear"_s;

QList<Offer> twoOffers()
{
    return {toyOffer(u"toy"_s, dear, 50'000), toyOffer(u"toy"_s, cheap, 10'000)};
}

void setRule(EngineRig &rig, RoutingRule rule)
{
    EnginePolicy policy;
    rule.models = u"*"_s;
    policy.routing.rules = {rule};
    rig.engine->setPolicy(policy);
}

/// Asks for one and keeps its end.
void start(EngineRig &rig, QObject &context, QList<Generation> &ended)
{
    rig.engine->generate(EngineRig::request(), {}, &context, [&ended](const Generation &g) { ended.append(g); });
}

QStringList triedIn(const Generation &generation)
{
    QStringList providers;
    for (const Attempt &attempt : generation.attempts) {
        providers.append(attempt.provider);
    }
    return providers;
}

} // namespace

/// Routing rules and the circuit breaker, carried out.
class TestEngineRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesThatCannotBeReadStopEverything()
    {
        EngineRig rig(twoOffers());
        EnginePolicy policy;
        policy.routing.faults = {Reason::text(u"line 3"_s)};
        rig.engine->setPolicy(policy);
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->reason.code, u"routing_rules_faulty"_s);
        QCOMPARE(generation.error->billing, Billing::NotBilled);
        QCOMPARE(rig.vendor(cheap).server().count() + rig.vendor(dear).server().count(), 0);
        rig.engine->setPolicy({});
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
    }

    void whatIsIgnoredIsNeverAsked()
    {
        EngineRig rig(twoOffers());
        setRule(rig, {.ignore = QStringList {cheap}});
        rig.vendor(dear).submitScript = {Reply::json({}, 503)};
        const Generation failed = rig.run();
        QCOMPARE(triedIn(failed), QStringList {dear});
        QCOMPARE(failed.error->kind, ErrorKind::Overloaded);
        Request named = EngineRig::request();
        named.model = u"cheap/toy"_s; // nor if the caller names it
        const Generation refused = rig.run(named);
        QCOMPARE(refused.error->reason.code, u"route_left_nothing"_s);
        QCOMPARE(refused.attempts.size(), 0);
        QCOMPARE(rig.vendor(cheap).server().count(), 0);
    }

    void theOutcomeTellsItsRoute()
    {
        EngineRig rig(twoOffers());
        setRule(rig, {.maxPrice = Money::fromMicros(20'000)});
        const Generation generation = rig.run();
        QCOMPARE(generation.route.size(), 2);
        QCOMPARE(generation.route.first().offer, u"cheap/toy"_s);
        QVERIFY(!generation.route.first().isLeftOut && generation.route.last().isLeftOut);
        QCOMPARE(generation.route.last().why.first().code, u"route_too_dear"_s);
    }

    /// Told beforehand, and shared as the user wants.
    void sharesAreCarriedOut()
    {
        EngineRig rig(twoOffers());
        setRule(rig, {.order = RoutingOrder::Weights, .weights = {{cheap, 1}, {dear, 1}}});
        QHash<QString, int> tried;
        for (int picture = 0; picture < 8; ++picture) {
            QString told;
            QObject context;
            rig.engine->plan(EngineRig::request(), &context,
                             [&told](const Result<Route> &route, const QList<KeyState> &) {
                                 told = route->plans.first().plan.offer.provider;
                             });
            QTRY_VERIFY(!told.isEmpty());
            const QStringList providers = triedIn(rig.run());
            QCOMPARE(providers, QStringList {told});
            ++tried[told];
        }
        QVERIFY(tried.value(cheap) >= 3 && tried.value(dear) >= 3);
    }

    void severalAtOnceShareToo()
    {
        EngineRig rig(twoOffers());
        setRule(rig, {.order = RoutingOrder::Weights, .weights = {{cheap, 1}, {dear, 1}}});
        QList<Generation> ended;
        QObject context;
        for (int picture = 0; picture < 8; ++picture) {
            start(rig, context, ended);
        }
        QTRY_COMPARE(ended.size(), 8);
        QVERIFY(rig.vendor(cheap).billed >= 3 && rig.vendor(dear).billed >= 3);
        QCOMPARE(rig.vendor(cheap).billed + rig.vendor(dear).billed, 8);
    }

    void cancelledWhileTheRouteIsLookedFor()
    {
        EngineRig rig(twoOffers());
        setRule(rig, {.order = RoutingOrder::Fastest});
        QList<Generation> ended;
        QObject context;
        const QString id = rig.engine->generate(EngineRig::request(), {}, &context,
                                                [&ended](const Generation &g) { ended.append(g); });
        rig.engine->cancel(id);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(rig.engine->running(), 0);
        QCOMPARE(ended.first().status, GenerationStatus::Cancelled);
        QCOMPARE(rig.vendor(cheap).server().count() + rig.vendor(dear).server().count(), 0);
    }

    /// Three failures open the breaker; when its pause is over one call tries the offer again, all others pass it over.
    /// A window and a gateway on one home, under a rule that has the records read anyway.
    void whatAnotherProgramMetCounts()
    {
        const QTemporaryDir home;
        const QString file = home.filePath(u"lightwell.db"_s);
        EngineRig one(twoOffers(), file);
        for (int failure = 0; failure < 3; ++failure) {
            one.vendor(cheap).submitScript = {Reply::json({}, 503)};
            QCOMPARE(triedIn(one.run()), (QStringList {cheap, dear}));
        }
        EngineRig other(twoOffers(), file);
        setRule(other, {.maxTime = std::chrono::hours(1)});
        QCOMPARE(triedIn(other.run()), QStringList {dear});
        other.clock.ahead = 31;
        QCOMPARE(triedIn(other.run()), QStringList {cheap}); // and it works again
        QCOMPARE(triedIn(other.run()), QStringList {cheap});
    }

    void oneCallTriesAFailingOfferAgain()
    {
        EngineRig rig(twoOffers());
        rig.vendor(cheap).submitScript = {Reply::json({}, 503), Reply::json({}, 503), Reply::json({}, 503)};
        for (int failure = 0; failure < 3; ++failure) {
            QCOMPARE(triedIn(rig.run()), QStringList({cheap, dear}));
        }
        QCOMPARE(triedIn(rig.run()), QStringList {dear}); // it rests
        rig.clock.ahead = 31;
        rig.vendor(cheap).polls = 1'000'000; // and takes its time
        QList<Generation> ended;
        QObject context;
        for (int picture = 0; picture < 3; ++picture) {
            start(rig, context, ended);
        }
        QTRY_COMPARE(ended.size(), 2);
        for (const Generation &generation : std::as_const(ended)) {
            QCOMPARE(triedIn(generation), QStringList {dear});
        }
        QCOMPARE(rig.vendor(cheap).billed, 1);
        rig.vendor(cheap).polls = 0;
        QTRY_COMPARE(ended.size(), 3);
        QCOMPARE(triedIn(ended.last()), QStringList {cheap});
        QCOMPARE(triedIn(rig.run()), QStringList {cheap}); // closed
    }

    void aRestingOfferIsTheLastResort()
    {
        EngineRig rig(twoOffers());
        rig.vendor(cheap).submitScript = {Reply::json({}, 503), Reply::json({}, 503), Reply::json({}, 503)};
        for (int failure = 0; failure < 3; ++failure) {
            QCOMPARE(triedIn(rig.run()), QStringList({cheap, dear}));
        }
        rig.vendor(dear).submitScript = {Reply::json({}, 503)};
        const Generation generation = rig.run();
        QCOMPARE(triedIn(generation), QStringList({dear, cheap}));
        QCOMPARE(generation.status, GenerationStatus::Completed);
    }
};

QTEST_MAIN(TestEngineRouting)
#include "test_enginerouting.moc"

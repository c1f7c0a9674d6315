// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"
#include "core/routing/routereasons.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

/// "cheap 10", "dark ?": a provider and what its picture costs in micro-dollars.
Plan planOf(const QString &text, int pictures = 1)
{
    Plan plan;
    plan.offer.provider = text.section(u' ', 0, 0);
    plan.offer.model = u"toy"_s;
    plan.calls = QList<PlannedCall>(pictures);
    const QString price = text.section(u' ', 1, 1);
    plan.estimate.total = price == "?"_L1 ? Money::unknown() : Money::fromMicros(price.toLongLong());
    return plan;
}

QList<Plan> plansIn(const QString &text)
{
    QList<Plan> plans;
    const QStringList all = text.split(u", "_s);
    for (const QString &one : all) {
        plans.append(planOf(one));
    }
    return plans;
}

/// What an order is made by, to be filled by each test.
struct Scene
{
    RoutingRule rule = {};
    RoutingRules rules = {};
    Health health = {};
    RoutingEvidence evidence = {};
    QDateTime now = start;

    Route route(const QString &plans, bool isNamed = false) const { return route(plansIn(plans), isNamed); }
    Route route(const QList<Plan> &plans, bool isNamed = false) const
    {
        static const QSet<QString> own {u"sketchbook"_s, u"comfyui"_s};
        Route result;
        addToRoute(result, plans, rule, {rules, own, health, evidence, now}, isNamed);
        return result;
    }
    void measured(const QString &provider, qint64 ms, int made, int failed = 0)
    {
        OfferRecord record;
        record.made = made;
        record.failed = failed;
        record.medianMs = ms;
        evidence.records.insert(provider + u"/toy"_s, record);
    }
};

QStringList namesOf(const Route &route)
{
    QStringList names;
    for (const RankedPlan &ranked : route.plans) {
        names.append(ranked.plan.offer.provider);
    }
    return names;
}

/// The first reason of each place.
QStringList codesOf(const Route &route)
{
    QStringList codes;
    for (const RankedPlan &ranked : route.plans) {
        codes.append(ranked.why.value(0).code);
    }
    return codes;
}

Error errorOf(ErrorKind kind, Billing billing = Billing::NotBilled)
{
    Error error;
    error.kind = kind;
    error.billing = billing;
    return error;
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<RoutingRule>("rule");
        QTest::addColumn<QString>("plans");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("why"); ///< the first reason of each
        const auto row = [](const char *name, const RoutingRule &rule, const QString &plans, const QString &order,
                            const QString &why) { QTest::newRow(name) << rule << plans << order << why; };
        const RoutingRule fixed {.order = RoutingOrder::Fixed, .providers = {u"dear"_s, u"cheap"_s}};
        const RoutingRule local {.order = RoutingOrder::LocalFirst};
        const RoutingRule fastest {.order = RoutingOrder::Fastest};
        const RoutingRule reliable {.order = RoutingOrder::MostReliable};
        row("cheapest first, unknown last", {}, u"dark ?, dear 90, cheap 10"_s, u"cheap dear dark"_s,
            u"route_cheapest route_price route_price_unknown"_s);
        row("equal prices keep the catalog's order", {}, u"b 10, a 10, c 10"_s, u"b a c"_s,
            u"route_cheapest route_price route_price"_s);
        row("free before all", {}, u"a 10, b 0"_s, u"b a"_s, u"route_free route_price"_s);
        row("one alone", {}, u"a 10"_s, u"a"_s, u"route_price"_s);
        row("the user's order", fixed, u"cheap 10, dear 90, other 5"_s, u"dear cheap other"_s,
            u"route_fixed route_fixed route_behind_fixed"_s);
        row("the user's own machine", local, u"a 0, comfyui 0, b 5"_s, u"comfyui a b"_s,
            u"route_local route_not_local route_not_local"_s);
        row("fastest, unmeasured by their price", fastest, u"a 5, slow 10, quick 90, b 3"_s, u"quick slow b a"_s,
            u"route_fastest route_time route_not_measured route_not_measured"_s);
        row("most reliable, unknown in the middle", reliable, u"shaky 5, new 9, good 90"_s, u"good new shaky"_s,
            u"route_most_reliable route_too_few_calls route_reliability"_s);
    }
    void orders()
    {
        QFETCH(RoutingRule, rule);
        QFETCH(QString, plans);
        QFETCH(QString, order);
        QFETCH(QString, why);
        Scene scene;
        scene.rule = rule;
        scene.measured(u"quick"_s, 900, 3);
        scene.measured(u"slow"_s, 4000, 50);
        scene.measured(u"good"_s, 100, 49, 1);
        scene.measured(u"shaky"_s, 100, 1, 9);
        scene.measured(u"new"_s, 100, 4);
        const Route route = scene.route(plans);
        QCOMPARE(namesOf(route).join(u' '), order);
        QCOMPARE(codesOf(route).join(u' '), why);
    }

    void whatCostTheSameBeforeCountsAsPrice()
    {
        Scene scene;
        scene.evidence.bills.insert(u"dark/toy"_s, Money::fromMicros(50));
        const Route route = scene.route(u"dear 90, dark ?, cheap 10"_s);
        QCOMPARE(namesOf(route), QStringList({u"cheap"_s, u"dark"_s, u"dear"_s}));
        QCOMPARE(route.plans.at(1).why, QList<Reason> {reasons::routePriceAsLastTime(Money::fromMicros(50))});
    }

    void pricesAreThoseOfOnePicture()
    {
        const Route route = Scene().route({planOf(u"a 100"_s, 4)});
        QCOMPARE(route.plans.first().why, QList<Reason> {reasons::routePrice(Money::fromMicros(25))});
    }

    /// Every tenth picture goes to the cheapest that nobody has measured, and is told beforehand.
    void nowAndThenOneIsMeasured_data()
    {
        QTest::addColumn<QString>("plans");
        QTest::addColumn<QString>("first");
        QTest::newRow("the cheapest unmeasured") << u"quick 90, a 8, b 5"_s << u"b"_s;
        QTest::newRow("never at an unknown price") << u"quick 90, dark ?"_s << u"quick"_s;
        QTest::newRow("never beyond the limit") << u"quick 90, dear 101"_s << u"quick"_s;
        QTest::newRow("all are measured") << u"quick 90, slow 5"_s << u"quick"_s;
    }
    void nowAndThenOneIsMeasured()
    {
        QFETCH(QString, plans);
        QFETCH(QString, first);
        Scene scene;
        scene.rule.order = RoutingOrder::Fastest;
        scene.rule.maxPrice = Money::fromMicros(100);
        scene.measured(u"quick"_s, 900, 3);
        scene.measured(u"slow"_s, 4000, 50);
        for (qint64 turn = 0; turn < 30; ++turn) {
            scene.evidence.turn = turn;
            const Route route = scene.route(plans);
            QCOMPARE(namesOf(route).first(), turn % 10 == 9 ? first : u"quick"_s);
            const bool isExplored = codesOf(route).contains(u"route_explored"_s);
            QCOMPARE(isExplored, turn % 10 == 9 && first != "quick"_L1);
        }
    }

    void sharesAreKept()
    {
        Scene scene;
        scene.rule.order = RoutingOrder::Weights;
        scene.rule.weights = {{u"a"_s, 3}, {u"b"_s, 1}};
        QHash<QString, int> first;
        for (qint64 turn = 1000; turn < 1100; ++turn) {
            scene.evidence.turn = turn;
            const Route route = scene.route(u"b 1, c 0, a 9"_s);
            QCOMPARE(namesOf(route).last(), u"c"_s); // without a share: behind
            QCOMPARE(namesOf(route), namesOf(scene.route(u"b 1, c 0, a 9"_s))); // the dry run tells the truth
            ++first[namesOf(route).first()];
        }
        QVERIFY(first.value(u"a"_s) >= 73 && first.value(u"a"_s) <= 77);
        QCOMPARE(first.value(u"a"_s) + first.value(u"b"_s), 100);
    }

    void whoRestsHasNoShare()
    {
        Scene scene;
        scene.rule.order = RoutingOrder::Weights;
        scene.rule.weights = {{u"a"_s, 3}, {u"b"_s, 1}};
        for (int failure = 0; failure < 3; ++failure) {
            scene.health.failed(u"a/toy"_s, errorOf(ErrorKind::Overloaded), start);
        }
        for (qint64 turn = 0; turn < 20; ++turn) {
            scene.evidence.turn = turn;
            QCOMPARE(namesOf(scene.route(u"a 1, b 1"_s)), QStringList({u"b"_s, u"a"_s}));
        }
    }

    void leftOut_data()
    {
        QTest::addColumn<RoutingRule>("rule");
        QTest::addColumn<QString>("left"); ///< of "fal 30, openai 60, dark ?"
        QTest::addColumn<QString>("why"); ///< codes of the others
        const auto row = [](const char *name, const RoutingRule &rule, const QString &left, const QString &why) {
            QTest::newRow(name) << rule << left << why;
        };
        using Names = QStringList;
        row("nothing said", {}, u"fal openai dark"_s, u""_s);
        row("ignored", {.ignore = Names {u"openai"_s}}, u"fal dark"_s, u"route_ignored"_s);
        row("allowed", {.allow = Names {u"openai"_s}}, u"openai"_s, u"route_not_allowed route_not_allowed"_s);
        row("nobody allowed", {.allow = Names()}, u""_s, u"route_not_allowed route_not_allowed route_not_allowed"_s);
        row("price", {.maxPrice = Money::fromMicros(30)}, u"fal"_s, u"route_too_dear route_price_unknown_under_cap"_s);
        row("time: the unmeasured one stays", {.maxTime = std::chrono::milliseconds(2000)}, u"fal dark"_s,
            u"route_too_slow"_s);
        row("mark", {.marks = Names {u"Trusted"_s}}, u"fal openai"_s, u"route_mark_missing"_s);
        row("two marks", {.marks = Names {u"trusted"_s, u"fast"_s}}, u"fal"_s,
            u"route_mark_missing route_mark_missing"_s);
        row("mark excluded", {.withoutMarks = Names {u"fast"_s}}, u"openai dark"_s, u"route_mark_excluded"_s);
    }
    void leftOut()
    {
        QFETCH(RoutingRule, rule);
        QFETCH(QString, left);
        QFETCH(QString, why);
        Scene scene;
        scene.rule = rule;
        scene.rules.marks = {{u"fal"_s, {u"trusted"_s, u"fast"_s}}, {u"openai"_s, {u"trusted"_s}}};
        scene.measured(u"fal"_s, 2000, 9);
        scene.measured(u"openai"_s, 2001, 9);
        for (const bool isNamed : {false, true}) { // who names one does not get round the rules
            const Route route = scene.route(u"fal 30, openai 60, dark ?"_s, isNamed);
            QCOMPARE(namesOf(route).join(u' '), left);
            QStringList codes;
            for (const LeftOutOffer &offer : route.leftOut) {
                QCOMPARE(offer.offer, QString(offer.provider + u"/toy"_s));
                codes.append(offer.why.code);
            }
            QCOMPARE(codes.join(u' '), why);
        }
    }

    void aNamedProviderSaysSo() { QCOMPARE(codesOf(Scene().route(u"fal 30"_s, true)), QStringList {u"route_named"_s}); }

    void failingOffersComeLast()
    {
        Scene scene;
        scene.rule = {.order = RoutingOrder::Fixed, .providers = {u"cheap"_s}};
        for (int failure = 0; failure < 3; ++failure) {
            QCOMPARE(namesOf(scene.route(u"cheap 10, dear 90"_s)).first(), u"cheap"_s);
            scene.health.failed(u"cheap/toy"_s, errorOf(ErrorKind::Overloaded), start);
        }
        const Route resting = scene.route(u"cheap 10, dear 90"_s);
        QCOMPARE(namesOf(resting), QStringList({u"dear"_s, u"cheap"_s}));
        QCOMPARE(resting.plans.last().why.first(), reasons::routeResting(30));
        scene.now = start.addSecs(31);
        const Route ready = scene.route(u"cheap 10, dear 90"_s);
        QCOMPARE(namesOf(ready), QStringList({u"cheap"_s, u"dear"_s}));
        QCOMPARE(ready.plans.first().why.first(), reasons::routeProbe());
        QVERIFY(scene.health.claim(u"cheap/toy"_s, scene.now));
        const Route probed = scene.route(u"cheap 10, dear 90"_s);
        QCOMPARE(namesOf(probed), QStringList({u"dear"_s, u"cheap"_s}));
        QCOMPARE(probed.plans.last().why.first(), reasons::routeProbed());
    }

    void onlyWhatIsNeededIsLookedUp_data()
    {
        QTest::addColumn<RoutingRule>("rule");
        QTest::addColumn<QString>("plans");
        QTest::addColumn<NeededEvidence>("needed");
        using Needed = NeededEvidence;
        const auto row = [](const char *name, const RoutingRule &rule, const QString &plans, Needed needed) {
            QTest::newRow(name) << rule << plans << needed;
        };
        row("prices are known", {}, u"a 1, b 2"_s, Needed::Nothing);
        row("one is not", {}, u"a 1, b ?"_s, Needed::Bills);
        row("nobody to compare with", {}, u"b ?"_s, Needed::Nothing);
        row("but a limit", {.maxPrice = Money::fromMicros(5)}, u"b ?"_s, Needed::Bills);
        row("a limit and known prices", {.maxPrice = Money::fromMicros(5)}, u"a 1"_s, Needed::Nothing);
        row("a time", {.maxTime = std::chrono::milliseconds(5)}, u"a 1"_s, Needed::Records);
        row("fastest", {.order = RoutingOrder::Fastest}, u"a 1, b 2"_s, Needed::Records);
        row("fastest of one", {.order = RoutingOrder::Fastest}, u"a 1"_s, Needed::Nothing);
        row("shares", {.order = RoutingOrder::Weights, .weights = {{u"a"_s, 1}}}, u"a 1, b 2"_s, Needed::Bills);
        row("fixed", {.order = RoutingOrder::Fixed, .providers = {u"a"_s}}, u"a 1, b 2"_s, Needed::Nothing);
    }
    void onlyWhatIsNeededIsLookedUp()
    {
        QFETCH(RoutingRule, rule);
        QFETCH(QString, plans);
        QFETCH(NeededEvidence, needed);
        QCOMPARE(neededEvidence(plansIn(plans), rule), needed);
    }

    void wrongRequestsSayNothingAboutHealth_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("refused prompt") << ErrorKind::ContentPolicy;
        QTest::newRow("wrong field") << ErrorKind::Invalid;
        QTest::newRow("own budget") << ErrorKind::Budget;
        QTest::newRow("cancelled") << ErrorKind::Cancelled;
        QTest::newRow("wrong key") << ErrorKind::Auth;
    }
    void wrongRequestsSayNothingAboutHealth()
    {
        QFETCH(ErrorKind, kind);
        Health health;
        for (int i = 0; i < 10; ++i) {
            health.failed(u"a/toy"_s, errorOf(kind), start);
        }
        QVERIFY(!health.isPassedOver(u"a/toy"_s, start));
    }

    void movesOnOnlyWhenNothingWasBilled_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Billing>("billing");
        QTest::addColumn<bool>("wantsRisk");
        QTest::addColumn<bool>("moves");
        const auto row = [](const char *name, ErrorKind kind, Billing billing, bool risk, bool moves) {
            QTest::newRow(name) << kind << billing << risk << moves;
        };
        row("429", ErrorKind::RateLimit, Billing::NotBilled, false, true);
        row("503", ErrorKind::Overloaded, Billing::NotBilled, false, true);
        row("no key", ErrorKind::NoKey, Billing::NotBilled, false, true);
        row("wrong key", ErrorKind::Auth, Billing::NotBilled, false, true);
        row("no money there", ErrorKind::Funds, Billing::NotBilled, false, true);
        row("country not served", ErrorKind::Unsupported, Billing::NotBilled, false, true);
        row("not reached", ErrorKind::Network, Billing::NotBilled, false, true);
        row("refused prompt", ErrorKind::ContentPolicy, Billing::NotBilled, false, false);
        row("wrong field", ErrorKind::Invalid, Billing::NotBilled, false, false);
        row("cancelled", ErrorKind::Cancelled, Billing::NotBilled, true, false);
        row("lost after sending", ErrorKind::Network, Billing::MayBeBilled, false, false);
        row("lost after sending, risk wanted", ErrorKind::Network, Billing::MayBeBilled, true, true);
        row("cancelled after sending, risk wanted", ErrorKind::Cancelled, Billing::MayBeBilled, true, false);
        row("billed", ErrorKind::Upstream, Billing::Billed, true, false);
    }
    void movesOnOnlyWhenNothingWasBilled()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(Billing, billing);
        QFETCH(bool, wantsRisk);
        QFETCH(bool, moves);
        QCOMPARE(mayTryNext(errorOf(kind, billing), wantsRisk), moves);
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "test_routing.moc"

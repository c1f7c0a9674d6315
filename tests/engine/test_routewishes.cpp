// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one call may want of its route, beside the user's rules.
#include "core/catalog/catalog.h"
#include "core/engine/findplans.h"
#include "core/engine/routewalk.h"
#include "tests/engine/toyvendor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Models a and b at one (1 ct), two (2 ct), mine (nothing, the user's own) and dark (nobody knows the price).
Catalog toys()
{
    QJsonArray models;
    for (const QString &slug : {u"a"_s, u"b"_s}) {
        Model model;
        model.slug = slug;
        model.name = slug.toUpper();
        model.maker = u"Toys"_s;
        model.status = u"active"_s;
        model.offers = {toyOffer(slug, u"one"_s, 10'000), toyOffer(slug, u"two"_s, 20'000),
                        toyOffer(slug, u"mine"_s, 0), toyOffer(slug, u"dark"_s, -1)};
        model.offers[1].fields.insert(u"seed"_s, u"seed"_s);
        models.append(model.toJson());
    }
    const QByteArray text = QJsonDocument(QJsonObject {{u"models"_s, models}}).toJson();
    return Catalog::fromJson(text).value();
}

Request wish(const QString &model = u"a"_s)
{
    Request request;
    request.model = model;
    request.prompt = u"a boat"_s;
    return request;
}

struct Scene
{
    RoutingRules rules = {};
    Health health = {};
    RoutingEvidence evidence = {};
    QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

    Result<Route> route(const Request &request, const RouteWishes &wishes) const
    {
        static const Catalog catalog = toys();
        static const QSet<QString> own {u"mine"_s};
        const Result<PlannedModels> planned = planModels(request, catalog, rules, wishes);
        return planned ? routeOf(*planned, {rules, own, health, evidence, now}) : Result<Route>(planned.error());
    }
};

QString shown(const Route &route)
{
    QStringList all;
    for (const RankedPlan &ranked : route.plans) {
        all.append(ranked.plan.offer.provider + (ranked.fromFallback ? u"*"_s : QString()));
    }
    return all.join(u' ');
}

} // namespace

class TestRouteWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<RouteWishes>("wishes");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("leftOut"); ///< the reason of the first that is
        const auto row = [](const char *name, const RouteWishes &wishes, const QString &order,
                            const QString &leftOut = {}) { QTest::newRow(name) << wishes << order << leftOut; };
        row("none", {}, u"mine one two dark"_s);
        row("first", {.first = {u"dark"_s, u"two"_s, u"zzz"_s}}, u"dark two mine one"_s);
        row("fastest", {.order = RoutingOrder::Fastest}, u"two one mine dark"_s);
        row("first, then the fastest", {.first = {u"mine"_s}, .order = RoutingOrder::Fastest}, u"mine two one dark"_s);
        row("only", {.allow = QStringList {u"two"_s, u"one"_s}}, u"one two"_s, u"call_allows_others_only"_s);
        row("ignore", {.ignore = {u"mine"_s}}, u"one two dark"_s, u"call_ignores"_s);
        row("no further than those named", {.first = {u"two"_s, u"one"_s}, .mayGoOn = false}, u"two one"_s,
            u"call_allows_no_further"_s);
        row("a price", {.maxPrice = Money::fromMicros(10'000)}, u"mine one"_s, u"call_too_dear"_s);
        row("free", {.maxPrice = Money::zero()}, u"mine"_s, u"call_too_dear"_s);
        row("of all together", {.maxTotal = Money::fromMicros(15'000)}, u"mine one"_s, u"call_too_dear"_s);
        row("tokens are not billed", {.maxTextInPrice = 0, .maxOutputPrice = 0}, u"mine one two"_s,
            u"call_price_unknown"_s);
        row("private", {.onlyOwnMachines = true}, u"mine"_s, u"call_wants_privacy"_s);
        row("whoever has a seed", {.wantsAllParameters = true}, u"two"_s, u"call_wants_parameters"_s);
        row("rather faster", {.preferredTime = std::chrono::seconds(2)}, u"mine two dark one"_s);
        row("another model behind", {.allow = QStringList {u"one"_s}, .fallbacks = QStringList {u"b"_s}}, u"one one*"_s,
            u"call_allows_others_only"_s);
    }
    void orders()
    {
        QFETCH(RouteWishes, wishes);
        QFETCH(QString, leftOut);
        Scene scene;
        OfferRecord record;
        record.made = 3;
        record.medianMs = 3000;
        scene.evidence.records.insert(u"one/a"_s, record);
        record.medianMs = 1000;
        scene.evidence.records.insert(u"two/a"_s, record);
        Request request = wish();
        request.seed = 7;
        const Result<Route> route = scene.route(request, wishes);
        QVERIFY(route);
        QTEST(shown(*route), "order");
        if (leftOut.isEmpty()) {
            QVERIFY(route->leftOut.isEmpty());
        } else {
            QCOMPARE(route->leftOut.first().why.code, leftOut);
        }
    }

    /// They narrow what the user's rules allow, and never widen it.
    void rulesStillHold()
    {
        Scene scene;
        scene.rules.rules = {
            {.models = u"*"_s, .maxPrice = Money::fromMicros(15'000), .ignore = QStringList {u"mine"_s}}};
        QCOMPARE(shown(*scene.route(wish(), {.allow = QStringList {u"mine"_s, u"one"_s, u"two"_s}})), u"one"_s);
        QCOMPARE(shown(*scene.route(wish(), {.first = {u"two"_s}, .maxPrice = Money::fromMicros(90'000)})), u"one"_s);
        const Result<Route> none = scene.route(wish(), {.allow = QStringList {u"mine"_s}});
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"ROUTING_WISHES"_s);
        QCOMPARE(none.error().why().code, u"call_leaves_nothing"_s);
        QCOMPARE(none.error().billing, Billing::NotBilled);
    }

    void whoFailedLatelyStillComesLast()
    {
        Scene scene;
        Error error;
        error.kind = ErrorKind::Upstream;
        for (int i = 0; i < 3; ++i) {
            scene.health.failed(u"two/a"_s, error, scene.now);
        }
        QCOMPARE(shown(*scene.route(wish(), {.first = {u"two"_s}})), u"mine one dark two"_s);
    }

    void models()
    {
        Scene scene;
        const RouteWishes other {.allow = QStringList {u"one"_s}, .fallbacks = QStringList {u"zzz"_s, u"b"_s}};
        QCOMPARE(shown(*scene.route(wish(u"yyy"_s), other)), u"one*"_s); // nobody knows the model that was asked for
        QCOMPARE(shown(*scene.route(wish(u"one/a"_s), other)), u"one one*"_s);
        QVERIFY(scene.route(wish(), other)->fallbackAfterRefusal);
        QVERIFY(!scene.route(wish(), {})->fallbackAfterRefusal);
        QCOMPARE(scene.route(wish(u"yyy"_s), {.fallbacks = QStringList {u"zzz"_s}}).error().code, u"MODEL_NOT_FOUND"_s);
        Request strict = wish(u"yyy"_s);
        strict.strict = true;
        QVERIFY(!scene.route(strict, other));
        scene.rules.rules = {{.models = u"*"_s, .fallbacks = QStringList {u"b"_s}}};
        QCOMPARE(shown(*scene.route(wish(), {.first = {u"one"_s}, .mayGoOn = false})), u"one"_s);
    }

    void optionsAreForOneProvider()
    {
        const RouteWishes wishes {.options = {{u"two"_s, QJsonObject {{u"own"_s, 1}}}}};
        const Result<Route> route = Scene().route(wish(), wishes);
        QVERIFY(route);
        for (const RankedPlan &ranked : route->plans) {
            QCOMPARE(ranked.plan.request.extra.contains(u"own"_s), ranked.plan.offer.provider == "two"_L1);
        }
    }

    void needed()
    {
        const Catalog catalog = toys();
        const auto needed = [&catalog](const RouteWishes &wishes, const QString &model = u"dark/a"_s) {
            return planModels(wish(model), catalog, {}, wishes)->neededEvidence();
        };
        QCOMPARE(needed({}), NeededEvidence::Nothing);
        QCOMPARE(needed({.maxPrice = Money::zero()}), NeededEvidence::Bills);
        QCOMPARE(needed({.maxTotal = Money::zero()}), NeededEvidence::Bills);
        QCOMPARE(needed({.preferredTime = std::chrono::seconds(1)}), NeededEvidence::Records);
        QCOMPARE(needed({.order = RoutingOrder::Fastest}, u"a"_s), NeededEvidence::Records);
    }

    /// Without a list, the first that was asked is the last of its model.
    void noFurther()
    {
        Scene scene;
        Error refused;
        refused.kind = ErrorKind::Overloaded;
        refused.billing = Billing::NotBilled;
        Result<Route> route = scene.route(wish(), {.mayGoOn = false, .fallbacks = QStringList {u"b"_s}});
        QVERIFY(route && route->triesOneOffer);
        RouteWalk walk(*route, false);
        QVERIFY(walk.toNext());
        QCOMPARE(walk.plan().offer.id(), u"mine/a"_s);
        QVERIFY(walk.after(refused).isAllowed);
        QVERIFY(walk.toNext());
        QCOMPARE(walk.plan().offer.id(), u"mine/b"_s);
        const RouteWalk::Onward onward = walk.after(refused);
        QVERIFY(!onward.isAllowed);
        QCOMPARE(onward.because.code, u"call_goes_no_further"_s);
        QVERIFY(!scene.route(wish(), {.first = {u"one"_s}, .mayGoOn = false})->triesOneOffer);
    }
};

QTEST_GUILESS_MAIN(TestRouteWishes)
#include "test_routewishes.moc"

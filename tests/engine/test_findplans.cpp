// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/engine/findplans.h"
#include "core/wording/table.h"
#include "tests/engine/toyvendor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Models a, b and c, each at two providers; c takes no quality.
Catalog threeModels()
{
    QJsonArray models;
    for (const QString &slug : {u"a"_s, u"b"_s, u"c"_s}) {
        Model model;
        model.slug = slug;
        model.name = slug.toUpper();
        model.maker = u"Toys"_s;
        model.status = u"active"_s;
        model.offers = {toyOffer(slug, u"one"_s, 10'000), toyOffer(slug, u"two"_s, 20'000)};
        models.append(model.toJson());
    }
    const QByteArray text = QJsonDocument(QJsonObject {{u"models"_s, models}}).toJson();
    return Catalog::fromJson(text).value();
}

Request requestFor(const QString &model)
{
    Request request;
    request.model = model;
    request.prompt = u"a boat"_s;
    return request;
}

Result<Route> routeFor(const Request &request, const RoutingRules &rules, const RouteWishes &wishes = {})
{
    static const Catalog catalog = threeModels();
    const Result<PlannedModels> planned = planModels(request, catalog, rules, wishes);
    return planned ? routeOf(*planned, {rules, {}, {}, {}, QDateTime::currentDateTimeUtc()})
                   : Result<Route>(planned.error());
}

QString shown(const Route &route)
{
    QStringList all;
    for (const RankedPlan &ranked : route.plans) {
        all.append(ranked.plan.offer.id() + (ranked.fromFallback ? u"*"_s : QString()));
    }
    return all.join(u' ');
}

} // namespace

/// From a request and the rules to the order of attempts.
class TestFindPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallbacks_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<RoutingRule>("rule");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<QString>("route"); ///< a star behind offers of another model
        const auto row = [](const char *name, const QString &model, const RoutingRule &rule, bool strict,
                            const QString &route) { QTest::newRow(name) << model << rule << strict << route; };
        const RoutingRule two {.models = u"a"_s, .fallbacks = QStringList {u"c"_s, u"b"_s}};
        row("none", u"a"_s, {}, false, u"one/a two/a"_s);
        row("two, in their order", u"a"_s, two, false, u"one/a two/a one/c* two/c* one/b* two/b*"_s);
        row("of another model's rule", u"b"_s, two, false, u"one/b two/b"_s);
        row("not where a provider is named", u"two/a"_s, two, false, u"two/a"_s);
        row("a fallback may name one", u"a"_s, {.models = u"a"_s, .fallbacks = QStringList {u"two/b"_s}}, false,
            u"one/a two/a two/b*"_s);
        row("not in strict mode", u"a"_s, two, true, u"one/a two/a"_s);
        row("not itself", u"a"_s, {.models = u"*"_s, .fallbacks = QStringList {u"a"_s, u"b"_s}}, false,
            u"one/a two/a one/b* two/b*"_s);
        row("one that nobody knows", u"a"_s, {.models = u"a"_s, .fallbacks = QStringList {u"zzz"_s}}, false,
            u"one/a two/a"_s);
        row("all the model's own offers are left out", u"a"_s,
            {.models = u"a"_s, .allow = QStringList(), .fallbacks = QStringList {u"b"_s}}, false, u"one/b* two/b*"_s);
    }
    void fallbacks()
    {
        QFETCH(QString, model);
        QFETCH(RoutingRule, rule);
        QFETCH(bool, strict);
        QFETCH(QString, route);
        RoutingRules rules;
        rules.rules = {rule};
        Request request = requestFor(model);
        request.strict = strict;
        const Result<Route> found = routeFor(request, rules);
        QVERIFY(found.ok());
        QCOMPARE(shown(*found), route);
        for (const RankedPlan &ranked : found->plans) {
            QCOMPARE(ranked.why.first().code == "route_fallback"_L1, ranked.fromFallback);
        }
    }

    void whoAsksKeepsToItsModels_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QString>("fallback");
        QTest::addColumn<bool>("standsIn");
        const auto row = [](const char *name, const QStringList &models, const QString &fallback, bool standsIn) {
            QTest::newRow(name) << models << fallback << standsIn;
        };
        row("all of them", {}, u"b"_s, true);
        row("not this one", {u"a"_s}, u"b"_s, false);
        row("this one", {u"a"_s, u"b"_s}, u"b"_s, true);
        row("by a pattern", {u"?"_s}, u"b"_s, true);
        row("not at this provider", {u"a"_s}, u"two/b"_s, false);
        row("wherever it is served", {u"b"_s}, u"two/b"_s, true);
        row("at one provider alone", {u"two/*"_s}, u"two/b"_s, true);
        row("at one provider alone, which is not named", {u"two/*"_s}, u"b"_s, false);
        row("at another provider alone", {u"one/*"_s}, u"two/b"_s, false);
    }
    void whoAsksKeepsToItsModels()
    {
        QFETCH(const QStringList, models);
        QFETCH(const QString, fallback);
        QFETCH(const bool, standsIn);
        RoutingRules rules;
        rules.rules = {{.models = u"a"_s, .fallbacks = QStringList {fallback}}};
        RouteWishes wishes;
        wishes.models = models;
        const Result<Route> route = routeFor(requestFor(u"a"_s), rules, wishes);
        QVERIFY(route.ok());
        QCOMPARE(route->plans.last().fromFallback, standsIn);
        QCOMPARE(route->leftOut.size(), standsIn ? 0 : 1);
        QCOMPARE(standsIn ? QString() : route->leftOut.first().why.code,
                 standsIn ? QString() : u"route_not_for_client"_s);
    }

    void whoStandsInIsSaid()
    {
        RoutingRules rules;
        rules.rules = {{.models = u"a"_s, .fallbacks = QStringList {u"zzz"_s}, .fallbackAfterRefusal = true}};
        const Result<Route> route = routeFor(requestFor(u"a"_s), rules);
        QVERIFY(route->fallbackAfterRefusal);
        QCOMPARE(route->leftOut.size(), 1);
        QCOMPARE(route->leftOut.first().model, u"zzz"_s);
        QVERIFY(route->leftOut.first().why.code.startsWith("model_not_found"_L1));
        QVERIFY(!routeFor(requestFor(u"b"_s), rules)->fallbackAfterRefusal);
    }

    void aFallbackHasTheRulesOfItsOwnName()
    {
        RoutingRules rules;
        rules.rules = {{.models = u"b"_s, .ignore = QStringList {u"one"_s}},
                       {.models = u"a"_s, .fallbacks = QStringList {u"b"_s}}};
        QCOMPARE(shown(*routeFor(requestFor(u"a"_s), rules)), u"one/a two/a two/b*"_s);
    }

    void eachNameHasItsOwnWishes_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QStringList>("fallbacks");
        QTest::addColumn<QList<ModelWishes>>("own");
        QTest::addColumn<QString>("route");
        QTest::addColumn<int>("leftOut");
        const auto row = [](const char *name, const QString &model, const QStringList &fallbacks,
                            const QList<ModelWishes> &own, const QString &route,
                            int leftOut) { QTest::newRow(name) << model << fallbacks << own << route << leftOut; };
        const ModelWishes cheap {.maxPrice = Money::fromMicros(10'000)};
        const ModelWishes free {.maxPrice = Money::zero()};
        row("of the first alone", u"a"_s, {u"b"_s}, {cheap, {}}, u"one/a one/b* two/b*"_s, 1);
        row("of a further one alone", u"a"_s, {u"b"_s, u"c"_s}, {{}, cheap, {}}, u"one/a two/a one/b* one/c* two/c*"_s,
            1);
        row("the same model at any price, behind others", u"a"_s, {u"b"_s, u"a"_s}, {free, {}, {}},
            u"one/b* two/b* one/a two/a"_s, 0);
        row("the same model once more", u"a"_s, {u"a"_s}, {{}, cheap}, u"one/a two/a"_s, 0);
        row("behind one that nobody knows", u"zzz"_s, {u"b"_s, u"c"_s}, {{}, cheap, {}}, u"one/b* one/c* two/c*"_s, 2);
    }
    void eachNameHasItsOwnWishes()
    {
        QFETCH(QString, model);
        RouteWishes wishes;
        QFETCH(QStringList, fallbacks);
        wishes.fallbacks = fallbacks;
        QFETCH(const QList<ModelWishes>, own);
        wishes.ofModels = own;
        const Result<Route> route = routeFor(requestFor(model), {}, wishes);
        QVERIFY(route.ok());
        QTEST(shown(*route), "route");
        QTEST(int(route->leftOut.size()), "leftOut");
    }

    void noRoute_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<RoutingRules>("rules");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<ErrorKind>("kind");
        RoutingRules faulty;
        faulty.faults = {Reason::text(u"line 7"_s)};
        RoutingRules nobody;
        nobody.rules = {{.models = u"*"_s, .ignore = QStringList {u"one"_s, u"two"_s}}};
        RoutingRules tooDear;
        tooDear.rules = {{.models = u"*"_s, .maxPrice = Money::fromMicros(9'999)}};
        QTest::newRow("faulty rules") << u"a"_s << faulty << u"routing_rules_faulty"_s << ErrorKind::Internal;
        QTest::newRow("nobody is left") << u"a"_s << nobody << u"route_left_nothing"_s << ErrorKind::Unsupported;
        QTest::newRow("nobody is cheap enough")
            << u"one/a"_s << tooDear << u"route_left_nothing"_s << ErrorKind::Unsupported;
        QTest::newRow("no such model") << u"zzz"_s << RoutingRules() << u"model_not_found"_s << ErrorKind::NotFound;
    }
    void noRoute()
    {
        QFETCH(QString, model);
        QFETCH(RoutingRules, rules);
        QFETCH(QString, reason);
        QFETCH(ErrorKind, kind);
        const Result<Route> route = routeFor(requestFor(model), rules);
        QVERIFY(!route.ok());
        QVERIFY2(route.error().reason.code.startsWith(reason), qPrintable(route.error().reason.code));
        QCOMPARE(route.error().kind, kind);
        QCOMPARE(route.error().billing, Billing::NotBilled);
    }
};

QTEST_GUILESS_MAIN(TestFindPlans)
#include "test_findplans.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What clients are told of the way a call took, or would take.
class TestGatewayRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routeIsTold();
    void fallbackIsTold();
};

/// In which order the offers are tried, and why, beforehand and afterwards.
void TestGatewayRouting::routeIsTold()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, 30'000), toyOffer(u"toy"_s, u"beta"_s, 10'000),
                    toyOffer(u"toy"_s, u"gamma"_s, 5'000)});
    EnginePolicy policy;
    policy.routing.rules = {RoutingRule {.models = u"toy"_s, .ignore = QStringList {u"gamma"_s}}};
    rig.rig.engine->setPolicy(policy);
    rig.start();
    for (const QByteArray &query : {"?dryRun=true"_ba, ""_ba}) {
        const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), {}, query));
        QCOMPARE(answer.status, 200);
        const QJsonObject route = answer.json().value("metadata"_L1).toObject().value("route"_L1).toObject();
        const QJsonArray order = route.value("order"_L1).toArray();
        QCOMPARE(order.size(), 2);
        const QJsonObject first = order.first().toObject();
        QCOMPARE(first.value("offer"_L1), u"beta/toy"_s);
        QCOMPARE(first.value("provider"_L1), u"beta"_s);
        QCOMPARE(first.value("estimate_micros"_L1).toInteger(), 10'000);
        QCOMPARE(first.value("fallback"_L1), false);
        const QJsonObject why = first.value("why"_L1).toArray().first().toObject();
        QCOMPARE(why.value("code"_L1), u"route_cheapest"_s);
        QVERIFY(!why.value("message"_L1).toString().isEmpty());
        const QJsonArray leftOut = route.value("left_out"_L1).toArray();
        QCOMPARE(leftOut.size(), 1);
        QCOMPARE(leftOut.first().toObject().value("offer"_L1), u"gamma/toy"_s);
        QCOMPARE(leftOut.first().toObject().value("why"_L1).toArray().first().toObject().value("code"_L1),
                 u"route_ignored"_s);
    }
    Reply busy = Reply::json({}, 503);
    busy.headers.append(HttpHeader {"Retry-After", "7"});
    rig.rig.vendor(u"beta"_s).submitScript = {busy};
    const QJsonArray attempts =
        rig.ask(rig.post(GatewayRig::wish())).json().value("metadata"_L1).toObject().value("attempts"_L1).toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts.first()["why"_L1]["code"_L1].toString(), u"first_choice"_s);
    QCOMPARE(attempts.first()["after"_L1]["code"_L1].toString(), u"nothing_was_begun"_s);
    QCOMPARE(attempts.last()["why"_L1]["code"_L1].toString(), u"next_offer"_s);
    QCOMPARE(attempts.first()["error"_L1]["http_status"_L1], 503);
    QCOMPARE(attempts.first()["error"_L1]["billing"_L1], u"not_billed"_s);
    QCOMPARE(attempts.first()["error"_L1]["retry_after_ms"_L1], 7000);
    policy.routing.faults = {Reason::text(u"line 1"_s)};
    rig.rig.engine->setPolicy(policy);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 500);
    QCOMPARE(rig.rig.vendor(u"beta"_s).billed, 1);
}

/// Which model made it instead, why, and what came before.
void TestGatewayRouting::fallbackIsTold()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, 10'000), toyOffer(u"toy"_s, u"beta"_s, 20'000),
                    toyOffer(u"other"_s, u"gamma"_s, 40'000)});
    EnginePolicy policy;
    policy.routing.rules = {
        RoutingRule {.models = u"toy"_s, .fallbacks = QStringList {u"other"_s}, .fallbackAfterRefusal = true}};
    rig.rig.engine->setPolicy(policy);
    rig.start();
    const auto wayOf = [](const QJsonValue &attempt) {
        return QString(attempt["provider"_L1].toString() + u' ' + attempt["why"_L1]["code"_L1].toString() + u' '
                       + attempt["after"_L1]["code"_L1].toString())
            .trimmed();
    };
    const QJsonArray planned = rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true"))
                                   .json()["metadata"_L1]["route"_L1]["order"_L1]
                                   .toArray();
    QCOMPARE(planned.size(), 3);
    QCOMPARE(planned.last()["offer"_L1], u"gamma/other"_s);
    QCOMPARE(planned.last()["fallback"_L1], true);
    QCOMPARE(planned.last()["why"_L1][0]["code"_L1], u"route_fallback"_s);

    rig.vendor().submitScript = {Reply::json({}, 400)}; // refused: the same model elsewhere would do no better
    const RawAnswer refused = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(refused.status, 200);
    const QJsonObject metadata = refused.json().value("metadata"_L1).toObject();
    const QJsonArray attempts = metadata.value("attempts"_L1).toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(wayOf(attempts.first()), u"alpha first_choice refusal_may_go_on"_s);
    QCOMPARE(wayOf(attempts.last()), u"gamma fallback_model"_s);
    QVERIFY(!attempts.first()["after"_L1]["message"_L1].toString().isEmpty());
    QVERIFY(attempts.last()["why"_L1]["message"_L1].toString().contains(u"other"_s));
    QCOMPARE(metadata.value("model"_L1), u"other"_s);
    QCOMPARE(metadata.value("provider"_L1), u"gamma"_s);
    QCOMPARE(metadata.value("cost"_L1).toDouble(), 0.04);
    QCOMPARE(refused.header("X-Lightwell-Provider"), "gamma"_ba);
    QCOMPARE(refused.header("X-Lightwell-Model"), metadata.value("executed_model"_L1).toString().toLatin1());
    QCOMPARE(rig.rig.vendor(u"beta"_s).server().count(), 0);

    rig.vendor().afterAccepting = [] { return Reply::json({}, 500); }; // it may be billed: nobody else is asked
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).errorCode(), u"UPSTREAM_ERROR"_s);
    QCOMPARE(rig.rig.vendor(u"gamma"_s).billed, 1);
}

QTEST_GUILESS_MAIN(TestGatewayRouting)
#include "test_gatewayrouting.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The user's rules let another model stand in after a refusal: never one that the client may not use, whatever way the
// picture is asked for.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

struct WayToAsk
{
    QByteArray path;
    QJsonObject body;
};

QJsonObject pictureWish()
{
    return {{u"model"_s, u"drawn"_s}, {u"prompt"_s, u"a boat"_s}};
}

QJsonObject pictureChat()
{
    return {{u"model"_s, u"drawn"_s},
            {u"modalities"_s, QJsonArray {u"image"_s}},
            {u"messages"_s, QJsonArray {servertool::said(u"a boat"_s)}}};
}

QJsonObject assistantsTool()
{
    const QJsonObject arguments = servertool::with(pictureWish(), {{u"max_cost_usd"_s, 1}});
    return {{u"jsonrpc"_s, u"2.0"_s},
            {u"id"_s, 1},
            {u"method"_s, u"tools/call"_s},
            {u"params"_s, QJsonObject {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, arguments}}}};
}

} // namespace

Q_DECLARE_METATYPE(WayToAsk)

class TestClientFallbacks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;
    QByteArray m_anybody; ///< the key of a client that may use all
    QByteArray m_bound; ///< of one that may use "drawn" and "talk"

    [[nodiscard]] RawAnswer ask(const WayToAsk &way, const QByteArray &key, const QByteArray &query = {})
    {
        return m_rig->gateway.ask(m_rig->gateway.request("POST", way.path + query,
                                                         QJsonDocument(way.body).toJson(QJsonDocument::Compact),
                                                         "Authorization: Bearer " + key + "\r\n"));
    }
    [[nodiscard]] ToyVendor &standsIn() { return m_rig->gateway.rig.vendor(u"beta"_s); }
    void setFallback(const QString &model, const QString &fallback)
    {
        EnginePolicy policy;
        policy.routing.rules = {
            RoutingRule {.models = model, .fallbacks = QStringList {fallback}, .fallbackAfterRefusal = true}};
        m_rig->gateway.rig.engine->setPolicy(policy);
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ServerToolRig>();
        m_rig->setAddress(u"beta"_s, standsIn().baseUrl()); // which makes pictures here, and says no words
        standsIn().atOnce = true;
        setFallback(u"drawn"_s, u"beta/toy"_s);
        ClientTerms terms;
        terms.models = {u"drawn"_s, u"talk"_s};
        m_anybody = m_rig->gateway.key;
        m_bound = await(m_rig->gateway.clients.add(u"bound"_s, terms))->key;
    }
    void cleanup() { m_rig.reset(); }

    void noModelStandsInThatTheClientMayNotUse_data()
    {
        QTest::addColumn<WayToAsk>("way");
        QTest::newRow("a picture") << WayToAsk {"/v1/images/generations", pictureWish()};
        QTest::newRow("at OpenRouter's address") << WayToAsk {"/api/v1/images", pictureWish()};
        QTest::newRow("a chat for pictures") << WayToAsk {"/api/v1/chat/completions", pictureChat()};
        QTest::newRow("a text model's tool")
            << WayToAsk {"/api/v1/chat/completions", servertool::wish(u"draw a boat"_s)};
        QTest::newRow("the same, forced")
            << WayToAsk {"/api/v1/chat/completions", servertool::wish(u"a boat"_s, servertool::forced())};
        QTest::newRow("an assistant's tool") << WayToAsk {"/mcp", assistantsTool()};
    }
    void noModelStandsInThatTheClientMayNotUse()
    {
        QFETCH(const WayToAsk, way);
        m_rig->painter().submitScript = {Reply::json({}, 400)};
        const RawAnswer refused = ask(way, m_bound);
        QCOMPARE(m_rig->painter().server().count(), 1);
        QCOMPARE(standsIn().server().count(), 0);
        QVERIFY(!refused.body.contains("\x89PNG") && !refused.body.contains("iVBOR"));

        m_rig->painter().submitScript = {Reply::json({}, 400)};
        QCOMPARE(ask(way, m_anybody).status, 200);
        QCOMPARE(standsIn().billed, 1);
        QCOMPARE(m_rig->painter().billed, 0);
    }

    /// What the first model's vendor said, and nothing of the other.
    void theRefusalIsTold()
    {
        m_rig->painter().submitScript = {Reply::json({}, 400)};
        const RawAnswer refused = ask({"/v1/images/generations", pictureWish()}, m_bound);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.errorCode(), u"CONTENT_POLICY_VIOLATION"_s);
        const Generation kept = m_rig->last();
        QCOMPARE(kept.attempts.size(), 1);
        QCOMPARE(kept.attempts.first().provider, u"gamma"_s);
        QCOMPARE(m_rig->usage().total, Money::zero());
        QCOMPARE(m_rig->usage().reserved, Money::zero());
    }

    /// Why it is left out, before and after.
    void itIsTold()
    {
        for (const QByteArray &path : {"/v1/images/generations"_ba, "/api/v1/images"_ba}) {
            for (const QByteArray &query : {"?dryRun=true"_ba, ""_ba}) {
                const QJsonValue route = ask({path, pictureWish()}, m_bound, query).json()["metadata"_L1]["route"_L1];
                QCOMPARE(route["order"_L1].toArray().size(), 1);
                QCOMPARE(route["left_out"_L1].toArray().size(), 1);
                QCOMPARE(route["left_out"_L1][0]["model"_L1].toString(), u"beta/toy"_s);
                const QJsonValue why = route["left_out"_L1][0]["why"_L1][0];
                QCOMPARE(why["code"_L1].toString(), u"route_not_for_client"_s);
                QVERIFY(!why["message"_L1].toString().isEmpty());
            }
        }
        const QJsonValue all =
            ask({"/v1/images/generations", pictureWish()}, m_anybody, "?dryRun=true").json()["metadata"_L1]["route"_L1];
        QCOMPARE(all["order"_L1].toArray().size(), 2);
        QCOMPARE(all["left_out"_L1].toArray().size(), 0);
    }

    /// The rules' fallbacks are meant for pictures; those that a call names itself are refused with it.
    void wordsHaveNone()
    {
        setFallback(u"talk"_s, u"free-of-price"_s);
        m_rig->alpha.script(u"chat"_s, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"No."_s}}}}, 400));
        const QJsonObject only {{u"provider"_s, QJsonObject {{u"only"_s, QJsonArray {u"alpha"_s}}}}};
        const WayToAsk way {"/api/v1/chat/completions", ChatRig::wish(only)};
        QVERIFY(ask(way, m_bound).status >= 400);
        QCOMPARE(m_rig->alpha.calls().size(), 1);
        const QJsonObject named = servertool::with(only, {{u"models"_s, QJsonArray {u"free-of-price"_s}}});
        QCOMPARE(ask({way.path, ChatRig::wish(named)}, m_bound).status, 403);
        QCOMPARE(m_rig->alpha.calls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestClientFallbacks)
#include "test_clientfallbacks.moc"

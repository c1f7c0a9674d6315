// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words in OpenRouter's dialect: what a call wants of its route, and what it is told of it.
#include "tests/gateway/chatrig.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject provider(const QJsonObject &wishes)
{
    return {{u"provider"_s, wishes}};
}

QJsonObject prices(const QJsonObject &most)
{
    return provider({{u"max_price"_s, most}});
}

QString availabilityOf(const RawAnswer &answer)
{
    return answer.json()["error"_L1]["availability"_L1]["code"_L1].toString();
}

} // namespace

class TestOpenRouterChat : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatRig> m_rig;

    [[nodiscard]] RawAnswer chat(const QJsonObject &fields = {}, const QByteArray &headers = {},
                                 const QByteArray &query = {})
    {
        const QByteArray body = QJsonDocument(ChatRig::wish(fields)).toJson(QJsonDocument::Compact);
        return m_rig->gateway.ask(m_rig->gateway.request("POST", "/api/v1/chat/completions" + query, body,
                                                         headers + "Connection: close\r\n"));
    }
    [[nodiscard]] RawAnswer get(const QByteArray &path)
    {
        return m_rig->gateway.ask(m_rig->gateway.request("GET", path));
    }
    [[nodiscard]] qsizetype calls() const { return m_rig->alpha.calls().size() + m_rig->beta.calls().size(); }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ChatRig>();
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Allow;
        m_rig->gateway.rig.engine->setPolicy(policy);
    }
    void cleanup() { m_rig.reset(); }

    /// Dry run and paid call go by the same wishes, and one that nobody meets is not paid for.
    void wishes_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("made"); // by whom; empty: nobody
        QTest::addColumn<QString>("availability");
        const auto row = [](const char *name, const QJsonObject &fields, const QString &made,
                            const QString &availability = {}) {
            QTest::newRow(name) << fields << made << availability;
        };
        const QString filtered = u"constraint_filtered"_s;
        row("none", {}, u"alpha"_s);
        row("order", provider({{u"order"_s, QJsonArray {u"beta"_s}}}), u"beta"_s);
        row("only", provider({{u"only"_s, QJsonArray {u"beta"_s}}}), u"beta"_s);
        row("ignore", provider({{u"ignore"_s, QJsonArray {u"alpha"_s}}}), u"beta"_s);
        row("nobody", provider({{u"only"_s, QJsonArray {u"openai"_s}}}), {}, filtered);
        row("no further one", provider({{u"order"_s, QJsonArray {u"gamma"_s}}, {u"allow_fallbacks"_s, false}}), {},
            filtered);
        row("private", provider({{u"data_collection"_s, u"deny"_s}}), {}, u"privacy_restricted"_s);
        row("all parameters", provider({{u"require_parameters"_s, true}}), u"alpha"_s); // all of them go out
        row("dear words in", prices({{u"prompt"_s, 0.5}}), {}, filtered);
        row("dear words out", prices({{u"completion"_s, 9}}), {}, filtered);
        row("cheap enough", prices({{u"prompt"_s, u"1"_s}, {u"completion"_s, 10}, {u"image"_s, 0}}), u"alpha"_s);
        row("the first one is too dear",
            provider({{u"order"_s, QJsonArray {u"beta"_s}},
                      {u"max_price"_s, QJsonObject {{u"completion"_s, 15}, {u"request"_s, 0}}}}),
            u"alpha"_s);
        QJsonObject unknown = prices({{u"request"_s, 1}});
        unknown.insert(u"model"_s, u"free-of-price"_s);
        row("nobody knows the price", unknown, {}, filtered);
        row("maker's name", {{u"model"_s, u"toys/talk"_s}}, u"alpha"_s);
        row("provider's name", {{u"model"_s, u"beta/talk"_s}}, u"beta"_s);
        row("floor", {{u"model"_s, u"talk:floor"_s}}, u"alpha"_s);
        row("free", {{u"model"_s, u"talk:free"_s}}, {}, filtered);
        row("a way that only a router has", {{u"model"_s, u"talk:online"_s}}, u"beta"_s);
        row("and nobody else", {{u"model"_s, u"free-of-price:online"_s}}, {}, u"model_not_found"_s);
        row("an unknown model", {{u"model"_s, u"toys/tolk"_s}}, {}, u"model_not_found"_s);
        row("another one instead",
            {{u"model"_s, u"toys/tolk"_s}, {u"models"_s, QJsonArray {u"toys/tolk"_s, u"toys/talk"_s}}}, u"alpha"_s);
        const auto instead = [&row](const char *name, const QString &model, const QString &further, const QString &made,
                                    const QString &availability = {}) {
            row(name, {{u"model"_s, model}, {u"models"_s, QJsonArray {further}}}, made, availability);
        };
        instead("an ending of another one", u"toys/tolk"_s, u"toys/talk:floor"_s, u"alpha"_s);
        instead("another one that is free", u"toys/tolk"_s, u"toys/talk:free"_s, {}, filtered);
        instead("a way of another one", u"toys/tolk"_s, u"talk:online"_s, u"beta"_s);
        instead("a way of the first alone", u"free-of-price:online"_s, u"talk"_s, u"alpha"_s);
        instead("the first alone is to be free", u"talk:free"_s, u"toys/talk"_s, u"alpha"_s);
    }

    /// A way of one model makes the price of the others no secret, and its ending goes to its own vendor alone.
    void endingsAreOfTheirOwnModel()
    {
        const QJsonObject fields {{u"models"_s, QJsonArray {u"beta/talk:online"_s}}};
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Refuse;
        m_rig->gateway.rig.engine->setPolicy(policy);
        QCOMPARE(chat(fields).status, 200);
        QCOMPARE(m_rig->alpha.calls().last().json().value("model"_L1).toString(), u"vendors-talk"_s);
        policy.unknownPrices = UnknownPrices::Allow;
        m_rig->gateway.rig.engine->setPolicy(policy);
        m_rig->alpha.script(u"chat"_s, Reply::json({}, 503));
        m_rig->beta.script(u"chat"_s, Reply::json({}, 503)); // which has the model in both ways
        QCOMPARE(chat(fields).status, 200);
        QCOMPARE(m_rig->beta.calls().size(), 2);
        QCOMPARE(m_rig->beta.calls().first().json().value("model"_L1).toString(), u"vendors-talk"_s);
        QCOMPARE(m_rig->beta.calls().last().json().value("model"_L1).toString(), u"vendors-talk:online"_s);
    }
    void wishes()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(QString, made);
        const RawAnswer dry = chat(fields, {}, "?dryRun=true");
        QCOMPARE(calls(), 0);
        const RawAnswer answer = chat(fields);
        for (const RawAnswer &told : {dry, answer}) {
            QCOMPARE(told.status, made.isEmpty() ? 404 : 200);
            QTEST(availabilityOf(told), "availability");
        }
        QCOMPARE(dry.json().value("provider"_L1).toString(), made);
        QCOMPARE(answer.json().value("provider"_L1).toString(), made);
        QCOMPARE(answer.header("X-Lightwell-Provider"), made.toLatin1());
        QCOMPARE(calls(), made.isEmpty() ? 0 : 1);
    }

    /// Who asks how the answer came about is told whether its JSON was mended.
    void mendingIsTold()
    {
        const auto stagesOf = [this](const QString &words, const QJsonObject &more) {
            QJsonObject fields {
                {u"messages"_s, QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, words}}}},
                {u"response_format"_s, QJsonObject {{u"type"_s, u"json_object"_s}}}};
            for (auto field = more.begin(); field != more.end(); ++field) {
                fields.insert(field.key(), field.value());
            }
            const QJsonObject told = chat(fields, "X-OpenRouter-Metadata: enabled\r\n").json();
            return told["openrouter_metadata"_L1]["pipeline"_L1].toArray();
        };
        const QJsonObject heals {{u"plugins"_s, QJsonArray {QJsonObject {{u"id"_s, u"response-healing"_s}}}}};
        QCOMPARE(stagesOf(u"damaged JSON"_s, {}), QJsonArray());
        const QJsonArray stages = stagesOf(u"damaged JSON"_s, heals);
        QCOMPARE(stages.size(), 1);
        QCOMPARE(stages.at(0)["type"_L1], u"response_healing"_s);
        const QJsonObject data = stages.at(0)["data"_L1].toObject();
        QCOMPARE(data.value("improved"_L1), true);
        QCOMPARE(data.value("mode"_L1), u"json_object"_s);
        QVERIFY(data.value("original_length"_L1).toInt() != data.value("healed_length"_L1).toInt());
        QCOMPARE(stagesOf(u"say hello"_s, heals).at(0)["data"_L1]["improved"_L1], false); // no JSON is in it
    }

    /// Each model that is listed leads to who serves it.
    void listedLinksLeadSomewhere()
    {
        const QJsonArray models = get("/api/v1/models").json().value("data"_L1).toArray();
        QVERIFY(models.size() >= 5);
        for (const QJsonValue model : models) {
            const QByteArray id = model["id"_L1].toString().toUtf8();
            const RawAnswer endpoints = get(model["links"_L1]["details"_L1].toString().toUtf8());
            QVERIFY2(endpoints.status == 200, id.constData());
            QCOMPARE(endpoints.json()["data"_L1]["id"_L1], model["id"_L1]);
            QVERIFY(!endpoints.json()["data"_L1]["endpoints"_L1].toArray().isEmpty());
            QCOMPARE(get("/api/v1/model/" + id).json().value("data"_L1), model);
        }
    }

    void whatIsNoWishIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("param");
        QTest::newRow("a promise nobody can keep")
            << provider({{u"quantizations"_s, QJsonArray {u"fp8"_s}}}) << u"provider.quantizations"_s;
        QTest::newRow("a misspelt one") << provider({{u"onyl"_s, QJsonArray {u"beta"_s}}}) << u"provider.onyl"_s;
        QTest::newRow("fields for pictures")
            << provider({{u"options"_s, QJsonObject {{u"beta"_s, QJsonObject {{u"n"_s, 5}}}}}})
            << u"provider.options"_s;
        QTest::newRow("no list of models") << QJsonObject {{u"models"_s, u"talk"_s}} << u"models"_s;
    }
    void whatIsNoWishIsRefused()
    {
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = chat(fields);
        QCOMPARE(answer.status, 400);
        QTEST(answer.json()["error"_L1]["metadata"_L1]["param"_L1].toString(), "param");
        QCOMPARE(calls(), 0);
    }

    /// A vendor would refuse what is OpenRouter's own; one that chooses among others heeds it.
    void vendorsGetWhatIsMeantForThem()
    {
        QJsonObject fields = provider({{u"ignore"_s, QJsonArray {u"openrouter"_s, u"groq"_s}}, {u"zdr"_s, false}});
        fields.insert(u"models"_s, QJsonArray {u"talk"_s});
        fields.insert(u"usage"_s, QJsonObject {{u"include"_s, true}});
        fields.insert(u"temperature"_s, 0.5);
        QCOMPARE(chat(fields).status, 200);
        QStringList names = m_rig->alpha.calls().last().json().keys();
        QCOMPARE(names, QStringList({u"max_tokens"_s, u"messages"_s, u"model"_s, u"temperature"_s}));
        fields.insert(u"model"_s, u"beta/talk:online"_s);
        QCOMPARE(chat(fields).status, 200);
        const QJsonObject sent = m_rig->beta.calls().last().json();
        QCOMPARE(sent.value("model"_L1).toString(), u"vendors-talk:online"_s);
        QCOMPARE(sent.value("provider"_L1).toObject(),
                 QJsonObject({{u"ignore"_s, QJsonArray {u"groq"_s}}, {u"zdr"_s, false}}));
    }

    void othersAnswerInItsPlace()
    {
        const Reply busy = Reply::json({}, 503);
        m_rig->alpha.script(u"chat"_s, busy);
        m_rig->beta.script(u"chat"_s, busy);
        const RawAnswer answer =
            chat({{u"models"_s, QJsonArray {u"free-of-price"_s}}}, "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("X-Lightwell-Model"), "alpha/vendors-free-of-price"_ba);
        const QJsonObject told = answer.json().value("openrouter_metadata"_L1).toObject();
        QCOMPARE(told.value("strategy"_L1).toString(), u"fallback"_s);
        QCOMPARE(told.value("attempt"_L1).toInt(), 3);
        QCOMPARE(told["attempts"_L1][0]["status"_L1].toInt(), 503);
        // A refused prompt goes to another model, and not to the same one elsewhere.
        m_rig->alpha.script(u"chat"_s,
                            Reply::json({{u"error"_s, QJsonObject {{u"code"_s, u"content_policy_violation"_s}}}}, 400));
        const qsizetype atBeta = m_rig->beta.calls().size();
        QCOMPARE(chat({{u"models"_s, QJsonArray {u"free-of-price"_s}}}).header("X-Lightwell-Model"),
                 "alpha/vendors-free-of-price"_ba);
        QCOMPARE(m_rig->beta.calls().size(), atBeta);
    }

    void answersTellWhatTheyCost()
    {
        const RawAnswer answer = chat();
        const QJsonObject body = answer.json();
        QCOMPARE(body.value("id"_L1).toString().toLatin1(), answer.header("X-Generation-Id"));
        QCOMPARE(body["usage"_L1]["completion_tokens"_L1].toInt(), 4);
        QCOMPARE(Money::fromDollars(body["usage"_L1]["cost"_L1].toDouble()), m_rig->last().cost);
        QVERIFY(m_rig->last().cost.micros() > 0);
        QVERIFY(!body.contains("openrouter_metadata"_L1));
        const QJsonObject unpriced = chat({{u"model"_s, u"free-of-price"_s}}).json();
        QVERIFY(!unpriced.value("usage"_L1).toObject().contains("cost"_L1));
        const RawAnswer receipt = get("/api/v1/generation?id=" + answer.header("X-Generation-Id"));
        QCOMPARE(receipt.json()["data"_L1]["tokens_completion"_L1].toInt(), 4);
        const QJsonArray days = get("/api/v1/activity").json().value("data"_L1).toArray();
        QJsonObject ofTalk;
        for (const QJsonValue &day : days) {
            ofTalk = day["model"_L1] == "talk"_L1 ? day.toObject() : ofTalk;
        }
        QCOMPARE(ofTalk.value("completion_tokens"_L1).toInt(), 4);
        QCOMPARE(ofTalk.value("prompt_tokens"_L1), body["usage"_L1]["prompt_tokens"_L1]);
    }

    void embeddingsTellWhatTheyCost()
    {
        const auto embed = [this](const QJsonObject &wishes) {
            const QJsonObject body {
                {u"model"_s, u"toys/embed"_s}, {u"input"_s, u"hello you"_s}, {u"provider"_s, wishes}};
            return m_rig->gateway.ask(m_rig->gateway.request("POST", "/api/v1/embeddings",
                                                             QJsonDocument(body).toJson(QJsonDocument::Compact)));
        };
        const RawAnswer answer = embed({{u"ignore"_s, QJsonArray {u"beta"_s}}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["data"_L1].toArray().size(), 1);
        QCOMPARE(answer.json()["provider"_L1].toString(), u"alpha"_s);
        QCOMPARE(answer.json()["id"_L1].toString().toLatin1(), answer.header("X-Generation-Id"));
        QCOMPARE(Money::fromDollars(answer.json()["usage"_L1]["cost"_L1].toDouble()), m_rig->last().cost);
        QVERIFY(!m_rig->alpha.calls().last().json().contains("provider"_L1));
        QCOMPARE(embed({{u"ignore"_s, QJsonArray {u"alpha"_s}}}).status, 404);
        QCOMPARE(calls(), 1);
    }

    void streamsEndWithWhatTheyCost_data()
    {
        QTest::addColumn<bool>("tellsUsage"); // the vendor
        QTest::newRow("by the vendor's count") << true;
        QTest::newRow("by an estimate") << false;
    }
    void streamsEndWithWhatTheyCost()
    {
        QFETCH(bool, tellsUsage);
        m_rig->alpha.tellsUsage = tellsUsage;
        RawClient client(m_rig->gateway.port());
        const QByteArray body = QJsonDocument(ChatRig::wish({{u"stream"_s, true}})).toJson(QJsonDocument::Compact);
        client.send(m_rig->gateway.request("POST", "/api/v1/chat/completions", body,
                                           "X-OpenRouter-Metadata: enabled\r\nConnection: close\r\n"));
        const QByteArray events = unchunked(client.everything());
        QVERIFY(events.contains(R"("content":" hello")"));
        const QByteArray end = "\n\ndata: [DONE]\n\n";
        QVERIFY(events.endsWith(end));
        QByteArray last = events.chopped(end.size());
        last = last.mid(last.lastIndexOf("\n\ndata: ") + 8);
        const QJsonObject chunk = QJsonDocument::fromJson(last).object();
        QCOMPARE(events.count("\"cost\""), 1);
        QCOMPARE(Money::fromDollars(chunk["usage"_L1]["cost"_L1].toDouble()), m_rig->last().cost);
        QCOMPARE(chunk.value("choices"_L1), QJsonValue(QJsonArray()));
        QCOMPARE(chunk["openrouter_metadata"_L1]["attempt"_L1].toInt(), 1);
    }

    /// Whoever answers soonest is worth waiting for.
    void errorsTellWhoWasAsked()
    {
        Reply busy = Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"slow down"_s}}}}, 429);
        m_rig->alpha.script(u"chat"_s, Reply(busy).with("Retry-After", "7"));
        m_rig->beta.script(u"chat"_s, busy.with("Retry-After", "30"));
        const RawAnswer answer = chat({}, "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.header("Retry-After"), "7"_ba);
        const QJsonObject error = answer.json().value("error"_L1).toObject();
        QCOMPARE(error["availability"_L1]["retry_after"_L1].toInt(), 7);
        QCOMPARE(error["availability"_L1]["affected_providers"_L1].toArray(), QJsonArray({u"alpha"_s, u"beta"_s}));
        const QJsonArray before = error["metadata"_L1]["previous_errors"_L1].toArray();
        QCOMPARE(before.size(), 2);
        QCOMPARE(before[0]["status"_L1].toInt(), 429);
        QCOMPARE(answer.json()["openrouter_metadata"_L1]["attempts"_L1].toArray().size(), 2);
        QVERIFY(!chat({{u"model"_s, u"tolk"_s}}).json().contains("openrouter_metadata"_L1));
    }

    /// Not of a picture.
    void placesAreToldInWords()
    {
        const QJsonArray route = chat({}, {}, "?dryRun=true").json()["metadata"_L1]["route"_L1]["order"_L1].toArray();
        QCOMPARE(route.size(), 2);
        QCOMPARE(route[0]["why"_L1][0]["code"_L1].toString(), u"route_cheapest_call"_s);
        QCOMPARE(route[1]["why"_L1][0]["code"_L1].toString(), u"route_call_price"_s);
    }

    /// What the user calls a picture model by is another thing.
    void namesOfPictureModelsOpenNoTextModel()
    {
        QStringList told;
        Catalog &catalog = m_rig->gateway.rig.catalog;
        const Catalog before = catalog;
        catalog.merge(*Catalog::fromJsonLeavingOut(R"({"aliases": {"talk": "toy"}})", told, {}));
        QCOMPARE(catalog.resolve(u"talk"_s)->model.slug, u"toy"_s);
        ClientTerms terms;
        terms.models = {u"toy"_s};
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"painter"_s, terms))->key;
        QCOMPARE(chat().status, 403);
        QCOMPARE(calls(), 0);
        catalog = before;
    }

    /// By whatever name it is asked for, and whatever may stand in.
    void clientsKeepToTheirModels()
    {
        ClientTerms terms;
        terms.models = {u"talk"_s};
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"narrow"_s, terms))->key;
        QCOMPARE(chat({{u"model"_s, u"toys/talk:floor"_s}}).status, 200);
        QCOMPARE(chat({{u"model"_s, u"free-of-price"_s}}).status, 403);
        QCOMPARE(chat({{u"models"_s, QJsonArray {u"free-of-price"_s}}}).status, 403);
        QCOMPARE(calls(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterChat)
#include "test_openrouterchat.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's dialect over a real engine, from the socket to the vendor and back.
#include "core/ledger/ledger.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// One model at three providers, and another one.
QList<Offer> offers()
{
    return {toyOffer(u"toy"_s, u"alpha"_s, 10'000), toyOffer(u"toy"_s, u"beta"_s, 20'000),
            toyOffer(u"toy"_s, u"gamma"_s, -1), toyOffer(u"other"_s, u"beta"_s, 30'000)};
}

QByteArray bodyOf(const QJsonObject &fields)
{
    QJsonObject body {{u"model"_s, u"toy"_s}, {u"prompt"_s, u"a paper boat"_s}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject provider(const QJsonObject &wishes)
{
    return {{u"provider"_s, wishes}};
}

} // namespace

class TestGatewayOpenRouter : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    [[nodiscard]] RawAnswer images(const QJsonObject &fields = {}, const QByteArray &headers = {},
                                   const QByteArray &query = {})
    {
        return m_rig->ask(m_rig->request("POST", "/api/v1/images" + query, bodyOf(fields), headers));
    }
    [[nodiscard]] RawAnswer get(const QByteArray &path) { return m_rig->ask(m_rig->request("GET", path)); }
    [[nodiscard]] static QString providerOf(const RawAnswer &answer)
    {
        return answer.json()["metadata"_L1]["provider"_L1].toString();
    }
    [[nodiscard]] static QString availabilityOf(const RawAnswer &answer)
    {
        return answer.json()["error"_L1]["availability"_L1]["code"_L1].toString();
    }
    [[nodiscard]] int billed()
    {
        int all = 0;
        for (const QString &vendor : {u"alpha"_s, u"beta"_s, u"gamma"_s}) {
            all += m_rig->rig.vendor(vendor).billed;
        }
        return all;
    }

    /// Where nothing was made, no budget set and no vendor has failed.
    void startAnew()
    {
        m_rig = std::make_unique<GatewayRig>(offers());
        for (const QString &vendor : {u"alpha"_s, u"beta"_s, u"gamma"_s}) {
            m_rig->rig.vendor(vendor).atOnce = true;
        }
        QJsonArray models; // with a name for who made them
        for (Model model : m_rig->rig.catalog.models()) {
            model.maker = u"Toys"_s;
            models.append(model.toJson());
        }
        const Catalog catalog = Catalog::fromJson(QJsonDocument(QJsonObject {{u"models"_s, models}}).toJson()).value();
        m_rig->rig.engine->setCatalog(catalog);
        m_rig->gateway.setCatalog(catalog);
        m_rig->start();
    }
    /// All events of a stream, as they stand on the wire.
    [[nodiscard]] QByteArray eventsOf(const QByteArray &path, const QByteArray &body)
    {
        RawClient client(m_rig->port());
        client.send(m_rig->request("POST", path, body, "Connection: close\r\n"));
        return client.everything();
    }

private Q_SLOTS:
    void init()
    {
        if (!m_rig) {
            startAnew();
        }
    }
    void cleanupTestCase() { m_rig.reset(); }

    void aPictureIsMade()
    {
        const int before = billed();
        const RawAnswer answer = images({{u"n"_s, 2}});
        QCOMPARE(answer.status, 200);
        const QJsonObject json = answer.json();
        QCOMPARE(json.value("data"_L1).toArray().size(), 2);
        const QByteArray bytes = QByteArray::fromBase64(json["data"_L1][0]["b64_json"_L1].toString().toLatin1());
        QCOMPARE(formatMimeType(*sniffFormat(bytes)), json["data"_L1][0]["media_type"_L1].toString());
        QCOMPARE(json["usage"_L1]["cost"_L1].toDouble(), 0.02);
        QCOMPARE(answer.header("X-Generation-Id"), json.value("id"_L1).toString().toLatin1());
        QCOMPARE(answer.header("X-Lightwell-Provider"), "alpha"_ba);
        QCOMPARE(billed(), before + 2);
    }

    /// Dry run and paid call go by the same wishes.
    void wishes_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("made"); // by whom; empty: nobody
        QTest::addColumn<QString>("availability");
        const auto row = [](const char *name, const QJsonObject &fields, const QString &made,
                            const QString &availability = {}) {
            QTest::newRow(name) << fields << made << availability;
        };
        row("none", {}, u"alpha"_s);
        row("order", provider({{u"order"_s, QJsonArray {u"beta"_s}}}), u"beta"_s);
        row("only", provider({{u"only"_s, QJsonArray {u"gamma"_s}}}), u"gamma"_s);
        row("ignore", provider({{u"ignore"_s, QJsonArray {u"alpha"_s}}}), u"beta"_s);
        row("maker's name", {{u"model"_s, u"toys/toy"_s}}, u"alpha"_s);
        row("provider's name", {{u"model"_s, u"beta/toy"_s}}, u"beta"_s);
        row("floor", {{u"model"_s, u"toy:floor"_s}}, u"alpha"_s);
        row("free", {{u"model"_s, u"toy:free"_s}}, {}, u"constraint_filtered"_s);
        row("too dear", provider({{u"max_price"_s, QJsonObject {{u"image"_s, 0.005}}}}), {}, u"constraint_filtered"_s);
        row("private", provider({{u"data_collection"_s, u"deny"_s}}), {}, u"privacy_restricted"_s);
        row("nobody", provider({{u"only"_s, QJsonArray {u"openai"_s}}}), {}, u"constraint_filtered"_s);
        row("all parameters", {{u"seed"_s, 4}, {u"provider"_s, QJsonObject {{u"require_parameters"_s, true}}}}, {},
            u"constraint_filtered"_s);
        row("unknown model", {{u"model"_s, u"toys/boat"_s}}, {}, u"model_not_found"_s);
        row("another one instead",
            {{u"model"_s, u"toys/boat"_s}, {u"models"_s, QJsonArray {u"toys/boat"_s, u"toys/other"_s}}}, u"beta"_s);
    }
    void wishes()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(QString, made);
        const int before = billed();
        const RawAnswer dry = images(fields, {}, "?dryRun=true");
        QCOMPARE(billed(), before);
        const RawAnswer answer = images(fields);
        for (const RawAnswer &told : {dry, answer}) {
            QCOMPARE(told.status, made.isEmpty() ? 404 : 200);
            QTEST(availabilityOf(told), "availability");
        }
        QCOMPARE(dry.json().value("provider"_L1).toString(), made);
        QCOMPARE(providerOf(answer), made);
        QCOMPARE(billed(), before + (made.isEmpty() ? 0 : 1));
    }

    void othersAreAskedUnlessForbidden()
    {
        startAnew();
        m_rig->vendor().submitScript = {Reply::json({}, 503), Reply::json({}, 503)};
        const RawAnswer answer = images({}, "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(providerOf(answer), u"beta"_s);
        const QJsonObject told = answer.json().value("openrouter_metadata"_L1).toObject();
        QCOMPARE(told.value("attempt"_L1).toInt(), 2);
        QCOMPARE(told["attempts"_L1][0]["status"_L1].toInt(), 503);
        QCOMPARE(billed(), 1);
        const RawAnswer alone = images(provider({{u"allow_fallbacks"_s, false}}));
        QCOMPARE(alone.status, 503);
        QCOMPARE(availabilityOf(alone), u"capacity_exhausted"_s);
        QCOMPARE(alone.json()["error"_L1]["metadata"_L1]["provider_name"_L1].toString(), u"alpha"_s);
        QCOMPARE(billed(), 1);
    }

    /// OpenRouter's own client repeats whatever ends with 5xx.
    void whatMayBeBilledIsNotRepeated()
    {
        startAnew();
        m_rig->vendor().afterAccepting = [] { return Reply::json({}, 500); };
        const RawAnswer answer = images();
        QCOMPARE(answer.status, 424);
        QCOMPARE(answer.json()["error"_L1]["metadata"_L1]["may_be_billed"_L1].toBool(), true);
        QCOMPARE(m_rig->rig.vendor(u"beta"_s).billed, 0);
    }

    void optionsReachTheirProviderAlone()
    {
        const QJsonObject options {{u"beta"_s, QJsonObject {{u"glow"_s, 3}}}};
        QCOMPARE(images(provider({{u"options"_s, options}, {u"only"_s, QJsonArray {u"beta"_s}}})).status, 200);
        const QList<Generation> made = *await(m_rig->rig.journal->list(1));
        QCOMPARE(made.first().request.extra, QJsonObject());
    }

    void streams()
    {
        startAnew();
        const QByteArray events = eventsOf("/api/v1/images", bodyOf({{u"stream"_s, true}}));
        QVERIFY(events.contains("text/event-stream"));
        QVERIFY(events.contains("image_generation.completed"));
        QVERIFY(events.contains("data: [DONE]"));
        m_rig->vendor().submitScript = {Reply::json({}, 400)};
        QCOMPARE(images({{u"stream"_s, true}}).status, 400); // nothing had left yet
    }

    void chats()
    {
        const QJsonObject chat {
            {u"model"_s, u"toys/toy"_s},
            {u"modalities"_s, QJsonArray {u"image"_s}},
            {u"messages"_s, QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"a boat"_s}}}}};
        const auto ask = [this](const QJsonObject &body) {
            return m_rig->ask(
                m_rig->request("POST", "/api/v1/chat/completions", QJsonDocument(body).toJson(QJsonDocument::Compact)));
        };
        const RawAnswer answer = ask(chat);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json()["choices"_L1][0]["message"_L1]["images"_L1][0]["image_url"_L1]["url"_L1]
                    .toString()
                    .startsWith("data:image/png;base64,"_L1));
        QCOMPARE(await(m_rig->rig.journal->list(1))->first().request.prompt, u"a boat"_s);
        QJsonObject streamed = chat;
        streamed.insert(u"stream"_s, true);
        const QByteArray events =
            eventsOf("/api/v1/chat/completions", QJsonDocument(streamed).toJson(QJsonDocument::Compact));
        QVERIFY(events.contains("\"images\":[{\"type\":\"image_url\""));
        QVERIFY(events.contains("data: [DONE]"));
    }

    void spending()
    {
        startAnew();
        const QString id = images().json().value("id"_L1).toString();
        QTRY_COMPARE(get("/api/v1/key").json()["data"_L1]["usage"_L1].toDouble(), 0.01);
        QJsonObject key = get("/api/v1/key").json().value("data"_L1).toObject();
        QCOMPARE(key.value("label"_L1), u"test"_s);
        QCOMPARE(key.value("usage_daily"_L1).toDouble(), 0.01);
        QVERIFY(key.value("limit"_L1).isNull());
        QCOMPARE(get("/api/v1/credits").status, 404);
        Budget budget;
        budget.limit = Money::fromMicros(1'000'000);
        budget.period = Period::Month;
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        Budget ofModel = budget; // which says nothing of all the rest
        ofModel.model = u"toy"_s;
        ofModel.limit = Money::fromMicros(500'000);
        QVERIFY(await(m_rig->rig.ledger->setBudget(ofModel)));
        key = get("/api/v1/key").json().value("data"_L1).toObject();
        QCOMPARE(key.value("limit"_L1).toDouble(), 1.0);
        QCOMPARE(key.value("limit_remaining"_L1).toDouble(), 0.99);
        QCOMPARE(key.value("limit_reset"_L1), u"monthly"_s);
        const QJsonObject credits = get("/api/v1/credits").json().value("data"_L1).toObject();
        QCOMPARE(credits.value("total_credits"_L1).toDouble(), 1.0);
        QCOMPARE(credits.value("total_usage"_L1).toDouble(), 0.01);
        const QJsonObject receipt = get("/api/v1/generation?id=" + id.toLatin1()).json().value("data"_L1).toObject();
        QCOMPARE(receipt.value("id"_L1), id);
        QCOMPARE(receipt.value("total_cost"_L1).toDouble(), 0.01);
        const QJsonArray activity = get("/api/v1/activity").json().value("data"_L1).toArray();
        QCOMPARE(activity.size(), 1);
        QCOMPARE(activity.first()["requests"_L1].toInt(), 1);
        QCOMPARE(activity.first()["usage"_L1].toDouble(), 0.01);
        QCOMPARE(get("/api/v1/activity?date=2020-01-01").json().value("data"_L1).toArray().size(), 0);
        QCOMPARE(get("/api/v1/activity?date=yesterday").status, 400);
    }

    void nobodyIsToldOfOthers()
    {
        startAnew();
        const QByteArray id = images().json().value("id"_L1).toString().toLatin1();
        QTRY_COMPARE(get("/api/v1/key").json()["data"_L1]["usage"_L1].toDouble(), 0.01);
        Budget budget; // of all: without one there are no credits
        budget.limit = Money::fromMicros(1'000'000);
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        const QByteArray mine = m_rig->key;
        m_rig->key = await(m_rig->clients.add(u"manager"_s, {}, KeyScope::Management))->key;
        QCOMPARE(get("/api/v1/credits").json()["data"_L1]["total_usage"_L1].toDouble(), 0.01);
        m_rig->key = await(m_rig->clients.add(u"other"_s))->key;
        QCOMPARE(get("/api/v1/credits").json()["data"_L1]["total_usage"_L1].toDouble(), 0.0);
        QCOMPARE(get("/api/v1/generation?id=" + id).status, 404);
        QCOMPARE(get("/api/v1/activity").json().value("data"_L1).toArray().size(), 0);
        QCOMPARE(get("/api/v1/key").json()["data"_L1]["usage"_L1].toDouble(), 0.0);
        m_rig->key = mine;
        QCOMPARE(get("/api/v1/generation?id=" + id).status, 200);
        QCOMPARE(get("/api/v1/generation?id=gen_none").status, 404);
        for (const QByteArray &path : {"/api/v1/generation"_ba, "/api/v1/generation?id="_ba}) {
            QCOMPARE(get(path).status, 400);
            QVERIFY(get(path).body.contains("?id=ID"));
        }
        ClientTerms terms;
        terms.perMinute = 7;
        m_rig->key = await(m_rig->clients.add(u"slow"_s, terms))->key;
        QCOMPARE(get("/api/v1/key").json()["data"_L1]["rate_limit"_L1]["requests"_L1].toInt(), 7);
        m_rig->key = mine;
    }

    void lists()
    {
        const QJsonObject models = get("/api/v1/models").json();
        QCOMPARE(models.value("total_count"_L1).toInt(), 2);
        QCOMPARE(get("/api/v1/models?providers=alpha").json().value("total_count"_L1).toInt(), 1);
        QCOMPARE(get("/api/v1/models/count?q=other").json()["data"_L1]["count"_L1].toInt(), 1);
        const QString id = models["data"_L1][0]["id"_L1].toString();
        const QJsonObject endpoints = get("/api/v1/images/models/" + id.toLatin1() + "/endpoints").json();
        QCOMPARE(endpoints.value("id"_L1).toString(), id);
        QVERIFY(!endpoints.value("endpoints"_L1).toArray().isEmpty());
        QVERIFY(!get("/api/v1/models/" + id.toLatin1() + "/endpoints")
                     .json()["data"_L1]["endpoints"_L1]
                     .toArray()
                     .isEmpty());
        QCOMPARE(get("/api/v1/model/" + id.toLatin1()).json()["data"_L1]["id"_L1].toString(), id);
        QCOMPARE(get("/api/v1/images/models").json().value("data"_L1).toArray().size(), 2);
        QCOMPARE(get("/api/v1/model/toys/none").status, 404);
        QCOMPARE(get("/api/v1/nothing").json()["error"_L1]["availability"_L1]["code"_L1].toString(),
                 u"wrong_endpoint"_s);
    }
};

QTEST_GUILESS_MAIN(TestGatewayOpenRouter)
#include "test_gatewayopenrouter.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of text models that are kept for equal calls of the same client.
#include "tests/gateway/wordanswer.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray cached = "X-Lightwell-Cache: true\r\n";
const QByteArray atOpenRouter = "X-OpenRouter-Cache: true\r\n";
const QByteArray chatPath = "/v1/chat/completions";
const QByteArray routerPath = "/api/v1/chat/completions";

} // namespace

class TestTextCache : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatRig> m_rig;
    int m_clients = 0;

    /// The gateway of most tests, with a new client, for which nothing is kept.
    ChatRig &fresh(const ClientTerms &terms = {})
    {
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"client %1"_s.arg(++m_clients), terms))->key;
        return *m_rig;
    }
    [[nodiscard]] WordAnswer ask(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {}) const
    {
        RawClient client(m_rig->gateway.port());
        client.send(m_rig->gateway.request("POST", path, body, headers + "Connection: close\r\n"));
        return WordAnswer(client.everything());
    }
    [[nodiscard]] WordAnswer ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers = {}) const
    {
        return ask(path, compact(body), headers);
    }
    [[nodiscard]] WordAnswer chat(const QJsonObject &fields = {}, const QByteArray &headers = cached) const
    {
        return ask(chatPath, ChatRig::wish(fields), headers);
    }
    [[nodiscard]] qsizetype calls() const { return m_rig->alpha.calls().size() + m_rig->beta.calls().size(); }
    [[nodiscard]] qsizetype generations() const { return await(m_rig->gateway.rig.journal->list(1000))->size(); }

private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<ChatRig>(); }
    void cleanupTestCase() { m_rig.reset(); }

    void aHitCostsNothing_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<bool>("tellsUsage");
        const auto row = [](const char *name, const QByteArray &path, const QJsonObject &body, bool tellsUsage = true) {
            QTest::newRow(name) << path << body << tellsUsage;
        };
        const QJsonObject stream = ChatRig::wish({{u"stream"_s, true}});
        const QJsonObject tools {{u"messages"_s, saying(u"call the tool weather now"_s)}};
        const QJsonObject damaged {{u"messages"_s, saying(u"damaged JSON"_s)},
                                   {u"response_format"_s, QJsonObject {{u"type"_s, u"json_object"_s}}},
                                   {u"plugins"_s, QJsonArray {QJsonObject {{u"id"_s, u"response-healing"_s}}}}};
        row("chat", chatPath, ChatRig::wish());
        row("chat, streamed", chatPath, stream, false);
        row("chat, streamed with its usage", chatPath,
            with(stream, u"stream_options"_s, QJsonObject {{u"include_usage"_s, true}}));
        row("a tool's call", chatPath, ChatRig::wish(tools));
        row("mended", chatPath, ChatRig::wish(damaged));
        row("OpenRouter's chat", routerPath, ChatRig::wish());
        row("OpenRouter's chat, streamed", routerPath, stream);
        row("OpenRouter's, mended", routerPath, ChatRig::wish(damaged));
        row("responses", "/v1/responses", responsesWish(u"alpha/talk"_s, false));
        row("responses, streamed", "/v1/responses", responsesWish(u"alpha/talk"_s, true));
        row("responses by a chat", "/v1/responses", responsesWish(u"beta/talk"_s, false));
        row("responses by a chat, streamed", "/v1/responses", responsesWish(u"beta/talk"_s, true));
        row("OpenRouter's embeddings", "/api/v1/embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"hello"_s}});
        row("embeddings", "/v1/embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"hello"_s}});
    }
    void aHitCostsNothing()
    {
        QFETCH(QByteArray, path);
        QFETCH(QJsonObject, body);
        QFETCH(bool, tellsUsage);
        ChatRig &rig = fresh();
        const QByteArray wish = path.startsWith("/api/") ? atOpenRouter : cached;
        const WordAnswer paid = ask(path, body, wish);
        QCOMPARE(paid.status, 200);
        QCOMPARE(paid.cache(), "MISS"_ba);
        QCOMPARE(paid.header("X-OpenRouter-Cache-Status"), "MISS"_ba);
        QCOMPARE(paid.header("X-OpenRouter-Cache-TTL"), "300"_ba);
        QCOMPARE(paid.header("X-OpenRouter-Cache-Source-Id"), QByteArray());
        QCOMPARE(paid.usage() > 0, tellsUsage);
        const Money spent = rig.usage().total;
        const qsizetype asked = calls();
        const qsizetype made = generations();

        const WordAnswer hit = ask(path, body, wish);
        QCOMPARE(hit.status, 200);
        QCOMPARE(hit.cache(), "HIT"_ba);
        QCOMPARE(hit.header("X-OpenRouter-Cache-Status"), "HIT"_ba);
        QCOMPARE(hit.header("X-OpenRouter-Cache-TTL"), "300"_ba);
        QVERIFY(hit.header("X-OpenRouter-Cache-Age").toInt() < 60);
        QCOMPARE(hit.header("X-OpenRouter-Cache-Source-Id"), rig.last().id.toLatin1());
        QCOMPARE(hit.header("Content-Type"), paid.header("Content-Type"));
        QVERIFY(!hit.header("X-Lightwell-Cost").isEmpty());
        QCOMPARE(hit.header("X-Lightwell-Cost").toDouble(), 0.0);
        QCOMPARE(hit.said(), paid.said());
        QVERIFY(!hit.said().isEmpty());
        QCOMPARE(hit.body.endsWith("data: [DONE]\n\n"), paid.body.endsWith("data: [DONE]\n\n"));
        QCOMPARE(hit.usage(), tellsUsage ? 0.0 : -1.0);
        QCOMPARE(calls(), asked);
        QCOMPARE(generations(), made);
        QCOMPARE(rig.usage().total, spent);
        QCOMPARE(rig.usage().reserved, Money::zero());
    }

    void whatIsEqual_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("firstHeaders");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("secondHeaders");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const QByteArray &path, const QByteArray &first,
                            const QByteArray &firstHeaders, const QByteArray &second, const QByteArray &secondHeaders,
                            const QByteArray &told) {
            QTest::newRow(name) << path << first << firstHeaders << second << secondHeaders << told;
        };
        const QByteArray plain = compact(ChatRig::wish());
        const QByteArray turned =
            R"({"messages":[{"role":"user","content":"say hello"}],"model":"talk","max_tokens":100})";
        row("off", chatPath, plain, {}, plain, {}, {});
        row("switched off", chatPath, plain, cached, plain, "X-Lightwell-Cache: false\r\n", {});
        row("the first was not", chatPath, plain, {}, plain, cached, "MISS");
        row("the second is not", chatPath, plain, cached, plain, {}, {});
        row("OpenRouter's name", chatPath, plain, atOpenRouter, plain, cached, "HIT");
        row("other words", chatPath, plain, cached, compact(ChatRig::wish({{u"messages"_s, saying(u"hi"_s)}})), cached,
            "MISS");
        row("another order of fields", chatPath, plain, cached, turned, cached, "MISS");
        row("another name of the model", chatPath, plain, cached,
            compact(ChatRig::wish({{u"model"_s, u"alpha/talk"_s}})), cached, "MISS");
        row("as a stream", chatPath, plain, cached, compact(ChatRig::wish({{u"stream"_s, true}})), cached, "MISS");
        row("for another project", chatPath, plain, cached, plain, cached + "X-Lightwell-Project: other\r\n", "HIT");
        row("cleared", chatPath, plain, cached, plain, cached + "X-Lightwell-Cache-Clear: true\r\n", "MISS");
        row("cleared at OpenRouter's", routerPath, plain, atOpenRouter, plain,
            atOpenRouter + "X-OpenRouter-Cache-Clear: true\r\n", "MISS");
        row("with its route told", routerPath, plain, atOpenRouter, plain,
            atOpenRouter + "X-OpenRouter-Metadata: enabled\r\n", "MISS");
    }
    void whatIsEqual()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, firstHeaders);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, secondHeaders);
        static_cast<void>(fresh());
        const qsizetype before = calls();
        QCOMPARE(ask(path, first, firstHeaders).status, 200);
        const WordAnswer answer = ask(path, second, secondHeaders);
        QCOMPARE(answer.status, 200);
        QTEST(answer.cache(), "told");
        QCOMPARE(calls() - before, answer.cache() == "HIT" ? 1 : 2);
    }

    void aClearedOneIsKeptAnew()
    {
        static_cast<void>(fresh());
        const QByteArray paid = chat().header("X-Lightwell-Request-Id");
        const QByteArray anew = chat({}, cached + "X-Lightwell-Cache-Clear: true\r\n").header("X-Lightwell-Request-Id");
        QVERIFY(anew != paid);
        QCOMPARE(chat().header("X-Lightwell-Cache-Source-Id"), anew);
    }

    void dialectsHaveTheirOwn()
    {
        static_cast<void>(fresh());
        QCOMPARE(chat().cache(), "MISS"_ba);
        QCOMPARE(ask(routerPath, ChatRig::wish(), atOpenRouter).cache(), "MISS"_ba);
    }

    void wordsInHeaders_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("lifetime");
        QTest::newRow("said") << atOpenRouter + "X-OpenRouter-Cache-TTL: 60\r\n" << 200 << "60"_ba;
        QTest::newRow("too long") << atOpenRouter + "X-OpenRouter-Cache-TTL: 100000\r\n" << 200 << "86400"_ba;
        QTest::newRow("no time") << atOpenRouter + "X-OpenRouter-Cache-TTL: 0\r\n" << 400 << QByteArray();
        QTest::newRow("no number") << atOpenRouter + "X-OpenRouter-Cache-TTL: soon\r\n" << 400 << QByteArray();
        QTest::newRow("no switch") << "X-OpenRouter-Cache: maybe\r\n"_ba << 400 << QByteArray();
        QTest::newRow("misspelt") << "X-OpenRouter-Cached: true\r\n"_ba << 400 << QByteArray();
    }
    void wordsInHeaders()
    {
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        static_cast<void>(fresh());
        const qsizetype before = calls();
        const WordAnswer answer = ask(routerPath, ChatRig::wish(), headers);
        QCOMPARE(answer.status, status);
        QTEST(answer.header("X-OpenRouter-Cache-TTL"), "lifetime");
        QCOMPARE(calls() - before, status == 200 ? 1 : 0);
    }

    void whatIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("streams");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<bool>("isKept");
        const QByteArray delta = "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hel\"}}]}\n\n";
        const auto finish = [&delta](const QByteArray &why) {
            return inEvents(delta + "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                            + why + "\"}]}\n\ndata: [DONE]\n\n");
        };
        const QJsonObject incomplete {{u"id"_s, u"resp_1"_s},
                                      {u"status"_s, u"incomplete"_s},
                                      {u"error"_s, QJsonValue()},
                                      {u"output"_s, QJsonArray()},
                                      {u"usage"_s, QJsonObject {{u"input_tokens"_s, 5}, {u"output_tokens"_s, 1}}}};
        const auto row = [](const char *name, const QByteArray &path, bool streams, const Reply &reply,
                            bool isKept = false) { QTest::newRow(name) << path << streams << reply << isKept; };
        row("whole", chatPath, false, endedBy(u"stop"_s), true);
        row("tokens ran out", chatPath, false, endedBy(u"length"_s));
        row("a filter ended it", chatPath, false, endedBy(u"content_filter"_s));
        row("a fault in it", chatPath, false, endedBy(u"error"_s));
        row("a whole stream", chatPath, true, finish("stop"), true);
        row("tokens of a stream ran out", chatPath, true, finish("length"));
        row("tokens of OpenRouter's stream ran out", routerPath, true, finish("length"));
        row("a stream breaks off", chatPath, true, inEvents(delta));
        row("an incomplete response", "/v1/responses", false, Reply::json(incomplete));
        row("an incomplete response in events", "/v1/responses", true,
            inEvents("event: response.incomplete\ndata: "
                     + compact({{u"type"_s, u"response.incomplete"_s}, {u"response"_s, incomplete}}) + "\n\n"));
        row("a refusal", chatPath, false,
            Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"bad words"_s}}}}, 400));
    }
    void whatIsNotKept()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, streams);
        QFETCH(Reply, reply);
        QFETCH(bool, isKept);
        ChatRig &rig = fresh();
        const bool isResponse = path == "/v1/responses";
        const QJsonObject body = isResponse ? responsesWish(u"alpha/talk"_s, streams)
                                            : ChatRig::wish({{u"model"_s, u"alpha/talk"_s}, {u"stream"_s, streams}});
        const qsizetype before = calls();
        rig.alpha.script(isResponse ? u"responses"_s : u"chat"_s, reply);
        static_cast<void>(ask(path, body, cached));
        QCOMPARE(calls() - before, 1);
        QCOMPARE(ask(path, body, cached).cache(), isKept ? "HIT"_ba : "MISS"_ba);
        QCOMPARE(calls() - before, isKept ? 1 : 2);
    }

    void aClientFindsItsOwn()
    {
        ChatRig &rig = fresh();
        QCOMPARE(chat().cache(), "MISS"_ba);
        const QByteArray stranger =
            "Authorization: Bearer " + await(rig.gateway.clients.add(u"stranger"_s))->key + "\r\n";
        QCOMPARE(chat({}, cached + stranger).cache(), "MISS"_ba);
        QCOMPARE(chat().cache(), "HIT"_ba);
    }

    void hitsCountInNoMinute()
    {
        ClientTerms terms;
        terms.perMinute = 1;
        static_cast<void>(fresh(terms));
        QCOMPARE(chat().cache(), "MISS"_ba);
        QCOMPARE(chat().cache(), "HIT"_ba);
        QCOMPARE(chat().cache(), "HIT"_ba);
        QCOMPARE(chat({{u"messages"_s, saying(u"hi"_s)}}).status, 429);
    }

    void whoMayNotAskGetsNothing()
    {
        ClientTerms terms;
        terms.models = {u"embed"_s};
        static_cast<void>(fresh(terms));
        QCOMPARE(chat().status, 403);
    }

    /// As there: it has an id of its own, of which it is told what it cost. OpenAI's has that of the paid one.
    void aHitIsAGenerationAtOpenRouters()
    {
        ChatRig &rig = fresh();
        const auto receipt = [&rig](const QByteArray &id, const QByteArray &headers = {}) {
            return rig.gateway.ask(rig.gateway.request("GET", "/api/v1/generation?id=" + id, {}, headers));
        };
        const WordAnswer paid = ask(routerPath, ChatRig::wish(), atOpenRouter);
        const QByteArray source = paid.header("X-Generation-Id");
        QVERIFY(receipt(source).json()["data"_L1]["total_cost"_L1].toDouble() > 0);
        const WordAnswer hit = ask(routerPath, ChatRig::wish(), atOpenRouter);
        const QByteArray id = hit.header("X-Generation-Id");
        QVERIFY(id != source && id != ask(routerPath, ChatRig::wish(), atOpenRouter).header("X-Generation-Id"));
        QCOMPARE(hit.json()["id"_L1].toString().toLatin1(), id);
        QCOMPARE(hit.json()["provider"_L1], paid.json()["provider"_L1]);
        QCOMPARE(hit.json()["usage"_L1]["cost"_L1].toDouble(-1), 0.0);
        QCOMPARE(hit.header("X-OpenRouter-Cache-Source-Id"), source);
        const QJsonObject told = receipt(id).json()["data"_L1].toObject();
        QCOMPARE(told.value("id"_L1).toString().toLatin1(), id);
        QCOMPARE(told.value("model"_L1).toString(), u"talk"_s);
        QCOMPARE(told.value("total_cost"_L1).toDouble(-1), 0.0);
        QCOMPARE(told.value("tokens_completion"_L1).toInt(-1), 0);
        QCOMPARE(told.value("response_cache_source_id"_L1).toString().toLatin1(), source);
        const QByteArray stranger = await(rig.gateway.clients.add(u"nosy"_s))->key;
        QCOMPARE(receipt(id, "Authorization: Bearer " + stranger + "\r\n").status, 404);

        QCOMPARE(chat().cache(), "MISS"_ba);
        const WordAnswer other = chat();
        QCOMPARE(other.header("X-Lightwell-Request-Id"), other.header("X-Lightwell-Cache-Source-Id"));
    }

    void aHitOfUnknownPriceCostsNothing()
    {
        ChatRig &rig = fresh();
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Allow;
        rig.gateway.rig.engine->setPolicy(policy);
        const QJsonObject body = ChatRig::wish({{u"model"_s, u"free-of-price"_s}, {u"stream"_s, true}});
        QVERIFY(!ask(routerPath, body, atOpenRouter).body.contains("\"cost\""));
        const WordAnswer hit = ask(routerPath, body, atOpenRouter + "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(hit.cache(), "MISS"_ba);
        const WordAnswer again = ask(routerPath, body, atOpenRouter + "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(again.cache(), "HIT"_ba);
        const QJsonObject last = again.objects().last();
        QCOMPARE(last["usage"_L1]["cost"_L1].toDouble(-1), 0.0);
        QCOMPARE(last["openrouter_metadata"_L1]["attempt"_L1].toInt(-1), 0);
        rig.gateway.rig.engine->setPolicy({});
    }

    void itGoesWithItsRequest()
    {
        ChatRig &rig = fresh();
        const QByteArray id = chat().header("X-Lightwell-Request-Id");
        QCOMPARE(chat().cache(), "HIT"_ba);
        QCOMPARE(rig.gateway.ask(rig.gateway.request("DELETE", "/v1/requests/" + id + "/payloads")).status, 200);
        QCOMPARE(chat().cache(), "MISS"_ba);
    }

    /// What repeats itself is one call already, and what was kept stays for other ones.
    void repetitionsJoinTheirCall()
    {
        static_cast<void>(fresh());
        const qsizetype before = calls();
        const QByteArray id = chat({}, "Idempotency-Key: k1\r\n").header("X-Lightwell-Request-Id");
        QCOMPARE(chat({}, cached + "Idempotency-Key: k1\r\n").header("X-Lightwell-Request-Id"), id);
        QCOMPARE(calls() - before, 1);
        QCOMPARE(chat({}, cached + "Idempotency-Key: k2\r\n").cache(), "MISS"_ba);
        QCOMPARE(chat({}, cached + "Idempotency-Key: k3\r\n").cache(), "HIT"_ba);
        QCOMPARE(calls() - before, 2);
    }

    /// Its pictures are asked for anew each time, and so is the model.
    void withAnImageToolNothingIsKept()
    {
        static_cast<void>(fresh());
        const QJsonObject tool {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}};
        for (const bool streams : {false, true}) {
            const QJsonObject body = with(responsesWish(u"alpha/talk"_s, streams), u"tools"_s, QJsonArray {tool});
            for (int i = 0; i < 2; ++i) {
                const qsizetype before = calls();
                const WordAnswer answer = ask("/v1/responses", body, cached);
                QCOMPARE(answer.status, 200);
                QCOMPARE(answer.cache(), "BYPASS"_ba);
                QCOMPARE(calls() - before, 1);
            }
        }
    }

    void theyLieOnNoDisk()
    {
        ChatRig &rig = fresh();
        const QJsonObject canary {{u"messages"_s, saying(u"canary words"_s)}};
        QCOMPARE(chat(canary).status, 200);
        QCOMPARE(chat(canary).cache(), "HIT"_ba);
        QDirIterator all(rig.gateway.rig.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary words"), qPrintable(file.fileName()));
        }
    }

    /// The last ones: they start the gateway anew.
    void theSettingIsForPictures()
    {
        ChatRig &rig = fresh();
        GatewayOptions options;
        options.answers.cache = std::chrono::seconds(60);
        rig.gateway.start(options);
        const qsizetype before = calls();
        QCOMPARE(chat({{u"seed"_s, 7}}, {}).cache(), QByteArray());
        QCOMPARE(chat({{u"seed"_s, 7}}, {}).cache(), QByteArray());
        QCOMPARE(calls() - before, 2);
    }

    void nothingIsKeptBeyondAStop()
    {
        ChatRig &rig = fresh();
        QCOMPARE(chat().cache(), "MISS"_ba);
        QCOMPARE(chat().cache(), "HIT"_ba);
        rig.gateway.start();
        QCOMPARE(chat().cache(), "MISS"_ba);
    }
};

QTEST_GUILESS_MAIN(TestTextCache)
#include "test_textcache.moc"

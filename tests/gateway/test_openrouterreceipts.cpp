// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the receipt of a generation tells of the call beside its cost: who asked, how, and what the vendor calls it.
#include "core/gateway/presets/presets.h"
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray program =
    "User-Agent: boat-maker/2.1\r\nHTTP-Referer: https://me:x@app.example/boats?token=t1#top\r\n";
const QByteArray pictures = R"({"model": "drawn", "prompt": "a boat", "session_id": "s-1")";

QJsonObject fallbacks()
{
    return {{u"models"_s, QJsonArray {u"free-of-price"_s}}};
}

} // namespace

class TestOpenRouterReceipts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;

    /// Of the newest generation.
    [[nodiscard]] QJsonObject receipt()
    {
        const QByteArray path = "/api/v1/generation?id=" + m_rig->last().id.toLatin1();
        return m_rig->gateway.ask(m_rig->gateway.request("GET", path)).json().value("data"_L1).toObject();
    }
    [[nodiscard]] RawAnswer draw(const QByteArray &body, const QByteArray &headers = {})
    {
        return m_rig->gateway.ask(m_rig->gateway.request("POST", "/api/v1/images", body, headers));
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ServerToolRig>();
        EnginePolicy policy;
        policy.unknownPrices = UnknownPrices::Allow;
        m_rig->gateway.rig.engine->setPolicy(policy);
    }
    void cleanup() { m_rig.reset(); }

    void wordsHaveAllThatIsKnown_data()
    {
        QTest::addColumn<bool>("streams");
        QTest::newRow("at once") << false;
        QTest::newRow("in pieces") << true;
    }
    void wordsHaveAllThatIsKnown()
    {
        QFETCH(const bool, streams);
        const QJsonObject wish = ChatRig::wish({{u"session_id"_s, u"s-1"_s}});
        if (streams) {
            QCOMPARE(m_rig->events(wish, program).last(), "[DONE]"_ba);
        } else {
            QCOMPARE(m_rig->chat(wish, program).status, 200);
        }
        const QJsonObject told = receipt();
        QCOMPARE(told.value("streamed"_L1), QJsonValue(streams));
        QCOMPARE(told.value("user_agent"_L1), u"boat-maker/2.1"_s);
        QCOMPARE(told.value("http_referer"_L1), u"https://app.example/boats"_s);
        QCOMPARE(told.value("session_id"_L1), u"s-1"_s);
        QCOMPARE(told.value("api_type"_L1), u"completions"_s);
        QVERIFY(told.value("upstream_id"_L1).toString().startsWith("chatcmpl-"_L1));
        QCOMPARE(told["provider_responses"_L1][0]["id"_L1], told.value("upstream_id"_L1));
        QCOMPARE(told.value("finish_reason"_L1), u"stop"_s);
        QCOMPARE(told.value("native_finish_reason"_L1), u"stop"_s);
        for (const QLatin1StringView unknown :
             {"router"_L1, "service_tier"_L1, "preset_id"_L1, "response_cache_source_id"_L1}) {
            QVERIFY2(told.contains(unknown) && told.value(unknown).isNull(), unknown.data());
        }
        QVERIFY(!m_rig->alpha.calls().last().hasHeader("HTTP-Referer")); // it is no vendor's business
        QVERIFY(m_rig->alpha.calls().last().header("User-Agent") != "boat-maker/2.1");
    }

    void whatTheVendorSaysOfItsAnswer()
    {
        const QJsonObject choice {{u"index"_s, 0},
                                  {u"message"_s, QJsonObject {{u"role"_s, u"assistant"_s}, {u"content"_s, u"Hel"_s}}},
                                  {u"finish_reason"_s, u"length"_s}};
        m_rig->alpha.script(
            u"chat"_s,
            Reply::json(
                {{u"id"_s, u"chatcmpl-long"_s},
                 {u"object"_s, u"chat.completion"_s},
                 {u"choices"_s, QJsonArray {choice}},
                 {u"service_tier"_s, u"flex"_s},
                 {u"usage"_s,
                  QJsonObject {{u"prompt_tokens"_s, 4}, {u"completion_tokens"_s, 1}, {u"total_tokens"_s, 5}}}}));
        QCOMPARE(m_rig->chat(ChatRig::wish()).status, 200);
        const QJsonObject told = receipt();
        QCOMPARE(told.value("upstream_id"_L1), u"chatcmpl-long"_s);
        QCOMPARE(told.value("finish_reason"_L1), u"length"_s);
        QCOMPARE(told.value("service_tier"_L1), u"flex"_s);
        QVERIFY(told.value("user_agent"_L1).isNull());
        QVERIFY(told.value("http_referer"_L1).isNull());
    }

    /// OpenAI's API of responses has other words for the same.
    void responsesEndedAsChatsDo()
    {
        QCOMPARE(m_rig->ask("responses", {{u"model"_s, u"talk"_s}, {u"input"_s, u"hello"_s}}, program).status, 200);
        const QJsonObject told = receipt();
        QCOMPARE(told.value("api_type"_L1), u"completions"_s);
        QVERIFY(told.value("upstream_id"_L1).toString().startsWith("resp_"_L1));
        QCOMPARE(told.value("finish_reason"_L1), u"stop"_s);
        QCOMPARE(told.value("native_finish_reason"_L1), u"completed"_s);
    }

    void picturesHaveAllThatIsKnown()
    {
        const QString link = m_rig->painter().server().url(u"/pictures/1"_s).toString();
        m_rig->painter().submitScript = {Reply::json({{u"picture"_s, link}}).with("X-Request-Id", "req-77")};
        QCOMPARE(draw(pictures + '}', program).status, 200);
        QJsonObject told = receipt();
        QCOMPARE(told.value("streamed"_L1), QJsonValue(false));
        QCOMPARE(told.value("api_type"_L1), u"image"_s);
        QCOMPARE(told.value("upstream_id"_L1), u"req-77"_s);
        QCOMPARE(told.value("user_agent"_L1), u"boat-maker/2.1"_s);
        QCOMPARE(told.value("http_referer"_L1), u"https://app.example/boats"_s);
        QCOMPARE(told.value("session_id"_L1), u"s-1"_s);
        const QByteArray entry = "/v1/requests/" + m_rig->last().id.toLatin1(); // in the other API's log as well
        QCOMPARE(m_rig->gateway.ask(m_rig->gateway.request("GET", entry)).json().value("session_id"_L1), u"s-1"_s);
        RawClient client(m_rig->gateway.port());
        client.send(m_rig->gateway.request("POST", "/api/v1/images", pictures + R"(, "stream": true})",
                                           "Referer: http://page.example/a\r\nConnection: close\r\n"));
        QVERIFY(client.everything().contains("[DONE]"));
        QTRY_COMPARE((told = receipt()).value("streamed"_L1), QJsonValue(true));
        QCOMPARE(told.value("http_referer"_L1), u"http://page.example/a"_s);
        QVERIFY(told.value("upstream_id"_L1).isNull()); // the vendor told none
    }

    /// A model that stands in was chosen by the call's own list.
    void standInsAreTold()
    {
        const Reply busy = Reply::json({}, 503);
        m_rig->alpha.script(u"chat"_s, busy);
        m_rig->beta.script(u"chat"_s, busy);
        QCOMPARE(m_rig->chat(ChatRig::wish(fallbacks())).status, 200);
        QCOMPARE(receipt().value("router"_L1), u"lightwell/fallback"_s);
        QCOMPARE(m_rig->chat(ChatRig::wish(fallbacks())).status, 200);
        QVERIFY(receipt().value("router"_L1).isNull());
    }

    void presetsAreTold()
    {
        m_rig->gateway.gateway.setPresets(
            readPresets(R"({"presets": [{"slug": "poet", "config": {"model": "talk"}}]})"));
        QJsonObject wish = ChatRig::wish({{u"preset"_s, u"poet"_s}});
        wish.remove(u"model"_s);
        QCOMPARE(m_rig->chat(wish).status, 200);
        QCOMPARE(receipt().value("preset_id"_L1), u"poet"_s);
    }

    /// Neither the client's key nor what looks like one is kept, and nothing that acts instead of being seen.
    void keysAreNotKept_data()
    {
        QTest::addColumn<QByteArray>("agent"); // with "%" for the client's key
        QTest::addColumn<QByteArray>("forbidden");
        QTest::newRow("its own") << "maker %"_ba
                                 << "%"_ba;
        QTest::newRow("a vendor's") << "maker sk-proj-0123456789abcdefghij0123456789"_ba
                                    << "sk-proj-0123456789"_ba;
        QTest::newRow("letters turned around") << "maker \xE2\x80\xAE gpj"_ba
                                               << "\xE2\x80\xAE"_ba;
        QTest::newRow("a tab") << "maker\tof boats"_ba
                               << "\t"_ba;
        QTest::newRow("a long one") << QByteArray(2000, 'a') << QByteArray(300, 'a');
    }
    void keysAreNotKept()
    {
        QFETCH(QByteArray, agent);
        QFETCH(QByteArray, forbidden);
        agent.replace('%', m_rig->gateway.key);
        forbidden.replace('%', m_rig->gateway.key);
        const QByteArray headers = "User-Agent: " + agent + "\r\nHTTP-Referer: https://a.example/"
            + forbidden.toHex().left(20) + "?key=" + m_rig->gateway.key + "\r\n";
        QCOMPARE(m_rig->chat(ChatRig::wish(), headers).status, 200);
        const CallNotes notes = m_rig->last().origin.notes;
        QCOMPARE(notes.path, u"/api/v1/chat/completions"_s);
        QVERIFY(!notes.userAgent.toUtf8().contains(forbidden));
        QVERIFY(notes.userAgent.size() <= 256);
        QVERIFY(notes.referer.startsWith("https://a.example/"_L1));
        QVERIFY(!notes.referer.contains(QString::fromLatin1(m_rig->gateway.key)));
    }

    void aKeyInThePathIsNotKept()
    {
        QCOMPARE(m_rig->chat(ChatRig::wish(), "Referer: https://a.example/" + m_rig->gateway.key + "\r\n").status, 200);
        QVERIFY(m_rig->last().origin.notes.referer.isEmpty());
    }

    /// They go with the words of the request.
    void whatIsDeletedIsGone()
    {
        QCOMPARE(draw(pictures + '}', program).status, 200);
        const QByteArray id = m_rig->last().id.toLatin1();
        QCOMPARE(m_rig->gateway.ask(m_rig->gateway.request("DELETE", "/v1/requests/" + id + "/payloads")).status, 200);
        const QJsonObject told = receipt();
        for (const QLatin1StringView name : {"user_agent"_L1, "http_referer"_L1, "session_id"_L1}) {
            QVERIFY2(told.value(name).isNull(), name.data());
        }
        QVERIFY(told.value("total_cost"_L1).toDouble() > 0);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterReceipts)
#include "test_openrouterreceipts.moc"

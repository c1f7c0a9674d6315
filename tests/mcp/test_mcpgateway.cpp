// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// POST /mcp over real sockets, with a toy vendor that counts what it bills.
#include "core/mcp/schemacheck.h"
#include "core/mcp/tools.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto versionKey = "io.modelcontextprotocol/protocolVersion"_L1;
constexpr auto capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"_L1;

QJsonObject message(const QString &method, const QJsonObject &params, const QJsonValue &id = 1)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject structured(const QJsonObject &answer)
{
    return answer["result"_L1]["structuredContent"_L1].toObject();
}

/// The code of what a tool refused.
QString refusalIn(const QJsonObject &answer)
{
    const QJsonObject result = answer.value("result"_L1).toObject();
    const QByteArray text = result["content"_L1][0]["text"_L1].toString().toUtf8();
    const QJsonObject error = QJsonDocument::fromJson(text).object().value("error"_L1).toObject();
    return !result.value("isError"_L1).toBool() ? QString()
        : error.value("code"_L1).isNull()       ? error.value("kind"_L1).toString()
                                                : error.value("code"_L1).toString();
}

} // namespace

class TestMcpGateway : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    void renew() ///< with nothing in its books
    {
        m_rig = std::make_unique<GatewayRig>(QList<Offer> {toyOffer(u"toy"_s, u"alpha"_s),
                                                           toyOffer(u"dear"_s, u"alpha"_s, 300'000),
                                                           toyOffer(u"free"_s, u"alpha"_s, 0)});
        m_rig->start();
    }
    [[nodiscard]] QByteArray posted(const QByteArray &body, const QByteArray &headers = {}) const
    {
        return m_rig->request("POST", "/mcp", body, headers);
    }
    [[nodiscard]] RawAnswer post(const QByteArray &body, const QByteArray &headers = {}) const
    {
        return m_rig->ask(posted(body, headers));
    }
    [[nodiscard]] static QByteArray older() { return "MCP-Protocol-Version: 2025-11-25\r\n"; }
    [[nodiscard]] static QByteArray call(const QString &tool, const QJsonObject &arguments)
    {
        return compact(message(u"tools/call"_s, {{u"name"_s, tool}, {u"arguments"_s, arguments}}));
    }
    [[nodiscard]] QJsonObject callTool(const QString &tool, const QJsonObject &arguments) const
    {
        return post(call(tool, arguments), older()).json();
    }
    /// In the newest revision.
    [[nodiscard]] static QByteArray modern(const QString &method, QJsonObject params, bool asks = false)
    {
        const QJsonObject can = asks ? QJsonObject {{u"elicitation"_s, QJsonObject()}} : QJsonObject();
        params.insert(u"_meta"_s, QJsonObject {{versionKey, u"2026-07-28"_s}, {capabilitiesKey, can}});
        return compact(message(method, params));
    }
    [[nodiscard]] static QByteArray modernHeaders(const QByteArray &method, const QByteArray &name = {})
    {
        return "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: " + method + "\r\n"
            + (name.isEmpty() ? QByteArray() : QByteArray("Mcp-Name: " + name + "\r\n"));
    }
    [[nodiscard]] RawAnswer callModern(const QJsonObject &params, bool asks = true) const
    {
        return post(modern(u"tools/call"_s, params, asks),
                    modernHeaders("tools/call", params.value("name"_L1).toString().toUtf8()));
    }
    [[nodiscard]] static QJsonObject wish(const QString &model = u"toy"_s)
    {
        return {{u"model"_s, model}, {u"prompt"_s, u"a paper boat"_s}};
    }

private Q_SLOTS:
    void init()
    {
        if (m_rig) {
            ToyVendor &vendor = m_rig->vendor();
            vendor.atOnce = true;
            vendor.billed = 0;
            vendor.cancelled = false;
            vendor.server().forget();
        } else {
            renew();
        }
    }
    void cleanupTestCase() { m_rig.reset(); }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const QByteArray ping = compact(message(u"ping"_s, {}));
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &headers,
                            const QByteArray &body, int status,
                            int code) { QTest::newRow(name) << method << headers << body << status << code; };
        row("a stream is asked for", "GET", {}, {}, 405, -32600);
        row("a session is ended that is not named", "DELETE", {}, {}, 400, -32600);
        row("a session is ended that there is not", "DELETE", "Mcp-Session-Id: none\r\n", {}, 404, -32001);
        row("a word in a session that there is not", "POST", older() + "Mcp-Session-Id: none\r\n", ping, 404, -32001);
        row("no key", "POST", "Authorization: Bearer lw-wrong\r\n", ping, 401, -32600);
        row("a web page", "POST", "Origin: http://evil.example\r\n", ping, 403, -32600);
        row("another host", "POST", "Host: evil.example\r\n", ping, 403, -32600);
        row("a form", "POST", "Content-Type: image/png\r\n", ping, 415, -32600);
        row("no JSON", "POST", {}, "{", 400, -32700);
        row("no message", "POST", {}, "{}", 400, -32600);
        row("an unknown revision", "POST", "MCP-Protocol-Version: 1999-01-01\r\n", ping, 400, -32022);
        row("a batch where there is none", "POST", older(), '[' + ping + ']', 400, -32600);
        row("a dry run", "POST", "X-Lightwell-Strict: true\r\n", ping, 400, -32600);
        row("an unknown method", "POST", older(), compact(message(u"prompts/list"_s, {})), 200, -32601);
        row("an unknown method in the newest", "POST", modernHeaders("prompts/list"), modern(u"prompts/list"_s, {}),
            404, -32601);
        row("another method in the header", "POST", modernHeaders("tools/list"), modern(u"tools/call"_s, {}), 400,
            -32020);
        row("an unknown tool", "POST", older(), call(u"pay"_s, {}), 200, -32602);
        row("an unknown picture", "POST", older(),
            compact(message(u"resources/read"_s, {{u"uri"_s, u"http://127.0.0.1/v1/files/x.png"_s}})), 200, -32002);
        row("an unknown picture in the newest", "POST", modernHeaders("resources/read", "file:///etc/passwd"),
            modern(u"resources/read"_s, {{u"uri"_s, u"file:///etc/passwd"_s}}), 200, -32602);
    }
    void whatIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        const RawAnswer answer = m_rig->ask(m_rig->request(method, "/mcp", body, headers));
        QTEST(answer.status, "status");
        QTEST(answer.json()["error"_L1]["code"_L1].toInt(), "code");
        QCOMPARE(answer.json().value("jsonrpc"_L1).toString(), u"2.0"_s);
        if (body.startsWith('{') && body.size() <= 2) { // a message whose id nobody can read
            QVERIFY(answer.json().value("id"_L1).isNull());
        }
    }

    void itIntroducesItself()
    {
        const QJsonObject params {{u"protocolVersion"_s, u"2025-06-18"_s}, {u"capabilities"_s, QJsonObject()}};
        const RawAnswer answer = post(compact(message(u"initialize"_s, params)));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.header("Content-Type").contains("event-stream"));
        QVERIFY(answer.header("Mcp-Session-Id").isEmpty());
        const QJsonObject result = answer.json().value("result"_L1).toObject();
        QCOMPARE(result.value("protocolVersion"_L1).toString(), u"2025-06-18"_s);
        QVERIFY(!result.contains("resultType"_L1));
        const QByteArray initialized = R"({"jsonrpc":"2.0","method":"notifications/initialized"})";
        const RawAnswer told = post(initialized, older());
        QCOMPARE(told.status, 202);
        QVERIFY(told.body.isEmpty());
    }

    void itIsDiscovered()
    {
        const QJsonObject result = post(modern(u"server/discover"_s, {}), modernHeaders("server/discover"))
                                       .json()
                                       .value("result"_L1)
                                       .toObject();
        QCOMPARE(result.value("resultType"_L1).toString(), u"complete"_s);
        QCOMPARE(result["supportedVersions"_L1][0].toString(), u"2026-07-28"_s);
        QVERIFY(result.contains("ttlMs"_L1) && result.contains("cacheScope"_L1));
    }

    void batchesAreAnsweredTogether()
    {
        const QByteArray ping = compact(message(u"ping"_s, {}, u"a"_s));
        const QByteArray list = compact(message(u"tools/list"_s, {}, 2));
        const RawAnswer answer = post('[' + ping + ',' + list + R"(,{"jsonrpc":"2.0","method":"x"}])");
        QCOMPARE(answer.status, 200);
        QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), 2);
    }

    void estimatesAreFree()
    {
        const QJsonObject estimate = structured(callTool(u"estimate_cost"_s, {{u"model"_s, u"dear"_s}, {u"n"_s, 2}}));
        QCOMPARE(mcp::faultBySchema(estimate, mcp::findTool(u"estimate_cost"_s)->outputSchema()), std::nullopt);
        QCOMPARE(estimate.value("estimated_cost_usd"_L1).toDouble(), 0.6);
        QCOMPARE(estimate.value("needs_agreement"_L1).toBool(), true);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void picturesAreMade()
    {
        renew();
        const QJsonObject answer = callTool(u"generate_image"_s, wish());
        const QJsonObject job = structured(answer);
        QCOMPARE(mcp::faultBySchema(job, mcp::findTool(u"generate_image"_s)->outputSchema()), std::nullopt);
        QCOMPARE(job.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(job.value("cost_usd"_L1).toDouble(), 0.03);
        QCOMPARE(m_rig->vendor().billed, 1);
        const QJsonArray content = answer["result"_L1]["content"_L1].toArray();
        QCOMPARE(content.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(content.at(0)["text"_L1].toString().toUtf8()).object(), job);
        QCOMPARE(content.at(1)["type"_L1].toString(), u"image"_s);
        QCOMPARE(content.at(2)["type"_L1].toString(), u"resource_link"_s);
        const QUrl link(content.at(2)["uri"_L1].toString());
        const QByteArray file =
            m_rig->ask(m_rig->request("GET", link.path().toLatin1(), {}, "Authorization: none\r\n")).body;
        QCOMPARE(file.size(), job["pictures"_L1][0]["bytes"_L1].toInt());
        const QJsonObject read =
            post(compact(message(u"resources/read"_s, {{u"uri"_s, link.toString()}})), older()).json();
        QCOMPARE(QByteArray::fromBase64(read["result"_L1]["contents"_L1][0]["blob"_L1].toString().toLatin1()), file);
        const QJsonObject list = post(compact(message(u"resources/list"_s, {})), older()).json();
        QCOMPARE(list["result"_L1]["resources"_L1].toArray().size(), 1);
    }

    void oldRevisionsGetNoLinks()
    {
        const QJsonObject result = post(call(u"generate_image"_s, wish())).json().value("result"_L1).toObject();
        QVERIFY(!result.contains("structuredContent"_L1));
        QCOMPARE(result.value("content"_L1).toArray().size(), 2);
    }

    void nothingIsPaidUnasked_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, QJsonObject arguments, const QJsonObject &more, const QString &refusal) {
            for (auto field = more.begin(); field != more.end(); ++field) {
                arguments.insert(field.key(), field.value());
            }
            QTest::newRow(name) << arguments << refusal;
        };
        row("dear", wish(u"dear"_s), {}, u"AGREEMENT_NEEDED"_s);
        row("beyond the limit", wish(), {{u"max_cost_usd"_s, 0.02}}, u"PRICE_ABOVE_LIMIT"_s);
        row("many", wish(), {{u"n"_s, 4}}, u"AGREEMENT_NEEDED"_s);
        row("a wrong field", wish(), {{u"max_cost"_s, 1}}, u"invalid"_s);
        row("a wrong size", wish(), {{u"size"_s, u"large"_s}}, u"invalid"_s);
        row("no such model", wish(u"nobody"_s), {}, u"MODEL_NOT_FOUND"_s);
        row("an agreed price", wish(u"dear"_s), {{u"max_cost_usd"_s, 0.3}}, QString());
        row("a free one", wish(u"free"_s), {{u"max_cost_usd"_s, 0}}, QString());
        row("null is none", wish(), {{u"max_cost_usd"_s, QJsonValue()}}, QString());
    }
    void nothingIsPaidUnasked()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, refusal);
        QCOMPARE(refusalIn(callTool(u"generate_image"_s, arguments)), refusal);
        QCOMPARE(m_rig->vendor().billed, refusal.isEmpty() ? 1 : 0);
    }

    void theUserIsAsked()
    {
        QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, wish(u"dear"_s)}};
        const QJsonObject asked = callModern(params).json().value("result"_L1).toObject();
        QCOMPARE(asked.value("resultType"_L1).toString(), u"input_required"_s);
        QCOMPARE(asked["inputRequests"_L1]["price"_L1]["method"_L1].toString(), u"elicitation/create"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        params.insert(u"requestState"_s, asked.value("requestState"_L1));
        params.insert(u"inputResponses"_s, QJsonObject {{u"price"_s, QJsonObject {{u"action"_s, u"decline"_s}}}});
        QCOMPARE(refusalIn(callModern(params).json()), u"DECLINED"_s);
        params.insert(u"inputResponses"_s, QJsonObject {{u"price"_s, QJsonObject {{u"action"_s, u"accept"_s}}}});
        const QJsonObject first = structured(callModern(params).json());
        QCOMPARE(first.value("status"_L1).toString(), u"completed"_s);
        // One yes is one payment, however often it is sent.
        QCOMPARE(structured(callModern(params).json()).value("job_id"_L1), first.value("job_id"_L1));
        QCOMPARE(m_rig->vendor().billed, 1);
        // It holds for this very call.
        QJsonObject other = wish(u"dear"_s);
        other.insert(u"prompt"_s, u"another boat"_s);
        params.insert(u"arguments"_s, other);
        QCOMPARE(callModern(params).json()["result"_L1]["resultType"_L1].toString(), u"input_required"_s);
        params.insert(u"requestState"_s, u"made up"_s);
        QCOMPARE(callModern(params).json()["result"_L1]["resultType"_L1].toString(), u"input_required"_s);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    void whoCannotBeAskedIsNot()
    {
        const QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, wish(u"dear"_s)}};
        QCOMPARE(refusalIn(callModern(params, false).json()), u"AGREEMENT_NEEDED"_s);
    }

    void aLongJobIsFetchedLater()
    {
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        QJsonObject arguments = wish();
        arguments.insert(u"wait_seconds"_s, 0);
        const QJsonObject running = structured(callTool(u"generate_image"_s, arguments));
        QCOMPARE(running.value("status"_L1).toString(), u"running"_s);
        QCOMPARE(mcp::faultBySchema(running, mcp::findTool(u"get_job"_s)->outputSchema()), std::nullopt);
        // Sent once more, it is the same job.
        const QJsonObject again = structured(callTool(u"generate_image"_s, arguments));
        QCOMPARE(again.value("job_id"_L1), running.value("job_id"_L1));
        m_rig->vendor().polls = 0;
        const QJsonObject done = structured(callTool(u"get_job"_s, {{u"job_id"_s, running.value("job_id"_L1)}}));
        QCOMPARE(done.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(structured(callTool(u"get_job"_s, {})).value("job_id"_L1), running.value("job_id"_L1));
        QCOMPARE(m_rig->vendor().billed, 1);
        // It was delivered: the same words are a new wish now.
        m_rig->vendor().atOnce = true;
        QVERIFY(structured(callTool(u"generate_image"_s, wish())).value("job_id"_L1) != running.value("job_id"_L1));
        QCOMPARE(m_rig->vendor().billed, 2);
    }

    void aLostConnectionIsNotPaidTwice_data()
    {
        QTest::addColumn<bool>("newest");
        QTest::newRow("2025-11-25") << false;
        QTest::newRow("2026-07-28") << true;
    }
    void aLostConnectionIsNotPaidTwice()
    {
        QFETCH(bool, newest);
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        const QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, wish()}};
        const QByteArray request = newest
            ? posted(modern(u"tools/call"_s, params), modernHeaders("tools/call", "generate_image"))
            : posted(call(u"generate_image"_s, wish()), older());
        RawClient lost(m_rig->port());
        lost.send(request);
        QTRY_COMPARE(m_rig->vendor().billed, 1);
        lost.hangUp();
        RawClient back(m_rig->port());
        m_rig->vendor().polls = 0;
        back.send(request);
        QCOMPARE(structured(back.answer().json()).value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    void twoEqualWishesAtOnceAreTwo()
    {
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 3;
        RawClient one(m_rig->port());
        RawClient other(m_rig->port());
        one.send(posted(call(u"generate_image"_s, wish()), older()));
        other.send(posted(call(u"generate_image"_s, wish()), older()));
        QVERIFY(structured(one.answer().json()).value("job_id"_L1)
                != structured(other.answer().json()).value("job_id"_L1));
        QCOMPARE(m_rig->vendor().billed, 2);
    }

    void closingCancelsInTheNewest()
    {
        GatewayOptions options;
        options.repetitionGrace = std::chrono::milliseconds(0);
        m_rig->start(options);
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        const QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, wish()}};
        RawClient client(m_rig->port());
        client.send(posted(modern(u"tools/call"_s, params), modernHeaders("tools/call", "generate_image")));
        QTRY_COMPARE(m_rig->vendor().billed, 1);
        client.hangUp();
        QTRY_VERIFY(m_rig->vendor().cancelled);
        QTRY_COMPARE(m_rig->rig.engine->running(), 0);
        m_rig.reset();
    }

    void cancellingCancels()
    {
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        RawClient client(m_rig->port());
        client.send(posted(call(u"generate_image"_s, wish()), older()));
        QTRY_VERIFY(m_rig->vendor().calls(u"/jobs/1"_s) > 0);
        const QByteArray cancel = R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})";
        QCOMPARE(post(cancel, older()).status, 202);
        QVERIFY(client.answer().json().contains("error"_L1));
        QTRY_COMPARE(m_rig->rig.engine->running(), 0);
        QVERIFY(m_rig->vendor().cancelled);
        // Who asks again wants another one.
        m_rig->vendor().atOnce = true;
        QCOMPARE(structured(callTool(u"generate_image"_s, wish())).value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(m_rig->vendor().billed, 2);
    }

    /// It says of itself that it is free and reads only; and it is called again where a client lost its patience.
    void whoOnlyLooksCancelsNothing_data()
    {
        QTest::addColumn<bool>("newest");
        QTest::newRow("its call is cancelled") << false;
        QTest::newRow("its stream is closed") << true;
    }
    void whoOnlyLooksCancelsNothing()
    {
        QFETCH(bool, newest);
        GatewayOptions options;
        options.repetitionGrace = std::chrono::milliseconds(0);
        m_rig->start(options);
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        QJsonObject arguments = wish();
        arguments.insert(u"wait_seconds"_s, 0);
        const QJsonValue job = structured(callTool(u"generate_image"_s, arguments)).value("job_id"_L1);
        QJsonObject meta {{u"progressToken"_s, u"p"_s}};
        if (newest) {
            meta.insert(versionKey, u"2026-07-28"_s);
            meta.insert(capabilitiesKey, QJsonObject());
        }
        const QJsonObject params {
            {u"name"_s, u"get_job"_s}, {u"arguments"_s, QJsonObject {{u"job_id"_s, job}}}, {u"_meta"_s, meta}};
        RawClient client(m_rig->port());
        client.send(posted(compact(message(u"tools/call"_s, params)),
                           (newest ? modernHeaders("tools/call", "get_job") : older())
                               + "Accept: application/json, text/event-stream\r\n"));
        QTRY_VERIFY(client.received().contains("data: ")); // it watches
        if (newest) {
            client.hangUp();
        } else {
            const QByteArray cancel =
                R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})";
            QCOMPARE(post(cancel, older()).status, 202);
            client.hangUp();
        }
        // Until the gateway has seen that it is gone.
        QTRY_VERIFY(m_rig->ask(m_rig->request("GET", "/metrics")).body.contains("lightwell_gateway_connections 1\n"));
        m_rig->vendor().polls = 0;
        const QJsonObject done = structured(callTool(u"get_job"_s, {{u"job_id"_s, job}}));
        QCOMPARE(done.value("status"_L1).toString(), u"completed"_s);
        QVERIFY(!m_rig->vendor().cancelled);
        QCOMPARE(m_rig->vendor().billed, 1);
        m_rig.reset();
    }

    void progressIsTold()
    {
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 2;
        const QJsonObject params {{u"name"_s, u"generate_image"_s},
                                  {u"arguments"_s, wish()},
                                  {u"_meta"_s, QJsonObject {{u"progressToken"_s, u"p"_s}}}};
        RawClient client(m_rig->port());
        client.send(posted(compact(message(u"tools/call"_s, params)),
                           older() + "Accept: application/json, text/event-stream\r\nConnection: close\r\n"));
        const QByteArray answer = client.everything();
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
        QVERIFY(answer.contains("Content-Type: text/event-stream"));
        QVERIFY(answer.contains("X-Accel-Buffering: no"));
        QList<QJsonObject> events;
        for (const QByteArray &line : answer.split('\n')) {
            if (line.startsWith("data: ")) {
                events.append(QJsonDocument::fromJson(line.mid(6)).object());
            }
        }
        QVERIFY(events.size() > 1);
        double last = 0;
        for (const QJsonObject &event : events.first(events.size() - 1)) {
            QCOMPARE(event.value("method"_L1).toString(), u"notifications/progress"_s);
            QCOMPARE(event["params"_L1]["progressToken"_L1].toString(), u"p"_s);
            QVERIFY(event["params"_L1]["progress"_L1].toDouble() > last);
            last = event["params"_L1]["progress"_L1].toDouble();
        }
        QCOMPARE(structured(events.last()).value("status"_L1).toString(), u"completed"_s);
    }

    void aGatewayThatStopsEndsItsStreams()
    {
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        const QJsonObject params {{u"name"_s, u"generate_image"_s},
                                  {u"arguments"_s, wish()},
                                  {u"_meta"_s, QJsonObject {{u"progressToken"_s, u"p"_s}}}};
        RawClient client(m_rig->port());
        client.send(posted(compact(message(u"tools/call"_s, params, u"call"_s)),
                           older() + "Accept: application/json, text/event-stream\r\n"));
        QTRY_VERIFY(m_rig->vendor().calls(u"/jobs/1"_s) > 0 && client.received().contains("data: "));
        m_rig->gateway.stop();
        const QByteArray received = client.everything();
        const QByteArray last = received.mid(received.lastIndexOf("data: ") + 6);
        const QJsonObject end = QJsonDocument::fromJson(last.left(last.indexOf('\n'))).object();
        QCOMPARE(end.value("id"_L1).toString(), u"call"_s); // or its program would wait on
        QVERIFY(end["error"_L1]["code"_L1].toInt() != 0);
        QTRY_COMPARE(m_rig->rig.engine->running(), 0);
        m_rig.reset();
    }

    void whatIsNoTokenIsNotRepeated_data()
    {
        QTest::addColumn<QJsonValue>("token");
        QTest::newRow("an object") << QJsonValue(QJsonObject {{u"a"_s, u"b"_s}});
        QTest::newRow("a list") << QJsonValue(QJsonArray {1, 2});
        QTest::newRow("null") << QJsonValue();
        QTest::newRow("a long text") << QJsonValue(QString(100'000, u' '));
        QTest::newRow("long letters") << QJsonValue(QString(100'000, u'A'));
    }
    void whatIsNoTokenIsNotRepeated()
    {
        QFETCH(QJsonValue, token);
        const QJsonObject params {{u"name"_s, u"generate_image"_s},
                                  {u"arguments"_s, wish()},
                                  {u"_meta"_s, QJsonObject {{u"progressToken"_s, token}}}};
        const RawAnswer answer = post(compact(message(u"tools/call"_s, params)),
                                      older() + "Accept: application/json, text/event-stream\r\n");
        QVERIFY(!answer.header("Content-Type").contains("event-stream"));
        QCOMPARE(structured(answer.json()).value("status"_L1).toString(), u"completed"_s);
    }

    void budgetsHoldPerClient()
    {
        renew();
        const QString client = await(m_rig->clients.list())->first().id;
        Budget budget;
        budget.limit = Money::fromMicros(50'000);
        budget.period = Period::Total;
        budget.client = client;
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        QCOMPARE(structured(callTool(u"generate_image"_s, wish())).value("status"_L1).toString(), u"completed"_s);
        const QJsonObject usage = structured(callTool(u"usage"_s, {}));
        QCOMPARE(mcp::faultBySchema(usage, mcp::findTool(u"usage"_s)->outputSchema()), std::nullopt);
        QCOMPARE(usage.value("spent_usd"_L1).toDouble(), 0.03);
        QCOMPARE(usage["budgets"_L1][0]["left_usd"_L1].toDouble(), 0.02);
        const QJsonObject refused = callTool(u"generate_image"_s, wish());
        QCOMPARE(structured(refused).value("status"_L1).toString(), u"failed"_s);
        QCOMPARE(structured(refused)["error"_L1]["kind"_L1].toString(), u"budget"_s);
        QVERIFY(refused["result"_L1]["isError"_L1].toBool());
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    /// Neither what a program says nor an answer that it gives in its user's name lifts a budget.
    void unknownPricesKeepToBudgets()
    {
        const auto next = qScopeGuard([this] { m_rig.reset(); });
        m_rig = std::make_unique<GatewayRig>(QList<Offer> {toyOffer(u"mystery"_s, u"alpha"_s, -1)});
        m_rig->start();
        QJsonObject arguments = wish(u"mystery"_s);
        arguments.insert(u"allow_unknown_price"_s, true);
        QCOMPARE(structured(callTool(u"generate_image"_s, arguments)).value("status"_L1).toString(), u"completed"_s);
        Budget budget;
        budget.limit = Money::fromMicros(50'000);
        budget.period = Period::Total;
        budget.client = await(m_rig->clients.list())->first().id;
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        const QJsonObject refused = structured(callTool(u"generate_image"_s, arguments));
        QCOMPARE(refused.value("status"_L1).toString(), u"failed"_s);
        QCOMPARE(refused["error"_L1]["kind"_L1].toString(), u"budget"_s);
        QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, wish(u"mystery"_s)}};
        const QJsonObject asked = callModern(params).json().value("result"_L1).toObject();
        QCOMPARE(asked.value("resultType"_L1).toString(), u"input_required"_s);
        params.insert(u"requestState"_s, asked.value("requestState"_L1));
        params.insert(u"inputResponses"_s, QJsonObject {{u"price"_s, QJsonObject {{u"action"_s, u"accept"_s}}}});
        QCOMPARE(structured(callModern(params).json())["error"_L1]["kind"_L1].toString(), u"budget"_s);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    /// The pictures of a message lie in memory for as long as its job goes on, whoever waits for it.
    void whatAJobNeedsStillCounts()
    {
        constexpr int kib = 1024;
        const auto padded = [](const QByteArray &body) -> QByteArray {
            return body.left(1) + QByteArray(600 * kib, ' ') + body.mid(1);
        };
        const auto next = qScopeGuard([this] { m_rig.reset(); });
        renew();
        GatewayOptions options;
        options.maxBodyBytesAtOnce = 1024 * kib;
        m_rig->start(options);
        m_rig->vendor().atOnce = false;
        m_rig->vendor().polls = 1'000'000;
        QJsonObject arguments = wish();
        arguments.insert(u"wait_seconds"_s, 0);
        const RawAnswer running = post(padded(call(u"generate_image"_s, arguments)), older());
        QCOMPARE(structured(running.json()).value("status"_L1).toString(), u"running"_s);
        const QByteArray another = padded(compact(message(u"tools/list"_s, {})));
        QCOMPARE(post(another, older()).status, 503);
        m_rig->vendor().polls = 0;
        QTRY_COMPARE(m_rig->rig.engine->running(), 0);
        QTRY_COMPARE(post(another, older()).status, 200);
    }

    void anotherClientSeesNothing()
    {
        renew();
        const QJsonObject job = structured(callTool(u"generate_image"_s, wish()));
        const QByteArray key = await(m_rig->clients.add(u"other"_s))->key;
        const QByteArray headers = older() + "Authorization: Bearer " + key + "\r\n";
        const QJsonObject fetched = post(call(u"get_job"_s, {{u"job_id"_s, job.value("job_id"_L1)}}), headers).json();
        QCOMPARE(refusalIn(fetched), u"not_found"_s);
        QCOMPARE(refusalIn(post(call(u"get_job"_s, {}), headers).json()), u"not_found"_s);
        const QString uri = job["pictures"_L1][0]["uri"_L1].toString();
        QCOMPARE(post(compact(message(u"resources/read"_s, {{u"uri"_s, uri}})), headers)
                     .json()["error"_L1]["code"_L1]
                     .toInt(),
                 -32002);
    }

    void modelsAreListed()
    {
        const QJsonObject list = structured(callTool(u"list_models"_s, {{u"limit"_s, 2}}));
        QCOMPARE(mcp::faultBySchema(list, mcp::findTool(u"list_models"_s)->outputSchema()), std::nullopt);
        QCOMPARE(list.value("total"_L1).toInt(), 3);
        QCOMPARE(list["models"_L1][0]["id"_L1].toString(), u"free"_s); // the cheapest first
        QCOMPARE(list.value("models"_L1).toArray().size(), 2);
        m_rig->rig.takeKeyAway(u"alpha"_s);
        QCOMPARE(structured(callTool(u"list_models"_s, {})).value("total"_L1).toInt(), 0);
        QCOMPARE(structured(callTool(u"list_models"_s, {{u"include_unusable"_s, true}})).value("total"_L1).toInt(), 3);
        m_rig.reset();
    }

    void modelsAreListedThatTheClientMayUse()
    {
        renew();
        ClientTerms terms;
        terms.models = QStringList {u"dear"_s, u"alpha/fr*"_s};
        const QByteArray key = await(m_rig->clients.add(u"narrow"_s, terms))->key;
        const QByteArray headers = older() + "Authorization: Bearer " + key + "\r\n";
        const auto listed = [&](const QByteArray &as) {
            QStringList ids;
            const QJsonArray models =
                structured(post(call(u"list_models"_s, {}), as).json()).value("models"_L1).toArray();
            for (const QJsonValue &model : models) {
                ids.append(model["id"_L1].toString());
            }
            return ids;
        };
        QCOMPARE(listed(headers), QStringList({u"alpha/free"_s, u"dear"_s})); // as they must be asked for
        QCOMPARE(listed(older()).size(), 3); // for who may use all
        QCOMPARE(listed(headers).size(), 2); // whatever was made for others

        // Nor is a price told of another one, or agreement asked for.
        const auto estimated = [&](const QString &model, const QByteArray &as) {
            const QJsonObject arguments {{u"model"_s, model}, {u"prompt"_s, u"a fox"_s}};
            return !post(call(u"estimate_cost"_s, arguments), as).json()["result"_L1]["isError"_L1].toBool();
        };
        QVERIFY(estimated(u"dear"_s, headers));
        QVERIFY(estimated(u"toy"_s, older()));
        QVERIFY(!estimated(u"toy"_s, headers));
        const QByteArray manager = await(m_rig->clients.add(u"manager"_s, {}, KeyScope::Management))->key;
        QVERIFY(!estimated(u"dear"_s, older() + "Authorization: Bearer " + manager + "\r\n"));
    }

    void linksAreNotFetched()
    {
        QJsonObject arguments = wish();
        for (const QString &image : {u"http://127.0.0.1:1/picture.png"_s, u"/etc/hostname"_s, u"file:///etc/hostname"_s,
                                     u"data:image/png;base64,AAAA"_s}) {
            arguments.insert(u"images"_s, QJsonArray {image});
            QCOMPARE(refusalIn(callTool(u"edit_image"_s, arguments)), u"invalid"_s);
        }
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestMcpGateway)
#include "test_mcpgateway.moc"

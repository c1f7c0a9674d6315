// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the user over POST /mcp, of clients that begin with `initialize`: asked on the stream of the call,
// answered by a message of the same session. A toy vendor counts what it bills.
#include "core/mcp/pipesession.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray request(const QString &method, const QJsonObject &params, const QJsonValue &id = 1)
{
    return compact({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}});
}

QByteArray response(const QJsonValue &id, const QString &action)
{
    return compact({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"result"_s, QJsonObject {{u"action"_s, action}}}});
}

/// The code of what a tool refused; empty: it did what it was to do.
QString refusalIn(const QJsonObject &answer)
{
    const QJsonObject result = answer.value("result"_L1).toObject();
    const QByteArray text = result["content"_L1][0]["text"_L1].toString().toUtf8();
    return QJsonDocument::fromJson(text).object()["error"_L1]["code"_L1].toString();
}

/// The messages of an event stream, as far as it has come.
QList<QJsonObject> eventsIn(const QByteArray &received)
{
    QList<QJsonObject> events;
    const QList<QByteArray> lines = received.split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject event =
            line.startsWith("data: ") ? QJsonDocument::fromJson(line.mid(6)).object() : QJsonObject();
        if (!event.isEmpty()) {
            events.append(event);
        }
    }
    return events;
}

constexpr auto takesEvents = "Accept: application/json, text/event-stream\r\n";
constexpr auto version = "MCP-Protocol-Version: 2025-11-25\r\n";

} // namespace

class TestMcpQuestions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    [[nodiscard]] RawAnswer post(const QByteArray &body, const QByteArray &headers) const
    {
        return m_rig->ask(m_rig->request("POST", "/mcp", body, headers));
    }
    /// The header that names a new session; `as` is the key's, if it is another one.
    [[nodiscard]] QByteArray newSession(const QByteArray &as = {}) const
    {
        const QJsonObject capabilities {{u"elicitation"_s, QJsonObject()}};
        const RawAnswer answer = post(
            request(u"initialize"_s, {{u"protocolVersion"_s, u"2025-11-25"_s}, {u"capabilities"_s, capabilities}}), as);
        return "Mcp-Session-Id: " + answer.header("Mcp-Session-Id") + "\r\n";
    }
    [[nodiscard]] QByteArray otherKey() const
    {
        return "Authorization: Bearer " + await(m_rig->clients.add(u"other"_s))->key + "\r\n";
    }
    [[nodiscard]] static QJsonObject draw(const QJsonObject &more = {})
    {
        QJsonObject arguments {{u"model"_s, u"dear"_s}, {u"prompt"_s, u"a paper boat"_s}};
        for (auto field = more.begin(); field != more.end(); ++field) {
            arguments.insert(field.key(), field.value());
        }
        return {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, arguments}};
    }
    [[nodiscard]] QByteArray drawing(const QByteArray &headers, const QJsonObject &params = draw()) const
    {
        return m_rig->request("POST", "/mcp", request(u"tools/call"_s, params, 7), headers + version + takesEvents);
    }
    /// Waits for a stream's question, and gives its id.
    [[nodiscard]] static QString questionOn(RawClient &stream)
    {
        const auto question = [&stream] {
            const QList<QJsonObject> events = eventsIn(stream.received());
            return events.isEmpty() ? QJsonObject() : events.constLast();
        };
        [&] { QTRY_COMPARE(question().value("method"_L1).toString(), u"elicitation/create"_s); }();
        return question().value("id"_L1).toString();
    }
    /// The answer of a tool at the end of a stream.
    [[nodiscard]] static QJsonObject answerOn(RawClient &stream)
    {
        const auto last = [&stream] {
            const QList<QJsonObject> events = eventsIn(stream.received());
            return events.isEmpty() ? QJsonObject() : events.constLast();
        };
        [&] { QTRY_COMPARE(last().value("id"_L1), QJsonValue(7)); }();
        return last();
    }
    [[nodiscard]] static QStringList methodsOn(const RawClient &stream)
    {
        QStringList methods;
        const QList<QJsonObject> events = eventsIn(stream.received());
        for (const QJsonObject &event : events) {
            methods.append(event.value("method"_L1).toString());
        }
        return methods;
    }
    void start(const GatewayOptions &options = {})
    {
        m_rig = std::make_unique<GatewayRig>(
            QList<Offer> {toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"dear"_s, u"alpha"_s, 300'000)});
        m_rig->start(options);
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_rig.reset(); }

    void whoGetsASession_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<bool>("has");
        QTest::newRow("forms") << R"({"protocolVersion":"2025-11-25","capabilities":{"elicitation":{}}})"_ba << true;
        QTest::newRow("forms by name")
            << R"({"protocolVersion":"2025-11-25","capabilities":{"elicitation":{"form":{}}}})"_ba << true;
        QTest::newRow("addresses alone")
            << R"({"protocolVersion":"2025-11-25","capabilities":{"elicitation":{"url":{}}}})"_ba << false;
        QTest::newRow("the first with questions")
            << R"({"protocolVersion":"2025-06-18","capabilities":{"elicitation":{}}})"_ba << true;
        QTest::newRow("before there were questions")
            << R"({"protocolVersion":"2025-03-26","capabilities":{"elicitation":{}}})"_ba << false;
        QTest::newRow("no forms") << R"({"protocolVersion":"2025-11-25","capabilities":{}})"_ba << false;
    }
    void whoGetsASession()
    {
        QFETCH(QByteArray, params);
        const QJsonObject object = QJsonDocument::fromJson(params).object();
        const RawAnswer answer = post(request(u"initialize"_s, object), {});
        QCOMPARE(answer.status, 200);
        QTEST(!answer.header("Mcp-Session-Id").isEmpty(), "has");
        // Nobody brings an id of their own, and who begins anew may still send the last one.
        const RawAnswer again = post(request(u"initialize"_s, object), "Mcp-Session-Id: mine\r\n");
        QCOMPARE(again.status, 200);
        QVERIFY(again.header("Mcp-Session-Id") != "mine");
        QCOMPARE(post(request(u"ping"_s, {}), "Mcp-Session-Id: mine\r\n").status, 404);
    }

    void aSessionIsItsClientsAlone()
    {
        const QByteArray session = newSession();
        const QByteArray ping = request(u"ping"_s, {});
        const QByteArray told = R"({"jsonrpc":"2.0","method":"notifications/initialized"})";
        QCOMPARE(post(told, session).status, 202);
        QCOMPARE(post(ping, session).status, 200);
        QCOMPARE(post('[' + ping + ']', session).status, 400); // its revision has none
        const QByteArray other = otherKey();
        for (const QByteArray &body : {ping, told, response(u"x"_s, u"accept"_s)}) {
            const RawAnswer refused = post(body, session + other);
            QCOMPARE(refused.status, 404);
            QCOMPARE(refused.json()["error"_L1]["code"_L1].toInt(), -32001);
        }
        QCOMPARE(m_rig->ask(m_rig->request("DELETE", "/mcp", {}, session + other)).status, 404);
        QCOMPARE(post(ping, session).status, 200);
        QCOMPARE(m_rig->ask(m_rig->request("DELETE", "/mcp", {}, session)).status, 204);
        QCOMPARE(m_rig->ask(m_rig->request("DELETE", "/mcp", {}, session)).status, 404);
        QCOMPARE(post(ping, session).status, 404);
        // The newest revision knows no sessions.
        const QByteArray modern =
            R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}})";
        QCOMPARE(post(modern, session + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n").status, 200);
    }

    void howAQuestionEnds_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("refusal"); // empty: the picture is made
        QTest::newRow("accept") << u"accept"_s << QString();
        QTest::newRow("decline") << u"decline"_s << u"DECLINED"_s;
        QTest::newRow("cancel") << u"cancel"_s << u"DECLINED"_s;
        QTest::newRow("a word nobody knows") << u"ACCEPT"_s << u"DECLINED"_s;
        QTest::newRow("an error") << u"error"_s << u"DECLINED"_s;
        QTest::newRow("the session ends") << u"delete"_s << u"UNANSWERED"_s;
        QTest::newRow("the gateway stops") << u"stop"_s << u"UNANSWERED"_s;
        QTest::newRow("the gateway finishes") << u"finish"_s << u"UNANSWERED"_s;
    }
    void howAQuestionEnds()
    {
        QFETCH(QString, deed);
        QFETCH(QString, refusal);
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session, draw({{u"max_cost_usd"_s, 1}}))); // a limit is no agreement
        const QString question = questionOn(stream);
        QVERIFY(stream.received().contains("Content-Type: text/event-stream"));
        const QJsonObject asked = eventsIn(stream.received()).constFirst().value("params"_L1).toObject();
        QCOMPARE(asked.value("mode"_L1).toString(), u"form"_s);
        QVERIFY(asked.value("message"_L1).toString().contains(u"0.30"_s));
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        if (deed == "delete"_L1) {
            QCOMPARE(m_rig->ask(m_rig->request("DELETE", "/mcp", {}, session)).status, 204);
        } else if (deed == "stop"_L1) {
            m_rig->gateway.stop();
        } else if (deed == "finish"_L1) {
            m_rig->gateway.finishAndStop(1h);
        } else if (deed == "error"_L1) {
            const QJsonObject error {{u"code"_s, -32601}, {u"message"_s, u"no"_s}};
            const QByteArray answer = compact({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, question}, {u"error"_s, error}});
            QCOMPARE(post(answer, session + version).status, 202);
        } else {
            const RawAnswer heard = post(response(question, deed), session + version);
            QCOMPARE(heard.status, 202);
            QVERIFY(heard.body.isEmpty());
        }
        const QJsonObject answer = answerOn(stream);
        QCOMPARE(refusalIn(answer), refusal);
        QCOMPARE(answer["result"_L1]["isError"_L1].toBool(), !refusal.isEmpty());
        QCOMPARE(m_rig->vendor().billed, refusal.isEmpty() ? 1 : 0);
        // It was asked once, and a question that nobody can answer any more is taken back.
        QStringList expected {u"elicitation/create"_s, QString()};
        if (refusal == "UNANSWERED"_L1) {
            expected.insert(1, u"notifications/cancelled"_s);
            QCOMPARE(eventsIn(stream.received()).at(1)["params"_L1]["requestId"_L1].toString(), question);
        }
        QCOMPARE(methodsOn(stream), expected);
        if (deed != "stop"_L1 && deed != "finish"_L1) { // a late yes is none, and one yes is one payment
            const QByteArray in = deed == "delete"_L1 ? newSession() : session;
            QCOMPARE(post(response(question, u"accept"_s), in + version).status, 202);
            QCOMPARE(m_rig->ask(m_rig->request("GET", "/healthz")).status, 200);
            QCOMPARE(m_rig->vendor().billed, refusal.isEmpty() ? 1 : 0);
        }
        QTRY_COMPARE(m_rig->rig.engine->running(), 0);
    }

    void timeEndsIt()
    {
        GatewayOptions options;
        options.questionTime = 0ms;
        start(options);
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session));
        QCOMPARE(refusalIn(answerOn(stream)), u"UNANSWERED"_s);
        QCOMPARE(methodsOn(stream), QStringList({u"elicitation/create"_s, u"notifications/cancelled"_s, QString()}));
        const QString question = eventsIn(stream.received()).constFirst().value("id"_L1).toString();
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void hangingUpIsNoYes()
    {
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session));
        const QString question = questionOn(stream);
        stream.hangUp();
        RawClient next(m_rig->port()); // once it is asked, the other has been seen to be gone
        next.send(drawing(session));
        const QString asked = questionOn(next);
        QVERIFY(asked != question);
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202);
        QCOMPARE(post(response(asked, u"decline"_s), session + version).status, 202);
        QCOMPARE(refusalIn(answerOn(next)), u"DECLINED"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void itsClientMayCancelTheCall()
    {
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session));
        const QString question = questionOn(stream);
        const QByteArray cancel = R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}})";
        // One number in two sessions means two calls.
        QCOMPARE(post(cancel, newSession() + version).status, 202);
        QCOMPARE(post(cancel, version).status, 202);
        QCOMPARE(methodsOn(stream), QStringList {u"elicitation/create"_s});
        QCOMPARE(post(cancel, session + version).status, 202);
        QVERIFY(answerOn(stream).contains("error"_L1));
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void whatChangesNothing_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<int>("status");
        QTest::newRow("an unknown question") << u"unknown"_s << 202;
        QTest::newRow("another session of the client") << u"session"_s << 202;
        QTest::newRow("no session") << u"none"_s << 202;
        QTest::newRow("a session that there is not") << u"made up"_s << 404;
        QTest::newRow("another client in this session") << u"client"_s << 404;
        QTest::newRow("another client in its own session") << u"other's"_s << 202;
        QTest::newRow("nobody's key") << u"no key"_s << 401;
        QTest::newRow("a web page") << u"page"_s << 403;
        QTest::newRow("a number") << u"number"_s << 202;
    }
    void whatChangesNothing()
    {
        QFETCH(QString, way);
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session));
        const QString question = questionOn(stream);
        QByteArray body = response(question, u"accept"_s);
        QByteArray headers = session;
        if (way == "unknown"_L1) {
            body = response(QString(question + u'x'), u"accept"_s);
        } else if (way == "number"_L1) {
            body = response(7, u"accept"_s);
        } else if (way == "session"_L1) {
            headers = newSession();
        } else if (way == "none"_L1) {
            headers.clear();
        } else if (way == "made up"_L1) {
            headers = "Mcp-Session-Id: 0123456789abcdef0123456789abcdef\r\n";
        } else if (way == "client"_L1) {
            headers += otherKey();
        } else if (way == "other's"_L1) {
            const QByteArray other = otherKey();
            headers = newSession(other) + other;
        } else if (way == "no key"_L1) {
            headers += "Authorization: Bearer lw-wrong\r\n";
        } else if (way == "page"_L1) {
            headers += "Origin: http://evil.example\r\n";
        }
        QTEST(post(body, headers + version).status, "status");
        QCOMPARE(methodsOn(stream), QStringList {u"elicitation/create"_s});
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202);
        QCOMPARE(refusalIn(answerOn(stream)), QString());
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    void whoCannotBeAskedIsNot_data()
    {
        QTest::addColumn<QByteArray>("headers"); // beside the session's
        QTest::addColumn<bool>("session");
        QTest::newRow("takes no events") << "Accept: application/json\r\n"_ba << true;
        QTest::newRow("no session") << QByteArray(takesEvents) << false;
    }
    void whoCannotBeAskedIsNot()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, session);
        const RawAnswer answer =
            post(request(u"tools/call"_s, draw()), (session ? newSession() : QByteArray()) + version + headers);
        QCOMPARE(refusalIn(answer.json()), u"AGREEMENT_NEEDED"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void whatCostsLittleIsNotAsked()
    {
        const RawAnswer answer =
            post(request(u"tools/call"_s, draw({{u"model"_s, u"toy"_s}})), newSession() + version + takesEvents);
        QVERIFY(!answer.header("Content-Type").contains("event-stream"));
        QCOMPARE(refusalIn(answer.json()), QString());
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    void itTellsThatItWaits()
    {
        GatewayOptions options;
        options.longestSilence = 1ms;
        start(options);
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        QJsonObject params = draw();
        params.insert(u"_meta"_s, QJsonObject {{u"progressToken"_s, u"p"_s}});
        stream.send(drawing(session, params));
        const QString question = questionOn(stream);
        QCOMPARE(methodsOn(stream).constFirst(), u"notifications/progress"_s);
        stream.forget();
        QTRY_VERIFY(stream.received().count("\n:") > 2); // a comment, time and again
        QCOMPARE(post(response(question, u"decline"_s), session + version).status, 202);
        QCOMPARE(refusalIn(answerOn(stream)), u"DECLINED"_s);
    }

    void questionsAreBounded()
    {
        constexpr int most = 32;
        const QByteArray session = newSession();
        std::vector<std::unique_ptr<RawClient>> streams;
        for (int i = 0; i < most; ++i) {
            streams.push_back(std::make_unique<RawClient>(m_rig->port()));
            streams.back()->send(drawing(session));
        }
        for (const auto &stream : streams) {
            (void)questionOn(*stream);
        }
        // Another session has no more, and a limit that the assistant names does not stand for the user.
        const RawAnswer refused =
            post(request(u"tools/call"_s, draw({{u"max_cost_usd"_s, 1}})), newSession() + version + takesEvents);
        QCOMPARE(refusalIn(refused.json()), u"TOO_MANY_QUESTIONS"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        const QByteArray other = otherKey();
        RawClient others(m_rig->port());
        others.send(drawing(newSession(other) + other));
        (void)questionOn(others); // it asks for itself
        QCOMPARE(post(response(questionOn(*streams.front()), u"accept"_s), session + version).status, 202);
        QCOMPARE(refusalIn(answerOn(*streams.front())), QString());
        RawClient next(m_rig->port());
        next.send(drawing(session));
        (void)questionOn(next);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    /// What the user thought about costs more meanwhile: that is another question.
    void anAgreementIsForItsPrice()
    {
        const QByteArray session = newSession();
        RawClient stream(m_rig->port());
        stream.send(drawing(session));
        const QString question = questionOn(stream);
        Model model = *m_rig->rig.catalog.find(u"dear"_s);
        model.offers = {toyOffer(u"dear"_s, u"alpha"_s, 900'000)};
        const QJsonObject models {{u"models"_s, QJsonArray {model.toJson()}}};
        m_rig->rig.engine->setCatalog(Catalog::fromJson(compact(models)).value());
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202);
        QTRY_COMPARE(eventsIn(stream.received()).size(), 2);
        const QString second = questionOn(stream);
        QVERIFY(second != question);
        QVERIFY(eventsIn(stream.received()).at(1)["params"_L1]["message"_L1].toString().contains(u"0.90"_s));
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        QCOMPARE(post(response(question, u"accept"_s), session + version).status, 202); // that was the first
        QCOMPARE(post(response(second, u"decline"_s), session + version).status, 202);
        QCOMPARE(refusalIn(answerOn(stream)), u"DECLINED"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    /// Over a pipe it is the same, but for the session.
    void aPipeTakesItsQuestionsBack_data()
    {
        QTest::addColumn<bool>("late");
        QTest::newRow("nobody answers in time") << true;
        QTest::newRow("its client cancels the call") << false;
    }
    void aPipeTakesItsQuestionsBack()
    {
        QFETCH(bool, late);
        EngineRig &rig = m_rig->rig;
        mcp::Server server({*rig.engine, *rig.journal, *rig.ledger, *rig.media, *rig.keyring});
        server.setCatalog(rig.catalog);
        server.setQuestionTime(late ? 0ms : 1h);
        mcp::Asker asker;
        asker.origin = {Origin::Kind::CommandLine, {}};
        asker.uriOf = [](const Picture &) { return QString(); };
        mcp::PipeSession session(server, asker);
        QList<QJsonObject> written;
        connect(&session, &mcp::PipeSession::written, this,
                [&written](const QJsonObject &message) { written.append(message); });
        const QJsonObject capabilities {{u"elicitation"_s, QJsonObject()}};
        session.take(
            request(u"initialize"_s, {{u"protocolVersion"_s, u"2025-11-25"_s}, {u"capabilities"_s, capabilities}}));
        session.take(request(u"tools/call"_s, draw(), 7));
        QTRY_VERIFY(written.size() >= 2);
        const QJsonValue question = written.at(1).value("id"_L1);
        QCOMPARE(written.at(1).value("method"_L1).toString(), u"elicitation/create"_s);
        if (!late) {
            session.take(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}})");
        }
        QTRY_COMPARE(session.underWay(), 0);
        QCOMPARE(written.at(2).value("method"_L1).toString(), u"notifications/cancelled"_s);
        QCOMPARE(written.at(2)["params"_L1]["requestId"_L1], question);
        QCOMPARE(written.size(), late ? 4 : 3); // over a pipe a call that is cancelled gets no answer
        if (late) {
            QCOMPARE(refusalIn(written.at(3)), u"UNANSWERED"_s);
        }
        session.take(response(question, u"accept"_s));
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
        QCOMPARE(rig.engine->running(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMcpQuestions)
#include "test_mcpquestions.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words and keys that must stay between a client, its gateway and the vendor, sent in every way there is: no log, no
// metric and no answer to somebody else has them.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-7f3a"_s;

QMutex linesMutex; // other threads log, too
QStringList lines;

void note(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QMutexLocker lock(&linesMutex);
    lines.append(message);
}

QString takeLog()
{
    const QMutexLocker lock(&linesMutex);
    return std::exchange(lines, {}).join(u'\n');
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray picture(const QJsonObject &fields = {})
{
    QJsonObject body {{u"model"_s, u"drawn"_s}, {u"prompt"_s, canary}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return compact(body);
}

QByteArray chat(const QJsonObject &fields = {})
{
    return compact(servertool::with(ChatRig::wish({{u"messages"_s, QJsonArray {servertool::said(canary)}}}), fields));
}

QByteArray toolCall()
{
    const QJsonObject arguments {{u"model"_s, u"drawn"_s}, {u"prompt"_s, canary}};
    const QJsonObject params {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, arguments}};
    return compact({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, u"tools/call"_s}, {u"params"_s, params}});
}

Reply repeatedAtOnce(const QByteArray &vendorKey)
{
    const QJsonObject message {{u"role"_s, u"assistant"_s},
                               {u"content"_s, QString(canary + u' ' + QString::fromLatin1(vendorKey))}};
    const QJsonObject choice {{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}};
    return Reply::json({{u"id"_s, u"c"_s}, {u"choices"_s, QJsonArray {choice}}});
}

Reply repeatedInEvents(const QByteArray &vendorKey)
{
    const QByteArray said = "data: {\"id\":\"c\",\"choices\":[{\"delta\":{\"content\":\"canary-7f3a\"}}]}\n\n";
    const QByteArray wrong = "data: {\"error\":{\"message\":\"unknown key " + vendorKey + "\"}}\n\n";
    Reply reply = Reply::bytes(said + wrong, "text/event-stream");
    return reply.as(Reply::Behaviour::Chunked);
}

} // namespace

class TestGatewayCanary : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;
    QtMessageHandler m_previous = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<ServerToolRig>();
        GatewayOptions options;
        options.storesResponses = true;
        m_rig->gateway.start(options);
        m_previous = qInstallMessageHandler(note);
    }
    void cleanupTestCase()
    {
        qInstallMessageHandler(m_previous);
        m_rig.reset();
    }

    void nobodyElseHearsOfIt_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &path, const QByteArray &body, int status,
                            const QByteArray &headers = {}) {
            QTest::newRow(name) << path << headers << body << status;
        };
        const QByteArray generations = "/v1/images/generations";
        row("a picture", generations, picture(), 200);
        row("with sketches", generations, picture({{u"stream"_s, true}}), 200);
        row("by a job", generations, picture(), 202, "Prefer: respond-async\r\n");
        row("recorded", generations, picture(), 200, "X-Lightwell-Replay: record\r\n");
        row("kept", generations, picture({{u"seed"_s, 1}}), 200, "X-Lightwell-Cache: true\r\n");
        row("with a key of its own", generations, picture(), 200, "Idempotency-Key: canary-7f3a\r\n");
        row("for a project", generations, picture(), 200, "X-Lightwell-Project: canary-7f3a\r\n");
        row("an unknown model", generations, picture({{u"model"_s, canary}}), 404);
        row("a wrong number", generations, picture({{u"n"_s, 99}}), 400);
        row("a body that is cut off", generations, picture().chopped(2), 400);
        row("at OpenRouter's address", "/api/v1/images", picture(), 200);
        row("words", "/v1/chat/completions", chat(), 200);
        row("streamed words", "/v1/chat/completions", chat({{u"stream"_s, true}}), 200);
        row("kept words", "/v1/chat/completions", chat(), 200, "X-Lightwell-Cache: true\r\n");
        row("words of an unknown model", "/v1/chat/completions", chat({{u"model"_s, canary}}), 404);
        row("words at OpenRouter's address", "/api/v1/chat/completions", chat(), 200);
        row("a picture in a chat", "/api/v1/chat/completions",
            compact(servertool::wish(u"draw "_s + canary, {}, {{u"output_format"_s, u"png"_s}})), 200);
        row("a response", "/v1/responses", compact({{u"model"_s, u"talk"_s}, {u"input"_s, canary}}), 200);
        row("an earlier response", "/v1/responses",
            compact({{u"model"_s, u"talk"_s}, {u"input"_s, canary}, {u"previous_response_id"_s, canary}}), 400);
        row("embeddings", "/v1/embeddings", compact({{u"model"_s, u"embed"_s}, {u"input"_s, canary}}), 200);
        row("an assistant's picture", "/mcp", toolCall(), 200, "MCP-Protocol-Version: 2025-11-25\r\n");
        row("an assistant's session", "/mcp", toolCall(), 404, "Mcp-Session-Id: canary-7f3a\r\n");
    }
    void nobodyElseHearsOfIt()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        const GatewayRig &gateway = m_rig->gateway;
        (void)takeLog();
        RawClient client(gateway.port());
        client.send(gateway.request("POST", path + "?x=canary-7f3a", body,
                                    headers + "X-Canary: canary-7f3a\r\nConnection: close\r\n"));
        const QByteArray answer = client.everything();
        QVERIFY2(answer.mid(9, 3).toInt() == status, answer.constData()); // behind "HTTP/1.1 "
        QVERIFY2(!answer.contains("toy-key") && !answer.contains(gateway.key), answer.constData());
        QTRY_COMPARE(m_rig->gateway.rig.engine->running(), 0);
        const QString log = takeLog();
        QVERIFY2(log.contains(u"POST %1 %2 "_s.arg(QString::fromLatin1(path)).arg(status)), qPrintable(log));
        for (const QString &secret : {canary, QString::fromLatin1(gateway.key), u"toy-key"_s}) {
            QVERIFY2(!log.contains(secret, Qt::CaseInsensitive), qPrintable(log));
        }
        const RawAnswer metrics = gateway.ask(gateway.request("GET", "/metrics"));
        QCOMPARE(metrics.status, 200);
        QVERIFY2(!metrics.body.contains(canary.toLatin1()), metrics.body.constData());
    }

    void whoRepeatsTheKeyIsNotPassedOn_data()
    {
        QTest::addColumn<bool>("streams");
        QTest::newRow("at once") << false;
        QTest::newRow("in a stream that goes wrong") << true;
    }
    void whoRepeatsTheKeyIsNotPassedOn()
    {
        QFETCH(const bool, streams);
        const QByteArray vendorKey = "key-of-the-user-0123456789";
        ChatRig rig;
        rig.alpha.key = vendorKey;
        bool isSet = false;
        rig.gateway.rig.keyring->set({u"alpha"_s}, vendorKey, KeySource::Session, this,
                                     [&isSet](const Status &set) { isSet = set.ok(); });
        QTRY_VERIFY(isSet);
        rig.alpha.script(u"chat"_s, streams ? repeatedInEvents(vendorKey) : repeatedAtOnce(vendorKey));
        RawClient client(rig.gateway.port());
        client.send(rig.post("chat/completions", ChatRig::wish({{u"stream"_s, streams}})));
        const QByteArray answer = client.everything();
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY2(answer.contains("canary-7f3a"), answer.constData()); // the words themselves
        QVERIFY2(!answer.contains(vendorKey), answer.constData());
        QCOMPARE(rig.alpha.calls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestGatewayCanary)
#include "test_gatewaycanary.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far did a request get? Everything about money hangs on this answer, so each way to fail is here, with the
// number of requests the other side really saw.
#include "core/transport/httpclient.h"
#include "core/transport/networkreasons.h"
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest post(const QUrl &url, const QByteArray &body = "{}")
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.startsPaidWork = !body.isEmpty(); // without a body there is no paid one
    return request;
}

} // namespace

class TestHttpDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenAnswers_data();
    void brokenAnswers();
    void refusedIsNotSent();
    void unknownHostIsNotSent();
    void unreachableIsNotSent();
    void silentHandshakeIsNotSent();
    void abortWhileUploadingMayBeSent();
    void deadConnectionIsNotUsedForPaidWork();
    void preparedConnectionIsUsed();
    void preparedConnectionThatDiedIsReplaced();
};

void TestHttpDelivery::brokenAnswers_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("requestBody");
    QTest::addColumn<bool>("answered");
    const auto row = [](const char *name, Reply::Behaviour behaviour, int status, const QByteArray &body,
                        bool answered) { QTest::newRow(name) << int(behaviour) << status << body << answered; };
    const QByteArray large(3'000'000, 'x');
    row("drop before", Reply::Behaviour::DropBefore, 200, "{}", false);
    row("drop before, large body", Reply::Behaviour::DropBefore, 200, large, false);
    row("drop mid body", Reply::Behaviour::DropMidBody, 200, "{}", false);
    row("drop mid error body", Reply::Behaviour::DropMidBody, 500, "{}", false);
    row("drop mid refusal of the request", Reply::Behaviour::DropMidBody, 400, "{}", false);
    row("drop mid refusal", Reply::Behaviour::DropMidBody, 429, "{}", false);
    row("garbage", Reply::Behaviour::Raw, 200, "{}", false);
    row("chunked is fine", Reply::Behaviour::Chunked, 200, large, true);
    row("normal is fine", Reply::Behaviour::Normal, 503, large, true);
}

void TestHttpDelivery::brokenAnswers()
{
    QFETCH(int, behaviour);
    QFETCH(int, status);
    QFETCH(QByteArray, requestBody);
    QFETCH(bool, answered);
    TestServer server([&](const Received &) {
        Reply reply = Reply::bytes("some text that is long enough", "text/plain", status);
        reply.close = behaviour == int(Reply::Behaviour::Raw);
        return reply.as(Reply::Behaviour(behaviour));
    });
    HttpClient client;
    const Outcome outcome(client.send(post(server.url(), requestBody)));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, answered ? Delivery::Answered : Delivery::MaybeSent);
    if (answered) {
        QCOMPARE(outcome.result().response.status, status);
        QCOMPARE(outcome.result().response.body, "some text that is long enough"_ba);
    } else {
        QVERIFY(!outcome.result().error.reason.isEmpty());
        QCOMPARE(outcome.result().error.billing, Billing::MayBeBilled);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1); // never sent a second time
}

void TestHttpDelivery::refusedIsNotSent()
{
    TestServer server([](const Received &) { return Reply(); });
    server.close();
    HttpClient client;
    for (const QByteArray &body : {"{}"_ba, ""_ba}) {
        const Outcome outcome(client.send(post(server.url(), body)));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, Delivery::NotSent);
        QCOMPARE(outcome.result().error.kind, ErrorKind::Network);
        QCOMPARE(outcome.result().error.reason, reasons::connectionRefused(server.url().host()));
        QCOMPARE(outcome.result().error.billing, Billing::NotBilled);
    }
}

void TestHttpDelivery::unknownHostIsNotSent()
{
    HttpClient client;
    const Outcome outcome(client.send(post(QUrl(u"https://nowhere.invalid/x"_s))));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Network);
    QCOMPARE(outcome.result().error.reason, reasons::hostNotFound(u"nowhere.invalid"_s));
}

void TestHttpDelivery::unreachableIsNotSent()
{
    // A listener that accepts nothing: once its short queue is full, connecting hangs.
    QTcpServer full;
    full.setListenBacklogSize(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> fillers;
    for (int i = 0; i < 8; ++i) {
        fillers.push_back(std::make_unique<QTcpSocket>());
        fillers.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
    }
    HttpClient client;
    TransportLimits limits;
    limits.connect = 300ms;
    for (const QByteArray &body : {"{}"_ba, ""_ba}) {
        const Outcome outcome(client.send(post(QUrl(u"http://127.0.0.1:%1/"_s.arg(full.serverPort())), body), limits));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, Delivery::NotSent);
        QCOMPARE(outcome.result().error.kind, ErrorKind::Timeout);
    }
}

void TestHttpDelivery::silentHandshakeIsNotSent()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    HttpClient client;
    TransportLimits limits;
    limits.connect = 300ms;
    const Outcome outcome(client.send(post(QUrl(u"https://127.0.0.1:%1/"_s.arg(mute.serverPort()))), limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Timeout);
}

void TestHttpDelivery::abortWhileUploadingMayBeSent()
{
    QTcpServer server;
    QTcpSocket *socket = nullptr;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        socket = server.nextPendingConnection();
        socket->setReadBufferSize(1);
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpClient client;
    HttpCall *call =
        client.send(post(QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort())), QByteArray(20'000'000, 'x')));
    const Outcome outcome(call);
    QTRY_VERIFY(socket && socket->bytesAvailable() > 0);
    call->abort();
    QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
    QCOMPARE(outcome.result().error.billing, Billing::MayBeBilled);
}

void TestHttpDelivery::deadConnectionIsNotUsedForPaidWork()
{
    // The server's end of every kept connection is a trap: a second request on one is never answered.
    QHash<int, int> onConnection;
    TestServer server([&](const Received &r) { return onConnection[r.connection]++ ? Reply::drop() : Reply(); });
    HttpClient client;
    for (int i = 0; i < 4; ++i) {
        const Outcome outcome(client.send(post(server.url())));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, Delivery::Answered);
    }
    QCOMPARE(server.count(), 4);
}

void TestHttpDelivery::preparedConnectionIsUsed()
{
    TestServer server([](const Received &) { return Reply(); });
    HttpClient client;
    client.prepare(server.url(), 2);
    QTRY_COMPARE(server.openConnections(), 2);
    QCOMPARE(server.count(), 0);
    const Outcome first(client.send(post(server.url())));
    const Outcome second(client.send(post(server.url())));
    for (const Outcome *outcome : {&first, &second}) {
        QVERIFY(outcome->wait());
        QCOMPARE(outcome->result().delivery, Delivery::Answered);
    }
    QCOMPARE(server.connections(), 2);
    QCOMPARE(server.count(), 2);
}

void TestHttpDelivery::preparedConnectionThatDiedIsReplaced()
{
    QTcpServer server;
    int connections = 0;
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        if (++connections == 1) {
            socket->abort();
            return;
        }
        connect(socket, &QTcpSocket::readyRead, socket, [&received, socket] {
            received += socket->readAll();
            if (received.endsWith("{}")) {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            }
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    HttpClient client;
    client.prepare(url, 1);
    QTRY_COMPARE(connections, 1);
    const Outcome outcome(client.send(post(url)));
    QVERIFY(outcome.wait());
    // Whether it is noticed before or after the request was written is chance; that it leaves once is not.
    const bool noticed = outcome.result().delivery == Delivery::Answered;
    QVERIFY(noticed || outcome.result().delivery == Delivery::MaybeSent);
    QCOMPARE(received.count("POST "), noticed ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestHttpDelivery)
#include "test_httpdelivery.moc"

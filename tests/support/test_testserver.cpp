// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/multipart.h"
#include "tests/support/standin.h"

#include <QTcpSocket>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestTestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests_data();
    void readsRequests();
    void behaves_data();
    void behaves();
    void keepsAlive();
    void answersExpect();
    void gateHoldsAnswers();
    void countsHangUps();
    void closedPortRefuses();
    void ownThreadAnswersWhileTheTestBlocks();
    void readsForms();
    void standInHandles();

private:
    static QByteArray exchange(quint16 port, const QByteArray &request, bool untilClosed);
};

/// Everything the server sends; with `untilClosed` waits for its end, else for a first piece.
QByteArray TestTestServer::exchange(quint16 port, const QByteArray &request, bool untilClosed)
{
    QTcpSocket socket;
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    if (untilClosed) {
        (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
    } else {
        (void)QTest::qWaitFor([&] { return !answer.isEmpty(); });
    }
    return answer;
}

void TestTestServer::readsRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("none") << QByteArray("POST /v1/x%20y?a=b%26c HTTP/1.1\r\nX-One: 1\r\n\r\n") << QByteArray();
    QTest::newRow("length") << QByteArray(
        "POST /v1/x%20y?a=b%26c HTTP/1.1\r\nx-one: 1\r\nContent-Length: 5\r\n\r\nhello")
                            << QByteArray("hello");
    QTest::newRow("chunks") << QByteArray(
        "POST /v1/x%20y?a=b%26c HTTP/1.1\r\nX-ONE: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n")
                            << QByteArray("hello");
}

void TestTestServer::readsRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    TestServer server([](const Received &) { return Reply::json({{u"ok"_s, true}}); });
    const QByteArray answer = exchange(server.port(), request, false);
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.endsWith("\r\n\r\n{\"ok\":true}"));
    QCOMPARE(server.count(), 1);
    const Received got = server.received().first();
    QCOMPARE(got.method, "POST"_ba);
    QCOMPARE(got.path, u"/v1/x y"_s);
    QCOMPARE(got.queryItem(u"a"_s), u"b&c"_s);
    QCOMPARE(got.header("X-One"), "1"_ba);
    QCOMPARE(got.body, body);
    QCOMPARE(server.count(u"/v1/x y"_s), 1);
    QCOMPARE(server.count(u"/other"_s), 0);
}

void TestTestServer::behaves_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("normal") << int(Reply::Behaviour::Normal)
                            << QByteArray("\r\nContent-Length: 8\r\nConnection: close\r\n\r\nabcdefgh");
    QTest::newRow("chunked") << int(Reply::Behaviour::Chunked) << QByteArray("\r\n\r\n8\r\nabcdefgh\r\n0\r\n\r\n");
    QTest::newRow("drop before") << int(Reply::Behaviour::DropBefore) << QByteArray();
    QTest::newRow("drop mid body") << int(Reply::Behaviour::DropMidBody)
                                   << QByteArray("\r\nContent-Length: 8\r\nConnection: close\r\n\r\nabcd");
    QTest::newRow("raw") << int(Reply::Behaviour::Raw) << QByteArray("abcdefgh");
}

void TestTestServer::behaves()
{
    QFETCH(int, behaviour);
    QFETCH(QByteArray, end);
    TestServer server([&](const Received &) {
        Reply reply = Reply::bytes("abcdefgh", "text/plain").as(Reply::Behaviour(behaviour));
        reply.close = true;
        return reply;
    });
    const QByteArray answer = exchange(server.port(), "GET / HTTP/1.1\r\n\r\n", true);
    QCOMPARE(answer.right(end.size()), end);
    QCOMPARE(answer.isEmpty(), end.isEmpty());
    QCOMPARE(server.hangUps(), 0);
}

void TestTestServer::keepsAlive()
{
    TestServer server([](const Received &) { return Reply(); });
    exchange(server.port(), "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n", false);
    QTRY_COMPARE(server.count(), 2);
    QCOMPARE(server.connections(), 1);
    exchange(server.port(), "GET /c HTTP/1.1\r\n\r\n", false);
    QCOMPARE(server.received().last().connection, 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTestServer::answersExpect()
{
    TestServer server([](const Received &) { return Reply(); });
    const QByteArray answer =
        exchange(server.port(), "POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n", false);
    QCOMPARE(answer, "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    QCOMPARE(server.count(), 0);
}

void TestTestServer::gateHoldsAnswers()
{
    const auto gate = Gate::make();
    TestServer server([&](const Received &) { return Reply().after(gate); });
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.count(), 1);
    QCOMPARE(socket.bytesAvailable(), 0);
    gate->open();
    QTRY_VERIFY(socket.bytesAvailable() > 0);
}

void TestTestServer::countsHangUps()
{
    TestServer server([](const Received &) { return Reply::never(); });
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.count(), 1);
    QCOMPARE(server.openConnections(), 1);
    socket.abort();
    QTRY_COMPARE(server.hangUps(), 1);
    QCOMPARE(server.openConnections(), 0);
}

void TestTestServer::closedPortRefuses()
{
    TestServer server([](const Received &) { return Reply(); });
    server.close();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestTestServer::ownThreadAnswersWhileTheTestBlocks()
{
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Own, {}});
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(10'000));
    QCOMPARE(server.count(), 1);
}

void TestTestServer::readsForms()
{
    Received request;
    request.headers = {{"content-type", "multipart/form-data; boundary=\"b--1\""}};
    request.body = "--b--1\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na\r\nb\r\n"
                   "--b--1\r\nContent-Disposition: form-data; name=image; filename=\"x.png\"\r\n"
                   "Content-Type: image/png\r\n\r\n\x89PNG\r\n--b--1--\r\n";
    const QList<FormPart> parts = formParts(request);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(formField(parts, u"prompt"_s), "a\r\nb"_ba);
    QCOMPARE(parts.last().name, u"image"_s);
    QCOMPARE(parts.last().fileName, u"x.png"_s);
    QCOMPARE(parts.last().contentType, "image/png"_ba);
    QCOMPARE(parts.last().body, "\x89PNG"_ba);
    QVERIFY(!formField(parts, u"mask"_s));
    request.body.chop(8); // without the closing delimiter
    QVERIFY(formParts(request).isEmpty());
}

void TestTestServer::standInHandles()
{
    class Teapot : public StandIn
    {
        Reply handle(const Received &request) override { return Reply::json({{u"path"_s, request.path}}, 418); }
    } teapot;
    const QByteArray answer = exchange(quint16(teapot.baseUrl().port()), "GET /x HTTP/1.1\r\n\r\n", false);
    QVERIFY(answer.startsWith("HTTP/1.1 418 "));
    QVERIFY(answer.endsWith("{\"path\":\"/x\"}"));
    QCOMPARE(teapot.calls(u"/x"_s), 1);
}

QTEST_GUILESS_MAIN(TestTestServer)
#include "test_testserver.moc"

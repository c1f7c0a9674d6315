// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that are slow, large, many, broken or in a hurry, on real sockets.
#include "tests/gateway/gatewayrig.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTimer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestGatewayLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformed_data();
    void malformed();
    void bodies_data();
    void bodies();
    void expectIsAnswered();
    void refusedExpectGetsNoContinue();
    void slowHeadEnds();
    void slowBodyEnds();
    void clientsThatDoNotReadEnd_data();
    void clientsThatDoNotReadEnd();
    void tooManyConnections_data();
    void tooManyConnections();
    void requestsInARow();
    void aKeyIsGoodForOneRequest();
    void refusalReachesAClientThatStillSends();
    void stopLetsEverybodyGo();
    void finishAnswersWhatRuns();
    void finishWithNothingToDo();
};

void TestGatewayLimits::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << 400;
    QTest::newRow("half a request line") << QByteArray("GET\r\n\r\n") << 400;
    QTest::newRow("65 KiB address") << QByteArray("GET /" + QByteArray(65LL * 1024, 'a') + " HTTP/1.1\r\n\r\n") << 414;
    QTest::newRow("header flood") << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(5000) + "\r\n")
                                  << 431;
    QTest::newRow("one huge header") << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(500'000, 'a') + "\r\n\r\n")
                                     << 431;
    QTest::newRow("length and chunks") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n")
                                       << 400;
    QTest::newRow("http 2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
}

void TestGatewayLimits::malformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send(bytes);
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QVERIFY(client.answer().status == 0); // what follows is not taken for a request
    QVERIFY(client.isClosed());
}

void TestGatewayLimits::bodies_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("status");
    QTest::newRow("at the limit") << 5000 << false << 400; // no JSON, but taken
    QTest::newRow("one byte over") << 5001 << false << 413;
    QTest::newRow("chunks at the limit") << 5000 << true << 400;
    QTest::newRow("chunks over") << 5001 << true << 413;
    QTest::newRow("endless chunks") << -1 << true << 413;
}

void TestGatewayLimits::bodies()
{
    QFETCH(int, size);
    QFETCH(bool, chunked);
    QFETCH(int, status);
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytes = 5000;
    rig.start(options);
    RawClient client(rig.port());
    const QByteArray body(qMax(size, 1000), 'x');
    if (!chunked) {
        client.send(rig.request("POST", "/v1/images/generations", body));
    } else {
        const QByteArray chunk = QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n";
        client.send(rig.request("POST", "/v1/images/generations", chunk, "Transfer-Encoding: chunked\r\n"));
        if (size < 0) {
            connect(&client.socket(), &QTcpSocket::bytesWritten, this, [&client, chunk] { client.send(chunk); });
        } else {
            client.send("0\r\n\r\n");
        }
    }
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Connection"), status == 413 ? "close"_ba : "keep-alive"_ba); // 413: with a body unread
}

void TestGatewayLimits::expectIsAnswered()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    const QByteArray request = rig.post(GatewayRig::wish(), "Expect: 100-continue\r\n", "?dryRun=true");
    const qsizetype split = request.indexOf("\r\n\r\n") + 4;
    client.send(request.left(split));
    QTRY_COMPARE(client.countContinues(), 1); // without it, curl would wait a second
    client.send(request.mid(split));
    QCOMPARE(client.answer().status, 200);
    QCOMPARE(client.continues(), 1);
}

void TestGatewayLimits::refusedExpectGetsNoContinue()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send("POST /v1/images/generations HTTP/1.1\r\nHost: " + rig.host()
                + "\r\nExpect: 100-continue\r\nContent-Length: 50000000\r\n\r\n");
    QCOMPARE(client.answer().status, 401);
    QCOMPARE(client.continues(), 0);
}

void TestGatewayLimits::slowHeadEnds()
{
    GatewayRig rig;
    GatewayOptions options;
    options.times.head = 300ms;
    rig.start(options);
    RawClient client(rig.port());
    client.send("GET / HTTP/1.1\r\nHo");
    QTimer drip; // a byte now and then does not buy time
    connect(&drip, &QTimer::timeout, this, [&] { client.send("a"); });
    drip.start(50);
    QCOMPARE(client.answer().status, 408);
    RawClient silent(rig.port());
    QVERIFY(silent.isClosed());
}

void TestGatewayLimits::slowBodyEnds()
{
    GatewayRig rig;
    GatewayOptions options;
    options.times.body = 300ms;
    rig.start(options);
    RawClient client(rig.port());
    client.send("POST /v1/images/generations HTTP/1.1\r\nHost: " + rig.host() + "\r\nAuthorization: Bearer " + rig.key
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&] { client.send(" "); });
    drip.start(50);
    QCOMPARE(client.answer().status, 408);
    QCOMPARE(rig.rig.engine->running(), 0);
}

void TestGatewayLimits::clientsThatDoNotReadEnd_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("keep-alive") << QByteArray();
    QTest::newRow("close") << QByteArray("Connection: close\r\n");
}

void TestGatewayLimits::clientsThatDoNotReadEnd()
{
    QFETCH(QByteArray, header);
    GatewayRig rig;
    GatewayOptions options;
    options.maxConnections = 1;
    options.times.stall = 300ms;
    rig.start(options);
    QImage noise(2400, 2400, QImage::Format_RGB32); // more than the system's own buffers take
    for (int y = 0; y < noise.height(); ++y) {
        QRandomGenerator(quint32(y)).fillRange(reinterpret_cast<quint32 *>(noise.scanLine(y)), noise.width());
    }
    QBuffer buffer(&rig.vendor().picture);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(noise.save(&buffer, "PNG"));
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"response_format"_s, u"b64_json"_s);
    QTcpSocket lazy;
    lazy.setReadBufferSize(64);
    lazy.connectToHost(QHostAddress::LocalHost, rig.port());
    lazy.write(rig.post(wish, header));
    QTRY_VERIFY_WITH_TIMEOUT(lazy.peek(64).startsWith("HTTP/1.1 200"), 20'000);
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 503);
    QTRY_COMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
}

void TestGatewayLimits::tooManyConnections_data()
{
    QTest::addColumn<QByteArray>("request"); // PORT and KEY are filled in
    QTest::addColumn<bool>("requireKey");
    QTest::addColumn<bool>("stays");
    const QByteArray head = "POST /v1/images/generations HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Type: "
                            "application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n";
    QTest::newRow("silent") << QByteArray() << true << false;
    QTest::newRow("half a head") << head << true << false;
    QTest::newRow("with a key") << QByteArray(head + "Authorization: Bearer KEY\r\n\r\n") << true << true;
    QTest::newRow("where none is asked for") << QByteArray(head + "\r\n") << false << true;
    QTest::newRow("silent, where none is asked for") << QByteArray() << false << false;
}

/// Whoever has shown a key that works keeps its place; a silent one gives way at once.
void TestGatewayLimits::tooManyConnections()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, requireKey);
    QFETCH(bool, stays);
    GatewayRig rig;
    GatewayOptions options;
    options.maxConnections = 5;
    options.requireKey = requireKey;
    rig.start(options);
    request.replace("PORT", QByteArray::number(rig.port()));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(rig.port()));
        const QByteArray key = await(rig.clients.add(QString::number(i)))->key; // one alone has only its share
        clients.back()->send(QByteArray(request).replace("KEY", key));
        if (stays) {
            QTRY_COMPARE(clients.back()->countContinues(), 1); // its key has been looked at
        }
    }
    const RawAnswer answer = rig.ask(rig.request("GET", "/healthz"));
    QCOMPARE(answer.status, stays ? 503 : 200);
    QCOMPARE(answer.header("Retry-After"), stays ? "1"_ba : ""_ba);
    clients.back()->hangUp();
    QTRY_COMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
}

/// Each with its own answer, and the paid one paid once.
void TestGatewayLimits::requestsInARow()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send(rig.request("GET", "/v1/models") + rig.post(GatewayRig::wish()) + rig.request("GET", "/healthz"));
    QCOMPARE(client.answer().json().value("object"_L1), u"list"_s);
    QCOMPARE(client.answer().json().value("data"_L1).toArray().size(), 1);
    QCOMPARE(client.answer().json().value("status"_L1), u"ok"_s);
    QCOMPARE(rig.vendor().billed, 1);
}

/// Each request shows its key anew.
void TestGatewayLimits::aKeyIsGoodForOneRequest()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send(rig.request("GET", "/v1/models"));
    QCOMPARE(client.answer().status, 200);
    client.send("GET /v1/models HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
    QCOMPARE(client.answer().status, 401);
    client.send("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer " + rig.key + "\r\n\r\n");
    QCOMPARE(client.answer().status, 403);
}

void TestGatewayLimits::refusalReachesAClientThatStillSends()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send("POST /v1/images/generations HTTP/1.1\r\nHost: " + rig.host() + "\r\nContent-Length: 20000000\r\n\r\n"
                + QByteArray(20'000'000, 'x'));
    QCOMPARE(client.answer().status, 401);
    QCOMPARE(client.answer().status, 0); // the body was not read as a request
    QVERIFY(client.isClosed());
}

void TestGatewayLimits::stopLetsEverybodyGo()
{
    GatewayRig rig;
    rig.start();
    rig.vendor().submitScript.push_back(Reply::never());
    RawClient waiting(rig.port());
    waiting.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
    RawClient idle(rig.port());
    QTRY_COMPARE(rig.vendor().calls().size(), 1);
    rig.gateway.stop();
    QVERIFY(waiting.isClosed());
    QVERIFY(idle.isClosed());
    QTRY_COMPARE(rig.rig.engine->running(), 0);
}

void TestGatewayLimits::finishAnswersWhatRuns()
{
    GatewayRig rig;
    rig.start();
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient waiting(rig.port());
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"response_format"_s, u"b64_json"_s);
    waiting.send(rig.post(wish));
    RawClient idle(rig.port());
    idle.send(rig.request("GET", "/healthz"));
    QCOMPARE(idle.answer().status, 200);
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    const quint16 port = rig.port();
    rig.gateway.finishAndStop(std::chrono::hours(1));
    QVERIFY(idle.isClosed());
    QTcpSocket late;
    late.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Listening); // it still owes an answer
    gate->open();
    const RawAnswer answer = waiting.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value("data"_L1).toArray().size(), 1);
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
}

void TestGatewayLimits::finishWithNothingToDo()
{
    GatewayRig rig;
    rig.gateway.finishAndStop(std::chrono::hours(1)); // was never on
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    rig.start();
    rig.gateway.finishAndStop(std::chrono::hours(1));
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    rig.start();
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayLimits)
#include "test_gatewaylimits.moc"

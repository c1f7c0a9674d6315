// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, bytes out: bodies and answers of every size, and clients that leave at the worst moment.
#include "core/gateway/http/listener.h"
#include "tests/gateway/rawclient.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void slowDecisions();
    void finishAwaitsDecisions();
    void answers_data();
    void answers();
    void headHasNoBody();
    void statusesWithoutAName();
    void unreadAnswersEnd();
    void answersToNobody();

private:
    static std::unique_ptr<Listener> start(const Listener::Setup &setup = {});
};

std::unique_ptr<Listener> TestListener::start(const Listener::Setup &setup)
{
    auto listener = std::make_unique<Listener>(setup);
    connect(listener.get(), &Listener::headArrived, listener.get(), [](Exchange *exchange) { exchange->proceed(); });
    connect(listener.get(), &Listener::refused, listener.get(), [](const Refusal &refusal, Exchange *exchange) {
        exchange->respond({refusal.status(), {}, {}});
    });
    [&] { QVERIFY(listener->listen(QHostAddress::LocalHost)); }();
    return listener;
}

void TestListener::bodies_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("chunk"); // 0: with its length
    QTest::addColumn<int>("step"); // bytes sent at a time
    QTest::newRow("none") << 0 << 0 << 1000;
    QTest::newRow("small") << 10 << 0 << 1000;
    QTest::newRow("byte by byte") << 100 << 0 << 1;
    QTest::newRow("more than is read ahead") << 3'000'000 << 0 << 10'000'000;
    QTest::newRow("one chunk") << 1000 << 1000 << 10'000;
    QTest::newRow("chunks byte by byte") << 300 << 100 << 1;
    QTest::newRow("chunks in odd pieces") << 10'000 << 1000 << 7;
    QTest::newRow("many chunks") << 3'000'000 << 5000 << 50'000;
}

void TestListener::bodies()
{
    QFETCH(int, size);
    QFETCH(int, chunk);
    QFETCH(int, step);
    const auto listener = start();
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        const GatewayRequest &request = exchange->request();
        exchange->respond({200, {{"X-Path", request.path.toUtf8()}}, request.body});
    });
    QByteArray body;
    for (int i = 0; body.size() < size; ++i) {
        body += QByteArray::number(i);
    }
    body.truncate(size);
    QByteArray bytes = "POST /a HTTP/1.1\r\nHost: a\r\n";
    if (chunk == 0) {
        bytes += "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + body;
    } else {
        bytes += "Transfer-Encoding: chunked\r\n\r\n";
        for (int at = 0; at < size; at += chunk) {
            bytes += QByteArray::number(chunk, 16) + "\r\n" + body.mid(at, chunk) + "\r\n";
        }
        bytes += "0\r\n\r\n";
    }
    RawClient client(listener->serverPort());
    for (int at = 0; at < bytes.size(); at += step) {
        client.send(bytes.mid(at, step));
        client.socket().flush();
        if (bytes.size() / step < 5000) {
            QCoreApplication::processEvents();
        }
    }
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-Path"), "/a"_ba);
    QVERIFY(answer.body == body);
}

/// A body that comes while its head is still looked at, as much as the socket takes.
void TestListener::slowDecisions()
{
    const auto listener = start();
    disconnect(listener.get(), &Listener::headArrived, nullptr, nullptr);
    QPointer<Exchange> waiting;
    connect(listener.get(), &Listener::headArrived, this, [&waiting](Exchange *exchange) { waiting = exchange; });
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        exchange->respond({200, {}, QByteArray::number(exchange->request().body.size())});
    });
    RawClient client(listener->serverPort());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n" + QByteArray(9'000'000, 'x'));
    QTRY_VERIFY(waiting);
    for (int i = 0; i < 50; ++i) {
        QCoreApplication::processEvents();
    }
    waiting->proceed();
    QCOMPARE(client.answer().body, "9000000"_ba);
}

void TestListener::finishAwaitsDecisions()
{
    const auto listener = start();
    disconnect(listener.get(), &Listener::headArrived, nullptr, nullptr);
    QPointer<Exchange> waiting;
    connect(listener.get(), &Listener::headArrived, this, [&waiting](Exchange *exchange) { waiting = exchange; });
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        exchange->respond({200, {}, "hello"});
    });
    RawClient silent(listener->serverPort());
    RawClient client(listener->serverPort());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(waiting);
    listener->finish();
    QVERIFY(silent.isClosed());
    waiting->proceed();
    QCOMPARE(client.answer().body, "hello"_ba);
    QTRY_COMPARE(listener->connections(), 0);
}

void TestListener::answers_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << 0;
    QTest::newRow("small") << 100;
    QTest::newRow("30 MB") << 30'000'000;
}

void TestListener::answers()
{
    QFETCH(int, size);
    const auto listener = start();
    const QByteArray body(size, 'x');
    connect(listener.get(), &Listener::requestArrived, listener.get(), [&body](Exchange *exchange) {
        exchange->respond({200, {{"Content-Type", "text/plain"}}, body});
    });
    RawClient client(listener->serverPort());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), "text/plain"_ba);
    QCOMPARE(answer.header("Content-Length"), QByteArray::number(size));
    QVERIFY(!answer.header("Date").isEmpty());
    QVERIFY(answer.body == body);
    QVERIFY(client.isClosed());
    QTRY_COMPARE(listener->connections(), 0);
}

void TestListener::headHasNoBody()
{
    const auto listener = start();
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        exchange->respond({200, {}, "hello"});
    });
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, listener->serverPort());
    client.write("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    const QByteArray bytes = client.readAll();
    QVERIFY(bytes.startsWith("HTTP/1.1 200"));
    QCOMPARE(bytes.count("Content-Length:"), 1);
    QVERIFY(bytes.contains("Content-Length: 5\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void TestListener::statusesWithoutAName()
{
    const auto listener = start();
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        exchange->respond({529, {}, "busy"});
    });
    RawClient client(listener->serverPort());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 529);
    QCOMPARE(answer.body, "busy"_ba);
}

void TestListener::unreadAnswersEnd()
{
    Listener::Setup setup;
    setup.times.stall = 300ms;
    const auto listener = start(setup);
    connect(listener.get(), &Listener::requestArrived, listener.get(), [](Exchange *exchange) {
        exchange->respond({200, {}, QByteArray(30'000'000, 'x')});
    });
    QTcpSocket client;
    client.setReadBufferSize(1000);
    client.connectToHost(QHostAddress::LocalHost, listener->serverPort());
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(client.bytesAvailable(), 1000);
    QTRY_COMPARE(listener->connections(), 0);
}

/// The answer comes after the client has gone, and after the listener has.
void TestListener::answersToNobody()
{
    auto listener = start();
    QList<QPointer<Exchange>> waiting;
    int abandoned = 0;
    connect(listener.get(), &Listener::requestArrived, this, [&](Exchange *exchange) {
        waiting.append(exchange);
        connect(exchange, &Exchange::abandoned, this, [&abandoned, exchange] {
            ++abandoned;
            exchange->respond({200, {}, "too late"});
        });
    });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(listener->serverPort()));
        clients.back()->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
    }
    QTRY_COMPARE(waiting.size(), 20);
    for (int i = 0; i < 10; ++i) {
        clients[std::size_t(i)]->hangUp();
    }
    QTRY_COMPARE(abandoned, 10);
    for (const QPointer<Exchange> &exchange : std::as_const(waiting)) {
        if (exchange && waiting.indexOf(exchange) < 15) {
            exchange->respond({200, {}, "hello"});
        }
    }
    for (std::size_t i = 10; i < 15; ++i) {
        QCOMPARE(clients[i]->answer().body, "hello"_ba);
    }
    listener.reset();
    QCOMPARE(abandoned, 15);
    for (const auto &client : clients) {
        QVERIFY(client->isClosed());
    }
}

QTEST_GUILESS_MAIN(TestListener)
#include "test_listener.moc"

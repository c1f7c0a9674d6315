// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many requests on one connection: how long it is kept, who has to close it, and that all limits hold for each of them.
#include "core/gateway/http/listener.h"
#include "tests/gateway/rawclient.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

bool isOpen(RawClient &client)
{
    return client.socket().state() == QAbstractSocket::ConnectedState;
}

} // namespace

/// A listener that answers each path in its own way: /refused before its body, /stream in pieces, /later when it is
/// told to, /large with much, all else with method, path and body.
class TestKeepAlive : public QObject
{
    Q_OBJECT

private:
    void start(const Listener::Setup &setup = {})
    {
        m_listener = std::make_unique<Listener>(setup);
        connect(m_listener.get(), &Listener::headArrived, this, [](Exchange *exchange) {
            if (exchange->request().path == "/refused"_L1) {
                return exchange->respond({401, {}, "no"});
            }
            if (exchange->request().path != "/stranger"_L1) {
                exchange->vouch();
            }
            exchange->proceed();
        });
        connect(m_listener.get(), &Listener::requestArrived, this, &TestKeepAlive::answer);
        connect(m_listener.get(), &Listener::refused, this, [](const Refusal &refusal, Exchange *exchange) {
            exchange->respond({refusal.status(), {}, {}});
        });
        QVERIFY(m_listener->listen(QHostAddress::LocalHost));
    }

    void answer(Exchange *exchange)
    {
        const GatewayRequest &request = exchange->request();
        m_seen.append(request.path);
        if (request.path == "/later"_L1) {
            m_waiting.append(exchange);
            connect(exchange, &Exchange::abandoned, this, [this] { ++m_abandoned; });
            return;
        }
        if (request.path == "/stream"_L1) {
            exchange->beginStream({200, {}, {}});
            exchange->push("piece");
            return exchange->endStream();
        }
        exchange->respond({200,
                           {},
                           request.path == "/large"_L1
                               ? QByteArray(30'000'000, 'x')
                               : request.method + ' ' + request.path.toLatin1() + ' ' + request.body});
    }

    std::unique_ptr<RawClient> client() { return std::make_unique<RawClient>(m_listener->serverPort()); }

    std::unique_ptr<Listener> m_listener;
    QStringList m_seen;
    QList<QPointer<Exchange>> m_waiting;
    int m_abandoned = 0;

private Q_SLOTS:
    void init()
    {
        m_seen.clear();
        m_waiting.clear();
        m_abandoned = 0;
    }
    void cleanup() { m_listener.reset(); }

    void oneAfterAnother_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("without a body") << get("/a") << "GET /a "_ba;
        QTest::newRow("with one") << post("/a", "hello") << "POST /a hello"_ba;
        QTest::newRow("in chunks") << "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                      "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"_ba
                                   << "POST /a hello"_ba;
        QTest::newRow("large") << post("/a", QByteArray(2'000'000, 'y'))
                               << QByteArray("POST /a " + QByteArray(2'000'000, 'y'));
        QTest::newRow("with an empty line too many") << QByteArray(post("/a", "hello") + "\r\n") << "POST /a hello"_ba;
    }
    void oneAfterAnother()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        start();
        const auto one = client();
        for (int i = 0; i < 3; ++i) {
            one->send(request);
            const RawAnswer answer = one->answer();
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body == body);
            QCOMPARE(answer.header("Connection"), "keep-alive"_ba);
            QCOMPARE(answer.header("Keep-Alive"), "timeout=24"_ba); // of 30
        }
        QVERIFY(isOpen(*one));
        QCOMPARE(m_listener->connections(), 1);
    }

    void theLastOne_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("the client wants no other") << get("/a", "Connection: close\r\n") << 200;
        QTest::newRow("in a list") << get("/a", "Connection: Keep-Alive, CLOSE\r\n") << 200;
        QTest::newRow("HTTP/1.0") << "GET /a HTTP/1.0\r\n\r\n"_ba << 200;
        QTest::newRow("HTTP/1.0 that would stay") << "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << 200;
        QTest::newRow("refused with its body on the way") << post("/refused", "hello") << 401;
        QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba << 400;
        QTest::newRow("too large") << "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n"_ba << 413;
    }
    void theLastOne()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Listener::Setup setup;
        setup.times.linger = 100ms;
        start(setup);
        const auto one = client();
        one->send(get("/first"));
        QCOMPARE(one->answer().status, 200);
        one->send(request + get("/next"));
        const RawAnswer answer = one->answer();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Connection"), "close"_ba);
        QCOMPARE(answer.header("Keep-Alive"), ""_ba);
        QVERIFY(one->isClosed());
        QCOMPARE(one->received(), ""_ba);
        QVERIFY(!m_seen.contains(u"/next"_s));
    }

    /// Without a body there is nothing on the way that could be taken for the next request.
    void refusalsOfWholeRequestsKeepIt()
    {
        start();
        const auto one = client();
        one->send(get("/refused"));
        QCOMPARE(one->answer().status, 401);
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
    }

    void soManyAndNoMore()
    {
        Listener::Setup setup;
        setup.limits.requests = 3;
        start(setup);
        const auto one = client();
        for (int i = 1; i <= 3; ++i) {
            one->send(get("/a"));
            QCOMPARE(one->answer().header("Connection"), i < 3 ? "keep-alive"_ba : "close"_ba);
        }
        QVERIFY(one->isClosed());
    }

    void silenceEndsIt()
    {
        Listener::Setup setup;
        setup.times.idle = 200ms;
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        const RawAnswer answer = one->answer();
        QCOMPARE(answer.header("Connection"), "keep-alive"_ba);
        QCOMPARE(answer.header("Keep-Alive"), ""_ba); // no whole second to promise
        QVERIFY(one->isClosed());
        QCOMPARE(one->received(), ""_ba); // without a word: no request was there to be answered
        QCOMPARE(one->socket().error(), QAbstractSocket::RemoteHostClosedError); // an end, no reset
        QTRY_COMPARE(m_listener->connections(), 0);
    }

    void noneIsKeptWhereNoneShallBe()
    {
        Listener::Setup setup;
        setup.times.idle = 0ms;
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().header("Connection"), "close"_ba);
        QVERIFY(one->isClosed());
    }

    /// The time for a head begins with its first byte, and then it is that of any head.
    void aSlowSecondHeadEnds()
    {
        Listener::Setup setup;
        setup.times.head = 200ms;
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        one->send("GET /b HT");
        QCOMPARE(one->answer().status, 408);
        QVERIFY(one->isClosed());
    }

    void aSlowSecondBodyEnds()
    {
        Listener::Setup setup;
        setup.times.body = 200ms;
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        one->send("POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhel");
        QCOMPARE(one->answer().status, 408);
    }

    /// The program was held up for longer than the connection is kept, and a request came meanwhile.
    void aRequestThatCameInTimeIsServed()
    {
        Listener::Setup setup;
        setup.times.idle = 500ms;
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        one->socket().write(post("/b", "hello"));
        QVERIFY(one->socket().flush());
        QElapsedTimer held;
        held.start();
        while (held.elapsed() < 600) { // nobody runs the event loop
        }
        QCOMPARE(one->answer().body, "POST /b hello"_ba);
    }

    void whatIsSentAheadWaitsForItsTurn()
    {
        start();
        const auto one = client();
        one->send(get("/later") + post("/b", "hello") + get("/c"));
        QTRY_COMPARE(m_waiting.size(), 1);
        for (int i = 0; i < 20; ++i) {
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_seen, QStringList(u"/later"_s)); // nothing is begun before the answer to the first
        m_waiting.first()->respond({200, {}, "first"});
        QCOMPARE(one->answer().body, "first"_ba);
        QCOMPARE(one->answer().body, "POST /b hello"_ba);
        QCOMPARE(one->answer().body, "GET /c "_ba);
        QVERIFY(isOpen(*one));
    }

    /// Else a client that hangs up would not be noticed behind all that it has sent.
    void whoSendsTooMuchAheadIsNotRead()
    {
        Listener::Setup setup;
        setup.times.linger = 100ms;
        start(setup);
        const auto one = client();
        one->send(get("/later") + post("/b", QByteArray(3'000'000, 'y')));
        QTRY_COMPARE(m_waiting.size(), 1);
        QTRY_COMPARE(one->socket().bytesToWrite(), 0);
        m_waiting.first()->respond({200, {}, "first"});
        const RawAnswer answer = one->answer();
        QCOMPARE(answer.body, "first"_ba);
        QCOMPARE(answer.header("Connection"), "close"_ba); // so that it knows that nothing else was begun
        QVERIFY(one->isClosed());
        QCOMPARE(m_seen, QStringList(u"/later"_s));
    }

    void hangUps_data()
    {
        QTest::addColumn<QByteArray>("ahead");
        QTest::newRow("in silence") << QByteArray();
        QTest::newRow("with a request ahead") << get("/b");
        QTest::newRow("with very much ahead") << QByteArray(2'000'000, 'y');
    }
    /// They are noticed on the second request as on the first.
    void hangUps()
    {
        QFETCH(QByteArray, ahead);
        start();
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        one->send(get("/later") + ahead);
        QTRY_COMPARE(m_waiting.size(), 1);
        QTRY_COMPARE(one->socket().bytesToWrite(), 0);
        one->hangUp();
        QTRY_COMPARE(m_abandoned, 1);
        QTRY_COMPARE(m_listener->connections(), 0);
        QVERIFY(!m_seen.contains(u"/b"_s));
    }

    void streamsKeepIt()
    {
        start();
        const auto one = client();
        for (int i = 0; i < 2; ++i) {
            one->send(get("/stream"));
            QTRY_VERIFY(one->received().endsWith("\r\n0\r\n\r\n"));
            QVERIFY(one->received().contains("Connection: keep-alive\r\n"));
            QVERIFY(one->received().contains("\r\n5\r\npiece\r\n"));
            one->forget();
        }
        one->send(get("/a"));
        QCOMPARE(one->answer().body, "GET /a "_ba);
    }

    void whoDoesNotTakeItsSecondAnswerEnds()
    {
        Listener::Setup setup;
        setup.times.stall = 300ms;
        start(setup);
        QTcpSocket lazy;
        lazy.setReadBufferSize(1000);
        lazy.connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
        lazy.write(get("/a"));
        QTRY_VERIFY(lazy.peek(1000).endsWith("GET /a "));
        lazy.readAll();
        lazy.write(get("/large"));
        QTRY_COMPARE(lazy.bytesAvailable(), 1000);
        QTRY_COMPARE(m_listener->connections(), 0);
    }

    /// Its client has shown a key, but has nothing under way.
    void theIdleGiveWayFirst()
    {
        Listener::Setup setup;
        setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {8});
        start(setup);
        const auto idle = client();
        idle->send(get("/a"));
        QCOMPARE(idle->answer().status, 200);
        std::vector<std::unique_ptr<RawClient>> others;
        for (int i = 0; i < 5; ++i) {
            others.push_back(client());
        }
        QTRY_COMPARE(m_listener->connections(), 6);
        QVERIFY(isOpen(*idle));
        others.push_back(client());
        QVERIFY(idle->isClosed());
        QTRY_COMPARE(m_listener->connections(), 6);
        for (const auto &other : others) {
            QVERIFY(isOpen(*other));
        }
    }

    /// With its next request it is what that request shows, no more.
    void aKeptConnectionShowsItsKeyAnew()
    {
        Listener::Setup setup;
        setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {4});
        start(setup);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        one->send("GET /b HTTP"); // known a moment ago, now silent, and the oldest
        std::vector<std::unique_ptr<RawClient>> others;
        for (int i = 0; i < 3; ++i) {
            others.push_back(client());
            QTRY_COMPARE(m_listener->connections(), std::min(i + 2, 3));
        }
        QVERIFY(one->isClosed());
    }

    void finishing_data()
    {
        QTest::addColumn<bool>("underWay");
        QTest::newRow("idle") << false;
        QTest::newRow("with a request") << true;
    }
    void finishing()
    {
        QFETCH(bool, underWay);
        start();
        QSignalSpy emptied(m_listener.get(), &Listener::emptied);
        const auto one = client();
        one->send(get("/a"));
        QCOMPARE(one->answer().status, 200);
        if (underWay) {
            one->send(get("/later"));
            QTRY_COMPARE(m_waiting.size(), 1);
        }
        m_listener->finish();
        if (underWay) {
            QVERIFY(emptied.isEmpty());
            m_waiting.first()->respond({200, {}, "last"});
            const RawAnswer answer = one->answer();
            QCOMPARE(answer.body, "last"_ba);
            QCOMPARE(answer.header("Connection"), "close"_ba);
        }
        QVERIFY(one->isClosed());
        QTRY_COMPARE(emptied.size(), 1);
    }

    /// curl itself says how many connections it made.
    void curlKeepsIt()
    {
        const QString curl = QStandardPaths::findExecutable(u"curl"_s);
        if (curl.isEmpty()) {
            QSKIP("curl is not there");
        }
        start();
        const QString base = u"http://127.0.0.1:%1/"_s.arg(m_listener->serverPort());
        QProcess process;
        process.start(curl,
                      {u"-sS"_s, u"--noproxy"_s, u"*"_s, u"-w"_s, u"[%{num_connects}]"_s, u"-d"_s, u"hello"_s,
                       base + u'a', base + u'b', base + u'c'});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(process.readAllStandardOutput(), "POST /a hello[1]POST /b hello[0]POST /c hello[0]"_ba);
    }
};

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "test_keepalive.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// More connections than there are places, and clients that are slow on purpose: who has to go, and who is served.
#include "core/gateway/http/descriptors.h"
#include "core/gateway/http/listener.h"
#include "tests/gateway/rawclient.h"
#include "tests/support/sanitizer.h"

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Clients = std::vector<std::unique_ptr<RawClient>>;

namespace {

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

bool isOpen(RawClient &client)
{
    return client.socket().state() == QAbstractSocket::ConnectedState;
}

int stillOpen(const Clients &clients)
{
    return int(std::count_if(clients.begin(), clients.end(), [](const auto &client) { return isOpen(*client); }));
}

} // namespace

class TestConnectionSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theOldestSilentGoesFirst();
    void aDrippingHeadIsNone();
    void whoSentNothingGoesBeforeWhoShowedNoKey();
    void strangersLeaveAShare();
    void knownOnesStay();
    void listenersShare();
    void theCrowdGoesFirst();
    void aFloodKeepsNobodyWaiting();
    void slowBodies_data();
    void slowBodies();
    void slowReaders();
    void answersTogetherAreBounded();
    void outOfDescriptors();
    void fitsTheSystemsLimit();

private:
    std::unique_ptr<Listener> start(Listener::Setup setup = {});
    std::unique_ptr<Listener> startWith(int count);
    void open(Clients &clients, int count, const QByteArray &bytes = {}, const QHostAddress &from = {});

    QList<QPointer<Exchange>> m_held; ///< whose head came for /held or /known
    QByteArray m_body;
    std::unique_ptr<Listener> m_listener;
};

void TestConnectionSlots::init()
{
    m_held.clear();
    m_body = "hello";
}

void TestConnectionSlots::cleanup()
{
    m_listener.reset();
}

std::unique_ptr<Listener> TestConnectionSlots::start(Listener::Setup setup)
{
    auto listener = std::make_unique<Listener>(setup);
    connect(listener.get(), &Listener::headArrived, this, [this](Exchange *exchange) {
        const QString path = exchange->request().path;
        if (path == u"/known" || path == u"/go") {
            exchange->vouch();
        }
        if (path == u"/go" || path == u"/open") {
            return exchange->proceed();
        }
        m_held.append(exchange);
    });
    connect(listener.get(), &Listener::requestArrived, this, [this](Exchange *exchange) {
        exchange->respond({200, {}, m_body});
    });
    connect(listener.get(), &Listener::refused, this, [](const Refusal &refusal, Exchange *exchange) {
        exchange->respond({refusal.status(), {}, {}});
    });
    [&] { QVERIFY(listener->listen(QHostAddress::LocalHost)); }();
    return listener;
}

std::unique_ptr<Listener> TestConnectionSlots::startWith(int count)
{
    Listener::Setup setup;
    setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {count});
    return start(setup);
}

/// One after the other, so that it is known which one is older.
void TestConnectionSlots::open(Clients &clients, int count, const QByteArray &bytes, const QHostAddress &from)
{
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_listener->serverPort(), QHostAddress::LocalHost, from));
        clients.back()->send(bytes);
        const auto held = m_held.size();
        QTRY_COMPARE(m_held.size(), bytes.endsWith("\r\n\r\n") ? held + 1 : held);
    }
}

void TestConnectionSlots::theOldestSilentGoesFirst()
{
    m_listener = startWith(8);
    Clients clients;
    open(clients, 6);
    QTRY_COMPARE(m_listener->connections(), 6);
    open(clients, 3);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(clients[i]->isClosed());
    }
    QCOMPARE(clients[0]->everything(), ""_ba); // no work is done for them, not even an answer
    QCOMPARE(stillOpen(clients), 6);
    RawClient good(m_listener->serverPort());
    good.send(get("/go"));
    QCOMPARE(good.answer().body, "hello"_ba);
    QVERIFY(clients[3]->isClosed());
}

void TestConnectionSlots::aDrippingHeadIsNone()
{
    m_listener = startWith(4);
    Clients clients;
    open(clients, 1, "GET /go HTTP/1.1\r\nHost: a\r\nX: ");
    open(clients, 2);
    clients[0]->send("a");
    RawClient good(m_listener->serverPort());
    good.send(get("/go"));
    QCOMPARE(good.answer().status, 200);
    QVERIFY(clients[0]->isClosed()); // the oldest, however often it sends a byte
}

void TestConnectionSlots::whoSentNothingGoesBeforeWhoShowedNoKey()
{
    m_listener = startWith(8);
    Clients strangers;
    open(strangers, 3, get("/held"));
    Clients silent;
    open(silent, 3);
    QTRY_COMPARE(m_listener->connections(), 6);
    Clients more;
    open(more, 3, get("/held"));
    QTRY_COMPARE(stillOpen(silent), 0);
    QCOMPARE(stillOpen(strangers), 3);
    open(more, 1, get("/held"));
    QVERIFY(strangers[0]->isClosed()); // none is silent any more
    QCOMPARE(stillOpen(strangers), 2);
    QCOMPARE(stillOpen(more), 4);
}

void TestConnectionSlots::strangersLeaveAShare()
{
    m_listener = startWith(8);
    Clients known;
    open(known, 2, get("/known"));
    Clients strangers;
    open(strangers, 20, get("/held"));
    QTRY_COMPARE(stillOpen(strangers), 6);
    QCOMPARE(m_listener->connections(), 8);
    open(known, 4, get("/known")); // they come to more than their share, too
    QTRY_COMPARE(stillOpen(strangers), 2);
    QCOMPARE(stillOpen(known), 6);
}

void TestConnectionSlots::knownOnesStay()
{
    m_listener = startWith(4);
    Clients known;
    open(known, 4, get("/known"));
    RawClient late(m_listener->serverPort());
    const RawAnswer answer = late.answer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.header("Retry-After"), "1"_ba);
    QCOMPARE(stillOpen(known), 4);
    m_held.first()->proceed();
    QCOMPARE(known[0]->answer().body, "hello"_ba);
    RawClient next(m_listener->serverPort());
    next.send(get("/go"));
    QCOMPARE(next.answer().status, 200);
    // Those who are told so are counted as well.
    Clients crowd;
    open(crowd, 1, get("/known"));
    for (int i = 0; i < 100; ++i) {
        crowd.push_back(std::make_unique<RawClient>(m_listener->serverPort()));
    }
    QTRY_VERIFY(stillOpen(crowd) <= 1 + 32);
}

void TestConnectionSlots::listenersShare()
{
    Listener::Setup setup;
    setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {4});
    m_listener = start(setup);
    const auto other = start(setup);
    Clients clients;
    open(clients, 3);
    QTRY_COMPARE(setup.connectionSlots->taken(), 3);
    RawClient good(other->serverPort());
    good.send(get("/go"));
    QCOMPARE(good.answer().status, 200);
    QVERIFY(clients[0]->isClosed());
    QTRY_COMPARE(m_listener->connections(), 2);
    QCOMPARE(setup.connectionSlots->taken(), 3);
    good.hangUp();
    QTRY_COMPARE(setup.connectionSlots->taken(), 2);
}

void TestConnectionSlots::theCrowdGoesFirst()
{
    m_listener = startWith(8);
    Clients modest;
    open(modest, 2, {}, QHostAddress(u"127.0.0.2"_s)); // the oldest of all
    QTRY_COMPARE(m_listener->connections(), 2);
    Clients crowd;
    open(crowd, 20);
    QTRY_COMPARE(stillOpen(crowd), 4);
    QCOMPARE(stillOpen(modest), 2);
    modest[0]->send(get("/go"));
    QCOMPARE(modest[0]->answer().status, 200);
}

void TestConnectionSlots::aFloodKeepsNobodyWaiting()
{
    m_listener = start();
    std::vector<std::unique_ptr<QTcpSocket>> flood;
    for (int i = 0; i < 600; ++i) {
        flood.push_back(std::make_unique<QTcpSocket>());
        flood.back()->connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
        if (i % 100 == 99) {
            RawClient good(m_listener->serverPort());
            good.send(get("/go"));
            QCOMPARE(good.answer().body, "hello"_ba);
        }
    }
    QTRY_VERIFY(m_listener->connections() > 370 && m_listener->connections() <= 384); // three quarters of 512
}

void TestConnectionSlots::slowBodies_data()
{
    QTest::addColumn<int>("step"); // bytes each 20 ms
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << 0 << 100 << 408;
    QTest::newRow("drop by drop") << 1 << 1000 << 408;
    QTest::newRow("slow, but it comes") << 400 << 12'000 << 200;
}

void TestConnectionSlots::slowBodies()
{
    QFETCH(int, step);
    QFETCH(int, size);
    QFETCH(int, status);
    Listener::Setup setup;
    setup.times.begin = 150ms;
    setup.times.body = 1h;
    m_listener = start(setup);
    RawClient client(m_listener->serverPort());
    client.send("POST /go HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&, left = size]() mutable {
        client.send(QByteArray(std::min(step, left), 'x'));
        left -= std::min(step, left);
    });
    drip.start(20);
    QCOMPARE(client.answer().status, status);
}

void TestConnectionSlots::slowReaders()
{
    Listener::Setup setup;
    setup.times.stall = 400ms;
    setup.times.slowest = 100'000'000; // a second
    m_body = QByteArray(60'000'000, 'x');
    m_listener = start(setup);
    RawClient quick(m_listener->serverPort());
    quick.send(get("/go"));
    QCOMPARE(quick.answer().body.size(), m_body.size());
    QTcpSocket slow;
    slow.setReadBufferSize(64LL * 1024);
    slow.connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
    slow.write(get("/go"));
    QTimer sips; // it never stalls for long
    connect(&sips, &QTimer::timeout, &slow, [&slow] { slow.skip(slow.bytesAvailable()); });
    sips.start(20);
    QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_listener->connections(), 1); // the quick one is kept
}

void TestConnectionSlots::answersTogetherAreBounded()
{
    Listener::Setup setup;
    setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {512, 50'000'000, 50ms});
    m_body = QByteArray(20'000'000, 'x');
    m_listener = start(setup);
    std::vector<std::unique_ptr<QTcpSocket>> lazy;
    for (int i = 0; i < 6; ++i) {
        lazy.push_back(std::make_unique<QTcpSocket>());
        lazy.back()->setReadBufferSize(1000);
        lazy.back()->connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
        lazy.back()->write(get("/go"));
    }
    RawClient quick(m_listener->serverPort());
    quick.send(get("/go"));
    QCOMPARE(quick.answer().body.size(), m_body.size());
    QTRY_VERIFY(m_listener->connections() <= 3);
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
    QVERIFY(m_listener->connections() >= 2); // no more than has to be
}

/// The system refuses to open what comes next: the listener neither stops for good nor turns round and round.
void TestConnectionSlots::outOfDescriptors()
{
    if (isSanitized) {
        QSKIP("The checks need descriptors of their own.");
    }
    m_listener = start();
    QSignalSpy errors(m_listener.get(), &QTcpServer::acceptError);
    std::vector<int> clients;
    for (int i = 0; i < 5; ++i) {
        const int client = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_listener->serverPort());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        clients.push_back(client);
    }
    rlimit before {};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit none = before;
    none.rlim_cur = rlim_t(clients.back()); // all below are in use
    setrlimit(RLIMIT_NOFILE, &none);
    QTRY_VERIFY(errors.size() >= 2);
    QElapsedTimer time;
    time.start();
    const auto seen = errors.size();
    (void)QTest::qWaitFor([&] { return errors.size() >= seen + 3; });
    const qint64 three = time.elapsed();
    setrlimit(RLIMIT_NOFILE, &before);
    QVERIFY2(three >= 100, qPrintable(QString::number(three)));
    QTRY_COMPARE(m_listener->connections(), 5);
    // None of those that were accepted goes because of it.
    RawClient good(m_listener->serverPort());
    good.send(get("/go"));
    QCOMPARE(good.answer().status, 200);
    good.hangUp();
    QTRY_COMPARE(m_listener->connections(), 5);
    for (const int client : clients) {
        ::close(client);
    }
    QTRY_COMPARE(m_listener->connections(), 0);
}

void TestConnectionSlots::fitsTheSystemsLimit()
{
    const auto inChild = [](rlim_t soft, rlim_t hard, int wanted) {
        const pid_t child = fork();
        if (child == 0) {
            const rlimit limit {soft, hard};
            setrlimit(RLIMIT_NOFILE, &limit);
            const int fit = connectionsThatFit(wanted);
            rlimit now {};
            getrlimit(RLIMIT_NOFILE, &now);
            _exit(fit > 200 || rlim_t(fit) > now.rlim_cur ? 255 : fit);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WEXITSTATUS(status);
    };
    QCOMPARE(inChild(64, 1024, 100), 100); // the limit is raised as far as is needed
    const int few = inChild(100, 100, 512);
    QVERIFY2(few >= 1 && few <= 34, qPrintable(QString::number(few)));
    QCOMPARE(inChild(20, 20, 512), 1);
}

QTEST_GUILESS_MAIN(TestConnectionSlots)
#include "test_connectionslots.moc"

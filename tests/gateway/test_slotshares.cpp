// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One client among others: how many places it may have, and whose answers end when too many wait.
#include "core/gateway/http/listener.h"
#include "tests/gateway/rawclient.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

/// A client that takes little of its answer.
std::unique_ptr<QTcpSocket> lazy(quint16 port, const QByteArray &path)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setReadBufferSize(1000);
    socket->connectToHost(QHostAddress::LocalHost, port);
    socket->write(get(path));
    return socket;
}

} // namespace

class TestSlotShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWastesMostGoesFirst();
    void youngAnswersAreBoundedToo();
    void oneClientLeavesPlacesForOthers();

private:
    /// "/go/CLIENT" is answered, "/known/CLIENT" waits.
    void start(const ConnectionSlots::Setup &places);

    int m_held = 0;
    QByteArray m_body = "hello";
    std::unique_ptr<Listener> m_listener;
};

void TestSlotShares::start(const ConnectionSlots::Setup &places)
{
    m_held = 0;
    Listener::Setup setup;
    setup.connectionSlots = std::make_shared<ConnectionSlots>(places);
    m_listener = std::make_unique<Listener>(setup);
    connect(m_listener.get(), &Listener::headArrived, this, [this, shared = setup.connectionSlots](Exchange *exchange) {
        const QString path = exchange->request().path;
        exchange->setClient(path.section(u'/', 2));
        if (!shared->admits(exchange->client())) {
            return exchange->respond({429, {}, {}});
        }
        exchange->vouch();
        if (path.startsWith(u"/go")) {
            return exchange->proceed();
        }
        ++m_held;
    });
    connect(m_listener.get(), &Listener::requestArrived, this, [this](Exchange *exchange) {
        exchange->respond({200, {}, m_body});
    });
    QVERIFY(m_listener->listen(QHostAddress::LocalHost));
}

/// Somebody who takes an answer slowly is not ended because another client takes many of them and nothing of them.
void TestSlotShares::whoWastesMostGoesFirst()
{
    m_body = QByteArray(20'000'000, 'x');
    start({512, 50'000'000, 50ms});
    const auto modest = lazy(m_listener->serverPort(), "/go/modest");
    QTRY_VERIFY(modest->bytesAvailable() > 0);
    std::vector<std::unique_ptr<QTcpSocket>> greedy;
    for (int i = 0; i < 6; ++i) {
        greedy.push_back(lazy(m_listener->serverPort(), "/go/greedy"));
        QTRY_VERIFY(greedy.back()->bytesAvailable() > 0);
    }
    QTRY_VERIFY(m_listener->connections() <= 3);
    QByteArray answer; // all of it is still to be had
    connect(modest.get(), &QTcpSocket::readyRead, this, [&] { answer += modest->readAll(); });
    modest->setReadBufferSize(0);
    answer += modest->readAll();
    QTRY_VERIFY(answer.endsWith(m_body));
}

/// Who comes again and again has young answers all the time.
void TestSlotShares::youngAnswersAreBoundedToo()
{
    m_body = QByteArray(20'000'000, 'x');
    start({512, 50'000'000, 1h});
    std::vector<std::unique_ptr<QTcpSocket>> all;
    for (int i = 0; i < 10; ++i) {
        all.push_back(lazy(m_listener->serverPort(), "/go/one"));
        QTRY_VERIFY(all.back()->bytesAvailable() > 0);
    }
    QTRY_VERIFY(m_listener->connections() <= 6);
    QVERIFY(m_listener->connections() >= 4); // twice the limit
}

void TestSlotShares::oneClientLeavesPlacesForOthers()
{
    m_body = "hello";
    start({8});
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto hold = [&](const QByteArray &path) {
        clients.push_back(std::make_unique<RawClient>(m_listener->serverPort()));
        clients.back()->send(get(path));
        const int held = m_held + 1;
        QTRY_COMPARE(m_held, held);
    };
    const auto ask = [this](const QByteArray &path) {
        RawClient client(m_listener->serverPort());
        client.send(get(path));
        return client.answer().status;
    };
    for (int i = 0; i < 4; ++i) {
        hold("/known/greedy");
    }
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(ask("/known/greedy"), 429);
    }
    for (int i = 0; i < 2; ++i) {
        hold("/known/modest"); // half of what is left
    }
    QCOMPARE(ask("/go/modest"), 429);
    QCOMPARE(ask("/go/third"), 200);
    QCOMPARE(m_held, 6);
    clients.front()->hangUp();
    QTRY_COMPARE(m_listener->connections(), 5);
    QCOMPARE(ask("/go/modest"), 200);
}

QTEST_GUILESS_MAIN(TestSlotShares)
#include "test_slotshares.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void words_data();
    void words();
    void times_data();
    void times();
    void slowButAliveIsNotIdle();
    void progressIsTold();
};

void TestHttpLimits::sizes_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("taken");
    constexpr int limit = 100'000;
    QTest::newRow("at the limit") << int(Reply::Behaviour::Normal) << limit << true;
    QTest::newRow("one byte over") << int(Reply::Behaviour::Normal) << limit + 1 << false;
    QTest::newRow("chunked at the limit") << int(Reply::Behaviour::Chunked) << limit << true;
    QTest::newRow("chunked over") << int(Reply::Behaviour::Chunked) << limit + 1 << false;
    QTest::newRow("announced over, never sent") << int(Reply::Behaviour::StallMidBody) << 10'000'000 << false;
    QTest::newRow("endless") << int(Reply::Behaviour::Endless) << 5'000 << false;
}

void TestHttpLimits::sizes()
{
    QFETCH(int, behaviour);
    QFETCH(int, size);
    QFETCH(bool, taken);
    TestServer server([&](const Received &) {
        return Reply::bytes(QByteArray(size, 'x'), "image/png").as(Reply::Behaviour(behaviour));
    });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    TransportLimits limits;
    limits.maxResponseBytes = 100'000;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, taken ? Delivery::Answered : Delivery::MaybeSent);
    QCOMPARE(outcome.result().response.body.size(), taken ? size : 0);
    if (!taken) {
        QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
        if (behaviour == int(Reply::Behaviour::Endless) || behaviour == int(Reply::Behaviour::StallMidBody)) {
            QTRY_COMPARE(server.openConnections(), 0);
        }
    }
    QCOMPARE(server.count(), 1);
}

void TestHttpLimits::words_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("taken");
    const QByteArray text("[1" + QByteArray(",1").repeated(200'000) + ']');
    QTest::newRow("words at the limit") << text.left(10'000) << "application/json"_ba << true;
    QTest::newRow("words over") << text.left(10'001) << "application/json"_ba << false;
    QTest::newRow("many words") << text << "application/json"_ba << false;
    QTest::newRow("words of no type") << text << QByteArray() << false;
    QTest::newRow("picture in words") << QByteArray("[\"" + QByteArray(1'000'000, 'A') + "\"]") << "application/json"_ba
                                      << true;
    QTest::newRow("picture") << QByteArray(1'000'000, 'x') << "image/png"_ba << true;
}

void TestHttpLimits::words()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(bool, taken);
    TestServer server([&](const Received &) { return Reply::bytes(body, type); });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    TransportLimits limits;
    limits.maxTextBytes = 10'000;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, taken ? Delivery::Answered : Delivery::MaybeSent);
    QCOMPARE(outcome.result().response.body.size(), taken ? body.size() : 0);
    if (!taken) {
        QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
    }
}

void TestHttpLimits::times_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<bool>("idle");
    QTest::newRow("silence, idle limit") << int(Reply::Behaviour::Never) << true;
    QTest::newRow("silence, total limit") << int(Reply::Behaviour::Never) << false;
    QTest::newRow("silence amid the body, idle limit") << int(Reply::Behaviour::StallMidBody) << true;
    QTest::newRow("endless, total limit") << int(Reply::Behaviour::Endless) << false;
}

void TestHttpLimits::times()
{
    QFETCH(int, behaviour);
    QFETCH(bool, idle);
    TestServer server(
        [&](const Received &) { return Reply::bytes("some text", "text/plain").as(Reply::Behaviour(behaviour)); });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    TransportLimits limits;
    (idle ? limits.idle : limits.total) = 300ms;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Timeout);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

void TestHttpLimits::slowButAliveIsNotIdle()
{
    // Endless data is life: the size limit ends it, not the idle limit.
    TestServer server([](const Received &) {
        return Reply::bytes(QByteArray(50'000, 'x'), "text/plain").as(Reply::Behaviour::Endless);
    });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    TransportLimits limits;
    limits.idle = 2s;
    limits.maxResponseBytes = 20'000'000;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
}

void TestHttpLimits::progressIsTold()
{
    TestServer server([](const Received &) { return Reply::bytes(QByteArray(2'000'000, 'x'), "image/png"); });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    HttpCall *call = client.send(request);
    QSignalSpy progress(call, &HttpCall::received);
    const Outcome outcome(call);
    QVERIFY(outcome.wait());
    QVERIFY(!progress.isEmpty());
    qint64 before = 0;
    for (const QList<QVariant> &step : std::as_const(progress)) {
        QVERIFY(step.at(0).toLongLong() > before);
        QCOMPARE(step.at(1).toLongLong(), 2'000'000);
        before = step.at(0).toLongLong();
    }
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_httplimits.moc"

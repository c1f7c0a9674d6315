// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connections opened before there is anything to send on them.
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpClientOptions openFor(std::chrono::milliseconds time)
{
    HttpClientOptions options;
    options.openedAheadFor = time;
    return options;
}

} // namespace

class TestOpenedAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QList<int>>("maybe"); // keepReady() with so many, one after the other
        QTest::addColumn<QList<int>>("certain"); // then prepare()
        QTest::addColumn<int>("opened");
        QTest::newRow("one that may come") << QList<int> {1} << QList<int>() << 1;
        QTest::newRow("said again") << QList<int> {1, 1, 1} << QList<int>() << 1;
        QTest::newRow("more of them") << QList<int> {1, 2} << QList<int>() << 2;
        QTest::newRow("a crowd") << QList<int> {50} << QList<int>() << 3;
        QTest::newRow("none") << QList<int> {0, 1} << QList<int>() << 1;
        QTest::newRow("it comes") << QList<int> {1} << QList<int> {1} << 1;
        QTest::newRow("two come") << QList<int> {1} << QList<int> {2} << 2;
        QTest::newRow("two come, one after the other") << QList<int> {1} << QList<int> {1, 1} << 2;
        QTest::newRow("nobody told") << QList<int>() << QList<int> {1, 1} << 2;
    }
    void counts()
    {
        QFETCH(QList<int>, maybe);
        QFETCH(QList<int>, certain);
        QFETCH(int, opened);
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client;
        for (const int connections : maybe) {
            client.keepReady(server.url(), connections);
        }
        for (const int connections : certain) {
            client.prepare(server.url(), connections);
        }
        QTRY_COMPARE(server.openConnections(), opened);
        QCOMPARE(server.count(), 0);
        const Outcome paid(client.send(request(server, "POST")));
        QVERIFY(paid.wait());
        QCOMPARE(paid.result().delivery, Delivery::Answered);
        QCOMPARE(server.connections(), opened); // no further one, then or later
    }

    void isPromisedToOneCallOnly()
    {
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client;
        client.prepare(server.url(), 1);
        client.keepReady(server.url(), 1);
        QTRY_COMPARE(server.openConnections(), 2);
    }

    void isClosedUnused()
    {
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client(openFor(200ms));
        client.keepReady(server.url(), 1);
        QTRY_COMPARE(server.connections(), 1);
        QTRY_COMPARE(server.openConnections(), 0);
        const Outcome paid(client.send(request(server, "POST")));
        QVERIFY(paid.wait());
        QCOMPARE(paid.result().delivery, Delivery::Answered);
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.count(), 1);
    }

    /// Also where a used one stands beside it.
    void isClosedBesideUsedOnes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("paid") << "POST"_ba;
        QTest::newRow("free") << "GET"_ba;
    }
    void isClosedBesideUsedOnes()
    {
        QFETCH(QByteArray, method);
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client(openFor(200ms));
        client.keepReady(server.url(), 3);
        QTRY_COMPARE(server.openConnections(), 3);
        const Outcome outcome(client.send(request(server, method)));
        QVERIFY(outcome.wait());
        QTRY_VERIFY(server.openConnections() < 2);
    }

    /// What is asked for free leaves it alone, and goes over a connection that was used before.
    void isForPaidRequestsAlone()
    {
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client;
        client.keepReady(server.url(), 1);
        QTRY_COMPARE(server.openConnections(), 1);
        QList<int> connections;
        for (const QByteArray &method : {"GET"_ba, "POST"_ba, "GET"_ba, "GET"_ba}) {
            const Outcome outcome(client.send(request(server, method)));
            QVERIFY(outcome.wait());
            QCOMPARE(outcome.result().delivery, Delivery::Answered);
            connections.append(server.received().constLast().connection);
        }
        QCOMPARE(connections.at(0), 1);
        QCOMPARE(connections.at(1), 0);
        QVERIFY(connections.at(2) < 2);
        QVERIFY(connections.at(3) < 2);
        QCOMPARE(server.connections(), 2);
    }

    void onlyWhereARequestMayGo()
    {
        TestServer server([](const Received &) { return Reply(); });
        HttpClient client;
        QUrl address = server.url();
        address.setScheme(u"sketchbook"_s);
        client.keepReady(address, 1);
        client.keepReady(QUrl(), 1);
        client.keepReady(server.url(), 1);
        QTRY_COMPARE(server.openConnections(), 1);
        const Outcome paid(client.send(request(server, "POST")));
        QVERIFY(paid.wait());
        QCOMPARE(server.connections(), 1);
    }

private:
    static HttpRequest request(const TestServer &server, const QByteArray &method)
    {
        HttpRequest request;
        request.method = method;
        request.url = server.url();
        if (method == "POST") {
            request.body = "{}";
            request.startsPaidWork = true;
        }
        return request;
    }
};

QTEST_GUILESS_MAIN(TestOpenedAhead)
#include "test_openedahead.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the gateway listens, and under which names it can be called there.
#include "core/gateway/access.h"
#include "core/gateway/allowlist.h"
#include "core/wording/gatewayreasons.h"
#include "tests/gateway/gatewayrig.h"

#include <QTcpServer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestGatewayListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnIPv6();
    void answersWhereItSays_data();
    void answersWhereItSays();
    void allowedNames();
    void lists_data();
    void lists();
    void portsNobodySays_data();
    void portsNobodySays();
    void withoutKeyOnLoopbackOnly();
    void busyPortIsAnError();
    void offMeansRefused();
    void emptyLineBeforeTheRequest();
};

void TestGatewayListening::answersWhereItSays_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("elsewhere"); // other computers can reach it, if there is a network
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << false;
    QTest::newRow("127.0.0.2") << u"127.0.0.2"_s << false;
    QTest::newRow("::1") << u"::1"_s << false;
    QTest::newRow("every IPv4") << u"0.0.0.0"_s << true;
    QTest::newRow("every") << u"::"_s << true;
}

void TestGatewayListening::answersWhereItSays()
{
    QFETCH(QString, address);
    QFETCH(bool, elsewhere);
    if (address == "::1"_L1 && !QTcpServer().listen(QHostAddress(QHostAddress::LocalHostIPv6))) {
        QSKIP("no IPv6 here");
    }
    GatewayRig rig;
    GatewayOptions options;
    options.address = QHostAddress(address);
    rig.start(options);
    const GatewayState state = rig.gateway.state();
    QCOMPARE(state.kind, GatewayState::Kind::Listening);
    QVERIFY(elsewhere || state.others.isEmpty());
    const QList<QUrl> urls = QList<QUrl> {state.url} + state.others;
    for (const QUrl &url : urls) {
        RawClient client(rig.port(), QHostAddress(url.host()));
        client.send("GET /healthz HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n");
        QCOMPARE(client.answer().status, 200);
        QVERIFY(url == state.url || !QHostAddress(url.host()).isLoopback());
    }
}

void TestGatewayListening::allowedNames()
{
    GatewayRig rig;
    GatewayOptions options;
    options.allowedHosts = {u"Studio.lan"_s, u"box:99"_s, u"*"_s};
    rig.start(options);
    const auto status = [&rig](const QByteArray &host) {
        return rig.ask("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
    };
    const QByteArray port = ':' + QByteArray::number(rig.port());
    QCOMPARE(status("studio.lan" + port), 200);
    QCOMPARE(status("STUDIO.lan" + port), 200);
    QCOMPARE(status("studio.lan"), 200); // through a proxy
    QCOMPARE(status("box:99"), 200);
    QCOMPARE(status("box" + port), 403);
    QCOMPARE(status("studio.lan:1"), 403);
    QCOMPARE(status("studio.lan.evil.com" + port), 403);
    QCOMPARE(status("*" + port), 403);
}

void TestGatewayListening::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("origins");
    QTest::addColumn<bool>("hosts");
    const auto row = [](const char *text, bool origins, bool hosts) {
        QTest::newRow(text) << QString::fromLatin1(text) << origins << hosts;
    };
    row("", true, true);
    row("https://app.example, http://localhost:3000", true, false);
    row("chrome-extension://abcdef", true, false);
    row("http://[::1]:3000", true, false);
    row("https://app.example/", false, false);
    row("https://APP.example", false, false);
    row("*", false, false);
    row("null", false, true);
    row("studio.lan box:8080", false, true);
    row("app_server", false, true);
    row("-x", false, false);
    row("a/b", false, false);
}

void TestGatewayListening::lists()
{
    QFETCH(QString, text);
    QFETCH(bool, origins);
    QFETCH(bool, hosts);
    QCOMPARE(allowlist::readOrigins(text).ok(), origins);
    QCOMPARE(allowlist::readHosts(text).ok(), hosts);
}

void TestGatewayListening::portsNobodySays_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<bool>("isEncrypted");
    QTest::addColumn<bool>("isUnsaid");
    QTest::newRow("usual") << quint16(80) << false << true;
    QTest::newRow("usual, encrypted") << quint16(443) << true << true;
    QTest::newRow("the other one's") << quint16(443) << false << false;
    QTest::newRow("the other one's, encrypted") << quint16(80) << true << false;
    QTest::newRow("another") << quint16(4747) << false << false;
}

void TestGatewayListening::portsNobodySays()
{
    QFETCH(const quint16, port);
    QFETCH(const bool, isEncrypted);
    const AccessRules rules = AccessRules::make({QHostAddress(u"192.168.1.1"_s)}, port, {}, isEncrypted);
    for (const QByteArray &host : {"127.0.0.1"_ba, "localhost"_ba, "192.168.1.1"_ba}) {
        GatewayRequest request;
        request.headers = {{"Host", host}};
        QTEST(!rules.check(request).has_value(), "isUnsaid");
        request.headers = {{"Host", host + ':' + QByteArray::number(port)}};
        QVERIFY(!rules.check(request));
    }
}

void TestGatewayListening::answersOnIPv6()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6)) {
        QSKIP("This machine has no IPv6.");
    }
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port(), QHostAddress(QHostAddress::LocalHostIPv6));
    client.send("GET /healthz HTTP/1.1\r\nHost: [::1]:" + QByteArray::number(rig.port()) + "\r\n\r\n");
    QCOMPARE(client.answer().status, 200);
}

void TestGatewayListening::withoutKeyOnLoopbackOnly()
{
    GatewayRig rig;
    GatewayOptions options;
    options.requireKey = false;
    for (const QHostAddress &address : {QHostAddress(QHostAddress::Any), QHostAddress(QHostAddress::AnyIPv4),
                                        QHostAddress(u"192.168.1.1"_s), QHostAddress(QHostAddress::AnyIPv6)}) {
        options.address = address;
        rig.start(options);
        QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Failed);
        QCOMPARE(rig.gateway.state().error.kind, ErrorKind::Invalid);
        QCOMPARE(rig.gateway.state().error.reason, reasons::openWithoutKey());
    }
    options.address = QHostAddress::LocalHost;
    rig.start(options);
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Listening);
    QCOMPARE(rig.ask("GET /v1/models HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").status, 200);
    QCOMPARE(rig.ask("GET /v1/models HTTP/1.1\r\nHost: evil.com\r\n\r\n").status, 403);
    options.address = QHostAddress(QHostAddress::AnyIPv4);
    options.requireKey = true;
    rig.start(options);
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Listening);
    QCOMPARE(rig.ask("GET /v1/models HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").status, 401);
    QCOMPARE(
        rig.ask("GET /v1/models HTTP/1.1\r\nHost: evil.com\r\nAuthorization: Bearer " + rig.key + "\r\n\r\n").status,
        403);
}

void TestGatewayListening::busyPortIsAnError()
{
    GatewayRig first;
    first.start();
    GatewayRig rig;
    GatewayOptions options;
    options.port = first.port();
    QSignalSpy changes(&rig.gateway, &Gateway::stateChanged);
    rig.gateway.start(options);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Failed);
    QCOMPARE(rig.gateway.state().error.reason, reasons::portTaken(u"127.0.0.1"_s, options.port));
    rig.start();
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Listening);
}

void TestGatewayListening::offMeansRefused()
{
    GatewayRig rig;
    rig.start();
    const quint16 port = rig.port();
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    rig.gateway.stop();
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestGatewayListening::emptyLineBeforeTheRequest()
{
    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask("\r\n" + rig.request("GET", "/v1/models")).status, 200);
    const QByteArray wish = rig.post(GatewayRig::wish());
    QCOMPARE(rig.ask("\r\n" + wish).status, 200);
    RawClient slow(rig.port());
    slow.send("\r");
    slow.send("\n");
    slow.send(wish);
    QCOMPARE(slow.answer().status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayListening)
#include "test_gatewaylistening.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Networks come and go while the gateway listens on all of them.
class TestGatewayAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheNetwork_data();
    void followsTheNetwork();
    void saysNothingWhereNothingChanged();
    void oneAddressIsNotLookedFor();
    void linksBeginWithThePublicAddress();
    void thePublicHostIsLetIn_data();
    void thePublicHostIsLetIn();

private:
    static QStringList others(const GatewayRig &rig)
    {
        QStringList hosts;
        const QList<QUrl> urls = rig.gateway.state().others;
        for (const QUrl &url : urls) {
            hosts.append(url.host());
        }
        return hosts;
    }
    static int statusFor(const GatewayRig &rig, const QByteArray &host)
    {
        const QByteArray headers = "Host: " + host + ':' + QByteArray::number(rig.port()) + "\r\n";
        return rig.ask(rig.request("GET", "/healthz", {}, headers)).status;
    }
    static GatewayOptions anywhere(std::chrono::milliseconds interval)
    {
        GatewayOptions options;
        options.address = QHostAddress::AnyIPv4;
        options.lookAround = interval;
        return options;
    }
};

void TestGatewayAddresses::followsTheNetwork_data()
{
    QTest::addColumn<std::chrono::milliseconds>("interval");
    QTest::addColumn<bool>("asked");
    QTest::newRow("when it is asked to look") << std::chrono::milliseconds(std::chrono::hours(1)) << true;
    QTest::newRow("by itself") << std::chrono::milliseconds(20) << false;
}

void TestGatewayAddresses::followsTheNetwork()
{
    QFETCH(std::chrono::milliseconds, interval);
    QFETCH(bool, asked);
    GatewayRig rig;
    rig.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(u"192.168.7.2"_s), QHostAddress(u"fe80::1"_s)};
    rig.start(anywhere(interval));
    const quint16 port = rig.port();
    QCOMPARE(others(rig), QStringList {u"192.168.7.2"_s});
    QCOMPARE(statusFor(rig, "192.168.7.2"), 200);
    QCOMPARE(statusFor(rig, "10.0.0.9"), 403);
    rig.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(u"10.0.0.9"_s)};
    if (asked) {
        rig.gateway.lookAround();
    }
    QTRY_COMPARE(others(rig), QStringList {u"10.0.0.9"_s});
    QCOMPARE(statusFor(rig, "10.0.0.9"), 200);
    QCOMPARE(statusFor(rig, "192.168.7.2"), 403);
    QCOMPARE(statusFor(rig, "127.0.0.1"), 200);
    QCOMPARE(rig.port(), port);
}

void TestGatewayAddresses::saysNothingWhereNothingChanged()
{
    GatewayRig rig;
    rig.start(anywhere(std::chrono::hours(1)));
    QSignalSpy changes(&rig.gateway, &Gateway::stateChanged);
    rig.gateway.lookAround();
    QCOMPARE(statusFor(rig, "127.0.0.1"), 200);
    QVERIFY(changes.isEmpty());
    rig.gateway.stop();
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    rig.addresses = {QHostAddress(u"10.0.0.9"_s)};
    rig.gateway.lookAround();
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    rig.start(anywhere(std::chrono::hours(1)));
    QCOMPARE(others(rig), QStringList {u"10.0.0.9"_s});
}

void TestGatewayAddresses::oneAddressIsNotLookedFor()
{
    GatewayRig rig;
    rig.start();
    rig.addresses.append(QHostAddress(u"10.0.0.9"_s));
    rig.gateway.lookAround();
    QCOMPARE(statusFor(rig, "127.0.0.1"), 200);
    QCOMPARE(others(rig), QStringList());
    QCOMPARE(statusFor(rig, "10.0.0.9"), 403);
}

/// Behind a proxy, what a request was sent to is not what its client can reach.
void TestGatewayAddresses::linksBeginWithThePublicAddress()
{
    GatewayRig rig;
    GatewayOptions options;
    options.publicUrl = QUrl(u"https://pictures.example/lightwell/v1"_s);
    rig.start(options);
    for (const QByteArray &host : {"pictures.example"_ba, rig.host()}) {
        const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), "Host: " + host + "\r\n"));
        QCOMPARE(answer.status, 200);
        const QString link = answer.json().value("data"_L1)[0]["url"_L1].toString();
        QVERIFY2(link.startsWith("https://pictures.example/lightwell/v1/files/"_L1), qPrintable(link));
    }
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "Host: other.example\r\n")).status, 403);
}

/// However the user wrote it, as clients write it.
void TestGatewayAddresses::thePublicHostIsLetIn_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("a port that nobody says") << u"https://pictures.example:443/v1"_s << "pictures.example"_ba;
    QTest::newRow("without TLS") << u"http://pictures.example:80/v1"_s << "pictures.example"_ba;
    QTest::newRow("another port") << u"https://pictures.example:8443/v1"_s << "pictures.example:8443"_ba;
    QTest::newRow("letters beyond ASCII") << u"https://b\u00fccher.example/v1"_s << "xn--bcher-kva.example"_ba;
}

void TestGatewayAddresses::thePublicHostIsLetIn()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, host);
    GatewayRig rig;
    GatewayOptions options;
    options.publicUrl = QUrl(url);
    rig.start(options);
    QCOMPARE(rig.ask("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, 200);
    QCOMPARE(rig.ask("GET /healthz HTTP/1.1\r\nHost: other.example\r\n\r\n").status, 403);
}

QTEST_GUILESS_MAIN(TestGatewayAddresses)
#include "test_gatewayaddresses.moc"

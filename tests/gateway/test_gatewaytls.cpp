// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/tls/ownidentity.h"
#include "core/storage/paths.h"
#include "tests/gateway/gatewayrig.h"

#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Encrypted calls, on real sockets.
class TestGatewayTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void callsAreEncrypted();
    void largeAnswersArriveWhole();
    void connectionsStayOpen();
    void plainHttpIsNotAnswered();
    void silenceInsteadOfAHandshakeEnds();

private:
    /// A client that knows the gateway by its fingerprint.
    [[nodiscard]] std::unique_ptr<QSslSocket> connected(quint16 port) const;
    [[nodiscard]] static QByteArray answerOn(QSslSocket &socket, const QByteArray &request);

    QTemporaryDir m_folder;
    GatewayOptions m_options;
};

void TestGatewayTls::initTestCase()
{
    Paths paths;
    paths.config = m_folder.path();
    const Result<TlsIdentity> identity = ownTlsIdentity(paths, QDateTime::currentDateTimeUtc());
    QVERIFY(identity);
    m_options.tls = *identity;
}

std::unique_ptr<QSslSocket> TestGatewayTls::connected(quint16 port) const
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(m_options.tls->chain);
    socket->setSslConfiguration(trusting);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, port);
    // The gateway runs on this thread: waitForEncrypted() would keep it from answering.
    [&] { QTRY_VERIFY_WITH_TIMEOUT(socket->isEncrypted(), 10'000); }();
    return socket;
}

QByteArray TestGatewayTls::answerOn(QSslSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray answer;
    const auto isWhole = [&answer] {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype at = answer.indexOf("Content-Length: ");
        return end > 0 && at > 0
            && answer.size() >= end + 4 + answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll(), isWhole()), 10'000); }();
    return answer;
}

void TestGatewayTls::callsAreEncrypted()
{
    GatewayRig rig;
    rig.start(m_options);
    QCOMPARE(rig.gateway.state().url.scheme(), u"https"_s);
    const auto socket = connected(rig.port());
    QVERIFY(socket);
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"response_format"_s, u"url"_s);
    const QByteArray answer = answerOn(*socket, rig.post(wish));
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    const QByteArray link = "https://" + rig.host() + "/v1/files/"; // links are for those who came so
    QVERIFY2(answer.contains(link), answer.constData());
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayTls::largeAnswersArriveWhole()
{
    GatewayRig rig;
    rig.start(m_options);
    const auto socket = connected(rig.port());
    QVERIFY(socket);
    const QByteArray answer = answerOn(*socket, rig.request("GET", "/openapi.json"));
    const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
    QVERIFY(body.size() > 20'000);
    QVERIFY(QJsonDocument::fromJson(body).isObject());
}

void TestGatewayTls::connectionsStayOpen()
{
    GatewayRig rig;
    rig.start(m_options);
    const auto socket = connected(rig.port());
    QVERIFY(socket);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(answerOn(*socket, rig.request("GET", "/healthz")).startsWith("HTTP/1.1 200"));
    }
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void TestGatewayTls::plainHttpIsNotAnswered()
{
    GatewayRig rig;
    rig.start(m_options);
    RawClient client(rig.port());
    client.send(rig.post(GatewayRig::wish()));
    QVERIFY(!client.everything().startsWith("HTTP/"));
    QCOMPARE(rig.vendor().billed, 0);
}

void TestGatewayTls::silenceInsteadOfAHandshakeEnds()
{
    GatewayRig rig;
    GatewayOptions options = m_options;
    options.times.head = std::chrono::milliseconds(50);
    rig.start(options);
    RawClient client(rig.port());
    QVERIFY(client.everything().isEmpty());
}

QTEST_GUILESS_MAIN(TestGatewayTls)
#include "test_gatewaytls.moc"

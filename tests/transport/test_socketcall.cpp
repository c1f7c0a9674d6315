// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"
#include "core/transport/socketcall.h"
#include "tests/transport/certificate.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Takes every web socket on a free loopback port.
class Speaker : public QWebSocketServer
{
    Q_OBJECT
public:
    explicit Speaker(const QSslConfiguration &tls = {})
        : QWebSocketServer(u"speaker"_s, tls.localCertificate().isNull() ? NonSecureMode : SecureMode)
    {
        if (!tls.localCertificate().isNull()) {
            setSslConfiguration(tls);
        }
        if (!listen(QHostAddress::LocalHost)) {
            qFatal("no free port");
        }
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            socket = nextPendingConnection();
            socket->setParent(this);
            connect(socket, &QWebSocket::disconnected, this, [this] { ++left; });
        });
    }
    QWebSocket *socket = nullptr; ///< the last one
    int left = 0;
};

/// Listens, and keeps what comes.
struct Heard
{
    Heard(HttpClient &client, const QUrl &url, const SocketLimits &limits = {})
    {
        HttpRequest request;
        request.url = url;
        request.headers = {{"Authorization", "Bearer key"}};
        call = client.listen(request, limits);
        QObject::connect(call, &SocketCall::textArrived, &context, [this](const QByteArray &m) { came.append(m); });
        QObject::connect(call, &SocketCall::binaryArrived, &context, [this](const QByteArray &m) { came.append(m); });
        QObject::connect(call, &SocketCall::ended, &context, [this](const Error &error) {
            ++ends;
            reason = error;
        });
    }
    SocketCall *call = nullptr;
    QObject context;
    QList<QByteArray> came;
    int ends = 0;
    Error reason;
};

} // namespace

class TestSocketCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsMessages()
    {
        Speaker speaker;
        HttpClient client;
        const Heard heard(client, speaker.serverUrl());
        QTRY_VERIFY(speaker.socket);
        QCOMPARE(speaker.socket->request().rawHeader("Authorization"), "Bearer key"_ba);
        QVERIFY(!speaker.socket->request().hasRawHeader("Origin")); // some servers take that for a page of somebody's
        speaker.socket->sendTextMessage(u"späh"_s);
        speaker.socket->sendBinaryMessage(QByteArray("\0\1", 2));
        QTRY_COMPARE(heard.came, QList<QByteArray>({"späh", QByteArray("\0\1", 2)}));
        QCOMPARE(heard.ends, 0);
        heard.call->abort();
        QCOMPARE(heard.ends, 1);
        QCOMPARE(heard.reason.kind, ErrorKind::Cancelled);
        QTRY_COMPARE(speaker.left, 1);
        speaker.socket->sendTextMessage(u"more"_s);
        QCOMPARE(heard.came.size(), 2);
    }

    void refusals_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("unencrypted to the internet") << QUrl(u"ws://vendor.example/ws"_s);
        QTest::newRow("no web socket") << QUrl(u"http://127.0.0.1/ws"_s);
        QTest::newRow("nothing") << QUrl();
    }
    void refusals()
    {
        QFETCH(QUrl, url);
        HttpClient client;
        const Heard heard(client, url);
        QCOMPARE(heard.ends, 0); // never before the event loop runs
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.reason.billing, Billing::NotBilled);
        QVERIFY(heard.reason.kind != ErrorKind::Cancelled);
    }

    void limits_data()
    {
        QTest::addColumn<SocketLimits>("limits");
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("most"); // that may be heard
        SocketLimits number;
        number.maxMessages = 3;
        QTest::newRow("number") << number << 5 << 10 << 3;
        SocketLimits all;
        all.maxBytes = 1000;
        QTest::newRow("all together") << all << 5 << 300 << 3;
        SocketLimits one;
        one.maxMessageBytes = 1000;
        QTest::newRow("a single one") << one << 2 << 1001 << 0;
        SocketLimits time;
        time.total = 200ms;
        QTest::newRow("time") << time << 1 << 10 << 1;
    }
    void limits()
    {
        QFETCH(SocketLimits, limits);
        QFETCH(int, messages);
        QFETCH(int, size);
        QFETCH(int, most);
        Speaker speaker;
        HttpClient client;
        const Heard heard(client, speaker.serverUrl(), limits);
        QTRY_VERIFY(speaker.socket);
        for (int i = 0; i < messages; ++i) {
            speaker.socket->sendBinaryMessage(QByteArray(size, 'x'));
        }
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.came.size(), most);
        QTRY_COMPARE(speaker.left, 1);
        QCOMPARE(heard.ends, 1);
    }

    void neverAgrees()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        HttpClient client;
        SocketLimits limits;
        limits.connect = 100ms;
        const Heard heard(client, QUrl(u"ws://127.0.0.1:%1/"_s.arg(silent.serverPort())), limits);
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.reason.kind, ErrorKind::Timeout);
    }

    void theVendorGoes()
    {
        Speaker speaker;
        HttpClient client;
        const Heard heard(client, speaker.serverUrl());
        QTRY_VERIFY(speaker.socket);
        speaker.socket->abort();
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.reason.kind, ErrorKind::Network);
    }

    void theClientGoes()
    {
        Speaker speaker;
        auto client = std::make_unique<HttpClient>();
        const Heard heard(*client, speaker.serverUrl());
        QTRY_VERIFY(speaker.socket);
        client.reset();
        QCOMPARE(heard.ends, 1);
        QCOMPARE(heard.reason.kind, ErrorKind::Cancelled);
        QTRY_COMPARE(speaker.left, 1);
    }

    void encrypted_data()
    {
        QTest::addColumn<bool>("trusted");
        QTest::newRow("trusted") << true;
        QTest::newRow("nobody knows it") << false;
    }
    void encrypted()
    {
        QFETCH(bool, trusted);
        const std::optional<TestCertificate> certificate = TestCertificate::make();
        if (!certificate) {
            QSKIP("The openssl program is not installed; TLS cannot be tried.");
        }
        Speaker speaker(certificate->server);
        HttpClientOptions options;
        if (trusted) {
            options.authorities = {certificate->certificate};
        }
        HttpClient client(options);
        const Heard heard(client, QUrl(u"wss://127.0.0.1:%1/"_s.arg(speaker.serverPort())));
        if (trusted) {
            QTRY_VERIFY(speaker.socket);
            speaker.socket->sendTextMessage(u"hello"_s);
            QTRY_COMPARE(heard.came.size(), 1);
            QCOMPARE(heard.ends, 0);
        } else {
            QTRY_COMPARE(heard.ends, 1);
            QVERIFY(!speaker.socket);
            QVERIFY(heard.came.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSocketCall)
#include "test_socketcall.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/proxychooser.h"
#include "tests/transport/outcome.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Stands for a proxy or for the server behind it: answers every request with "{}" and every tunnel with a yes, and
/// remembers how each connection began.
class Door : public QTcpServer
{
public:
    explicit Door(const QHostAddress &address = QHostAddress(QHostAddress::LocalHost))
    {
        m_listens = listen(address);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                const qsizetype index = m_came.size();
                m_came.append(QByteArray());
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, index] { read(socket, index); });
            }
        });
    }
    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] qsizetype connections() const { return m_came.size(); }
    [[nodiscard]] QByteArray firstLine(qsizetype connection) const
    {
        return m_came.value(connection).left(m_came.value(connection).indexOf("\r\n"));
    }
    [[nodiscard]] QUrl url() const
    {
        QUrl url(u"http://127.0.0.1/work"_s);
        url.setHost(serverAddress().toString());
        url.setPort(serverPort());
        return url;
    }

private:
    void read(QTcpSocket *socket, qsizetype index)
    {
        QByteArray &came = m_came[index];
        const bool wasAnswered = came.contains("\r\n\r\n");
        came += socket->readAll();
        if (wasAnswered || !came.contains("\r\n\r\n")) {
            return;
        }
        socket->write(came.startsWith("CONNECT ") ? QByteArray("HTTP/1.1 200 Connection established\r\n\r\n")
                                                  : QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
    }
    QList<QByteArray> m_came;
    bool m_listens = false;
};

HttpRequest paidCall(const QUrl &url)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = "{}";
    request.startsPaidWork = true;
    return request;
}

/// Where this machine can be reached from outside: the one kind of address that a proxy may stand before.
QHostAddress ownAddress()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !isPublicAddress(address)) {
            return address;
        }
    }
    return {};
}

void setProxy(const char *variable, quint16 port, const QByteArray &except = {})
{
    qputenv(variable, QByteArray("http://127.0.0.1:" + QByteArray::number(port)));
    qputenv("no_proxy", except);
}

} // namespace

/// The system's proxy, also for connections that are opened before there is anything to send.
class TestProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void choice_data();
    void choice();
    void openedAheadWhereTheCallWillGo_data();
    void openedAheadWhereTheCallWillGo();
    void encryptedCallsAreTunnelled();
    void loopbackIsAlwaysDirect();
};

void TestProxy::init()
{
    for (const char *name :
         {"http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"}) {
        qunsetenv(name);
    }
}

void TestProxy::choice_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("proxied");
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        const auto row = [&scheme](const QString &host, bool proxied) {
            QTest::newRow(qPrintable(scheme + u' ' + host)) << host << scheme << proxied;
        };
        row(u"vendor.example"_s, true);
        row(u"10.1.2.3"_s, true);
        row(u"localhost.example"_s, true);
        row(u"excepted.example"_s, false);
        row(u"localhost"_s, false);
        row(u"app.localhost"_s, false);
        row(u"127.0.0.1"_s, false);
        row(u"127.8.9.10"_s, false);
        row(u"::1"_s, false);
    }
}

void TestProxy::choice()
{
    QFETCH(QString, host);
    QFETCH(QString, scheme);
    QFETCH(bool, proxied);
    const bool encrypted = scheme.endsWith(u"https"_s);
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    const QNetworkProxyQuery query(url);
    const auto chosen = [&query] { return ProxyChooser::proxiesFor(query).constFirst(); };
    QCOMPARE(chosen().type(), QNetworkProxy::NoProxy);
    // Each has a proxy of its own, so that one cannot pass for the other.
    setProxy("http_proxy", 8001, "excepted.example");
    setProxy("https_proxy", 8002, "excepted.example");
    QCOMPARE(chosen().type() != QNetworkProxy::NoProxy, proxied);
    QCOMPARE(chosen().port(), quint16(!proxied ? 0 : encrypted ? 8002 : 8001));
    url.setScheme(scheme.mid(scheme.indexOf(u'-') + 1));
    QCOMPARE(ProxyChooser::proxyFor(url).type() != QNetworkProxy::NoProxy, proxied);
}

void TestProxy::openedAheadWhereTheCallWillGo_data()
{
    QTest::addColumn<bool>("hasProxy");
    QTest::addColumn<bool>("isExcepted");
    QTest::newRow("no proxy") << false << false;
    QTest::newRow("a proxy") << true << false;
    QTest::newRow("a proxy, but not for this host") << true << true;
}

void TestProxy::openedAheadWhereTheCallWillGo()
{
    QFETCH(bool, hasProxy);
    QFETCH(bool, isExcepted);
    const QHostAddress own = ownAddress();
    if (own.isNull()) {
        QSKIP("This machine has no address that others could reach.");
    }
    const Door vendor(own);
    const Door proxy;
    QVERIFY(vendor.listens() && proxy.listens());
    if (hasProxy) {
        setProxy("http_proxy", proxy.serverPort(), isExcepted ? own.toString().toLatin1() : QByteArray());
    }
    const bool throughProxy = hasProxy && !isExcepted;
    const Door &used = throughProxy ? proxy : vendor;
    const Door &other = throughProxy ? vendor : proxy;
    HttpClient client;
    client.prepare(vendor.url(), 1);
    QTRY_COMPARE(used.connections(), 1);
    const Outcome outcome(client.send(paidCall(vendor.url())));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().response.status, 200);
    const QByteArray target = throughProxy ? vendor.url().toEncoded() : QByteArray("/work");
    QCOMPARE(used.firstLine(0), QByteArray("POST " + target + " HTTP/1.1"));
    QCOMPARE(used.connections(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestProxy::encryptedCallsAreTunnelled()
{
    const Door proxy;
    setProxy("https_proxy", proxy.serverPort());
    HttpClient client;
    client.prepare(QUrl(u"https://vendor.invalid/work"_s), 1);
    QTRY_COMPARE(proxy.connections(), 1);
    QTRY_COMPARE(proxy.firstLine(0), QByteArray("CONNECT vendor.invalid:443 HTTP/1.1"));
}

void TestProxy::loopbackIsAlwaysDirect()
{
    const Door vendor;
    const Door proxy;
    setProxy("http_proxy", proxy.serverPort());
    HttpClient client;
    client.prepare(vendor.url(), 1);
    QTRY_COMPARE(vendor.connections(), 1);
    const Outcome outcome(client.send(paidCall(vendor.url())));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().response.status, 200);
    QCOMPARE(vendor.connections(), 1);
    QCOMPARE(proxy.connections(), 0);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "test_proxy.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/certificates.h"
#include "core/transport/httpclient.h"
#include "core/transport/networkreasons.h"
#include "tests/support/testserver.h"
#include "tests/transport/certificate.h"
#include "tests/transport/outcome.h"

#include <QHostInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A bare folder system may have no /etc/hosts.
bool hasLocalhost()
{
    return QHostInfo::fromName(u"localhost"_s).error() == QHostInfo::NoError;
}

} // namespace

class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void selfSignedIsRefused_data();
    void selfSignedIsRefused();
    void wrongNameIsRefused();
    void trustedWorks();
    void addedByFile_data();
    void addedByFile();
    void filesAreReadAhead_data();
    void filesAreReadAhead();
    void selfSignedDownloadIsRefused();
    void trustedDownloadWorks();
    void preparedConnectionIsUsed();
    void http2WhereOffered();

private:
    /// Starts the HTTP/2 server and returns where it listens; skips the test where there is none.
    [[nodiscard]] QUrl startHttp2(QProcess &server) const;

    std::optional<TestCertificate> m_certificate;
};

void TestHttpTls::initTestCase()
{
    m_certificate = TestCertificate::make();
    if (!m_certificate) {
        QSKIP("The openssl program is not installed; TLS cannot be tried.");
    }
}

void TestHttpTls::selfSignedIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with body") << QByteArray("{}");
    QTest::newRow("without body") << QByteArray();
}

void TestHttpTls::selfSignedIsRefused()
{
    QFETCH(QByteArray, body);
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.headers = {{"Authorization", "Bearer key"}};
    request.body = body;
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Network);
    QCOMPARE(outcome.result().error.reason, reasons::hostNotProven(server.url().host()));
    QVERIFY(!outcome.result().error.detail.isEmpty());
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::wrongNameIsRefused()
{
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client(HttpClientOptions {{m_certificate->certificate}, {}});
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.2:%1/"_s.arg(server.port()));
    TestServer other([](const Received &) { return Reply(); });
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::trustedWorks()
{
    TestServer server([](const Received &r) { return Reply::bytes(r.body, "text/plain"); },
                      {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client(HttpClientOptions {{m_certificate->certificate}, {}});
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = QByteArray(500'000, 'x');
    request.startsPaidWork = true;
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().response.status, 200);
    QCOMPARE(outcome.result().response.body, request.body);
    QCOMPARE(server.count(), 1);
}

void TestHttpTls::addedByFile_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("by the environment") << m_certificate->certificateFile << QString() << true;
    QTest::newRow("by the setting") << QString() << m_certificate->certificateFile << true;
    QTest::newRow("by one of them") << u"/nowhere.pem"_s << m_certificate->certificateFile << true;
    QTest::newRow("by neither") << QString() << u"/nowhere.pem"_s << false;
}

void TestHttpTls::addedByFile()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, setting);
    QFETCH(const bool, trusted);
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    qputenv("SSL_CERT_FILE", variable.toUtf8());
    HttpClientOptions options;
    options.authorities = addedAuthorities(setting);
    qunsetenv("SSL_CERT_FILE");
    HttpClient client(options);
    for (const QByteArray &body : {"{}"_ba, ""_ba}) { // over both kinds of connections
        HttpRequest request;
        request.method = "POST";
        request.url = server.url();
        request.body = body;
        const Outcome outcome(client.send(request));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, trusted ? Delivery::Answered : Delivery::NotSent);
    }
    QCOMPARE(server.count(), trusted ? 2 : 0);
}

void TestHttpTls::filesAreReadAhead_data()
{
    QTest::addColumn<bool>("ahead");
    QTest::newRow("ahead") << true;
    QTest::newRow("by the first connection") << false;
}

/// Whether they were read tells by a file that is gone when the first connection comes.
void TestHttpTls::filesAreReadAhead()
{
    QFETCH(const bool, ahead);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"own.pem"_s);
    QVERIFY(QFile::copy(m_certificate->certificateFile, file));
    HttpClientOptions options;
    options.authorities = AddedAuthorities::fromFiles({file});
    const AddedAuthorities shared = options.authorities;
    if (ahead) {
        shared.readAhead();
        shared.readAhead(); // costs nothing more
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QVERIFY(QFile::remove(file));
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client(options);
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, ahead ? Delivery::Answered : Delivery::NotSent);
    QCOMPARE(server.count(), ahead ? 1 : 0);
}

void TestHttpTls::selfSignedDownloadIsRefused()
{
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client;
    const Outcome outcome(client.download(server.url(), QUrl(u"http://127.0.0.1"_s)));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::trustedDownloadWorks()
{
    if (!hasLocalhost()) {
        QSKIP("This system does not know the name localhost.");
    }
    // The connection goes to the checked address, yet the certificate and the Host header go by the name.
    TestServer server([](const Received &) { return Reply::bytes("picture", "image/png"); },
                      {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client(HttpClientOptions {{m_certificate->certificate}, {}});
    const QUrl url(u"https://localhost:%1/a.png?x=1"_s.arg(server.port()));
    const Outcome outcome(client.download(url, QUrl(u"http://127.0.0.1"_s)));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().response.body, "picture"_ba);
    QCOMPARE(outcome.result().response.url, url);
    QCOMPARE(server.received().first().header("Host"), u"localhost:%1"_s.arg(server.port()).toLatin1());
    QCOMPARE(server.received().first().target, "/a.png?x=1"_ba);
}

void TestHttpTls::preparedConnectionIsUsed()
{
    TestServer server([](const Received &) { return Reply(); }, {TestServer::Thread::Caller, m_certificate->server});
    HttpClient client(HttpClientOptions {{m_certificate->certificate}, {}});
    client.prepare(server.url(), 1);
    QTRY_COMPARE(server.openConnections(), 1);
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    request.startsPaidWork = true;
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.count(), 1);
}

QUrl TestHttpTls::startHttp2(QProcess &server) const
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (!hasLocalhost() || node.isEmpty()) {
        return {};
    }
    server.start(node,
                 {QStringLiteral(LIGHTWELL_HTTP2_SERVER), m_certificate->keyFile, m_certificate->certificateFile});
    if (!server.waitForReadyRead(20'000)) {
        qFatal("The HTTP/2 server does not start.");
    }
    return QUrl(u"https://localhost:%1/"_s.arg(server.readLine().trimmed().toInt()));
}

void TestHttpTls::http2WhereOffered()
{
    QProcess server;
    const QUrl url = startHttp2(server);
    if (url.isEmpty()) {
        QSKIP("There is no HTTP/2 server to talk to: Node is not installed, or this system does not know localhost.");
    }
    HttpClient client(HttpClientOptions {{m_certificate->certificate}, {}});
    TransportLimits limits;
    limits.connect = std::chrono::milliseconds(800); // shorter than the slow answers: it must end with the handshake

    const auto send = [&](const QByteArray &method, const QString &path, const QByteArray &body) {
        HttpRequest request;
        request.method = method;
        request.url = url.resolved(QUrl(path));
        request.body = body;
        return client.send(request, limits);
    };
    for (int round = 0; round < 2; ++round) { // the second one on the kept connection
        const Outcome poll(send("GET", u"/slow"_s, {}));
        const Outcome upload(send("POST", u"/slow"_s, QByteArray(200'000, 'x')));
        QVERIFY(poll.wait());
        QCOMPARE(poll.result().delivery, Delivery::Answered);
        QCOMPARE(poll.result().response.body, "2.0 GET 0"_ba);
        QVERIFY(upload.wait());
        QCOMPARE(upload.result().response.body, "1.1 POST 200000"_ba);
    }
    const Outcome dropped(send("POST", u"/drop"_s, "{}"));
    QVERIFY(dropped.wait());
    QCOMPARE(dropped.result().delivery, Delivery::MaybeSent);
    const Outcome count(send("GET", u"/count"_s, {}));
    QVERIFY(count.wait());
    QCOMPARE(count.result().response.body, "6"_ba); // four slow ones, one dropped, this one: nothing came twice
    server.kill();
    server.waitForFinished();
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "test_httptls.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A paid request leaves once. Here the bytes of every connection are looked at, not only the requests that a server can
// make sense of.
#include "core/transport/httpclient.h"
#include "core/transport/networkreasons.h"
#include "tests/transport/certificate.h"
#include "tests/transport/outcome.h"
#include "tests/transport/wire.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using When = WireServer::When;
using End = WireServer::End;

namespace {

constexpr int large = 300'000; // leaves in many pieces, each of which needs the event loop

struct Case
{
    const char *name;
    WireServer::Script script;
};

const QList<Case> &cases()
{
    static const QList<Case> all {
        {"closed at once", {When::Accepted, {}, End::Close}},
        {"reset at once", {When::Accepted, {}, End::Reset}},
        {"closed at the first byte", {When::FirstByte, {}, End::Close}},
        {"reset at the first byte", {When::FirstByte, {}, End::Reset}},
        {"closed halfway", {When::Halfway, {}, End::Close}},
        {"reset halfway", {When::Halfway, {}, End::Reset}},
        {"closed before the answer", {When::Whole, {}, End::Close}},
        {"reset before the answer", {When::Whole, {}, End::Reset}},
        {"no HTTP", {When::Whole, "SSH-2.0-server\r\n\r\n", End::Stay}},
        {"no HTTP, then closed", {When::Whole, "SSH-2.0-server\r\n\r\n", End::Close}},
        {"no HTTP while it uploads", {When::FirstByte, "SSH-2.0-server\r\n\r\n", End::Close}},
        {"half a status", {When::Whole, "HTTP/1.1 20", End::Close}},
        {"half a head", {When::Whole, "HTTP/1.1 200 OK\r\nServer: x", End::Close}},
        {"continue, then closed", {When::Whole, "HTTP/1.1 100 Continue\r\n\r\n", End::Close}},
        {"continue while it uploads, then closed", {When::FirstByte, "HTTP/1.1 100 Continue\r\n\r\n", End::Close}},
        {"half a body", {When::Whole, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", End::Close}},
        {"103, then closed", {When::Whole, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", End::Close}},
    };
    return all;
}

const QList<Case> &answers()
{
    static const QList<Case> all {
        {"redirected", {When::Whole, "HTTP/1.1 307 No\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n", End::Stay}},
        {"redirected, then closed",
         {When::Whole, "HTTP/1.1 308 No\r\nLocation: /b\r\nConnection: close\r\n\r\n", End::Close}},
        {"password wanted",
         {When::Whole, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n", End::Stay}},
        {"password wanted, then closed",
         {When::Whole, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nConnection: close\r\n\r\n", End::Close}},
        {"too slow", {When::Whole, "HTTP/1.1 408 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", End::Close}},
        {"misdirected", {When::Whole, "HTTP/1.1 421 No\r\nContent-Length: 0\r\n\r\n", End::Stay}},
        {"too early", {When::Whole, "HTTP/1.1 425 No\r\nContent-Length: 0\r\n\r\n", End::Stay}},
        {"unavailable", {When::Whole, "HTTP/1.1 503 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n", End::Close}},
    };
    return all;
}

void addRows(const QList<Case> &of, bool tls)
{
    QTest::addColumn<WireServer::Script>("script");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("prepared");
    for (const bool encrypted : {false, true}) {
        for (const int size : {2, large}) {
            for (const Case &entry : of) {
                if (tls || !encrypted) {
                    QTest::addRow("%s, %s, %d bytes", entry.name, encrypted ? "https" : "http", size)
                        << entry.script << encrypted << size << false;
                }
            }
        }
    }
    for (const bool encrypted : {false, true}) {
        for (const Case &entry : of) {
            if ((tls || !encrypted) && entry.script.when != When::Accepted) {
                QTest::addRow("%s, %s, connection opened ahead", entry.name, encrypted ? "https" : "http")
                    << entry.script << encrypted << 2 << true;
            }
        }
    }
}

} // namespace

class TestSentOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_certificate = TestCertificate::make(); }
    void broken_data() { addRows(cases(), m_certificate.has_value()); }
    void broken();
    void answered_data() { addRows(answers(), m_certificate.has_value()); }
    void answered();
    void withoutBodyIsRefused();

private:
    struct Sent
    {
        HttpResult result;
        QList<QByteArray> connections;
    };
    /// Sends a paid request as the row says.
    Sent send() const;

    std::optional<TestCertificate> m_certificate;
};

TestSentOnce::Sent TestSentOnce::send() const
{
    QFETCH(const WireServer::Script, script);
    QFETCH(const bool, encrypted);
    QFETCH(const int, size);
    QFETCH(const bool, prepared);
    WireServer wire(script, encrypted ? m_certificate->server : QSslConfiguration());
    Sent sent;
    {
        HttpClientOptions options;
        if (encrypted) {
            options.authorities = {m_certificate->certificate};
        }
        HttpClient client(options);
        if (prepared) {
            client.prepare(wire.url(), 1);
            if (!QTest::qWaitFor([&] { return wire.ready() == 1; })) {
                return sent;
            }
        }
        HttpRequest request;
        request.method = "POST";
        request.url = wire.url();
        request.headers = {{"Authorization", "Bearer key"}};
        request.body = QByteArray(size, 'x');
        request.startsPaidWork = true;
        TransportLimits limits;
        limits.idle = 10s;
        const Outcome outcome(client.send(request, limits));
        if (outcome.wait()) {
            sent.result = outcome.result();
        }
    }
    sent.connections = wire.everything();
    return sent;
}

void TestSentOnce::broken()
{
    const Sent sent = send();
    QCOMPARE(sent.result.delivery, Delivery::MaybeSent);
    QVERIFY(!sent.result.error.reason.isEmpty());
    QCOMPARE(sent.result.error.billing, Billing::MayBeBilled);
    QVERIFY(!sent.connections.isEmpty());
    // Where the first connection broke before it stood, it may be another one on which the request leaves.
    const auto carried = std::count_if(sent.connections.begin(), sent.connections.end(),
                                       [](const QByteArray &came) { return !came.isEmpty(); });
    QVERIFY(carried <= 1);
}

void TestSentOnce::answered()
{
    const Sent sent = send();
    QCOMPARE(sent.result.delivery, Delivery::Answered);
    QVERIFY(sent.result.response.status >= 300);
    QVERIFY(!sent.connections.isEmpty());
    QVERIFY(sent.connections.first().startsWith("POST / HTTP/1.1\r\n"));
    for (qsizetype i = 1; i < sent.connections.size(); ++i) {
        QCOMPARE(sent.connections.at(i), QByteArray());
    }
}

void TestSentOnce::withoutBodyIsRefused()
{
    // It is the body that cannot leave twice; a bare head could.
    WireServer wire({When::Whole, {}, End::Close});
    {
        HttpClient client;
        HttpRequest request;
        request.method = "POST";
        request.url = wire.url();
        request.startsPaidWork = true;
        const Outcome outcome(client.send(request));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, Delivery::NotSent);
        QCOMPARE(outcome.result().error.kind, ErrorKind::Internal);
        QCOMPARE(outcome.result().error.billing, Billing::NotBilled);
        QCOMPARE(outcome.result().error.reason, reasons::bodyMissing());
    }
    QCOMPARE(wire.everything(), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TestSentOnce)
#include "test_sentonce.moc"

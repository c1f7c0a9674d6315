// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets in: everything a web page, a stranger on the network or a mistaken program could try, on real sockets.
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestGatewayAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void preflights_data();
    void preflights();
    void keys_data();
    void keys();
    void contentTypes_data();
    void contentTypes();
    void routes_data();
    void routes();
    void healthTellsNothing();
    void metricsCount();
    void refusalsHelp();
    void wrongKeysDoNotBlock();

private:
    std::unique_ptr<GatewayRig> m_rig;
};

void TestGatewayAccess::initTestCase()
{
    m_rig = std::make_unique<GatewayRig>();
    GatewayOptions options;
    options.allowedOrigins = {u"http://app.example"_s, u"*"_s, u"null"_s};
    m_rig->start(options);
    QCOMPARE(m_rig->gateway.state().kind, GatewayState::Kind::Listening);
    QCOMPARE(m_rig->gateway.state().url, QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_rig->port())));
}

void TestGatewayAccess::cleanupTestCase()
{
    m_rig.reset();
}

void TestGatewayAccess::hosts_data()
{
    QTest::addColumn<QByteArray>("host"); // PORT stands for the port
    QTest::addColumn<int>("status");
    const auto row = [](const char *host, int status) { QTest::newRow(host) << QByteArray(host) << status; };
    row("Host: 127.0.0.1:PORT", 200);
    row("Host: localhost:PORT", 200);
    row("Host: LocalHost:PORT", 200);
    row("Host: [::1]:PORT", 200);
    row("Host: 127.0.0.1", 403);
    row("Host: 127.0.0.1:1", 403);
    row("Host: localhost", 403);
    row("Host: localhost.:PORT", 403);
    row("Host: localhost.evil.com:PORT", 403);
    row("Host: 127.0.0.1.nip.io:PORT", 403);
    row("Host: evil.com:PORT", 403);
    row("Host: evil.com", 403);
    row("Host: user@127.0.0.1:PORT", 403);
    row("Host: [::ffff:127.0.0.1]:PORT", 403);
    row("Host: 2130706433:PORT", 403);
    row("Host: 127.1:PORT", 403);
    row("Host: 0.0.0.0:PORT", 403);
    row("Host: 127.0.0.1:PORT,evil.com", 403);
    row("Host: 127.0.0.1:0PORT", 403);
    row("Host:", 403);
    row("X-Forwarded-Host: 127.0.0.1:PORT", 400);
    row("Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT", 400);
    row("Host: 127.0.0.1:PORT\r\nhost: evil.com", 400);
}

void TestGatewayAccess::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    const QByteArray lines = QByteArray(host).replace("PORT", QByteArray::number(m_rig->port()));
    for (const QByteArray &path : {"/v1/models"_ba, "/healthz"_ba}) {
        const RawAnswer answer = m_rig->ask("GET " + path + " HTTP/1.1\r\n" + lines + "\r\nAuthorization: Bearer "
                                            + m_rig->key + "\r\n\r\n");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.errorCode().isEmpty(), status == 200);
        QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
    }
}

void TestGatewayAccess::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &origin, int status) {
        QTest::newRow(name) << origin << status;
    };
    row("none", {}, 200);
    row("listed", "http://app.example", 200);
    row("null", "null", 403);
    row("star", "*", 403);
    row("empty", "", 200);
    row("other scheme", "https://app.example", 403);
    row("other port", "http://app.example:8080", 403);
    row("subdomain", "http://x.app.example", 403);
    row("suffix", "http://app.example.evil.com", 403);
    row("upper case", "http://APP.example", 403);
    row("our own host", "http://127.0.0.1:PORT", 403);
    row("rebound host", "http://evil.com:PORT", 403);
}

void TestGatewayAccess::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(int, status);
    origin.replace("PORT", QByteArray::number(m_rig->port()));
    const QByteArray header = origin.isEmpty() ? QByteArray() : "Origin: " + origin + "\r\n";
    const RawAnswer answer = m_rig->ask(m_rig->request("GET", "/v1/models", {}, header));
    QCOMPARE(answer.status, status);
    const bool listed = origin == "http://app.example";
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), listed ? origin : QByteArray());
    QCOMPARE(answer.header("Vary"), listed ? "Origin"_ba : QByteArray());
}

void TestGatewayAccess::preflights_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("listed") << QByteArray("Origin: http://app.example\r\nAccess-Control-Request-Method: POST\r\n"
                                          "Access-Control-Request-Headers: authorization,content-type\r\n")
                            << 204;
    QTest::newRow("unlisted") << QByteArray("Origin: http://evil.com\r\nAccess-Control-Request-Method: POST\r\n")
                              << 403;
    QTest::newRow("no origin") << QByteArray() << 204; // no browser; it learns nothing
    QTest::newRow("null") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("two origins") << QByteArray("Origin: http://app.example\r\nOrigin: http://evil.com\r\n") << 403;
}

void TestGatewayAccess::preflights()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    const RawAnswer answer =
        m_rig->ask("OPTIONS /v1/images/generations HTTP/1.1\r\nHost: " + m_rig->host() + "\r\n" + headers + "\r\n");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body.isEmpty(), status == 204);
    const bool allowed = headers.contains("http://app.example") && status == 204;
    QCOMPARE(answer.header("Access-Control-Allow-Methods").isEmpty(), !allowed);
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), allowed ? "http://app.example"_ba : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Headers"), allowed ? "authorization,content-type"_ba : QByteArray());
}

void TestGatewayAccess::keys_data()
{
    QTest::addColumn<QByteArray>("line"); // KEY stands for the right one
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &line, int status) {
        QTest::newRow(name) << line << status;
    };
    row("right", "Authorization: Bearer KEY", 200);
    row("scheme in other case", "authorization: bEARER KEY", 200);
    row("missing", "X-Other: 1", 401);
    row("wrong", "Authorization: Bearer lw-wrong", 401);
    row("empty", "Authorization: Bearer ", 401);
    row("no scheme", "Authorization: KEY", 401);
    row("basic", "Authorization: Basic KEY", 401);
    row("longer", "Authorization: Bearer KEYx", 401);
    row("doubled", "Authorization: Bearer KEY\r\nAuthorization: Bearer KEY", 401);
    row("as Azure has it", "api-key: KEY", 200);
    row("as Anthropic has it", "x-api-key: KEY", 200);
    row("as Google has it", "X-Goog-Api-Key: KEY", 200);
    row("the same twice", "x-api-key: KEY\r\napi-key: KEY", 200);
    row("two of them", "x-api-key: KEY\r\napi-key: other", 401);
    row("one of them doubled", "x-api-key: KEY\r\nx-api-key: KEY", 401);
    row("a wrong one beside it", "Authorization: Bearer wrong\r\nx-api-key: KEY", 401);
    row("cookie", "Cookie: key=KEY", 401);
}

void TestGatewayAccess::keys()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    line.replace("KEY", m_rig->key);
    const QByteArray head = " HTTP/1.1\r\nHost: " + m_rig->host() + "\r\n";
    const RawAnswer answer = m_rig->ask("GET /v1/models" + head + line + "\r\n\r\n");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorCode(), status == 401 ? u"AUTHENTICATION_FAILED"_s : QString());
    // Unknown paths and query keys tell a stranger nothing else.
    if (status == 401) {
        QCOMPARE(m_rig->ask("GET /v1/nothing" + head + line + "\r\n\r\n").status, 401);
        QCOMPARE(m_rig->ask("GET /v1/models?key=" + m_rig->key + head + line + "\r\n\r\n").status, 401);
        QCOMPARE(
            m_rig->ask("POST /v1/images/generations" + head + line + "\r\nContent-Length: 60000000\r\n\r\n").status,
            401);
    }
}

void TestGatewayAccess::contentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    const auto row = [](const char *type, int status) { QTest::newRow(type) << QByteArray(type) << status; };
    row("Content-Type: application/json", 200);
    row("Content-Type: application/json; charset=utf-8", 200);
    row("Content-Type: Application/JSON", 200);
    row("Content-Type: application/vnd.api+json", 200);
    row("Content-Type: text/plain", 200);
    row("Content-Type: application/x-www-form-urlencoded", 200);
    // A web page can send those without being asked whether it may.
    row("Content-Type: text/plain\r\nSec-Fetch-Site: cross-site", 415);
    row("Content-Type: text/plain\r\nOrigin: http://app.example", 415);
    row("Content-Type: multipart/form-data", 415);
    row("Content-Type: application/jsonx", 415);
    row("Content-Type: application/json, text/plain", 415);
    row("Content-Type: text/plain\r\nContent-Type: application/json", 415);
    row("X-Content-Type: application/json", 200);
    row("Content-Type:", 200);
    row("Content-Type: application/json\r\nContent-Encoding: br", 415);
    row("Content-Type: application/json\r\nContent-Encoding: gzip, gzip", 415);
}

void TestGatewayAccess::contentTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    const QByteArray body = R"({"model":"toy","prompt":"a boat"})";
    const RawAnswer answer = m_rig->ask("POST /v1/images/generations?dryRun=true HTTP/1.1\r\nHost: " + m_rig->host()
                                        + "\r\nAuthorization: Bearer " + m_rig->key + "\r\n" + type
                                        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Connection"), status == 200 ? "keep-alive"_ba : "close"_ba); // with its body unread
}

void TestGatewayAccess::routes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *path, int status) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << status;
    };
    row("GET", "/v1/models", 200);
    row("HEAD", "/v1/models", 200);
    row("GET", "/openai/v1/models", 200);
    row("GET", "/v1/models/toy", 200);
    row("GET", "/v1/models/alpha/toy", 200);
    row("GET", "/v1/models/alpha%2Ftoy", 200);
    row("GET", "/v1/models/nothing", 404);
    row("GET", "/healthz", 200);
    row("POST", "/v1/models", 405);
    row("DELETE", "/v1/models/toy", 405);
    row("GET", "/v1/images/generations", 405);
    row("POST", "/healthz", 405);
    row("GET", "/v1", 404);
    row("GET", "/v1/", 404);
    row("GET", "/v1/files/x", 404);
    row("GET", "/v1/files/../../etc/passwd", 404);
    row("GET", "/v2/models", 404);
    row("GET", "/openai/models", 404);
    // What programs make of a base address and a path.
    row("GET", "/v1/models/", 200);
    row("GET", "//v1/models", 200);
    row("GET", "/v1//models", 200);
    row("GET", "/v1/v1/models", 200);
    row("GET", "/openai/v1/v1/models", 200);
    row("GET", "/models", 200);
    row("GET", "/models/toy", 200);
    row("GET", "/V1/Models", 200);
    row("GET", "/v1/%6Dodels", 200);
    row("GET", "/healthz/", 200);
    row("GET", "/images/generations", 405);
    row("GET", "//evil.example/v1/models", 404);
}

void TestGatewayAccess::routes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    if (method == "HEAD") {
        RawClient client(m_rig->port());
        client.send(m_rig->request(method, path, {}, "Connection: close\r\n"));
        const QByteArray bytes = client.everything();
        QVERIFY(bytes.startsWith("HTTP/1.1 200 "));
        QVERIFY(bytes.contains("\r\nContent-Length: ") && !bytes.contains("Content-Length: 0\r\n"));
        QVERIFY(bytes.endsWith("\r\n\r\n")); // the head alone
        return;
    }
    const RawAnswer answer = m_rig->ask(m_rig->request(method, path));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), "application/json"_ba);
    QCOMPARE(answer.header("Allow").isEmpty(), status != 405);
    QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff"_ba);
    QCOMPARE(answer.header("X-Frame-Options"), "DENY"_ba);
    if (status == 404) {
        QVERIFY(!answer.body.contains("passwd"));
    }
}

void TestGatewayAccess::healthTellsNothing()
{
    const RawAnswer answer = m_rig->ask("GET /healthz HTTP/1.1\r\nHost: " + m_rig->host() + "\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, R"({"status":"ok"})"_ba);
}

void TestGatewayAccess::metricsCount()
{
    GatewayRig rig;
    rig.start();
    const QByteArray open = "GET /metrics HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n";
    QCOMPARE(rig.ask(open).status, 401);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models")).status, 200);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models/toy")).status, 200);
    QCOMPARE(rig.ask(rig.request("GET", "/canary")).status, 404);
    const RawAnswer answer = rig.ask(rig.request("GET", "/metrics"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("Content-Type").startsWith("text/plain; version=0.0.4"));
    const QList<QByteArray> lines = answer.body.split(char(10));
    const QByteArray name = "lightwell_gateway_answers_total";
    const QByteArray client = await(rig.clients.list())->first().id.toUtf8();
    const QByteArray models = name + "{route=\"/v1/models\",client=\"" + client + "\",status=\"200\"} 2";
    const QByteArray unknown = name + "{route=\"(unknown)\",client=\"" + client + "\",status=\"404\"} 1";
    QVERIFY2(lines.contains(models), answer.body.constData());
    QVERIFY(lines.contains(unknown));
    QVERIFY(!answer.body.contains("client=\"none\"")); // each client sees what it did itself
    QVERIFY(lines.contains("lightwell_generations_running 0"));
    QVERIFY(answer.body.endsWith(char(10)));
    QVERIFY(!answer.body.contains("canary"));
}

void TestGatewayAccess::refusalsHelp()
{
    const RawAnswer host = m_rig->ask(m_rig->request("GET", "/v1/models", {}, "Host: evil.com\r\n"));
    QVERIFY2(host.body.contains(m_rig->host()), host.body.constData());
    const RawAnswer key = m_rig->ask(m_rig->request("GET", "/v1/models", {}, "Authorization: Bearer no\r\n"));
    QVERIFY2(key.body.contains("serve"), key.body.constData());
    const RawAnswer page = m_rig->ask(m_rig->request("GET", "/v1/models", {}, "Origin: http://app.example\r\n"));
    for (const char *name : {"X-Lightwell-Cost", "X-Lumenfall-Request-Id", "X-Lumenfall-Provider", "X-Lumenfall-Model",
                             "X-OpenRouter-Cache-Status", "X-Lightwell-Ignored", "Mcp-Session-Id"}) {
        QVERIFY(page.header("Access-Control-Expose-Headers").contains(name));
    }
}

void TestGatewayAccess::wrongKeysDoNotBlock()
{
    // Guessers wait; whoever has the key does not wait behind them.
    std::vector<std::unique_ptr<RawClient>> guessers;
    for (int i = 0; i < 60; ++i) {
        guessers.push_back(std::make_unique<RawClient>(m_rig->port()));
        guessers.back()->send("GET /v1/models HTTP/1.1\r\nHost: " + m_rig->host()
                              + "\r\nAuthorization: Bearer x\r\n\r\n");
    }
    QCOMPARE(m_rig->ask(m_rig->request("GET", "/v1/models")).status, 200);
    for (const auto &guesser : guessers) {
        QCOMPARE(guesser->answer().status, 401);
    }
}

QTEST_GUILESS_MAIN(TestGatewayAccess)
#include "test_gatewayaccess.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

#include <QPromise>

#include <deque>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// An in-process server whose answers the test gives.
class Painter : public InProcessServer
{
public:
    QFuture<HttpResponse> handle(const HttpRequest &request) override
    {
        requests.append(request);
        promises.emplace_back();
        promises.back().start();
        return promises.back().future();
    }
    QList<HttpRequest> requests;
    std::deque<QPromise<HttpResponse>> promises;
};

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAsAsked();
    void answersOfEveryStatus_data();
    void answersOfEveryStatus();
    void redirectsAreAnswers_data();
    void redirectsAreAnswers();
    void sixtyFourAtOnce_data();
    void sixtyFourAtOnce();
    void abortedWhileWaitingIsNeverSent();
    void managersAreReused();
    void neverEndsBeforeTheLoop();
    void abortEndsOnce();
    void destructionEndsEveryCall();
    void inProcess();
    void plainHttpOnlyNearby();
    void proxyIsNotAskedForLoopback();
    void canaryNeverInTheLog();
};

void TestHttpClient::sendsAsAsked()
{
    TestServer server([](const Received &) { return Reply::json({{u"ok"_s, true}}).with("X-Answer", "42"); });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url(u"/v1/things?a=b%20c"_s);
    request.headers = {{"Authorization", "Bearer key"}, {"Content-Type", "application/json"}};
    request.body = QByteArray(300'000, 'x');
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.status, 200);
    QCOMPARE(outcome.result().response.header("x-answer"), "42"_ba);
    QCOMPARE(outcome.result().response.json(), QJsonObject({{u"ok"_s, true}}));
    QCOMPARE(outcome.result().response.url, request.url);
    QCOMPARE(server.count(), 1);
    const Received got = server.received().first();
    QCOMPARE(got.method, "POST"_ba);
    QCOMPARE(got.target, "/v1/things?a=b%20c"_ba);
    QCOMPARE(got.body, request.body);
    QCOMPARE(got.header("Authorization"), "Bearer key"_ba);
    QCOMPARE(got.header("Content-Length"), "300000"_ba);
    QVERIFY(got.header("User-Agent").startsWith("Lightwell/"));
    QVERIFY(!got.hasHeader("Cookie"));
}

void TestHttpClient::answersOfEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 204, 304, 400, 401, 402, 403, 404, 405, 407,
                             408, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504, 529}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestHttpClient::answersOfEveryStatus()
{
    QFETCH(int, status);
    TestServer server([&](const Received &) {
        return Reply::json({{u"status"_s, status}}, status)
            .with("Retry-After", "7")
            .with("Set-Cookie", "a=b")
            .with("WWW-Authenticate", "Basic realm=\"x\"");
    });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    request.startsPaidWork = true;
    const bool hasBody = status != 204 && status != 304;
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.status, status);
    if (hasBody) {
        QCOMPARE(outcome.result().response.json().value(u"status"_s).toInt(), status);
    }
    QCOMPARE(outcome.result().response.retryAfter(), std::chrono::seconds(7));
    QCOMPARE(server.count(), 1);
}

void TestHttpClient::redirectsAreAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status << QByteArray();
        QTest::addRow("%d with body", status) << status << QByteArray("{}");
    }
}

void TestHttpClient::redirectsAreAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TestServer other([](const Received &) { return Reply(); });
    TestServer server([&](const Received &) { return Reply::redirect(other.url(u"/x"_s), status); });
    HttpClient client;
    HttpRequest request;
    request.method = body.isEmpty() ? "GET" : "POST";
    request.url = server.url();
    request.headers = {{"Authorization", "Bearer key"}};
    request.body = body;
    const Outcome outcome(client.send(request));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.status, status);
    QCOMPARE(server.count(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestHttpClient::sixtyFourAtOnce_data()
{
    QTest::addColumn<bool>("paid");
    QTest::newRow("paid") << true;
    QTest::newRow("polls") << false;
}

void TestHttpClient::sixtyFourAtOnce()
{
    QFETCH(bool, paid);
    // The gate stays shut until all have arrived: were any of them waiting in a queue of ours, none would end.
    const auto gate = Gate::make();
    TestServer server([&](const Received &) { return Reply::json({}).after(gate); });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    request.startsPaidWork = paid;
    std::vector<std::unique_ptr<Outcome>> outcomes;
    for (int i = 0; i < 64; ++i) {
        outcomes.push_back(std::make_unique<Outcome>(client.send(request)));
    }
    QTRY_COMPARE(server.count(), 64);
    for (const auto &outcome : outcomes) {
        QCOMPARE(outcome->count(), 0);
    }
    gate->open();
    for (const auto &outcome : outcomes) {
        QVERIFY(outcome->wait());
        QCOMPARE(outcome->result().response.status, 200);
    }
    QCOMPARE(server.count(), 64);
}

void TestHttpClient::abortedWhileWaitingIsNeverSent()
{
    constexpr int atOnce = 240; // as many as go out side by side
    const auto gate = Gate::make();
    TestServer server([&](const Received &) { return Reply().after(gate); });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = "{}";
    request.startsPaidWork = true;
    std::vector<std::unique_ptr<Outcome>> outcomes;
    QList<QPointer<HttpCall>> calls;
    for (int i = 0; i < atOnce + 10; ++i) {
        calls.append(client.send(request));
        outcomes.push_back(std::make_unique<Outcome>(calls.last()));
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.count(), atOnce, 20'000);
    for (int i = atOnce; i < atOnce + 10; ++i) {
        calls.at(i)->abort();
        QCOMPARE(outcomes[std::size_t(i)]->result().delivery, Delivery::NotSent);
        if (i % 2 == 0) {
            gate->open(); // whoever waits gets a place in the very moment
        }
    }
    for (int i = 0; i < atOnce; ++i) {
        QVERIFY(outcomes[std::size_t(i)]->wait());
    }
    QCOMPARE(server.count(), atOnce);
}

void TestHttpClient::managersAreReused()
{
    TestServer server([](const Received &) { return Reply(); });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(Outcome(client.send(request)).wait());
    }
    QCOMPARE(server.connections(), 1); // polls keep their connection
    request.method = "POST";
    request.body = "{}";
    request.startsPaidWork = true;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(Outcome(client.send(request)).wait());
    }
    QCOMPARE(server.connections(), 4); // paid work never meets a connection that may have died
    QCOMPARE(server.count(), 8);
}

void TestHttpClient::neverEndsBeforeTheLoop()
{
    HttpClient client;
    HttpRequest request;
    request.url = QUrl(u"http://api.example.com"_s); // refused at once
    const Outcome outcome(client.send(request));
    QCOMPARE(outcome.count(), 0);
    QVERIFY(outcome.wait());
}

void TestHttpClient::abortEndsOnce()
{
    TestServer server([](const Received &) { return Reply::never(); });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    HttpCall *call = client.send(request);
    const QPointer<HttpCall> guard(call);
    const Outcome outcome(call);
    QTRY_COMPARE(server.count(), 1);
    call->abort();
    call->abort();
    QCOMPARE(outcome.count(), 1);
    QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Cancelled);
    QTRY_VERIFY(!guard);
    QTRY_COMPARE(server.hangUps(), 1);
    QCOMPARE(outcome.count(), 1);

    HttpCall *early = client.send(request); // not even begun
    const Outcome second(early);
    early->abort();
    QCOMPARE(second.result().delivery, Delivery::NotSent);
    QCOMPARE(second.result().error.billing, Billing::NotBilled);
}

void TestHttpClient::destructionEndsEveryCall()
{
    TestServer server([](const Received &) { return Reply::never(); });
    Painter painter;
    auto client = std::make_unique<HttpClient>();
    client->registerScheme(u"painter"_s, &painter);
    HttpRequest request;
    request.url = server.url();
    const Outcome running(client->send(request));
    const Outcome download(client->download(server.url(), QUrl(u"http://127.0.0.1"_s)));
    request.url = QUrl(u"painter:/x"_s);
    const Outcome inside(client->send(request));
    QTRY_COMPARE(server.count(), 2);
    QTRY_COMPARE(painter.requests.size(), 1);
    client.reset();
    for (const Outcome *outcome : {&running, &download, &inside}) {
        QCOMPARE(outcome->count(), 1);
        QCOMPARE(outcome->result().error.kind, ErrorKind::Cancelled);
    }
}

void TestHttpClient::inProcess()
{
    Painter painter;
    HttpClient client;
    client.registerScheme(u"painter"_s, &painter);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"painter:/v1/x"_s);
    request.body = "{}";
    const Outcome outcome(client.send(request));
    HttpCall *cancelled = client.send(request);
    const Outcome second(cancelled);
    const Outcome picture(client.download(QUrl(u"painter:/files/1"_s), QUrl()));
    QTRY_COMPARE(painter.requests.size(), 3);
    QCOMPARE(painter.requests.first(), request);
    QCOMPARE(painter.requests.last().method, "GET"_ba);
    HttpResponse answer;
    answer.status = 202;
    painter.promises[0].addResult(answer);
    painter.promises[0].finish();
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.status, 202);
    cancelled->abort();
    QCOMPARE(second.result().error.kind, ErrorKind::Cancelled);
    QVERIFY(painter.promises[1].isCanceled());
    painter.promises[2].finish(); // without a result
    QVERIFY(picture.wait());
    QCOMPARE(picture.result().delivery, Delivery::MaybeSent);
}

void TestHttpClient::plainHttpOnlyNearby()
{
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.body = "{}";
    for (const QString &url : {u"http://api.example.com/x"_s, u"ftp://127.0.0.1/x"_s, u"file:///etc/passwd"_s, u""_s}) {
        request.url = QUrl(url);
        const Outcome outcome(client.send(request));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.result().delivery, Delivery::NotSent);
        QCOMPARE(outcome.result().error.billing, Billing::NotBilled);
    }
}

void TestHttpClient::proxyIsNotAskedForLoopback()
{
    TestServer proxy([](const Received &) { return Reply::json({}, 502); });
    TestServer server([](const Received &) { return Reply(); });
    qputenv("http_proxy", proxy.url().toEncoded());
    qputenv("no_proxy", "");
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    const Outcome direct(client.send(request));
    QVERIFY(direct.wait());
    QCOMPARE(direct.result().response.status, 200);
    QCOMPARE(proxy.count(), 0);
    request.url = QUrl(u"http://192.168.77.77:1/x"_s);
    const Outcome proxied(client.send(request));
    QVERIFY(proxied.wait());
    qunsetenv("http_proxy");
    qunsetenv("no_proxy");
    QCOMPARE(proxied.result().response.status, 502);
    QCOMPARE(proxy.count(), 1);
}

void TestHttpClient::canaryNeverInTheLog()
{
    static QStringList lines;
    lines.clear();
    const QtMessageHandler previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { lines.append(message); });
    TestServer server([](const Received &r) {
        return r.path == u"/drop" ? Reply::drop() : Reply::json({{u"echo"_s, u"canary"_s}}).with("X-Echo", "canary");
    });
    HttpClient client;
    for (const QString &path : {u"/ok?key=canary#canary"_s, u"/drop?token=canary"_s}) {
        HttpRequest request;
        request.method = "POST";
        request.url = server.url(path);
        request.headers = {{"Authorization", "Bearer canary"}, {"x-key", "canary"}};
        request.body = "{\"prompt\":\"canary\"}";
        QVERIFY(Outcome(client.send(request)).wait());
    }
    qInstallMessageHandler(previous);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().startsWith(u"POST 127.0.0.1:"_s));
    QVERIFY(lines.first().contains(u" /ok 200 17 B "_s));
    QVERIFY2(!lines.join(u'\n').contains(u"canary"_s), qPrintable(lines.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_httpclient.moc"

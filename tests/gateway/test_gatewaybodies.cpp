// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Large bodies: read aside, counted together, refused before anything is built of them.
#include "tests/gateway/gatewayrig.h"
#include "tests/support/busypool.h"
#include "tests/support/gate.h"

#include <QJsonDocument>
#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kib = 1024;

/// A sensible wish of so many bytes.
QByteArray padded(int size)
{
    const QByteArray body = QJsonDocument(GatewayRig::wish()).toJson(QJsonDocument::Compact);
    return body.left(1) + QByteArray(size - body.size(), ' ') + body.mid(1);
}

QByteArray announced(const GatewayRig &rig, const QByteArray &headers)
{
    return "POST /v1/images/generations HTTP/1.1\r\nHost: " + rig.host() + "\r\nAuthorization: Bearer " + rig.key
        + "\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
}

} // namespace

class TestGatewayBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeBodiesAreReadAside();
    void picturesAreReadAside_data();
    void picturesAreReadAside();
    void smallBodiesAreReadAtOnce();
    void whoLeavesMeanwhileOrdersNothing();
    void whoIsReadWhenTheGatewayClosesIsTold();
    void repetitionsMeetWhileTheyAreRead();
    void allBodiesTogetherAreBounded_data();
    void allBodiesTogetherAreBounded();
    void whatIsBeingReadStillCounts();
    void oneClientLeavesRoomForOthers();
    void whatAVendorWorksAtStillCounts();
    void whatIsWholeCountsByItsSize_data();
    void whatIsWholeCountsByItsSize();
    void bodiesNobodyReads_data();
    void bodiesNobodyReads();
    void smallBodiesOfQuestions();
    void hostileBodies_data();
    void hostileBodies();
};

void TestGatewayBodies::largeBodiesAreReadAside()
{
    GatewayRig rig;
    rig.start();
    BusyPool pool;
    RawClient large(rig.port());
    large.send(rig.request("POST", "/v1/images/generations?dryRun=true", padded(900 * kib)));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    }
    QVERIFY(!large.hasAnswer()); // everybody else comes first
    pool.release();
    QCOMPARE(large.answer().status, 200);
}

void TestGatewayBodies::picturesAreReadAside_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << R"("image":"data:image\/png;base64,aGVsbG8=")"_ba;
    QTest::newRow("escaped") << R"("image":"d\u0061ta:image\/png;base64,aGVsbG8=")"_ba;
    QTest::newRow("a drawing behind a blank") << R"("image":"IDxzdmcgPC9zdmc+")"_ba;
    QTest::newRow("in capitals") << R"("Image":"IDxzdmcgPC9zdmc+")"_ba;
    QTest::newRow("behind a blank") << R"("image" :"IDxzdmcgPC9zdmc+")"_ba;
    QTest::newRow("another name") << R"("input_references":["IDxzdmcgPC9zdmc+"])"_ba;
    QTest::newRow("an escaped name") << R"("i\u006dage":"IDxzdmcgPC9zdmc+")"_ba;
    QTest::newRow("a mask") << R"("mask":"IDxzdmcgPC9zdmc+")"_ba;
}

/// Small ones too: who knows what their readers do.
void TestGatewayBodies::picturesAreReadAside()
{
    QFETCH(QByteArray, field);
    GatewayRig rig;
    rig.start();
    BusyPool pool;
    RawClient client(rig.port());
    client.send(rig.request("POST", "/v1/images/generations", R"({"model":"toy","prompt":"p",)" + field + '}'));
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    }
    QVERIFY(!client.hasAnswer());
    pool.release();
    QCOMPARE(client.answer().status, 400); // it is none
}

void TestGatewayBodies::smallBodiesAreReadAtOnce()
{
    GatewayRig rig;
    rig.start();
    BusyPool pool; // they need no turn there
    QCOMPARE(rig.ask(rig.request("POST", "/v1/images/generations?dryRun=true", padded(256 * kib))).status, 200);
    const QByteArray words = R"({"model":"toy","prompt":"an image of a mask, as a reference"})";
    QCOMPARE(rig.ask(rig.request("POST", "/v1/images/generations?dryRun=true", words)).status, 200);
}

void TestGatewayBodies::whoLeavesMeanwhileOrdersNothing()
{
    GatewayRig rig;
    rig.start();
    {
        BusyPool pool;
        RawClient large(rig.port());
        large.send(rig.request("POST", "/v1/images/generations", padded(900 * kib)));
        QTRY_COMPARE(large.socket().bytesToWrite(), 0);
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200); // so it has arrived, too
        large.hangUp();
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayBodies::whoIsReadWhenTheGatewayClosesIsTold()
{
    GatewayRig rig;
    rig.start();
    BusyPool pool;
    RawClient large(rig.port());
    large.send(rig.request("POST", "/v1/images/generations", padded(900 * kib)));
    QTRY_COMPARE(large.socket().bytesToWrite(), 0);
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    rig.gateway.finishAndStop(std::chrono::hours(1));
    pool.release();
    const RawAnswer answer = large.answer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    QVERIFY(rig.vendor().calls().isEmpty());
}

void TestGatewayBodies::repetitionsMeetWhileTheyAreRead()
{
    GatewayRig rig;
    rig.start();
    const QByteArray request =
        rig.request("POST", "/v1/images/generations", padded(900 * kib), "Idempotency-Key: one\r\n");
    RawClient first(rig.port());
    RawClient second(rig.port());
    {
        BusyPool pool;
        first.send(request);
        second.send(request);
        QTRY_COMPARE(first.socket().bytesToWrite() + second.socket().bytesToWrite(), 0);
    }
    QCOMPARE(first.answer().status, 200);
    QCOMPARE(second.answer().status, 200);
    QCOMPARE(rig.vendor().billed, 1);
    const RawAnswer other =
        rig.ask(rig.request("POST", "/v1/images/generations", padded(900 * kib + 1), "Idempotency-Key: one\r\n"));
    QCOMPARE(other.status, 422);
}

void TestGatewayBodies::allBodiesTogetherAreBounded_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("announced") << QByteArray("Content-Length: 700000");
    QTest::newRow("in chunks, so of any length") << QByteArray("Transfer-Encoding: chunked");
}

void TestGatewayBodies::allBodiesTogetherAreBounded()
{
    QFETCH(QByteArray, framing);
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytes = 900 * kib;
    options.maxBodyBytesAtOnce = 1024 * kib;
    rig.start(options);
    RawClient first(rig.port());
    first.send(announced(rig, framing));
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    const QByteArray large = rig.request("POST", "/v1/images/generations?dryRun=true", padded(600 * kib));
    const RawAnswer refused = rig.ask(large);
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.header("Retry-After"), "1"_ba);
    QCOMPARE(refused.header("x-should-retry"), QByteArray());
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).status, 200); // small ones always fit
    first.hangUp();
    QTRY_COMPARE(rig.ask(large).status, 200);
    QCOMPARE(rig.ask(large).status, 200); // what was answered does not count any more
}

void TestGatewayBodies::whatIsBeingReadStillCounts()
{
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytesAtOnce = 1024 * kib;
    rig.start(options);
    const QByteArray large = rig.request("POST", "/v1/images/generations?dryRun=true", padded(600 * kib));
    {
        BusyPool pool;
        RawClient first(rig.port());
        first.send(large);
        QTRY_COMPARE(first.socket().bytesToWrite(), 0);
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
        first.hangUp(); // its body waits for the pool all the same
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
        QCOMPARE(rig.ask(large).status, 503);
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QTRY_COMPARE(rig.ask(large).status, 200);
}

void TestGatewayBodies::oneClientLeavesRoomForOthers()
{
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytesAtOnce = 2048 * kib;
    rig.start(options);
    const QByteArray large = rig.request("POST", "/v1/images/generations?dryRun=true", padded(600 * kib));
    RawClient first(rig.port());
    first.send(announced(rig, "Content-Length: 700000"));
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    RawClient second(rig.port());
    second.send(announced(rig, "Content-Length: 300000"));
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    const RawAnswer greedy = rig.ask(large);
    QCOMPARE(greedy.status, 429);
    QCOMPARE(greedy.header("Retry-After"), "1"_ba);
    QCOMPARE(greedy.errorCode(), u"RATE_LIMITED"_s);
    const NewClient other = *await(rig.clients.add(u"other"_s));
    const QByteArray theirs = "Authorization: Bearer " + other.key + "\r\n";
    QCOMPARE(rig.ask(rig.request("POST", "/v1/images/generations?dryRun=true", padded(900 * kib), theirs)).status, 200);
    first.hangUp();
    QTRY_COMPARE(rig.ask(large).status, 200);
}

/// A client that hangs up leaves its pictures behind: they lie in memory for as long as its call goes on.
void TestGatewayBodies::whatAVendorWorksAtStillCounts()
{
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytesAtOnce = 1024 * kib;
    options.repetitionGrace = std::chrono::hours(1);
    rig.start(options);
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    const QByteArray dry = rig.request("POST", "/v1/images/generations?dryRun=true", padded(600 * kib));
    {
        RawClient first(rig.port());
        first.send(rig.request("POST", "/v1/images/generations", padded(600 * kib), "Idempotency-Key: one\r\n"));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
        first.hangUp();
    }
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    QCOMPARE(rig.ask(dry).status, 503);
    gate->open();
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    QTRY_COMPARE(rig.ask(dry).status, 200);
}

void TestGatewayBodies::whatIsWholeCountsByItsSize_data()
{
    QTest::addColumn<int>("size"); // of a body in chunks that a vendor works at
    QTest::addColumn<int>("next"); // of one that comes meanwhile
    QTest::addColumn<int>("status"); // of its answer
    QTest::newRow("small") << 300 << 900 * kib << 200;
    QTest::newRow("the largest small one") << 256 * kib << 900 * kib << 200;
    QTest::newRow("large, and room for another") << 600 * kib << 400 * kib << 200;
    QTest::newRow("large, and none") << 600 * kib << 600 * kib << 503;
}

/// In chunks it could become as large as any; once it is there, it is as large as it is.
void TestGatewayBodies::whatIsWholeCountsByItsSize()
{
    QFETCH(int, size);
    QFETCH(int, next);
    QFETCH(int, status);
    GatewayRig rig;
    GatewayOptions options;
    options.requireKey = false; // so that there is one limit
    options.maxBodyBytes = 1000 * kib;
    options.maxBodyBytesAtOnce = 1024 * kib;
    rig.start(options);
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient first(rig.port());
    first.send(announced(rig, "Transfer-Encoding: chunked") + QByteArray::number(size, 16) + "\r\n" + padded(size)
               + "\r\n0\r\n\r\n");
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    QCOMPARE(rig.ask(rig.request("POST", "/v1/images/generations?dryRun=true", padded(next))).status, status);
    gate->open();
    QCOMPARE(first.answer().status, 200);
}

void TestGatewayBodies::bodiesNobodyReads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const QByteArray odd = "Content-Type: application/zip\r\n";
    QTest::newRow("of another type") << "POST /v1/images/generations HTTP/1.1\r\n" + odd
            + "Content-Length: 60000000\r\n"
                                     << 415;
    QTest::newRow("the same in chunks") << "POST /v1/images/generations HTTP/1.1\r\n" + odd
            + "Transfer-Encoding: chunked\r\n"
                                        << 415;
    QTest::newRow("no type, of a web page") << QByteArray(
        "POST /v1/images/generations HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 60000000\r\n")
                                            << 415;
    QTest::newRow("for a question") << QByteArray("GET /v1/models HTTP/1.1\r\nContent-Length: 60000000\r\n") << 413;
    QTest::newRow("packed") << QByteArray(
        "GET /v1/models HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 60000000\r\n")
                            << 413;
    QTest::newRow("in chunks") << QByteArray("GET /v1/models HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") << 413;
    QTest::newRow("without a key") << QByteArray("GET /healthz HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") << 413;
}

void TestGatewayBodies::bodiesNobodyReads()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    client.send(head + "Host: " + rig.host() + "\r\nAuthorization: Bearer " + rig.key + "\r\n\r\n");
    if (head.contains("chunked")) {
        client.send("40001\r\n"); // the length of the first chunk
    }
    QCOMPARE(client.answer().status, status); // although none of the body was sent
}

void TestGatewayBodies::smallBodiesOfQuestions()
{
    GatewayRig rig;
    rig.start();
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models", "2\r\n{}\r\n0\r\n\r\n", chunked)).status, 200);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models", "{}")).status, 200);
}

void TestGatewayBodies::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    QByteArray keys = "{\"model\":\"toy\",\"prompt\":\"p\"";
    for (int i = 0; i < 1'500'000; ++i) {
        keys += ",\"k" + QByteArray::number(i) + "\":1";
    }
    row("1.5 million keys", keys + '}');
    row("deep", QByteArray(10'000'000, '['));
    row("deep objects", QByteArray(R"({"a":)").repeated(2'000'000));
    row("a long number", R"({"model":"toy","prompt":"p","seed":)" + QByteArray(1'000'000, '1') + '}');
    row("escapes", R"({"model":"toy","prompt":")" + QByteArray(R"(\u0000)").repeated(1'700'000) + "\"}");
    row("infinite", R"({"model":"toy","prompt":"p","seed":1e9999})");
    row("not a number", R"({"model":"toy","prompt":"p","seed":NaN})");
    row("utf-16", QByteArray("\xff\xfe{\0}\0", 6));
    row("something behind", R"({"model":"toy","prompt":"p"} {})");
    row("two models", R"({"model":"toy","prompt":"p","model":"other"})");
}

void TestGatewayBodies::hostileBodies()
{
    QFETCH(QByteArray, body);
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.request("POST", "/v1/images/generations", body));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
    QVERIFY(answer.body.size() < 1000);
    QVERIFY(rig.vendor().calls().isEmpty());
    QVERIFY(await(rig.rig.journal->list(10))->isEmpty()); // nothing of it is kept
}

QTEST_GUILESS_MAIN(TestGatewayBodies)
#include "test_gatewaybodies.moc"

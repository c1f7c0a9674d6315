// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One call is paid once, whatever a client does: it repeats, it gives up, or both.
#include "tests/gateway/gatewayrig.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

/// Noise, which no format makes small.
QByteArray largePicture()
{
    QImage noise(2200, 2200, QImage::Format_RGB888);
    for (int y = 0; y < noise.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(noise.scanLine(y));
        QRandomGenerator(quint32(y)).fillRange(line, noise.bytesPerLine() / 4);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    noise.save(&buffer, "png", 100);
    return bytes;
}

} // namespace

class TestGatewayRepetition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameCallsAreTwoWishes();
    void idempotencyKey();
    void idempotencyKeyWhileRunning();
    void idempotencyKeyAfterAFreeRefusal();
    void repetitionJoins();
    void repetitionFindsWhatTheFirstLeft();
    void repetitionAfterARefusalIsNew();
    void repetitionOfAnAnswerThatBroke_data();
    void repetitionOfAnAnswerThatBroke();
    void repetitionOfAnAnswerThatLeft_data();
    void repetitionOfAnAnswerThatLeft();
    void hangUpCancels_data();
    void hangUpCancels();
    void hangUpOfOneOfTwoCancelsNothing();
};

void TestGatewayRepetition::sameCallsAreTwoWishes()
{
    GatewayRig rig;
    rig.start();
    RawClient a(rig.port());
    RawClient b(rig.port());
    a.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
    b.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
    const RawAnswer first = a.answer();
    const RawAnswer second = b.answer();
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QVERIFY(first.json().value("id"_L1) != second.json().value("id"_L1));
    QCOMPARE(rig.vendor().billed, 2);
}

void TestGatewayRepetition::idempotencyKey()
{
    GatewayRig rig;
    rig.start();
    const QByteArray header = "Idempotency-Key: k1\r\n";
    const RawAnswer first = rig.ask(rig.post(GatewayRig::wish(), header));
    const RawAnswer second = rig.ask(rig.post(GatewayRig::wish(), header));
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(rig.vendor().billed, 1);
    const RawAnswer other = rig.ask(rig.post(with(GatewayRig::wish(), u"seed"_s, 7), header));
    QCOMPARE(other.status, 422);
    QCOMPARE(other.header("x-should-retry"), "false"_ba);
    // Another client's key is its own.
    const QByteArray stranger = await(rig.clients.add(u"stranger"_s))->key;
    const RawAnswer theirs =
        rig.ask(rig.post(GatewayRig::wish(), header + "Authorization: Bearer " + stranger + "\r\n"));
    QCOMPARE(theirs.status, 200);
    QVERIFY(theirs.json().value("id"_L1) != first.json().value("id"_L1));
    QCOMPARE(rig.vendor().billed, 2);
}

void TestGatewayRepetition::idempotencyKeyWhileRunning()
{
    GatewayRig rig;
    rig.start();
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(rig.port()));
        clients.back()->send(rig.post(GatewayRig::wish(), "Idempotency-Key: k1\r\n"));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    }
    QCOMPARE(rig.ask(rig.post(with(GatewayRig::wish(), u"n"_s, 2), "Idempotency-Key: k1\r\n")).status, 422);
    gate->open();
    const RawAnswer first = clients.front()->answer();
    QCOMPARE(first.status, 200);
    for (std::size_t i = 1; i < clients.size(); ++i) {
        QCOMPARE(clients[i]->answer().body, first.body);
    }
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayRepetition::idempotencyKeyAfterAFreeRefusal()
{
    GatewayRig rig;
    rig.start();
    for (int i = 0; i < 4; ++i) {
        rig.vendor().submitScript.push_back(Reply::json({}, 400));
    }
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "Idempotency-Key: k1\r\n")).status, 400);
    rig.vendor().submitScript.clear();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "Idempotency-Key: k1\r\n")).status, 200);
    QCOMPARE(rig.vendor().billed, 1);
    // Where the bill is open, the same key gets the same answer and pays nothing.
    rig.vendor().submitScript.push_back(Reply::drop());
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "Idempotency-Key: k2\r\n")).status, 502);
    const auto calls = rig.vendor().calls().size();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "Idempotency-Key: k2\r\n")).status, 502);
    QCOMPARE(rig.vendor().calls().size(), calls);
}

void TestGatewayRepetition::repetitionJoins()
{
    GatewayRig rig;
    rig.start();
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient first(rig.port());
    first.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    first.hangUp(); // its patience has run out
    RawClient second(rig.port());
    second.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 1\r\n"));
    gate->open();
    QCOMPARE(second.answer().status, 200);
    QCOMPARE(rig.vendor().billed, 1);
    QCOMPARE(rig.rig.engine->running(), 0);
}

void TestGatewayRepetition::repetitionFindsWhatTheFirstLeft()
{
    GatewayRig rig;
    rig.start();
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient first(rig.port());
    first.send(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    first.hangUp();
    gate->open();
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 1\r\n")).status, 200);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayRepetition::repetitionAfterARefusalIsNew()
{
    GatewayRig rig;
    rig.start();
    for (int i = 0; i < 4; ++i) {
        rig.vendor().submitScript.push_back(Reply::json({}, 429).with("retry-after-ms", "1"));
    }
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n")).status, 429);
    rig.vendor().submitScript.clear();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), "x-stainless-retry-count: 1\r\n")).status, 200);
}

void TestGatewayRepetition::repetitionOfAnAnswerThatBroke_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("streams");
    QTest::newRow("on a connection that stays") << QByteArray() << false;
    QTest::newRow("on one that ends with it") << "Connection: close\r\n"_ba << false;
    QTest::newRow("in a stream") << QByteArray() << true;
}

/// More than the system takes at once, so that some of it has not left when the client is gone.
void TestGatewayRepetition::repetitionOfAnAnswerThatBroke()
{
    QFETCH(QByteArray, headers);
    QFETCH(bool, streams);
    GatewayRig rig;
    rig.start();
    rig.vendor().picture = largePicture();
    QJsonObject wish = with(GatewayRig::wish(), u"response_format"_s, u"b64_json"_s);
    if (streams) {
        wish = with(wish, u"stream"_s, true);
    }
    RawClient first(rig.port());
    QObject::disconnect(&first.socket(), &QTcpSocket::readyRead, nullptr, nullptr);
    first.socket().setReadBufferSize(1000); // takes no more than that
    first.send(rig.post(wish, headers + "x-stainless-retry-count: 0\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(first.socket().bytesAvailable(), 1000, 30'000);
    first.hangUp();
    QCOMPARE(rig.ask(rig.post(wish, "x-stainless-retry-count: 1\r\n")).status, 200);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayRepetition::repetitionOfAnAnswerThatLeft_data()
{
    QTest::addColumn<int>("grace"); // ms
    QTest::addColumn<QByteArray>("ending");
    QTest::addColumn<QByteArray>("between"); // a request on the first connection
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<int>("billed");
    constexpr int hour = 3'600'000;
    const QByteArray repeated = "x-stainless-retry-count: 1\r\n";
    QTest::newRow("lost on the way") << hour << QByteArray() << QByteArray() << repeated << 1;
    QTest::newRow("lost at the end") << hour << "Connection: close\r\n"_ba << QByteArray() << repeated << 1;
    QTest::newRow("read") << hour << QByteArray() << "/healthz"_ba << repeated << 2;
    QTest::newRow("long ago") << 0 << QByteArray() << QByteArray() << repeated << 2;
    QTest::newRow("not announced") << hour << QByteArray() << QByteArray() << "x-stainless-retry-count: 0\r\n"_ba << 2;
}

/// All of it is in the system's hands, and lost all the same; or it is not.
void TestGatewayRepetition::repetitionOfAnAnswerThatLeft()
{
    QFETCH(int, grace);
    QFETCH(QByteArray, ending);
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, again);
    QFETCH(int, billed);
    GatewayRig rig;
    GatewayOptions options;
    options.answerGrace = std::chrono::milliseconds(grace);
    rig.start(options);
    RawClient first(rig.port());
    first.send(rig.post(GatewayRig::wish(), ending + "x-stainless-retry-count: 0\r\n"));
    const RawAnswer answer = first.answer();
    QCOMPARE(answer.status, 200);
    if (!between.isEmpty()) {
        first.send(rig.request("GET", between));
        QCOMPARE(first.answer().status, 200);
    }
    first.hangUp();
    const RawAnswer second = rig.ask(rig.post(GatewayRig::wish(), again));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json().value("id"_L1) == answer.json().value("id"_L1), billed == 1);
    QCOMPARE(rig.vendor().billed, billed);
}

void TestGatewayRepetition::hangUpCancels_data()
{
    QTest::addColumn<int>("ahead"); // bytes sent behind the request
    for (const int ahead : {0, 1000, 200'000, 300'000, 600'000}) {
        QTest::addRow("%d bytes ahead", ahead) << ahead;
    }
}

void TestGatewayRepetition::hangUpCancels()
{
    QFETCH(int, ahead);
    GatewayRig rig;
    rig.start();
    rig.vendor().atOnce = false;
    rig.vendor().polls = 1000;
    RawClient client(rig.port());
    client.send(rig.post(GatewayRig::wish()) + QByteArray(ahead, 'a'));
    QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
    client.hangUp();
    QTRY_VERIFY(rig.vendor().cancelled);
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayRepetition::hangUpOfOneOfTwoCancelsNothing()
{
    GatewayRig rig;
    GatewayOptions options;
    options.repetitionGrace = 0ms;
    rig.start(options);
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient a(rig.port());
    RawClient b(rig.port());
    a.send(rig.post(GatewayRig::wish(), "Idempotency-Key: k1\r\n"));
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    b.send(rig.post(GatewayRig::wish(), "Idempotency-Key: k1\r\n"));
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    a.hangUp();
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    gate->open();
    QCOMPARE(b.answer().status, 200);
    QCOMPARE(rig.vendor().billed, 1);
}

QTEST_GUILESS_MAIN(TestGatewayRepetition)
#include "test_gatewayrepetition.moc"

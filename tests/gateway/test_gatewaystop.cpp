// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway that stops answers whoever waits: OpenAI's clients send a paid request again when a connection just closes.
#include "tests/gateway/gatewayrig.h"

#include <QSignalSpy>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A rig with a call under way: paid, and its picture kept back until `gate` opens.
struct Waiting
{
    Waiting()
    {
        rig->start();
        rig->vendor().pictureScript.push_back(Reply::bytes(rig->vendor().picture, "image/png").after(gate));
        client = std::make_unique<RawClient>(rig->port());
        client->send(rig->post(GatewayRig::wish(), "x-stainless-retry-count: 0\r\n"));
        [this] { QTRY_COMPARE(rig->vendor().calls(u"/pictures/1"_s), 1); }();
    }
    std::unique_ptr<GatewayRig> rig = std::make_unique<GatewayRig>();
    std::shared_ptr<Gate> gate = Gate::make();
    std::unique_ptr<RawClient> client;
};

} // namespace

class TestGatewayStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWaitsIsAnswered_data();
    void whoWaitsIsAnswered();
    void settingsThatNeedNoOtherSocketInterruptNobody();
    void patienceLetsThePictureCome();
    void theEndOfPatienceCancelsNothing();
    void halfABodyIsAnsweredAndNotPaid_data();
    void halfABodyIsAnsweredAndNotPaid();
    void whoTakesNoAnswerHoldsNothingUp();
};

void TestGatewayStop::whoWaitsIsAnswered_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"stop", "restart", "end of patience", "shorter patience", "end of the program"}) {
        QTest::newRow(how) << QString::fromLatin1(how);
    }
}

void TestGatewayStop::whoWaitsIsAnswered()
{
    QFETCH(QString, how);
    Waiting it;
    Gateway &gateway = it.rig->gateway;
    const QString id = await(it.rig->rig.journal->list(1))->first().id;
    if (how == "stop"_L1) {
        gateway.stop();
    } else if (how == "restart"_L1) {
        it.rig->start();
    } else if (how == "end of patience"_L1) {
        gateway.finishAndStop(0ms);
    } else if (how == "end of the program"_L1) {
        it.rig.reset();
    }
    if (how == "shorter patience"_L1) {
        gateway.finishAndStop(1h);
        gateway.finishAndStop(0ms);
    }
    const RawAnswer answer = it.client->answer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QCOMPARE(answer.header("X-Lightwell-Request-Id"), id.toLatin1());
    QCOMPARE(answer.header("x-request-id"), id.toLatin1());
    QVERIFY(answer.body.contains(id.toLatin1()));
    QVERIFY(it.client->isClosed());
    if (how != "restart"_L1 && it.rig) {
        QTRY_COMPARE(gateway.state().kind, GatewayState::Kind::Off);
    }
}

void TestGatewayStop::settingsThatNeedNoOtherSocketInterruptNobody()
{
    Waiting it;
    const quint16 port = it.rig->port();
    const QByteArray asPage = it.rig->request("GET", "/v1/models", {}, "Origin: https://app.example\r\n");
    QCOMPARE(it.rig->ask(asPage).status, 403);
    GatewayOptions options;
    options.port = port;
    options.times.linger = 300ms; // as the rig has it
    options.allowedOrigins = {u"https://app.example"_s};
    QSignalSpy changes(&it.rig->gateway, &Gateway::stateChanged);
    it.rig->gateway.start(options);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(it.rig->gateway.state().kind, GatewayState::Kind::Listening);
    QCOMPARE(it.rig->port(), port);
    QCOMPARE(it.rig->ask(asPage).status, 200);
    it.gate->open();
    QCOMPARE(it.client->answer().status, 200);
    QCOMPARE(it.rig->vendor().billed, 1);
}

void TestGatewayStop::patienceLetsThePictureCome()
{
    Waiting it;
    it.rig->gateway.finishAndStop(1h);
    it.gate->open();
    QCOMPARE(it.client->answer().status, 200);
    QTRY_COMPARE(it.rig->gateway.state().kind, GatewayState::Kind::Off);
}

void TestGatewayStop::theEndOfPatienceCancelsNothing()
{
    Waiting it;
    it.rig->gateway.finishAndStop(0ms);
    QCOMPARE(it.client->answer().status, 503);
    QTRY_COMPARE(it.rig->gateway.state().kind, GatewayState::Kind::Off);
    QCOMPARE(it.rig->rig.engine->running(), 1); // for the next start, if it does not end before
    it.gate->open();
    QTRY_COMPARE(it.rig->rig.engine->running(), 0);
    QCOMPARE(await(it.rig->rig.journal->list(1))->first().status, GenerationStatus::Completed);
}

void TestGatewayStop::halfABodyIsAnsweredAndNotPaid_data()
{
    QTest::addColumn<bool>("theRestComes");
    QTest::newRow("it never comes") << false;
    QTest::newRow("it comes too late") << true;
}

void TestGatewayStop::halfABodyIsAnsweredAndNotPaid()
{
    QFETCH(bool, theRestComes);
    GatewayRig rig;
    rig.start();
    const QByteArray request = rig.post(GatewayRig::wish(), "Expect: 100-continue\r\n");
    const qsizetype head = request.indexOf("\r\n\r\n") + 4;
    RawClient client(rig.port());
    client.send(request.left(head));
    QTRY_COMPARE(client.countContinues(), 1);
    rig.gateway.finishAndStop(theRestComes ? std::chrono::milliseconds(1h) : 0ms);
    if (theRestComes) {
        client.send(request.mid(head));
    }
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QTRY_COMPARE(rig.gateway.state().kind, GatewayState::Kind::Off);
    QVERIFY(rig.vendor().calls().isEmpty());
}

void TestGatewayStop::whoTakesNoAnswerHoldsNothingUp()
{
    GatewayRig rig;
    rig.start();
    RawClient silent(rig.port());
    silent.send(rig.post(GatewayRig::wish()).chopped(1));
    QTRY_COMPARE(rig.ask(rig.request("GET", "/metrics")).status, 200);
    rig.gateway.finishAndStop(0ms);
    QTRY_COMPARE_WITH_TIMEOUT(rig.gateway.state().kind, GatewayState::Kind::Off, 20'000);
}

QTEST_GUILESS_MAIN(TestGatewayStop)
#include "test_gatewaystop.moc"

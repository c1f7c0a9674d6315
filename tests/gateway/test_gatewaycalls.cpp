// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What whoever watches the gateway is told of each call.
class TestGatewayCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madePictures();
    void aKeptAnswerAsksNobody();
    void refused_data();
    void refused();
    void whoHangsUpHasCalledToo();
    void lookingWhetherItIsThereIsNoCall();

private:
    static GatewayCall callOf(GatewayRig &rig, const QByteArray &request);
};

GatewayCall TestGatewayCalls::callOf(GatewayRig &rig, const QByteArray &request)
{
    QSignalSpy calls(&rig.gateway, &Gateway::called);
    static_cast<void>(rig.ask(request));
    return calls.isEmpty() && !calls.wait(1000) ? GatewayCall() : calls.first().first().value<GatewayCall>();
}

void TestGatewayCalls::madePictures()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, 30'000)});
    rig.start();
    const GatewayCall call = callOf(rig, rig.post(GatewayRig::wish()));
    QCOMPARE(call.method, "POST"_ba);
    QCOMPARE(call.when.timeSpec(), Qt::UTC); // what looks at it makes local time of it, and not every call
    QCOMPARE(call.path, u"/v1/images/generations"_s);
    QCOMPARE(call.status, 200);
    QVERIFY(call.client.startsWith("cl_"_L1));
    QCOMPARE(call.model, u"toy-toy"_s);
    QCOMPARE(call.provider, u"alpha"_s);
    QCOMPARE(call.cost, Money::fromMicros(30'000));
    QCOMPARE(call.code, QString());
    QVERIFY(call.took.count() >= 0);
    QVERIFY(call.upstream);
    QVERIFY(*call.upstream <= call.took);
}

void TestGatewayCalls::aKeptAnswerAsksNobody()
{
    GatewayRig rig;
    rig.start();
    rig.vendor().atOnce = false; // a job takes a while
    const QByteArray request = rig.post(GatewayRig::wish(), "Idempotency-Key: once\r\n");
    const GatewayCall made = callOf(rig, request);
    QCOMPARE(made.status, 200);
    QVERIFY(made.upstream);
    const GatewayCall kept = callOf(rig, request);
    QCOMPARE(kept.status, 200);
    QVERIFY(kept.took < *made.upstream);
    QVERIFY(!kept.upstream);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayCalls::refused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("wrong key") << "GET"_ba
                               << "/v1/models"_ba << QByteArray() << "Authorization: Bearer no\r\n"_ba << 401
                               << u"AUTHENTICATION_FAILED"_s;
    QTest::newRow("no such model") << "POST"_ba
                                   << "/v1/images/generations"_ba
                                   << R"({"model": "nothing-like-it", "prompt": "x"})"_ba << QByteArray() << 404
                                   << u"MODEL_NOT_FOUND"_s;
    QTest::newRow("no such path") << "GET"_ba
                                  << "/v1/nowhere"_ba << QByteArray() << QByteArray() << 404 << u"INVALID_REQUEST"_s;
}

void TestGatewayCalls::refused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    QFETCH(QString, code);
    GatewayRig rig;
    rig.start();
    const GatewayCall call = callOf(rig, rig.request(method, path, body, headers));
    QCOMPARE(call.status, status);
    QCOMPARE(call.code, code);
    QCOMPARE(call.cost.microsOr(0), 0);
    QVERIFY(!call.upstream);
    QCOMPARE(call.client.isEmpty(), status == 401);
}

void TestGatewayCalls::whoHangsUpHasCalledToo()
{
    GatewayRig rig;
    rig.start();
    rig.vendor().atOnce = false;
    rig.vendor().polls = 1'000'000;
    QSignalSpy calls(&rig.gateway, &Gateway::called);
    RawClient client(rig.port());
    client.send(rig.post(GatewayRig::wish()));
    QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
    client.hangUp();
    QTRY_COMPARE(calls.size(), 1);
    const auto call = calls.first().first().value<GatewayCall>();
    QCOMPARE(call.status, 499);
    QCOMPARE(call.path, u"/v1/images/generations"_s);
    QVERIFY(call.client.startsWith("cl_"_L1));
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    QVERIFY(rig.ask(rig.request("GET", "/metrics")).body.contains("status=\"499\"} 1\n"));
}

void TestGatewayCalls::lookingWhetherItIsThereIsNoCall()
{
    GatewayRig rig;
    rig.start();
    QSignalSpy calls(&rig.gateway, &Gateway::called);
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models")).status, 200);
    QTRY_COMPARE(calls.size(), 1);
    QCOMPARE(calls.first().first().value<GatewayCall>().path, u"/v1/models"_s);
}

QTEST_GUILESS_MAIN(TestGatewayCalls)
#include "test_gatewaycalls.moc"

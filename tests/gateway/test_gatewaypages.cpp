// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What stands at the gateway's addresses beside its calls: the page for people, and what is not there.
class TestGatewayPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startPageIsOpenAndNamesNoKey();
    void startPageKnowsTheProxy();
    void strangersGetNoStartPage();
    void unservedPathsSaySo_data();
    void unservedPathsSaySo();
    void unservedPathsNeedAKey();
};

void TestGatewayPages::startPageIsOpenAndNamesNoKey()
{
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask("GET / HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), "text/html; charset=utf-8"_ba);
    QVERIFY(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
    const QByteArray address = "http://" + rig.host() + "/v1/images/generations";
    QVERIFY(answer.body.contains(address));
    QVERIFY(answer.body.contains(QByteArray("<a href=\"http://" + rig.host() + "/openapi.json\">")));
    QVERIFY(!answer.body.contains(rig.key));
    QVERIFY(!answer.body.contains("<script"));
}

void TestGatewayPages::startPageKnowsTheProxy()
{
    GatewayRig rig;
    GatewayOptions options;
    options.publicUrl = QUrl(u"https://pictures.example/v1"_s);
    options.requireKey = false;
    rig.start(options);
    const RawAnswer answer = rig.ask("GET / HTTP/1.1\r\nHost: pictures.example\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("https://pictures.example/v1/models"));
    QVERIFY(answer.body.contains("<a href=\"https://pictures.example/openapi.json\">"));
    QVERIFY(!answer.body.contains("Authorization"));
}

void TestGatewayPages::strangersGetNoStartPage()
{
    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 403);
    QCOMPARE(rig.ask("GET / HTTP/1.1\r\nHost: " + rig.host() + "\r\nOrigin: https://evil.example\r\n\r\n").status, 403);
}

void TestGatewayPages::unservedPathsSaySo_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const QByteArray &method, const QByteArray &path) {
        QTest::addRow("%s %s", method.constData(), path.constData()) << method << path;
    };
    row("POST", "/v1/videos");
    row("GET", "/v1/videos/video_1");
    row("POST", "/v1/audio/speech");
    row("POST", "/openai/v1/messages");
    row("DELETE", "/v1/assistants/asst_1");
    row("GET", "/v1/files");
    row("POST", "/v1/moderations");
    row("POST", "/v1/fine_tuning/jobs");
    row("POST", "/api/v1/videos");
    row("GET", "/api/v1/videos/models");
    row("POST", "/api/v1/messages");
    row("POST", "/api/v1/responses");
    row("GET", "/api/v1/generation/content");
    row("GET", "/api/v1/models/user");
    row("GET", "/api/v1/guardrails");
    row("POST", "/api/v1/presets/boats/messages");
}

void TestGatewayPages::unservedPathsSaySo()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.request(method, path, method == "POST" ? "{}"_ba : QByteArray()));
    QCOMPARE(answer.status, 404);
    const QJsonObject error = answer.json().value("error"_L1).toObject();
    if (path.startsWith("/api/")) {
        QCOMPARE(error.value("code"_L1).toInt(), 404);
        QCOMPARE(error["availability"_L1]["code"_L1], u"wrong_endpoint"_s);
    } else {
        QCOMPARE(error.value("code"_L1), u"ENDPOINT_NOT_SERVED"_s);
        QCOMPARE(error.value("type"_L1), u"invalid_request_error"_s);
    }
    QCOMPARE(rig.vendor().billed, 0);
}

void TestGatewayPages::unservedPathsNeedAKey()
{
    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask("GET /v1/videos HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").status, 401);
}

QTEST_GUILESS_MAIN(TestGatewayPages)
#include "test_gatewaypages.moc"

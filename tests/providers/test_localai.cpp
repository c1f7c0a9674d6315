// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/localai/localaiadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/localengines.h"
#include "tests/providers/plans.h"
#include "tests/standins/localai.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// LocalAI over HTTP, and its errors in a table.
class TestLocalAi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<LocalAiStandIn>(); }
    void makes_data();
    void makes();
    void saysAllInItsWords();
    void barsInPromptsStayInThem();
    void errors_data();
    void errors();
    void keys();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan, const QByteArray &key = {}) const
    {
        return drive(LocalAiAdapter(), plan, {key, {}, m_standIn->baseUrl()});
    }

    std::unique_ptr<LocalAiStandIn> m_standIn;
};

void TestLocalAi::makes_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QSize>("made");
    QTest::newRow("words") << u"text-to-image"_s << QSize(640, 480);
    QTest::newRow("edit") << u"image-edit"_s << QSize(640, 480);
    QTest::newRow("mask") << u"inpaint"_s << QSize(512, 512);
    QTest::newRow("upscale") << u"upscale"_s << QSize(256, 192);
}

void TestLocalAi::makes()
{
    QFETCH(QString, mode);
    Request request = engineRequest(mode);
    if (mode == "upscale"_L1) {
        request.tuning.scaleFactor = 4;
    } else {
        request.size.pixels = QSize(640, 480);
    }
    const Plan plan = enginePlan(u"localai"_s, u"flux.1-dev"_s, mode, request);
    QCOMPARE(plan.estimate.total, Money::zero());
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    QTEST(QImage::fromData(outcome.media.value(0).bytes).size(), "made");
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
}

void TestLocalAi::saysAllInItsWords()
{
    Request request = engineRequest(u"image-edit"_s);
    request.negativePrompt = u"blur"_s;
    request.seed = 7;
    request.n = 2;
    request.tuning.steps = 12;
    const CallOutcome outcome = made(enginePlan(u"localai"_s, u"flux.1-dev"_s, u"image-edit"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 2);
    const QJsonObject body = m_standIn->lastBody();
    QCOMPARE(body.value("model"_L1).toString(), u"flux.1-dev"_s);
    QCOMPARE(body.value("prompt"_L1).toString(), u"a red fox|blur"_s);
    QCOMPARE(body.value("step"_L1).toInt(), 12);
    QCOMPARE(body.value("seed"_L1).toInt(), 7);
    QCOMPARE(body.value("response_format"_L1).toString(), u"b64_json"_s);
    QCOMPARE(body.value("file"_L1), body.value("ref_images"_L1)[0]);
    QCOMPARE(m_standIn->violations(), QStringList());
}

/// Behind one stands what is not wanted.
void TestLocalAi::barsInPromptsStayInThem()
{
    Request request = engineRequest(u"text-to-image"_s);
    request.prompt = u"a fox | a hare"_s;
    QVERIFY(!made(enginePlan(u"localai"_s, u"flux.1-dev"_s, u"text-to-image"_s, request)).error);
    QCOMPARE(m_standIn->lastBody().value("prompt"_L1).toString(), u"a fox / a hare"_s);
}

void TestLocalAi::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("param");
    QTest::addColumn<int>("seconds"); ///< to wait
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, const QString &param = {},
                        int wait = 0) { QTest::newRow(name) << status << QByteArray(body) << kind << param << wait; };
    row("bad", 400, R"({"error":{"code":400,"message":"Bad Request","type":"","param":null}})", K::Invalid);
    row("key", 401, R"({"error":{"code":401,"message":"An authentication key is required","type":""}})", K::Auth);
    row("feature", 403, R"({"error":{"code":403,"message":"not allowed","type":""}})", K::Auth);
    row("route", 404, R"({"error":{"code":404,"message":"Resource not found","type":""}})", K::NotFound);
    row("size", 500, R"({"error":{"code":500,"message":"invalid value for 'size'","type":""}})", K::Invalid, u"size"_s);
    row("mask", 400, R"({"error":{"code":400,"message":"missing mask file","type":""}})", K::Invalid, u"mask"_s);
    row("scale", 400, R"({"error":{"code":400,"message":"scale must be 2 or 4","type":""}})", K::Invalid,
        u"scale_factor"_s);
    row("backend", 500, R"({"error":{"code":500,"message":"rpc error","type":""}})", K::Upstream);
    row("loading", 503, R"({"error":{"message":"m","code":"model_loading","type":"model_loading"},"loading":{}})",
        K::Overloaded, {}, 10);
    row("opaque", 503, "", K::Overloaded, {}, 10);
    row("opaque crash", 500, "", K::Upstream);
}

void TestLocalAi::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, seconds);
    const Plan plan = enginePlan(u"localai"_s, u"m"_s, u"text-to-image"_s, engineRequest(u"text-to-image"_s));
    const HttpResponse answer =
        answerOf(status, body, seconds > 0 ? QList<HttpHeader> {{"Retry-After"_ba, "10"_ba}} : QList<HttpHeader>());
    const Error error = errorOf(LocalAiAdapter().advance(plan, {}, answer, {}));
    QTEST(error.kind, "kind");
    QTEST(error.param, "param");
    QCOMPARE(error.billing, Billing::NotBilled);
    QCOMPARE(error.retryAfter.has_value(), seconds > 0);
}

void TestLocalAi::keys()
{
    m_standIn->setKey("secret"_ba);
    const LocalAiAdapter adapter;
    QVERIFY(!driveKeyCheck(adapter, {"secret"_ba, {}, m_standIn->baseUrl()}));
    QVERIFY(driveKeyCheck(adapter, {"wrong"_ba, {}, m_standIn->baseUrl()}).has_value());
    const Plan plan = enginePlan(u"localai"_s, u"m"_s, u"text-to-image"_s, engineRequest(u"text-to-image"_s));
    QVERIFY(!made(plan, "secret"_ba).error);
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::Auth);
}

QTEST_GUILESS_MAIN(TestLocalAi)
#include "test_localai.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/model/reasonsearch.h"
#include "providers/sdcpp/sdcppadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/localengines.h"
#include "tests/standins/sdcpp.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {
const QString model = QStringLiteral("flux1-schnell-q4_k");
}

/// stable-diffusion.cpp's own API over HTTP, and its errors in a table.
class TestSdCpp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_standIn = std::make_unique<SdCppStandIn>();
        m_standIn->hurry();
    }
    void makes_data();
    void makes();
    void saysAllInItsWords();
    void errors_data();
    void errors();
    void endings_data();
    void endings();
    void forgottenJobs_data();
    void forgottenJobs();
    void cancelsAndPlaces();
    void keyCheck();

private:
    [[nodiscard]] Credentials credentials() const { return {{}, {}, m_standIn->baseUrl()}; }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(SdCppAdapter(), plan, credentials()); }
    [[nodiscard]] static Plan planOf(const QString &mode = u"text-to-image"_s)
    {
        return enginePlan(u"sd-cpp"_s, model, mode, engineRequest(mode));
    }
    [[nodiscard]] AdapterState state() const
    {
        const QString job = m_standIn->baseUrl().toString() + u"/sdcpp/v1/jobs/j"_s;
        return {
            {u"phase"_s, u"poll"_s}, {u"id"_s, u"j"_s}, {u"poll"_s, job}, {u"cancel"_s, QString(job + u"/cancel"_s)}};
    }

    std::unique_ptr<SdCppStandIn> m_standIn;
};

void TestSdCpp::makes_data()
{
    QTest::addColumn<QString>("mode");
    for (const QString &mode : {u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s}) {
        QTest::addRow("%s", qPrintable(mode)) << mode;
    }
}

void TestSdCpp::makes()
{
    QFETCH(QString, mode);
    Request request = engineRequest(mode);
    request.size.pixels = QSize(640, 480);
    request.n = 2;
    request.format = ImageFormat::Jpeg;
    const Plan plan = enginePlan(u"sd-cpp"_s, model, mode, request);
    QCOMPARE(plan.estimate.total, Money::zero());
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(QImage::fromData(outcome.media.first().bytes, "JPEG").size(), QSize(640, 480));
    // Nobody named a seed, and it is known all the same.
    QCOMPARE(outcome.media.at(1).seed.value_or(0), outcome.media.at(0).seed.value_or(0) + 1);
    QCOMPARE(m_standIn->lastBody().value("seed"_L1).toInteger(), outcome.media.first().seed.value_or(0));
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
}

void TestSdCpp::saysAllInItsWords()
{
    Request request = engineRequest(u"inpaint"_s);
    request.negativePrompt = u"blur"_s;
    request.seed = 7;
    request.tuning.steps = 12;
    request.tuning.guidance = 4.5;
    request.tuning.strength = 0.5;
    request.tuning.scheduler = u"dpm++2m"_s;
    request.tuning.loras = {{u"detail.safetensors"_s, 0.8}};
    QVERIFY(!made(enginePlan(u"sd-cpp"_s, model, u"inpaint"_s, request)).error);
    const QJsonObject body = m_standIn->lastBody();
    const QJsonObject expected {{u"sample_steps"_s, 12},
                                {u"sample_method"_s, u"dpm++2m"_s},
                                {u"guidance"_s, QJsonObject {{u"txt_cfg"_s, 4.5}}}};
    QCOMPARE(body.value("sample_params"_L1).toObject(), expected);
    QCOMPARE(body.value("seed"_L1).toInt(), 7);
    QCOMPARE(body.value("strength"_L1).toDouble(), 0.5);
    QCOMPARE(body.value("lora"_L1)[0]["multiplier"_L1].toDouble(), 0.8);
    QCOMPARE(body.value("ref_images"_L1)[0], body.value("init_image"_L1));
    const QImage mask = QImage::fromData(QByteArray::fromBase64(body.value("mask_image"_L1).toString().toLatin1()));
    QCOMPARE(mask.pixelColor(20, 15), QColor(Qt::white)); // may change
    QCOMPARE(mask.pixelColor(2, 2), QColor(Qt::black));
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestSdCpp::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, const QString &param = {}) {
        QTest::newRow(name) << status << QByteArray(body) << kind << param;
    };
    row("prompt", 400, R"({"error":"prompt required"})", K::Invalid, u"prompt"_s);
    row("lora", 400, R"({"error":"invalid lora path: x"})", K::Invalid, u"loras"_s);
    row("format", 400, R"({"error":"invalid output_format, must be one of [png, jpeg, webp]"})", K::Invalid,
        u"output_format"_s);
    row("size", 400, R"({"error":"width and height must be positive"})", K::Invalid, u"size"_s);
    row("model", 400, R"({"error":"loaded model does not support img_gen"})", K::Unsupported);
    row("parameters", 400, R"({"error":"invalid generation parameters"})", K::Invalid);
    row("full", 429, R"({"error":"job queue is full"})", K::RateLimit);
    row("server", 500, R"({"error":"server_error","message":"bad"})", K::Upstream);
    row("elsewhere", 404, "", K::NotFound);
}

void TestSdCpp::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error =
        errorOf(SdCppAdapter().advance(planOf(), {{u"phase"_s, u"submit"_s}}, answerOf(status, body), credentials()));
    QTEST(error.kind, "kind");
    QTEST(error.param, "param");
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(!error.why().isEmpty());
}

void TestSdCpp::endings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("failed") << R"({"id":"j","status":"failed","error":{"code":"generation_failed","message":"x"}})"_ba
                            << QByteArray(reasons::failedForFree.code);
    QTest::newRow("cancelled") << R"({"id":"j","status":"cancelled","error":{"code":"cancelled","message":""}})"_ba
                               << QByteArray(reasons::jobStopped.code);
    QTest::newRow("empty") << R"({"id":"j","status":"completed","result":{"images":[]}})"_ba
                           << QByteArray(reasons::jobWithoutPicture.code);
}

void TestSdCpp::endings()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, reason);
    const Step step = SdCppAdapter().advance(planOf(), state(), answerOf(200, body), credentials());
    QVERIFY(holdsReason(errorOf(step).why(), reason.constData()));
}

void TestSdCpp::forgottenJobs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("mayBeSo");
    QTest::newRow("404") << 404 << true;
    QTest::newRow("410") << 410 << true;
    QTest::newRow("500") << 500 << false;
    QTest::newRow("502") << 502 << false;
}

void TestSdCpp::forgottenJobs()
{
    QFETCH(int, status);
    const Step step =
        SdCppAdapter().advance(planOf(), state(), answerOf(status, R"({"error":"job expired"})"), credentials());
    QVERIFY(std::holds_alternative<Odd>(step));
    QTEST(std::get<Odd>(step).mayBeSo, "mayBeSo");
}

void TestSdCpp::cancelsAndPlaces()
{
    const SdCppAdapter adapter;
    const Step step = adapter.advance(
        planOf(), state(), answerOf(200, R"({"id":"j","status":"queued","queue_position":3})"), credentials());
    QCOMPARE(std::get<Wait>(step).queuePosition, std::optional(3));
    QCOMPARE(lineOf(adapter.cancel(stateOf(step), credentials()).value()),
             u"POST "_s + m_standIn->baseUrl().toString() + u"/sdcpp/v1/jobs/j/cancel"_s);
    QCOMPARE(requestOf(step), adapter.resume(stateOf(step), credentials()).value());
}

void TestSdCpp::keyCheck()
{
    QVERIFY(!driveKeyCheck(SdCppAdapter(), credentials()));
}

QTEST_GUILESS_MAIN(TestSdCpp)
#include "test_sdcpp.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/model/reasonsearch.h"
#include "providers/automatic1111/automatic1111adapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/localengines.h"
#include "tests/standins/automatic1111.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {
const QString model = QStringLiteral("dreamshaper_8");
}

/// Stable Diffusion WebUI and Forge: the whole way over HTTP, and their errors in a table.
class TestAutomatic1111 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<Automatic1111StandIn>(); }
    void makes_data();
    void makes();
    void saysAllInItsWords();
    void unknownCheckpointsAreNotPaintedWith();
    void formatsAndSheets();
    void lorasThatAreNone();
    void errors_data();
    void errors();
    void keys();
    void withoutApi();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan, const QByteArray &key = {}) const
    {
        return drive(Automatic1111Adapter(), plan, {key, {}, m_standIn->baseUrl()});
    }

    std::unique_ptr<Automatic1111StandIn> m_standIn;
};

void TestAutomatic1111::makes_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size"); ///< asked
    QTest::addColumn<QSize>("made");
    QTest::newRow("words") << u"text-to-image"_s << model << QSize(640, 384) << QSize(640, 384);
    QTest::newRow("odd size") << u"text-to-image"_s << model << QSize(1001, 700) << QSize(1000, 704);
    QTest::newRow("by its title") << u"text-to-image"_s << Automatic1111StandIn::checkpoint() << QSize(512, 512)
                                  << QSize(512, 512);
    QTest::newRow("by its file") << u"text-to-image"_s << u"sdxl/Juggernaut XL.safetensors"_s << QSize(512, 512)
                                 << QSize(512, 512);
    QTest::newRow("edit") << u"image-edit"_s << model << QSize(512, 384) << QSize(512, 384);
    QTest::newRow("mask") << u"inpaint"_s << model << QSize(512, 384) << QSize(512, 384);
    QTest::newRow("upscale") << u"upscale"_s << u"R-ESRGAN 4x+"_s << QSize() << QSize(128, 96);
}

void TestAutomatic1111::makes()
{
    QFETCH(QString, mode);
    QFETCH(QString, name);
    QFETCH(QSize, size);
    QFETCH(QSize, made);
    Request request = engineRequest(mode);
    if (size.isValid()) {
        request.size.pixels = size;
    }
    const Plan plan = enginePlan(u"automatic1111"_s, name, mode, request);
    QCOMPARE(plan.estimate.total, Money::zero());
    const CallOutcome outcome = this->made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    const QSize got = QImage::fromData(outcome.media.value(0).bytes).size();
    QVERIFY2(qAbs(got.width() - made.width()) <= 8 && qAbs(got.height() - made.height()) <= 8,
             qPrintable(sizeToString(got)));
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
}

void TestAutomatic1111::saysAllInItsWords()
{
    Request request = engineRequest(u"inpaint"_s);
    request.negativePrompt = u"blur"_s;
    request.n = 2;
    request.seed = 7;
    request.tuning.steps = 12;
    request.tuning.guidance = 4.5;
    request.tuning.strength = 0.6;
    request.tuning.scheduler = u"DPM++ 2M"_s;
    request.tuning.loras = {{u"detail"_s, 0.8}, {u"pixel-art"_s, 1}};
    const CallOutcome outcome = made(enginePlan(u"automatic1111"_s, model, u"inpaint"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(outcome.media.at(0).seed, std::optional<qint64>(7));
    QCOMPARE(outcome.media.at(1).seed, std::optional<qint64>(8));
    const QJsonObject body = m_standIn->lastBody();
    QCOMPARE(body.value("prompt"_L1).toString(), u"a red fox <lora:detail:0.8> <lora:pixel-art:1>"_s);
    QCOMPARE(body.value("negative_prompt"_L1).toString(), u"blur"_s);
    QCOMPARE(body.value("n_iter"_L1).toInt(), 2);
    QCOMPARE(body.value("steps"_L1).toInt(), 12);
    QCOMPARE(body.value("cfg_scale"_L1).toDouble(), 4.5);
    QCOMPARE(body.value("denoising_strength"_L1).toDouble(), 0.6);
    QCOMPARE(body.value("sampler_name"_L1).toString(), u"DPM++ 2M"_s);
    QCOMPARE(body.value("override_settings"_L1)["sd_model_checkpoint"_L1].toString(),
             Automatic1111StandIn::checkpoint());
    QVERIFY(!body.contains("loras"_L1));
    const QByteArray sent = QByteArray::fromBase64(body.value("mask"_L1).toString().toLatin1());
    const QImage mask = QImage::fromData(sent);
    QCOMPARE(mask.pixelColor(20, 15), QColor(Qt::white)); // may change
    QCOMPARE(mask.pixelColor(2, 2), QColor(Qt::black));
    QCOMPARE(m_standIn->violations(), QStringList());
}

/// It would take another one in silence.
void TestAutomatic1111::unknownCheckpointsAreNotPaintedWith()
{
    const CallOutcome outcome =
        made(enginePlan(u"automatic1111"_s, u"gone"_s, u"text-to-image"_s, engineRequest(u"text-to-image"_s)));
    QVERIFY(outcome.error && outcome.error->kind == ErrorKind::NotFound);
    QCOMPARE(outcome.error->param, u"model"_s);
    QCOMPARE(m_standIn->billed(), 0);
}

void TestAutomatic1111::formatsAndSheets()
{
    m_standIn->setGrid(true);
    Request request = engineRequest(u"text-to-image"_s);
    request.n = 2;
    request.size.pixels = QSize(512, 512);
    request.format = ImageFormat::Webp;
    const CallOutcome outcome = made(enginePlan(u"automatic1111"_s, model, u"text-to-image"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), QSize(512, 512));
    QCOMPARE(sniffFormat(outcome.media.first().bytes), std::optional(ImageFormat::Webp));
    QVERIFY(outcome.media.first().seed.has_value());
}

void TestAutomatic1111::lorasThatAreNone()
{
    Request request = engineRequest(u"text-to-image"_s);
    request.tuning.loras = {{u"a> ugly <lora:b"_s, 1}};
    const CallOutcome outcome = made(enginePlan(u"automatic1111"_s, model, u"text-to-image"_s, request));
    QVERIFY(outcome.error && outcome.error->param == "loras"_L1);
    QCOMPARE(m_standIn->billed(), 0);
}

void TestAutomatic1111::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QByteArray>("reason");
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, const QString &param = {},
                        const char *reason = "") {
        QTest::newRow(name) << status << QByteArray(body) << kind << param << QByteArray(reason);
    };
    row("sampler, A1111", 400, R"({"error":"HTTPException","detail":"Sampler not found","body":"","errors":""})",
        K::Invalid, u"scheduler"_s);
    row("sampler, Forge", 400, R"({"detail":"Sampler not found"})", K::Invalid, u"scheduler"_s);
    row("key", 401, R"({"detail":"Incorrect username or password"})", K::Auth);
    row("no picture", 404, R"({"detail":"Init image not found"})", K::Invalid, u"image"_s);
    row("no api", 404, R"({"detail":"Not Found"})", K::NotFound, {}, reasons::apiSwitchedOff.code);
    row("type", 422, R"({"detail":[{"loc":["body","steps"],"msg":"value is not a valid integer","type":"int"}]})",
        K::Invalid, u"steps"_s);
    row("script", 422, R"({"detail":"Script 'x' not found"})", K::Invalid);
    row("bad picture", 500, R"({"error":"HTTPException","detail":"Invalid encoded image","body":"","errors":""})",
        K::Invalid, u"image"_s);
    row("memory", 500,
        R"({"error":"OutOfMemoryError","detail":"","body":"","errors":"CUDA out of memory. Tried to allocate"})",
        K::Upstream, {}, reasons::outOfMemory.code);
    row("crash", 500, "Internal Server Error", K::Upstream, {}, reasons::failedForFree.code);
    row("proxy", 502, "<html></html>", K::Upstream);
    row("late", 504, "", K::Timeout);
    row("busy", 503, "", K::Overloaded);
}

void TestAutomatic1111::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, reason);
    const Plan plan = enginePlan(u"automatic1111"_s, model, u"text-to-image"_s, engineRequest(u"text-to-image"_s));
    const Error error = errorOf(
        Automatic1111Adapter().advance(plan, {{u"phase"_s, u"picture"_s}, {u"n"_s, 1}}, answerOf(status, body), {}));
    QTEST(error.kind, "kind");
    QTEST(error.param, "param");
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(!error.why().isEmpty());
    QVERIFY(reason.isEmpty() || holdsReason(error.why(), reason.constData()));
}

void TestAutomatic1111::keys()
{
    m_standIn->setUser("me:secret"_ba);
    const Automatic1111Adapter adapter;
    QVERIFY(!driveKeyCheck(adapter, {"me:secret"_ba, {}, m_standIn->baseUrl()}));
    const std::optional<Error> wrong = driveKeyCheck(adapter, {"me:other"_ba, {}, m_standIn->baseUrl()});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth);
    const Plan plan = enginePlan(u"automatic1111"_s, model, u"text-to-image"_s, engineRequest(u"text-to-image"_s));
    QVERIFY(!made(plan, "me:secret"_ba).error);
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::Auth);
}

void TestAutomatic1111::withoutApi()
{
    m_standIn->setApi(false);
    const Plan plan = enginePlan(u"automatic1111"_s, model, u"text-to-image"_s, engineRequest(u"text-to-image"_s));
    const std::optional<Error> error = made(plan).error;
    QVERIFY(error && holdsReason(error->why(), reasons::apiSwitchedOff.code));
}

QTEST_GUILESS_MAIN(TestAutomatic1111)
#include "test_automatic1111.moc"

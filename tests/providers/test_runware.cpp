// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/runware.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

const QString firstId = QStringLiteral("00000000-0000-4000-8000-000000000001");

Request asked(Operation operation = Operation::Create)
{
    Request request;
    request.operation = operation;
    request.prompt = operation == Operation::Create ? u"a red fox"_s : QString();
    return request;
}

} // namespace

/// Runware's messages in tables, and what its stand-in accepts. What its jobs go through stands with the other vendors'
/// jobs.
class TestRunware : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"runware"_s); }
    void isRegistered();
    void wholeTask();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void worksOnPictures_data();
    void worksOnPictures();
    void tellsWhatItCosts();
    void whatIsGoodOfATaskIsTaken();
    void everyFormOfAPicture_data();
    void everyFormOfAPicture();
    void refusals_data();
    void refusals();
    void failures_data();
    void failures();
    void troubleWithTheQuestion_data();
    void troubleWithTheQuestion();
    void nobodyElseIsTold();
    void keys();

private:
    [[nodiscard]] RunwareStandIn &runware() const { return dynamic_cast<RunwareStandIn &>(*m_at->standIn); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response) const
    {
        AdapterState state {{u"phase"_s, phase}, {u"n"_s, 1}};
        if (phase == "poll"_L1) {
            state.insert("poll"_L1, "https://api.runware.ai/v1"_L1);
            state.insert("id"_L1, firstId);
        }
        return m_at->adapter->advance(m_at->plan, state, response, {"runware-secret-key"_ba, {}, {}});
    }

    std::unique_ptr<JobVendor> m_at;
};

void TestRunware::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    const Adapter *adapter = registry.find(u"runware"_s);
    QVERIFY(adapter);
    QCOMPARE(adapter->info().keyVariables, QStringList {u"RUNWARE_API_KEY"_s});
    const auto sent = [&] { return requestOf(adapter->begin(m_at->plan, m_at->plan.calls.first(), {})).body; };
    QVERIFY(sent() != sent()); // an id is never used twice
}

void TestRunware::wholeTask()
{
    Request request = asked();
    request.n = 2;
    request.seed = 7;
    request.size.pixels = QSize(1024, 768);
    request.format = ImageFormat::Png;
    request.tuning.steps = 4;
    request.tuning.loras = {{u"civitai:1@2"_s, 0.5}};
    const Plan plan = catalogPlan(u"runware/flux-1-schnell"_s, request);
    Step step = m_at->adapter->begin(plan, plan.calls.first(), {"k"_ba, {}, {}});
    const HttpRequest sent = requestOf(step);
    QCOMPARE(lineOf(sent), u"POST https://api.runware.ai/v1"_s);
    QCOMPARE(sent.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(sent.startsPaidWork);
    QCOMPARE(QJsonDocument::fromJson(sent.body).array(),
             (QJsonArray {QJsonObject {
                 {u"taskType"_s, u"imageInference"_s},
                 {u"taskUUID"_s, firstId},
                 {u"model"_s, u"runware:100@1"_s},
                 {u"positivePrompt"_s, u"a red fox"_s},
                 {u"width"_s, 1024},
                 {u"height"_s, 768},
                 {u"steps"_s, 4},
                 {u"seed"_s, 7},
                 {u"numberResults"_s, 2},
                 {u"outputFormat"_s, u"PNG"_s},
                 {u"lora"_s, QJsonArray {QJsonObject {{u"model"_s, u"civitai:1@2"_s}, {u"weight"_s, 0.5}}}},
                 {u"deliveryMethod"_s, u"async"_s},
                 {u"includeCost"_s, true}}}));

    const QByteArray accepted = R"({"data":[{"taskType":"imageInference","taskUUID":")" + firstId.toLatin1() + "\"}]}";
    step = m_at->adapter->advance(plan, stateOf(step), answerOf(200, accepted), {"k"_ba, {}, {}});
    QCOMPARE(kindOf(step), u"wait"_s);
    const AdapterState state = jsonOf(QJsonDocument(stateOf(step)).toJson()); // as it comes from the journal
    const HttpRequest poll = m_at->adapter->resume(state, {"k"_ba, {}, {}}).value();
    QCOMPARE(lineOf(poll), u"POST https://api.runware.ai/v1"_s);
    QVERIFY(!poll.startsPaidWork);
    QCOMPARE(poll.body, R"([{"taskType":"getResponse","taskUUID":")" + firstId.toLatin1() + "\"}]");
    QCOMPARE(poll, requestOf(step));
    QVERIFY(!m_at->adapter->cancel(state, {"k"_ba, {}, {}}));

    const auto answered = [&](const char *first, const char *second) {
        QByteArray body = QByteArray(R"({"data":[{"taskUUID":"@",)") + first + R"(},{"taskUUID":"@",)" + second + "}]}";
        body.replace("@", firstId.toLatin1());
        return m_at->adapter->advance(plan, state, answerOf(200, body), {"k"_ba, {}, {}});
    };
    const char *done = R"("status":"success","imageURL":"https://im.runware.ai/a.png","seed":7,"cost":0.0006)";
    step = answered(done, R"("status":"processing","progress":50)");
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(std::get<Wait>(step).fraction, std::optional(0.75));
    step = answered(done, R"("status":"success","imageURL":"https://im.runware.ai/b.png","seed":8,"cost":0.0007)");
    QCOMPARE(doneOf(step).media.size(), 2);
    QCOMPARE(doneOf(step).media.last().seed, std::optional<qint64>(8));
    QCOMPARE(doneOf(step).cost, Money::fromMicros(1300));
}

void TestRunware::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    const QStringList offers = catalogOffers(u"runware"_s);
    QVERIFY(offers.size() >= 55);
    for (const QString &offer : offers) {
        QTest::newRow(qPrintable(offer)) << offer;
    }
}

void TestRunware::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    const QList<SizeRequest> sizes {{QSize(1000, 700), {}, {}, false}, {{}, AspectRatio {10, 1}, {}, false}};
    m_at->standIn->setPolls(0);
    for (const SizeRequest &size : sizes) {
        Request request = wishFor(offer);
        request.size = size;
        request.seed = 5;
        request.n = 2;
        request.negativePrompt = u"blur"_s;
        request.format = ImageFormat::Png;
        request.tuning.promptEnhancement = true;
        request.tuning.moderation = u"low"_s;
        const int before = m_at->standIn->billed();
        const Plan plan = catalogPlan(offer, request);
        const CallOutcome outcome = made(plan);
        QCOMPARE(outcome.error.value_or(Error()).detail, QString());
        QCOMPARE(outcome.media.size(), plan.calls.first().n);
        const QImage image = QImage::fromData(outcome.media.first().bytes, "PNG");
        QVERIFY(!image.isNull());
        if (plan.size.pixels) {
            QCOMPARE(image.size(), *plan.size.pixels);
        }
        QCOMPARE(m_at->standIn->billed(), before + 1);
    }
    QCOMPARE(m_at->standIn->violations(), QStringList());
}

void TestRunware::worksOnPictures_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QSize>("size");
    const InputImage picture {pngOf({128, 96}), {}};
    Request request = asked();
    request.images = {picture, picture, picture};
    QTest::newRow("references") << u"runware/flux-2-pro"_s << request << u"inputs"_s << QSize(336, 256);
    request.images = {picture};
    request.tuning.strength = 0.4;
    QTest::newRow("repainted") << u"runware/sdxl"_s << request << u"seedImage"_s << QSize(256, 192);
    request.mask = InputImage {pngOf({128, 96}, Qt::transparent), {}};
    QTest::newRow("mask") << u"runware/flux-1-dev"_s << request << u"maskImage"_s << QSize(256, 192);
    Request upscale = asked(Operation::Upscale);
    upscale.images = {picture};
    QTest::newRow("upscale") << u"runware/clarity-upscaler"_s << upscale << u"inputs"_s << QSize(256, 192);
    upscale.tuning.scaleFactor = 4;
    QTest::newRow("upscale by four") << u"runware/swinir"_s << upscale << u"upscaleFactor"_s << QSize(512, 384);
}

void TestRunware::worksOnPictures()
{
    QFETCH(QString, offer);
    QFETCH(Request, request);
    QFETCH(QString, field);
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QTEST(QImage::fromData(outcome.media.first().bytes).size(), "size");
    const QByteArray sent = m_at->standIn->calls().first().body;
    QVERIFY2(QJsonDocument::fromJson(sent).array().first().toObject().contains(field), sent.left(400).constData());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestRunware::tellsWhatItCosts()
{
    Request request = asked();
    request.n = 3;
    const CallOutcome outcome = made(catalogPlan(u"runware/flux-1-schnell"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.cost, Money::fromDollars(3 * RunwareStandIn::price()));
}

/// What is there is paid for, whatever became of the rest.
void TestRunware::whatIsGoodOfATaskIsTaken()
{
    runware().failNextTask(u"nsfwContentDetected"_s, u"No"_s, 2);
    Request request = asked();
    request.n = 3;
    const CallOutcome outcome = made(catalogPlan(u"runware/flux-1-schnell"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(outcome.cost, Money::fromDollars(2 * RunwareStandIn::price()));
}

void TestRunware::everyFormOfAPicture_data()
{
    QTest::addColumn<QString>("type");
    for (const QString &type : {u"URL"_s, u"dataURI"_s, u"base64Data"_s}) {
        QTest::newRow(qPrintable(type)) << type;
    }
}

void TestRunware::everyFormOfAPicture()
{
    QFETCH(QString, type);
    Plan plan = m_at->plan;
    plan.request.extra = {{u"outputType"_s, type}};
    const CallOutcome outcome = made(plan);
    QVERIFY(!outcome.error);
    QVERIFY(sniffFormat(outcome.media.first().bytes));
    QCOMPARE(m_at->standIn->downloads(), type == "URL"_L1 ? 1 : 0);
}

void TestRunware::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    const auto row = [](const char *code, int status, K kind, Billing billing = Billing::NotBilled,
                        const char *parameter = "null", const QString &param = {}) {
        const QByteArray body =
            QByteArray(R"({"errors":[{"code":")") + code + R"(","message":"no","parameter":)" + parameter + "}]}";
        QTest::addRow("%s with %d", code, status) << status << body << kind << billing << param;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row("invalidApiKey", 401, K::Auth);
    row("accountSuspended", 403, K::Auth);
    row("insufficientCredits", 402, K::Funds);
    row("insufficientCredits", 400, K::Funds);
    row("quotaExceeded", 429, K::Funds);
    row("rateLimitExceeded", 429, K::RateLimit);
    row("contentPolicyViolation", 400, K::ContentPolicy);
    row("providerContentPolicyViolation", 400, K::ContentPolicy);
    row("invalidProviderContent", 400, K::ContentPolicy);
    row("promptBlocked", 400, K::ContentPolicy);
    row("invalidWidth", 400, K::Invalid, Billing::NotBilled, R"("width")", u"size"_s);
    row("unsupportedDimensions", 400, K::Invalid, Billing::NotBilled, R"(["width","height"])", u"size"_s);
    row("invalidPositivePrompt", 400, K::Invalid, Billing::NotBilled, R"("positivePrompt")", u"prompt"_s);
    row("invalidModel", 400, K::NotFound, Billing::NotBilled, R"("model")", u"model"_s);
    row("unsupportedModel", 400, K::NotFound, Billing::NotBilled, R"("model")", u"model"_s);
    row("modelNotFound", 404, K::NotFound);
    row("duplicateTaskUUID", 400, K::Invalid, Billing::NotBilled, R"("taskUUID")", u"taskUUID"_s);
    row("noAvailableServer", 503, K::Overloaded);
    row("modelUnavailable", 500, K::Overloaded, unsure);
    row("internalServerError", 500, K::Upstream, unsure);
    row("internalServerError", 429, K::RateLimit);
    row("timeoutProvider", 504, K::Timeout, unsure);
    row("providerError", 500, K::Upstream, unsure);
    row("somethingNew", 400, K::Invalid);
    // The same with a good status.
    row("invalidApiKey", 200, K::Auth);
    row("insufficientCredits", 200, K::Funds);
    row("invalidWidth", 200, K::Invalid, Billing::NotBilled, R"("width")", u"size"_s);
    row("contentPolicyViolation", 200, K::ContentPolicy, unsure);
    row("inferenceError", 200, K::Upstream, unsure);
    row("somethingNew", 200, K::Upstream, unsure);
    QTest::newRow("alone") << 401 << R"({"error":{"code":"invalidApiKey","message":"no"},"taskUUID":"1"})"_ba << K::Auth
                           << Billing::NotBilled << QString();
    QTest::newRow("page") << 502 << "<html></html>"_ba << K::Upstream << unsure << QString();
    QTest::newRow("524") << 524 << ""_ba << K::Timeout << unsure << QString();
    QTest::newRow("no JSON") << 200 << "hello"_ba << K::Upstream << unsure << QString();
    QTest::newRow("nothing") << 200 << R"({"data":[]})"_ba << K::Upstream << unsure << QString();
}

void TestRunware::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(u"submit"_s, answerOf(status, body, {{"Retry-After"_ba, "3"_ba}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QVERIFY(!error.why().isEmpty());
    if (status == 429) {
        QCOMPARE(error.retryAfter, std::optional(milliseconds(3000)));
    }
}

void TestRunware::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    using K = ErrorKind;
    QTest::newRow("moderated") << 200 << uR"("code":"nsfwContentDetected","message":"no")"_s << K::ContentPolicy
                               << u"no"_s;
    QTest::newRow("behind it") << 200 << uR"("code":"providerError","message":"a","responseContent":"content policy")"_s
                               << K::ContentPolicy << u"a content policy"_s;
    QTest::newRow("broken") << 200 << uR"("code":"providerError","message":"a","responseContent":"b")"_s << K::Upstream
                            << u"a b"_s;
    QTest::newRow("late") << 200 << uR"("code":"timeoutProvider","message":"slow")"_s << K::Timeout << u"slow"_s;
    QTest::newRow("with 400") << 400 << uR"("code":"inferenceError","message":"x")"_s << K::Upstream << u"x"_s;
    QTest::newRow("unheard of") << 200 << uR"("code":"strange","status":"error","message":"x")"_s << K::Upstream
                                << u"x"_s;
}

void TestRunware::failures()
{
    QFETCH(int, status);
    QFETCH(QString, entry);
    const QString body = uR"({"data":[],"errors":[{%1,"taskUUID":"%2"}]})"_s.arg(entry, firstId);
    const Step step = read(u"poll"_s, answerOf(status, body.toUtf8()));
    QCOMPARE(kindOf(step), u"failed"_s);
    QTEST(errorOf(step).kind, "kind");
    QTEST(errorOf(step).detail, "detail");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestRunware::troubleWithTheQuestion_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("mayBeSo");
    QTest::newRow("key") << 401 << uR"("code":"invalidApiKey")"_s << false;
    QTest::newRow("key with 200") << 200 << uR"("code":"invalidApiKey")"_s << false;
    QTest::newRow("too often") << 429 << uR"("code":"rateLimitExceeded")"_s << false;
    QTest::newRow("server") << 500 << uR"("code":"internalServerError")"_s << false;
    QTest::newRow("another task") << 200 << uR"("code":"inferenceError","taskUUID":"other")"_s << false;
    QTest::newRow("gone") << 400 << QString(uR"("code":"taskNotFound","taskUUID":"%1")"_s.arg(firstId)) << true;
}

void TestRunware::troubleWithTheQuestion()
{
    QFETCH(int, status);
    QFETCH(QString, entry);
    const Step step = read(u"poll"_s, answerOf(status, uR"({"errors":[{%1}]})"_s.arg(entry).toUtf8()));
    QCOMPARE(kindOf(step), u"odd"_s);
    QTEST(std::get<Odd>(step).mayBeSo, "mayBeSo");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestRunware::nobodyElseIsTold()
{
    for (const QString &field : {u"webhookURL"_s, u"uploadEndpoint"_s}) {
        Plan plan = m_at->plan;
        plan.request.extra = {{field, u"https://evil.example"_s}};
        const Error error = errorOf(m_at->adapter->begin(plan, plan.calls.first(), m_at->credentials));
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(error.billing, Billing::NotBilled);
        QCOMPARE(error.param, field);
    }
}

void TestRunware::keys()
{
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    m_at->standIn->emptyTheAccount();
    QCOMPARE(driveKeyCheck(*m_at->adapter, m_at->credentials).value_or(Error()).kind, ErrorKind::Funds);
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    QCOMPARE(m_at->standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestRunware)
#include "test_runware.moc"

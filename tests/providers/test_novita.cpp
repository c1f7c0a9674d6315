// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/novita/novitaadapter.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/novita.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Novita's messages in tables, and what its stand-in accepts. What its jobs go through stands with the other vendors'
/// jobs.
class TestNovita : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"novita"_s); }
    void isRegistered();
    void wholeBodies_data();
    void wholeBodies();
    void asksForATask();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesAreWorkedOn_data();
    void picturesAreWorkedOn();
    void everyFormOfAPicture_data();
    void everyFormOfAPicture();
    void answersAtOnce();
    void refusals_data();
    void refusals();
    void failures_data();
    void failures();
    void nobodyElseIsTold_data();
    void nobodyElseIsTold();
    void keys();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    [[nodiscard]] Step polled(const HttpResponse &response) const
    {
        const AdapterState state {{u"phase"_s, u"poll"_s},
                                  {u"id"_s, u"t1"_s},
                                  {u"poll"_s, u"https://api.novita.ai/v3/async/task-result?task_id=t1"_s}};
        return m_at->adapter->advance(m_at->plan, state, response, {});
    }

    std::unique_ptr<JobVendor> m_at;
};

void TestNovita::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"novita"_s));
    QCOMPARE(registry.find(u"novita"_s)->info().keyVariables, QStringList {u"NOVITA_API_KEY"_s});
}

void TestNovita::wholeBodies_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("edits");
    QTest::addColumn<bool>("seeded");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("starred") << u"flux-2-pro"_s << false << true << u"v3/async/flux-2-pro"_s
                             << R"({"prompt":"a red fox","size":"1024*768","seed":5})"_ba;
    QTest::newRow("two fields") << u"flux-1-schnell"_s << false << true << u"v3beta/flux-1-schnell"_s
                                << R"({"prompt":"a red fox","width":1024,"height":768,"seed":5,"steps":4,"image_num":1,
        "response_image_format":"png"})"_ba;
    QTest::newRow("a seed of its own") << u"flux-1-schnell"_s << false << false << u"v3beta/flux-1-schnell"_s
                                       << R"({"prompt":"a red fox","width":1024,"height":768,"seed":77,"steps":4,
        "image_num":1,"response_image_format":"png"})"_ba;
    QTest::newRow("with x") << u"seedream-3.0"_s << false << true << u"v3/seedream-3-0-txt2img"_s
                            << R"({"prompt":"a red fox","size":"1024x768","seed":5,"watermark":false,
        "model":"seedream-3-0-t2i-250415","response_format":"url"})"_ba;
    QTest::newRow("wrapped") << u"sdxl"_s << false << true << u"v3/async/txt2img"_s
                             << R"({"extra":{"response_image_type":"png"},"request":{"model_name":
        "sd_xl_base_1.0.safetensors","prompt":"a red fox","width":1024,"height":768,"image_num":1,"seed":5,"steps":20,
        "guidance_scale":7,"sampler_name":"Euler a","loras":[{"model_name":"ink","strength":0.5}]}})"_ba;
    QTest::newRow("wrapped, with a picture") << u"sdxl"_s << true << true << u"v3/async/img2img"_s
                                             << R"({"extra":{"response_image_type":"png"},"request":{"model_name":
        "sd_xl_base_1.0.safetensors","prompt":"a red fox","width":1024,"height":768,"image_num":1,"seed":5,"steps":20,
        "guidance_scale":7,"sampler_name":"Euler a","loras":[{"model_name":"ink","strength":0.5}],"strength":0.7,
        "image_base64":"@"}})"_ba;
}

void TestNovita::wholeBodies()
{
    QFETCH(QString, offer);
    QFETCH(bool, edits);
    QFETCH(bool, seeded);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    Request request;
    request.prompt = u"a red fox"_s;
    request.size.pixels = QSize(1024, 768);
    request.seed = seeded ? std::optional<qint64>(5) : std::nullopt;
    const QByteArray picture = pngOf({400, 300});
    if (offer == "sdxl"_L1) {
        request.tuning.loras = {{u"ink"_s, 0.5}};
    }
    if (edits) {
        request.images = {{picture, {}}};
    }
    const Plan plan = catalogPlan(QString(u"novita/"_s + offer), request);
    const NovitaAdapter adapter([] { return 77U; });
    const HttpRequest sent = requestOf(adapter.begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    QCOMPARE(lineOf(sent), QString(u"POST https://api.novita.ai/"_s + path));
    QCOMPARE(sent.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(sent.startsPaidWork);
    QCOMPARE(jsonOf(sent.body), jsonOf(body.replace("@", picture.toBase64())));
}

void TestNovita::asksForATask()
{
    Step step = m_at->adapter->begin(m_at->plan, m_at->plan.calls.first(), {"k"_ba, {}, {}});
    step =
        m_at->adapter->advance(m_at->plan, stateOf(step), answerOf(200, R"({"task_id":"t 1"})"_ba), {"k"_ba, {}, {}});
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(requestOf(step).url.toString(QUrl::FullyEncoded),
             u"https://api.novita.ai/v3/async/task-result?task_id=t%201"_s);
    QVERIFY(!m_at->adapter->cancel(stateOf(step), {"k"_ba, {}, {}}));
    step = polled(answerOf(
        200, R"({"task":{"task_id":"t1","status":"TASK_STATUS_PROCESSING","progress_percent":40},"images":[]})"_ba));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(std::get<Wait>(step).fraction, std::optional(0.4));
}

void TestNovita::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"novita"_s);
    QVERIFY(offers.size() >= 16);
    for (const QString &offer : offers) {
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
    }
}

void TestNovita::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Webp;
    request.tuning.moderation = u"low"_s;
    request.tuning.guidance = 5;
    m_at->standIn->setPolls(0);
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), *plan.size.pixels);
    }
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestNovita::picturesAreWorkedOn_data()
{
    QTest::addColumn<QString>("offer");
    int offers = 0;
    for (const QString &offer : catalogOffers(u"novita"_s)) {
        if (catalogOffer(offer).maxInputImages > 0) {
            QTest::newRow(qPrintable(offer)) << offer;
            ++offers;
        }
    }
    QVERIFY(offers >= 8);
}

void TestNovita::picturesAreWorkedOn()
{
    QFETCH(QString, offer);
    Request request = wishFor(offer);
    request.images.clear();
    for (int i = 0; i < catalogOffer(offer).maxInputImages; ++i) {
        request.images.append({pngOf({300, 200}), {}});
    }
    if (request.mask) {
        request.mask = InputImage {pngOf({300, 200}, Qt::transparent), {}};
    }
    const bool isLarger = request.operation == Operation::Upscale;
    if (isLarger) {
        request.tuning.scaleFactor = 3;
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_at->standIn->billed(), 1);
    if (isLarger) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), QSize(900, 600));
    }
}

void TestNovita::everyFormOfAPicture_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isLink");
    const QByteArray inside = pngOf({8, 8}).toBase64();
    QTest::newRow("task") << R"({"task":{"status":"TASK_STATUS_SUCCEED"},"extra":{"seed":"99"},
        "images":[{"image_url":"https://h.example/a.png","image_url_ttl":3600}]})"_ba
                          << true;
    QTest::newRow("links") << R"({"images":["https://h.example/a.png"]})"_ba << true;
    QTest::newRow("inside") << R"({"images":[")" + inside + "\"]}" << false;
    QTest::newRow("older") << R"({"image_urls":["https://h.example/a.png"],"binary_data_base64":[]})"_ba << true;
    QTest::newRow("older, inside") << R"({"image_urls":[],"binary_data_base64":[")" + inside + "\"]}" << false;
    QTest::newRow("schnell")
        << R"({"images":[{"image_url":"https://h.example/a.png","image_type":"png"}],"task":{"task_id":"t1"}})"_ba
        << true;
}

void TestNovita::everyFormOfAPicture()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isLink);
    const Step step = body.contains("TASK_STATUS")
        ? polled(answerOf(200, body))
        : m_at->adapter->advance(m_at->plan, {{u"phase"_s, u"submit"_s}}, answerOf(200, body), {});
    const Done done = doneOf(step);
    QCOMPARE(done.media.size(), 1);
    QCOMPARE(done.media.first().bytes.isEmpty(), isLink);
    QCOMPARE(done.media.first().seed, body.contains("seed") ? std::optional<qint64>(99) : std::nullopt);
}

/// A picture that comes at once is paid for once, whatever becomes of the answer.
void TestNovita::answersAtOnce()
{
    const Plan plan = catalogPlan(u"novita/seedream-4.5"_s, wishFor(u"novita/seedream-4.5"_s));
    for (const Reply &reply : {Reply::drop(), Reply::json({}, 500), Reply::bytes("{\"ima"_ba, "application/json"_ba)}) {
        const int before = m_at->submissions();
        m_at->standIn->script(u"submit"_s, reply, 1, VendorStandIn::Instead::OfAnswer);
        QCOMPARE(made(plan).error.value_or(Error()).billing, Billing::MayBeBilled);
        QCOMPARE(m_at->submissions(), before + 1);
    }
}

void TestNovita::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    constexpr Billing unsure = Billing::MayBeBilled;
    const auto row = [](int status, const char *reason, K kind, Billing billing = Billing::NotBilled,
                        const QString &param = {}, const char *message = "no") {
        const QByteArray body = R"({"code":)" + QByteArray::number(status) + R"(,"reason":")" + reason
            + R"(","message":")" + message + R"(","metadata":{}})";
        QTest::addRow("%d %s, %s", status, reason, message) << status << body << kind << billing << param;
    };
    row(400, "INVALID_REQUEST_BODY", K::Invalid);
    row(400, "INVALID_REQUEST_BODY", K::Invalid, free, u"size"_s, "size is wrong");
    row(400, "IMAGE_FILE_EXCEEDS_MAX_SIZE", K::Invalid, free, u"image"_s);
    row(400, "INVALID_IMAGE_FORMAT", K::Invalid, free, u"image"_s);
    row(400, "INVALID_IMAGE_SIZE", K::Invalid, free, u"image"_s);
    row(400, "ILLEGAL_PROMPT", K::ContentPolicy);
    row(400, "ILLEGAL_IMAGE_CONTENT", K::ContentPolicy);
    row(400, "BILLING_BALANCE_NOT_ENOUGH", K::Funds);
    row(403, "NOT_ENOUGH_BALANCE", K::Funds);
    row(400, "MISSING_API_KEY", K::Auth);
    row(403, "INVALID_API_KEY", K::Auth);
    row(401, "FAILED_TO_AUTH", K::Auth);
    row(403, "BILLING_AUTH_FAILED", K::Auth);
    row(403, "API_NOT_ALLOWED", K::Unsupported);
    row(403, "NEED_REAL_NAME_VERIFY", K::Auth);
    row(404, "API_NOT_FOUND", K::NotFound);
    row(429, "RATE_LIMIT_EXCEEDED", K::RateLimit);
    row(500, "BILLING_FAILED", K::Upstream, unsure);
    row(500, "CREATE_TASK_FAILED", K::Upstream, unsure);
    QTest::newRow("within") << 400 << R"({"error":{"reason":"ILLEGAL_PROMPT","message":"no"}})"_ba << K::ContentPolicy
                            << free << QString();
    QTest::newRow("503") << 503 << "{}"_ba << K::Overloaded << free << QString();
    QTest::newRow("504") << 504 << ""_ba << K::Timeout << unsure << QString();
    QTest::newRow("page") << 502 << "<html></html>"_ba << K::Upstream << unsure << QString();
    QTest::newRow("nothing") << 200 << "{}"_ba << K::Upstream << unsure << QString();
    QTest::newRow("no JSON") << 200 << "hello"_ba << K::Upstream << unsure << QString();
}

void TestNovita::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error =
        errorOf(m_at->adapter->advance(m_at->plan, {{u"phase"_s, u"submit"_s}}, answerOf(status, body), {}));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QVERIFY(!error.why().isEmpty());
}

void TestNovita::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("end");
    QTest::addColumn<ErrorKind>("kind");
    using K = ErrorKind;
    const auto failed = [](const QByteArray &reason) -> QByteArray {
        return R"({"task":{"task_id":"t1","status":"TASK_STATUS_FAILED","reason":")" + reason + R"("},"images":[]})";
    };
    QTest::newRow("moderated") << 200 << failed("ILLEGAL_IMAGE_CONTENT") << u"failed"_s << K::ContentPolicy;
    QTest::newRow("in words") << 200 << failed("the picture is NSFW") << u"failed"_s << K::ContentPolicy;
    QTest::newRow("broken") << 200 << failed("oops") << u"failed"_s << K::Upstream;
    QTest::newRow("gone") << 404 << R"({"code":404,"reason":"TASK_NOT_FOUND","message":"no"})"_ba << u"odd"_s
                          << K::NotFound;
    QTest::newRow("trouble") << 500 << R"({"code":500,"reason":"GET_RESULT_FAILED"})"_ba << u"odd"_s << K::Upstream;
    QTest::newRow("no picture") << 200 << R"({"task":{"task_id":"t1","status":"TASK_STATUS_SUCCEED"},"images":[]})"_ba
                                << u"odd"_s << K::Upstream;
    QTest::newRow("another task") << 200 << R"({"task":{"task_id":"t2","status":"TASK_STATUS_FAILED"}})"_ba << u"odd"_s
                                  << K::Upstream;
}

void TestNovita::failures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Step step = polled(answerOf(status, body));
    QTEST(kindOf(step), "end");
    QTEST(errorOf(step).kind, "kind");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    QVERIFY(!errorOf(step).why().isEmpty());
}

void TestNovita::nobodyElseIsTold_data()
{
    QTest::addColumn<QJsonObject>("extra");
    const QJsonObject hook {{u"webhook"_s, QJsonObject {{u"url"_s, u"https://evil.example"_s}}}};
    QTest::newRow("nested") << QJsonObject {{u"extra"_s, hook}};
    QTest::newRow("path") << QJsonObject {{u"extra.webhook.url"_s, u"https://evil.example"_s}};
    QTest::newRow("storage") << QJsonObject {{u"extra"_s, QJsonObject {{u"custom_storage"_s, QJsonObject()}}}};
}

void TestNovita::nobodyElseIsTold()
{
    QFETCH(QJsonObject, extra);
    Plan plan = m_at->plan;
    plan.request.extra = extra;
    const Error error = errorOf(m_at->adapter->begin(plan, plan.calls.first(), m_at->credentials));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
}

void TestNovita::keys()
{
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    m_at->standIn->emptyTheAccount();
    QCOMPARE(driveKeyCheck(*m_at->adapter, m_at->credentials).value_or(Error()).kind, ErrorKind::Funds);
}

QTEST_GUILESS_MAIN(TestNovita)
#include "test_novita.moc"

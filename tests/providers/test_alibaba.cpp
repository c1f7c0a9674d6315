// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/alibaba.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// DashScope's messages in tables, and what its stand-in accepts. What its jobs go through stands with the other
/// vendors' jobs.
class TestAlibaba : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"alibaba"_s); }
    void isRegistered();
    void wholeBodies_data();
    void wholeBodies();
    void addresses_data();
    void addresses();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void editsPictures_data();
    void editsPictures();
    void everyFormOfAPicture_data();
    void everyFormOfAPicture();
    void goodPicturesOfATaskAreTaken();
    void answersAtOnce();
    void refusals_data();
    void refusals();
    void failures_data();
    void failures();
    void keys_data();
    void keys();

private:
    [[nodiscard]] AlibabaStandIn &alibaba() const { return dynamic_cast<AlibabaStandIn &>(*m_at->standIn); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    [[nodiscard]] Step polled(const QByteArray &output) const
    {
        const AdapterState state {
            {u"phase"_s, u"poll"_s}, {u"id"_s, u"t1"_s}, {u"poll"_s, u"https://dashscope-intl.aliyuncs.com/t"_s}};
        const QByteArray body = R"({"request_id":"r","output":)" + output + R"(,"usage":{"image_count":1}})";
        return m_at->adapter->advance(m_at->plan, state, answerOf(200, body), {});
    }

    std::unique_ptr<JobVendor> m_at;
};

void TestAlibaba::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"alibaba"_s));
    QCOMPARE(registry.find(u"alibaba"_s)->info().keyVariables, QStringList {u"DASHSCOPE_API_KEY"_s});
}

void TestAlibaba::wholeBodies_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("edits");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isTask");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("task") << u"wan2.2-t2i"_s << false << u"text2image/image-synthesis"_s << true
                          << R"({"model":"wan2.2-t2i-plus","input":{"prompt":"a red fox","negative_prompt":"blur"},
        "parameters":{"size":"1024*768","n":2,"seed":5,"prompt_extend":false}})"_ba;
    QTest::newRow("at once")
        << u"qwen-image-2.0"_s << false << u"multimodal-generation/generation"_s << false
        << R"({"model":"qwen-image-2.0","input":{"messages":[{"role":"user","content":[{"text":"a red fox"}]}]},
        "parameters":{"size":"1024*768","n":2,"seed":5,"negative_prompt":"blur","prompt_extend":false}})"_ba;
    QTest::newRow("with pictures")
        << u"qwen-image-2.0"_s << true << u"multimodal-generation/generation"_s << false
        << R"({"model":"qwen-image-2.0","input":{"messages":[{"role":"user","content":[{"image":"@"},{"image":"@"},
        {"text":"a red fox"}]}]},
        "parameters":{"size":"1024*768","n":2,"seed":5,"negative_prompt":"blur","prompt_extend":false}})"_ba;
    QTest::newRow("task in messages")
        << u"wan2.7-image"_s << true << u"image-generation/generation"_s << true
        << R"({"model":"wan2.7-image","input":{"messages":[{"role":"user","content":[{"image":"@"},{"image":"@"},
        {"text":"a red fox"}]}]},"parameters":{"size":"1024*768","n":2,"seed":5,"watermark":true}})"_ba;
}

void TestAlibaba::wholeBodies()
{
    QFETCH(QString, offer);
    QFETCH(bool, edits);
    QFETCH(QString, path);
    QFETCH(bool, isTask);
    QFETCH(QByteArray, body);
    Request request;
    request.prompt = u"a red fox"_s;
    request.n = 2;
    request.seed = 5;
    request.size.pixels = QSize(1024, 768);
    const bool isOlder = offer != "wan2.7-image"_L1;
    if (isOlder) {
        request.negativePrompt = u"blur"_s;
        request.tuning.promptEnhancement = false;
    } else {
        request.extra = {{u"parameters.watermark"_s, true}};
    }
    const QByteArray picture = pngOf({400, 300});
    if (edits) {
        request.images = {{picture, {}}, {picture, {}}};
    }
    const Plan plan = catalogPlan(QString(u"alibaba/"_s + offer), request);
    const HttpRequest sent = requestOf(m_at->adapter->begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    QCOMPARE(lineOf(sent), QString(u"POST https://dashscope-intl.aliyuncs.com/api/v1/services/aigc/"_s + path));
    QCOMPARE(sent.header("Authorization"_ba), "Bearer k"_ba);
    QCOMPARE(sent.header("X-DashScope-Async"_ba), isTask ? "enable"_ba : ""_ba);
    QVERIFY(sent.startsPaidWork);
    QCOMPARE(jsonOf(sent.body), jsonOf(body.replace("@", QByteArray("data:image/png;base64," + picture.toBase64()))));
}

void TestAlibaba::addresses_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("root");
    QTest::newRow("usual") << QUrl() << u"https://dashscope-intl.aliyuncs.com/api/v1"_s;
    QTest::newRow("host") << QUrl(u"https://dashscope.aliyuncs.com"_s) << u"https://dashscope.aliyuncs.com/api/v1"_s;
    QTest::newRow("as documented") << QUrl(u"https://dashscope.aliyuncs.com/api/v1/"_s)
                                   << u"https://dashscope.aliyuncs.com/api/v1"_s;
}

void TestAlibaba::addresses()
{
    QFETCH(QUrl, base);
    QFETCH(QString, root);
    const Credentials credentials {"k"_ba, {}, base};
    Step step = m_at->adapter->begin(m_at->plan, m_at->plan.calls.first(), credentials);
    QCOMPARE(lineOf(requestOf(step)), QString(u"POST "_s + root + u"/services/aigc/text2image/image-synthesis"_s));
    step =
        m_at->adapter->advance(m_at->plan, stateOf(step),
                               answerOf(200, R"({"output":{"task_id":"t1","task_status":"PENDING"}})"_ba), credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), QString(u"GET "_s + root + u"/tasks/t1"_s));
    QCOMPARE(lineOf(m_at->adapter->cancel(stateOf(step), credentials).value_or(HttpRequest())),
             QString(u"POST "_s + root + u"/tasks/t1/cancel"_s));
    QVERIFY(lineOf(m_at->adapter->keyCheck(credentials).value_or(HttpRequest())).startsWith(u"GET "_s + root));
}

void TestAlibaba::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"alibaba"_s);
    QVERIFY(offers.size() >= 10);
    for (const QString &offer : offers) {
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 4:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {4, 1}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
        QTest::addRow("%s 2K", qPrintable(offer)) << offer << SizeRequest {{}, {}, ResolutionTier::TwoK, false};
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
    }
}

void TestAlibaba::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Webp;
    request.tuning.promptEnhancement = false;
    m_at->standIn->setPolls(0);
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), plan.size.pixels.value_or(QSize()));
    if (plan.offer.prices.size() == 1) {
        QCOMPARE(outcome.cost, Money::fromDollars(plan.offer.prices.first().usd * plan.calls.first().n));
    }
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestAlibaba::editsPictures_data()
{
    QTest::addColumn<QString>("offer");
    int offers = 0;
    for (const QString &offer : catalogOffers(u"alibaba"_s)) {
        if (catalogOffer(offer).hasMode(u"image-edit"_s)) {
            QTest::newRow(qPrintable(offer)) << offer;
            ++offers;
        }
    }
    QVERIFY(offers >= 6);
}

void TestAlibaba::editsPictures()
{
    QFETCH(QString, offer);
    Request request = wishFor(offer);
    for (int i = 0; i < catalogOffer(offer).maxInputImages; ++i) {
        request.images.append({pngOf({400, 300}), {}});
    }
    m_at->standIn->setPolls(0);
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestAlibaba::everyFormOfAPicture_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<QString>("revised");
    const QStringList both {u"https://h.example/a.png"_s, u"https://h.example/b.png"_s};
    QTest::newRow("results")
        << R"({"task_status":"SUCCEEDED","results":[{"url":"https://h.example/a.png","actual_prompt":"a vivid fox"},
        {"url":"https://h.example/b.png"}]})"_ba
        << both << u"a vivid fox"_s;
    QTest::newRow("the same words")
        << R"({"task_status":"SUCCEEDED","results":[{"url":"https://h.example/a.png","actual_prompt":"a red fox"}]})"_ba
        << both.first(1) << QString();
    QTest::newRow("choices")
        << R"({"task_status":"SUCCEEDED","choices":[{"message":{"content":[{"image":"https://h.example/a.png"}]}},
        {"message":{"content":[{"image":"https://h.example/b.png"}]}}]})"_ba
        << both << QString();
    QTest::newRow("one choice") << R"({"task_status":"SUCCEEDED","choices":[{"message":{"content":[{"type":"image",
        "image":"https://h.example/a.png"},{"image":"https://h.example/b.png"},{"text":"a vivid fox"}]}}]})"_ba
                                << both << u"a vivid fox"_s;
}

void TestAlibaba::everyFormOfAPicture()
{
    QFETCH(QByteArray, output);
    const Done done = doneOf(polled(output));
    QStringList links;
    for (const ProducedMedia &picture : done.media) {
        links.append(picture.url.toString());
    }
    QTEST(links, "links");
    QTEST(done.media.first().revisedPrompt, "revised");
    QCOMPARE(done.usage, (QJsonObject {{u"image_count"_s, 1}}));
}

void TestAlibaba::goodPicturesOfATaskAreTaken()
{
    Request request = wishFor(u"alibaba/wan2.5-image"_s);
    request.n = 3;
    alibaba().withholdNext(2);
    const CallOutcome some = made(catalogPlan(u"alibaba/wan2.5-image"_s, request));
    QVERIFY(!some.error);
    QCOMPARE(some.media.size(), 1);
    QCOMPARE(some.cost, Money::fromMicros(30'000));
    alibaba().withholdNext(3);
    const Error none = made(catalogPlan(u"alibaba/wan2.5-image"_s, request)).error.value_or(Error());
    QCOMPARE(none.kind, ErrorKind::ContentPolicy);
    QCOMPARE(none.billing, Billing::NotBilled);
}

/// A picture that comes at once is paid for once, whatever becomes of the answer.
void TestAlibaba::answersAtOnce()
{
    const Plan plan = catalogPlan(u"alibaba/qwen-image-3.0"_s, wishFor(u"alibaba/qwen-image-3.0"_s));
    QCOMPARE(made(plan).media.size(), 1);
    QCOMPARE(m_at->standIn->server().count(), 2); // the order and the picture
    for (const Reply &reply : {Reply::drop(), Reply::json({}, 500), Reply::bytes("{\"out"_ba, "application/json"_ba)}) {
        const int before = m_at->submissions();
        m_at->standIn->script(u"submit"_s, reply, 1, VendorStandIn::Instead::OfAnswer);
        const Error error = made(plan).error.value_or(Error());
        QCOMPARE(error.billing, Billing::MayBeBilled);
        QCOMPARE(m_at->submissions(), before + 1);
    }
    m_at->standIn->failNext(true);
    const Error refused = made(plan).error.value_or(Error());
    QCOMPARE(refused.kind, ErrorKind::ContentPolicy);
    QCOMPARE(refused.billing, Billing::NotBilled);
}

void TestAlibaba::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    constexpr Billing unsure = Billing::MayBeBilled;
    const auto row = [](int status, const char *code, const char *message, K kind, Billing billing = Billing::NotBilled,
                        const QString &param = {}) {
        const QByteArray body =
            QByteArray(R"({"code":")") + code + R"(","message":")" + message + R"(","request_id":"r"})";
        QTest::addRow("%d %s, %s", status, code, message) << status << body << kind << billing << param;
    };
    row(400, "InvalidParameter", "seed: out of range", K::Invalid, free, u"seed"_s);
    row(400, "InvalidParameter", "The size is not allowed", K::Invalid, free, u"size"_s);
    row(400, "InvalidParameter", "Range of prompt_extend is wrong", K::Invalid, free, u"prompt_enhancement"_s);
    row(400, "InvalidParameter.DataSize", "no", K::Invalid);
    row(400, "InternalError.Algo.InvalidParameter", "no", K::Invalid);
    row(400, "InvalidURL", "no", K::Invalid, free, u"image"_s);
    row(400, "DataInspectionFailed", "Input data may contain inappropriate content.", K::ContentPolicy);
    row(400, "IPInfringementSuspect", "no", K::ContentPolicy);
    row(400, "Arrearage", "Access denied", K::Funds);
    row(401, "InvalidApiKey", "Invalid API-key provided.", K::Auth);
    row(403, "AccessDenied", "current user api does not support synchronous calls", K::Auth);
    row(403, "AccessDenied.Unpurchased", "no", K::Auth);
    row(403, "Model.AccessDenied", "no", K::Unsupported);
    row(403, "AllocationQuota.FreeTierOnly", "no", K::Funds);
    row(404, "ModelNotFound", "no", K::NotFound);
    row(429, "Throttling", "no", K::RateLimit);
    row(429, "Throttling.RateQuota", "no", K::RateLimit);
    row(429, "Throttling.AllocationQuota", "no", K::RateLimit);
    row(500, "InternalError", "no", K::Upstream, unsure);
    row(500, "InternalError.Algo", "no", K::Upstream, unsure);
    row(503, "ServiceUnavailable", "no", K::Overloaded);
    row(504, "RequestTimeOut", "no", K::Timeout, unsure);
    row(200, "InvalidApiKey", "no", K::Auth);
    row(200, "InvalidParameter", "no", K::Invalid);
    row(200, "Strange", "no", K::Upstream, unsure);
    QTest::newRow("no task") << 200 << R"({"output":{}})"_ba << K::Upstream << unsure << QString();
    QTest::newRow("no JSON") << 200 << "hello"_ba << K::Upstream << unsure << QString();
    QTest::newRow("page") << 502 << "<html></html>"_ba << K::Upstream << unsure << QString();
}

void TestAlibaba::refusals()
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

void TestAlibaba::failures_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("end");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    QTest::newRow("moderated")
        << R"({"task_id":"t1","task_status":"FAILED","code":"DataInspectionFailed","message":"no"})"_ba << u"failed"_s
        << K::ContentPolicy << free;
    QTest::newRow("broken") << R"({"task_id":"t1","task_status":"FAILED","code":"InternalError.Timeout"})"_ba
                            << u"failed"_s << K::Upstream << free;
    QTest::newRow("wrong") << R"({"task_status":"FAILED","code":"InvalidURL","message":"no"})"_ba << u"failed"_s
                           << K::Invalid << free;
    QTest::newRow("no reason") << R"({"task_status":"FAILED"})"_ba << u"failed"_s << K::Upstream << free;
    QTest::newRow("stopped") << R"({"task_status":"CANCELED"})"_ba << u"failed"_s << K::Cancelled << free;
    QTest::newRow("unknown") << R"({"task_status":"UNKNOWN"})"_ba << u"odd"_s << K::NotFound << Billing::MayBeBilled;
    QTest::newRow("without pictures") << R"({"task_status":"SUCCEEDED","results":[]})"_ba << u"odd"_s << K::Upstream
                                      << Billing::MayBeBilled;
    QTest::newRow("another task") << R"({"task_id":"t2","task_status":"FAILED"})"_ba << u"odd"_s << K::Upstream
                                  << Billing::MayBeBilled;
}

void TestAlibaba::failures()
{
    QFETCH(QByteArray, output);
    const Step step = polled(output);
    QTEST(kindOf(step), "end");
    QTEST(errorOf(step).kind, "kind");
    QTEST(errorOf(step).billing, "billing");
    QVERIFY(!errorOf(step).why().isEmpty());
}

void TestAlibaba::keys_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << AlibabaStandIn::refusal(400, u"InvalidParameter"_s, u"no"_s) << ErrorKind::Unknown;
    QTest::newRow("404") << AlibabaStandIn::refusal(404, u"TaskNotExist"_s, u"no"_s) << ErrorKind::Unknown;
    QTest::newRow("empty") << AlibabaStandIn::refusal(400, u"Arrearage"_s, u"no"_s) << ErrorKind::Funds;
    QTest::newRow("503") << Reply::json({}, 503) << ErrorKind::Overloaded;
}

void TestAlibaba::keys()
{
    QFETCH(Reply, reply);
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    m_at->standIn->script(u"status"_s, reply, 20);
    QTEST(driveKeyCheck(*m_at->adapter, m_at->credentials).value_or(Error()).kind, "kind");
}

QTEST_GUILESS_MAIN(TestAlibaba)
#include "test_alibaba.moc"

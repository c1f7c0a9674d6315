// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/bria.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// Bria's messages in tables, and what its stand-in accepts. What its jobs go through stands with the other vendors'
/// jobs.
class TestBria : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"bria"_s); }
    void isRegistered();
    void wholeOrder();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesAreWorkedOn_data();
    void picturesAreWorkedOn();
    void bordersBecomeACanvas();
    void comesAtOnceToo();
    void refusals_data();
    void refusals();
    void ends_data();
    void ends();
    void nobodyElseIsTold();
    void keys();

private:
    [[nodiscard]] BriaStandIn &bria() const { return dynamic_cast<BriaStandIn &>(*m_at->standIn); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    [[nodiscard]] QJsonObject sent() const { return m_at->standIn->calls().first().json(); }

    std::unique_ptr<JobVendor> m_at;
};

void TestBria::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"bria"_s));
    QCOMPARE(registry.find(u"bria"_s)->info().keyVariables.first(), u"BRIA_API_TOKEN"_s);
}

void TestBria::wholeOrder()
{
    Request request;
    request.prompt = u"a red fox"_s;
    request.negativePrompt = u"blur"_s;
    request.size.ratio = AspectRatio {16, 9};
    request.size.tier = ResolutionTier::TwoK;
    request.seed = 7;
    request.format = ImageFormat::Jpeg;
    request.tuning.steps = 40;
    const Plan plan = catalogPlan(u"bria/bria-fibo"_s, request);
    Step step = m_at->adapter->begin(plan, plan.calls.first(), {"k"_ba, {}, {}});
    QCOMPARE(lineOf(requestOf(step)), u"POST https://engine.prod.bria-api.com/v2/image/generate"_s);
    QCOMPARE(requestOf(step).header("api_token"_ba), "k"_ba);
    QVERIFY(requestOf(step).header("Authorization"_ba).isEmpty());
    QVERIFY(requestOf(step).startsPaidWork);
    QCOMPARE(jsonOf(requestOf(step).body),
             jsonOf(R"({"prompt":"a red fox","negative_prompt":"blur","aspect_ratio":"16:9",
        "resolution":"4MP","seed":7,"steps_num":40,"output_type":"jpeg","sync":false})"_ba));
    const QByteArray accepted =
        R"({"request_id":"c","status_url":"https://engine.prod.bria-api.com/v2/status/c?x=1"})"_ba;
    step = m_at->adapter->advance(plan, stateOf(step), answerOf(202, accepted), {"k"_ba, {}, {}});
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), u"GET https://engine.prod.bria-api.com/v2/status/c?x=1"_s);
    QCOMPARE(requestOf(step).header("api_token"_ba), "k"_ba);
    QVERIFY(!m_at->adapter->cancel(stateOf(step), {"k"_ba, {}, {}}));
    const QByteArray done = R"({"request_id":"c","status":"COMPLETED","result":{"image_url":"https://h.example/a.png",
        "seed":7,"refined_prompt":"a vivid fox"}})"_ba;
    const Done end = doneOf(m_at->adapter->advance(plan, stateOf(step), answerOf(200, done), {"k"_ba, {}, {}}));
    QCOMPARE(end.media.size(), 1);
    QCOMPARE(end.media.first().seed, std::optional<qint64>(7));
    QCOMPARE(end.media.first().revisedPrompt, u"a vivid fox"_s);
}

void TestBria::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"bria"_s);
    QVERIFY(offers.size() >= 8);
    for (const QString &offer : offers) {
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1 2K", qPrintable(offer))
            << offer << SizeRequest {{}, AspectRatio {10, 1}, ResolutionTier::TwoK, false};
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
    }
}

void TestBria::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Jpeg;
    if (!catalogOffer(offer).supports(u"prompt"_s)) {
        request.prompt.clear();
    }
    const Plan plan = catalogPlan(offer, request);
    QCOMPARE(plan.calls.size(), 2); // an order makes one
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    if (plan.size.expected.isValid()) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), plan.size.expected);
    }
    if (plan.offer.supports(u"seed"_s)) {
        QCOMPARE(outcome.media.first().seed, plan.calls.first().seed);
    }
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestBria::picturesAreWorkedOn_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<double>("factor");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("inspired") << u"bria-fibo"_s << false << 0.0 << QStringList {u"images"_s, u"prompt"_s};
    QTest::newRow("edited") << u"bria-fibo-edit"_s << false << 0.0 << QStringList {u"images"_s, u"instruction"_s};
    QTest::newRow("edited in part") << u"bria-fibo-edit"_s << true << 0.0
                                    << QStringList {u"images"_s, u"mask"_s, u"instruction"_s};
    QTest::newRow("filled") << u"bria-gen-fill"_s << true << 0.0
                            << QStringList {u"image"_s, u"mask"_s, u"prompt"_s, u"mask_type"_s};
    QTest::newRow("erased") << u"bria-eraser"_s << true << 0.0 << QStringList {u"image"_s, u"mask"_s};
    QTest::newRow("cut out") << u"bria-remove-background"_s << false << 0.0 << QStringList {u"image"_s};
    QTest::newRow("larger") << u"bria-increase-resolution"_s << false << 4.0
                            << QStringList {u"image"_s, u"desired_increase"_s};
}

void TestBria::picturesAreWorkedOn()
{
    QFETCH(QString, offer);
    QFETCH(bool, masked);
    QFETCH(double, factor);
    QFETCH(QStringList, fields);
    const QString id = u"bria/"_s + offer;
    Request request = wishFor(id);
    request.images = {{pngOf({288, 320}), {}}};
    request.mask = masked ? std::optional(InputImage {pngOf({288, 320}, Qt::transparent), {}}) : std::nullopt;
    if (!catalogOffer(id).supports(u"prompt"_s)) {
        request.prompt.clear();
    }
    if (factor > 0) {
        request.tuning.scaleFactor = factor;
    }
    const CallOutcome outcome = made(catalogPlan(id, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    for (const QString &field : fields) {
        QVERIFY2(sent().contains(field), qPrintable(field));
    }
    QCOMPARE(sent().contains("mask"_L1), masked);
    const QSize size = QImage::fromData(outcome.media.first().bytes).size();
    if (offer != "bria-fibo"_L1) {
        QCOMPARE(size, QSize(288, 320) * (factor > 0 ? factor : 1));
    }
}

void TestBria::bordersBecomeACanvas()
{
    Request request = wishFor(u"bria/bria-expand"_s);
    request.extra = {{u"top"_s, 10}, {u"left"_s, 20}, {u"right"_s, 30}};
    const CallOutcome outcome = made(catalogPlan(u"bria/bria-expand"_s, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), QSize(338, 330));
    QCOMPARE(sent().value("original_image_location"_L1).toArray(), (QJsonArray {20, 10}));
    QVERIFY(!sent().contains("top"_L1) && !sent().contains("left"_L1));
}

void TestBria::comesAtOnceToo()
{
    const QByteArray body = R"({"result":{"image_url":"https://h.example/a.png","seed":3},"request_id":"c"})"_ba;
    const Step step = m_at->adapter->advance(m_at->plan, {{u"phase"_s, u"submit"_s}}, answerOf(200, body), {});
    QCOMPARE(doneOf(step).media.size(), 1);
}

void TestBria::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    constexpr Billing unsure = Billing::MayBeBilled;
    const auto row = [](int status, const char *message, const char *details, K kind,
                        Billing billing = Billing::NotBilled, const QString &param = {}) {
        const QByteArray body = R"({"error":{"code":)" + QByteArray::number(status) + R"(,"message":")" + message
            + R"(","details":")" + details + R"("},"request_id":"c"})";
        QTest::addRow("%d %s, %s", status, message, details) << status << body << kind << billing << param;
    };
    row(400, "Bad request", "steps_num is out of range", K::Invalid, free, u"steps"_s);
    row(400, "Bad request", "", K::Invalid);
    row(401, "Unauthorized", "", K::Auth);
    row(403, "Forbidden", "not in your plan", K::Auth);
    row(403, "Forbidden", "quota exceeded", K::Funds);
    row(404, "Not found", "", K::NotFound);
    row(405, "Method not allowed", "", K::Invalid);
    row(412, "Resolution too low", "", K::Invalid, free, u"image"_s);
    row(413, "Too large", "", K::Invalid, free, u"image"_s);
    row(415, "Unsupported media type", "", K::Invalid, free, u"image"_s);
    row(422, "Prompt moderation failed", "violence", K::ContentPolicy);
    row(422, "Unprocessable", "output_type: wrong", K::Invalid, free, u"output_format"_s);
    row(429, "Too many requests", "", K::RateLimit);
    row(460, "Image download failed", "", K::Invalid, free, u"image"_s);
    row(500, "Internal", "", K::Upstream, unsure);
    row(506, "Input not supported", "", K::Invalid, unsure, u"image"_s);
    row(503, "Busy", "", K::Overloaded);
    QTest::newRow("text") << 500 << R"({"error":"oops","request_id":"c"})"_ba << K::Upstream << unsure << QString();
    QTest::newRow("page") << 502 << "<html></html>"_ba << K::Upstream << unsure << QString();
    QTest::newRow("504") << 504 << ""_ba << K::Timeout << unsure << QString();
    QTest::newRow("no id") << 202 << R"({"status_url":"https://h.example"})"_ba << K::Upstream << unsure << QString();
    QTest::newRow("no JSON") << 200 << "hello"_ba << K::Upstream << unsure << QString();
    QTest::newRow("elsewhere") << 202 << R"({"request_id":"c","status_url":"https://evil.example/c"})"_ba << K::Upstream
                               << unsure << QString();
}

void TestBria::refusals()
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

void TestBria::ends_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("end");
    QTest::addColumn<ErrorKind>("kind");
    using K = ErrorKind;
    QTest::newRow("moderated") << 200
                               << R"({"status":"ERROR","error":{"code":422,"message":"Output moderation failed"}})"_ba
                               << u"failed"_s << K::ContentPolicy;
    QTest::newRow("word for a code")
        << 200 << R"({"status":"ERROR","error":{"code":"VALIDATION_ERROR","message":"x","details":"y"}})"_ba
        << u"failed"_s << K::Upstream;
    QTest::newRow("picture") << 200 << R"({"status":"ERROR","error":{"code":460,"message":"x"}})"_ba << u"failed"_s
                             << K::Invalid;
    QTest::newRow("failed") << 200 << R"({"status":"FAILED"})"_ba << u"failed"_s << K::Upstream;
    QTest::newRow("unknown") << 200 << R"({"status":"UNKNOWN","error":{"code":500,"message":"x"}})"_ba << u"failed"_s
                             << K::Upstream;
    QTest::newRow("unknown, no error") << 200 << R"({"status":"UNKNOWN"})"_ba << u"odd"_s << K::Upstream;
    QTest::newRow("no picture") << 200 << R"({"status":"COMPLETED","result":{}})"_ba << u"odd"_s << K::Upstream;
    QTest::newRow("gone") << 404 << R"({"status":"NOT_FOUND"})"_ba << u"odd"_s << K::NotFound;
    QTest::newRow("trouble") << 500 << R"({"error":"x","request_id":"c"})"_ba << u"odd"_s << K::Upstream;
}

void TestBria::ends()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const AdapterState state {
        {u"phase"_s, u"poll"_s}, {u"id"_s, u"c"_s}, {u"poll"_s, u"https://engine.prod.bria-api.com/v2/status/c"_s}};
    const Step step = m_at->adapter->advance(m_at->plan, state, answerOf(status, body), {});
    QTEST(kindOf(step), "end");
    QTEST(errorOf(step).kind, "kind");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    QVERIFY(!errorOf(step).why().isEmpty());
}

void TestBria::nobodyElseIsTold()
{
    Plan plan = m_at->plan;
    plan.request.extra = {{u"webhook_url"_s, u"https://evil.example"_s}};
    const Error error = errorOf(m_at->adapter->begin(plan, plan.calls.first(), m_at->credentials));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
}

void TestBria::keys()
{
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    QCOMPARE(m_at->standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestBria)
#include "test_bria.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/fireworks.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// Fireworks' messages in tables, and what its stand-in accepts. What Kontext's jobs go through stands with the other
/// vendors' jobs.
class TestFireworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"fireworks"_s); }
    void isRegistered();
    void addresses_data();
    void addresses();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void manyPicturesOfOneCall_data();
    void manyPicturesOfOneCall();
    void edits();
    void tellsHowFarItIs();
    void filteredPictures_data();
    void filteredPictures();
    void refusals_data();
    void refusals();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keys();

private:
    [[nodiscard]] FireworksStandIn &fireworks() const { return dynamic_cast<FireworksStandIn &>(*m_at->standIn); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    static Request asked(int n = 1)
    {
        Request request;
        request.prompt = u"a red fox"_s;
        request.n = n;
        return request;
    }

    std::unique_ptr<JobVendor> m_at;
};

void TestFireworks::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"fireworks"_s));
    QCOMPARE(registry.find(u"fireworks"_s)->info().keyVariables, QStringList {u"FIREWORKS_API_KEY"_s});
}

void TestFireworks::addresses_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("n");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("accept");
    const QString host = u"POST https://api.fireworks.ai/inference/v1/"_s;
    QTest::newRow("workflow") << u"fireworks/flux-1-schnell"_s << 1 << QUrl()
                              << QString(host
                                         + u"workflows/accounts/fireworks/models/flux-1-schnell-fp8/text_to_image"_s)
                              << "image/png"_ba;
    QTest::newRow("job") << u"fireworks/flux-kontext-pro"_s << 1 << QUrl()
                         << QString(host + u"workflows/accounts/fireworks/models/flux-kontext-pro"_s)
                         << "application/json"_ba;
    QTest::newRow("diffusion")
        << u"fireworks/ssd-1b"_s << 1 << QUrl(u"http://127.0.0.1:9/fw/inference"_s)
        << u"POST http://127.0.0.1:9/fw/inference/v1/image_generation/accounts/fireworks/models/SSD-1B"_s
        << "image/png"_ba;
    QTest::newRow("several") << u"fireworks/ssd-1b"_s << 3 << QUrl()
                             << QString(host + u"image_generation/accounts/fireworks/models/SSD-1B"_s)
                             << "application/json"_ba;
}

void TestFireworks::addresses()
{
    QFETCH(QString, offer);
    QFETCH(int, n);
    QFETCH(QUrl, base);
    const Plan plan = catalogPlan(offer, asked(n));
    const HttpRequest request = requestOf(m_at->adapter->begin(plan, plan.calls.first(), {"k"_ba, {}, base}));
    QTEST(lineOf(request), "line");
    QTEST(request.header("Accept"_ba), "accept");
    QCOMPARE(request.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(request.startsPaidWork);
    QVERIFY(!jsonOf(request.body).contains("Accept"_L1));
}

void TestFireworks::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    QTest::addColumn<ImageFormat>("format");
    const QStringList offers = catalogOffers(u"fireworks"_s);
    QVERIFY(offers.size() >= 9);
    for (const QString &offer : offers) {
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg}) {
            QTest::addRow("%s %s", qPrintable(offer), qPrintable(formatName(format)))
                << offer << SizeRequest {QSize(1000, 700), {}, {}, false} << format;
        }
        QTest::addRow("%s 10:1", qPrintable(offer))
            << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false} << ImageFormat::Png;
    }
}

void TestFireworks::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    QFETCH(ImageFormat, format);
    Request request = asked(2);
    request.size = size;
    request.seed = 5;
    request.negativePrompt = u"blur"_s;
    request.format = format;
    request.tuning.moderation = u"low"_s;
    request.tuning.steps = 20;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown());
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(sniffFormat(outcome.media.first().bytes), std::optional(format));
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestFireworks::manyPicturesOfOneCall_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<bool>("list");
    QTest::newRow("one, itself") << 1 << false;
    QTest::newRow("an object") << 3 << false;
    QTest::newRow("a list") << 3 << true;
}

void TestFireworks::manyPicturesOfOneCall()
{
    QFETCH(int, n);
    QFETCH(bool, list);
    if (list) {
        fireworks().answerWithList();
    }
    Request request = asked(n);
    request.seed = 11;
    const CallOutcome outcome = made(catalogPlan(u"fireworks/sdxl"_s, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), n);
    QCOMPARE(outcome.media.first().seed, n == 1 || list ? std::optional<qint64>(11) : std::nullopt);
    QCOMPARE(m_at->standIn->submissions(), 1);
}

void TestFireworks::edits()
{
    Request request = asked();
    request.images = {{pngOf({64, 64}), {}}};
    request.tuning.promptEnhancement = true;
    const CallOutcome outcome = made(catalogPlan(u"fireworks/flux-kontext-max"_s, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.first().seed, std::optional<qint64>(7));
    QVERIFY(m_at->standIn->calls().first().json().value("input_image"_L1).toString().startsWith("data:image/png"_L1));
    QCOMPARE(m_at->standIn->violations(), QStringList());
}

void TestFireworks::tellsHowFarItIs()
{
    const AdapterState state {{u"phase"_s, u"poll"_s},
                              {u"id"_s, u"a"_s},
                              {u"poll"_s, u"https://api.fireworks.ai/inference/v1/x/get_result"_s}};
    const Step step =
        m_at->adapter->advance(m_at->plan, state, answerOf(200, R"({"id":"a","status":"Pending","progress":0.4})"), {});
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(std::get<Wait>(step).fraction, std::optional(0.4));
    QCOMPARE(lineOf(requestOf(step)), u"POST https://api.fireworks.ai/inference/v1/x/get_result"_s);
    QCOMPARE(requestOf(step).body, R"({"id":"a"})"_ba);
    QVERIFY(!requestOf(step).startsPaidWork);
}

void TestFireworks::filteredPictures_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("n");
    QTest::newRow("itself") << u"fireworks/flux-1-schnell"_s << 1;
    QTest::newRow("JSON") << u"fireworks/sdxl"_s << 2;
    QTest::newRow("job") << u"fireworks/flux-kontext-pro"_s << 1;
}

void TestFireworks::filteredPictures()
{
    QFETCH(QString, offer);
    QFETCH(int, n);
    m_at->standIn->failNext(true);
    const CallOutcome outcome = made(catalogPlan(offer, asked(n)));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::ContentPolicy);
    QCOMPARE(outcome.error->billing, Billing::MayBeBilled);
}

void TestFireworks::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    const auto row = [](int status, K kind, Billing billing = Billing::NotBilled, const char *field = "null",
                        const QString &param = {}) {
        const QByteArray body = QByteArray(R"({"error":{"object":"error","type":"invalid_request_error","code":"X",)")
            + R"("message":"no","param":)" + field + "}}";
        QTest::addRow("%d %s", status, field) << status << body << kind << billing << param;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row(400, K::Invalid);
    row(400, K::Invalid, Billing::NotBilled, R"("width")", u"size"_s);
    row(400, K::NotFound, Billing::NotBilled, R"("model")", u"model"_s);
    row(401, K::Auth);
    row(402, K::Funds);
    row(403, K::Auth);
    row(404, K::NotFound);
    row(408, K::Timeout, unsure);
    row(412, K::Funds);
    row(413, K::Invalid);
    row(422, K::Invalid);
    row(429, K::RateLimit);
    row(500, K::Upstream, unsure);
    row(502, K::Upstream, unsure);
    row(503, K::Overloaded);
    row(504, K::Timeout, unsure);
    row(524, K::Timeout, unsure);
    QTest::newRow("text") << 400 << "fault"_ba << K::Invalid << Billing::NotBilled << QString();
    QTest::newRow("garbage") << 200 << "hello"_ba << K::Upstream << unsure << QString();
    QTest::newRow("no picture") << 200 << R"({"base64":[]})"_ba << K::Upstream << unsure << QString();
}

void TestFireworks::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Plan plan = catalogPlan(u"fireworks/sdxl"_s, asked());
    const Error error = errorOf(m_at->adapter->advance(plan, {{u"phase"_s, u"submit"_s}},
                                                       answerOf(status, body, {{"Retry-After"_ba, "3"_ba}}), {}));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QVERIFY(!error.why().isEmpty());
    QCOMPARE(error.retryAfter, status == 200 ? std::nullopt : std::optional(milliseconds(3000)));
}

void TestFireworks::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Billing>("billing");
    QTest::newRow("lost") << Reply::drop() << Billing::MayBeBilled;
    QTest::newRow("500") << Reply::json({}, 500) << Billing::MayBeBilled;
    QTest::newRow("524") << Reply::json({}, 524) << Billing::MayBeBilled;
    QTest::newRow("garbage") << Reply::bytes("hello"_ba, "text/plain"_ba) << Billing::MayBeBilled;
    QTest::newRow("limit") << Reply::json({}, 429) << Billing::NotBilled;
    QTest::newRow("busy") << Reply::json({}, 503) << Billing::NotBilled;
}

/// Of the models that answer at once.
void TestFireworks::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(Billing, billing);
    m_at->standIn->script(u"submit"_s, reply, 1, billing == Billing::MayBeBilled ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(u"fireworks/flux-1-schnell"_s, asked()));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->billing, billing);
    QVERIFY(!outcome.hasJob);
    QCOMPARE(m_at->standIn->submissions(), 1);
}

void TestFireworks::keys()
{
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestFireworks)
#include "test_fireworks.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/adapter/unreadablecost.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/leonardo.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// Leonardo's messages in tables, its uploads, and what its stand-in accepts. What its jobs go through stands with the
/// other vendors' jobs.
class TestLeonardo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<JobVendor>(u"leonardo"_s); }
    void isRegistered();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesAreUploadedFirst();
    void picturesAreMadeLarger_data();
    void picturesAreMadeLarger();
    void troubleBeforeTheOrderIsFree_data();
    void troubleBeforeTheOrderIsFree();
    void formsThatLeadElsewhere_data();
    void formsThatLeadElsewhere();
    void idsWhereverTheyStand_data();
    void idsWhereverTheyStand();
    void refusals_data();
    void refusals();
    void keys();

private:
    [[nodiscard]] LeonardoStandIn &leonardo() const { return dynamic_cast<LeonardoStandIn &>(*m_at->standIn); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*m_at->adapter, plan, m_at->credentials); }
    static Plan edit(int pictures)
    {
        Request request = wishFor(u"leonardo/gemini-3-pro-image"_s);
        for (int i = 0; i < pictures; ++i) {
            request.images.append({pngOf({64, 64}), {}});
        }
        request.n = 2;
        request.seed = 5;
        return catalogPlan(u"leonardo/gemini-3-pro-image"_s, request);
    }

    std::unique_ptr<JobVendor> m_at;
};

void TestLeonardo::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"leonardo"_s));
    QCOMPARE(registry.find(u"leonardo"_s)->info().keyVariables, QStringList {u"LEONARDO_API_KEY"_s});
}

void TestLeonardo::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"leonardo"_s);
    QVERIFY(offers.size() >= 3);
    for (const QString &offer : offers) {
        if (!catalogOffer(offer).hasMode(u"text-to-image"_s)) {
            continue;
        }
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
    }
}

void TestLeonardo::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.tuning.promptEnhancement = false;
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), plan.size.pixels.value_or(QSize()));
    QCOMPARE(outcome.cost, Money::fromDollars(LeonardoStandIn::price()));
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QCOMPARE(m_at->standIn->billed(), 1);
}

void TestLeonardo::picturesAreUploadedFirst()
{
    const CallOutcome outcome = made(edit(3));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(leonardo().uploads(), 3);
    QCOMPARE(m_at->submissions(), 1);
    QCOMPARE(m_at->standIn->violations(), QStringList());
    QJsonObject sent;
    const QList<Received> calls = m_at->standIn->calls();
    for (const Received &call : calls) {
        sent = call.path.endsWith("/v2/generations"_L1) ? call.json() : sent;
    }
    const QJsonObject parameters = sent.value("parameters"_L1).toObject();
    QCOMPARE(parameters.value("guidances"_L1)["image_reference"_L1].toArray().size(), 3);
    QCOMPARE(parameters.value("quantity"_L1).toInt(), 2); // the call is not forgotten over it
    QCOMPARE(parameters.value("seed"_L1).toInt(), 5);
}

void TestLeonardo::picturesAreMadeLarger_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<QSize>("size");
    QTest::newRow("by what it does by itself") << 0.0 << QSize(480, 300);
    QTest::newRow("twice") << 2.0 << QSize(640, 400);
}

void TestLeonardo::picturesAreMadeLarger()
{
    QFETCH(double, factor);
    QFETCH(QSize, size);
    Request request = wishFor(u"leonardo/leonardo-universal-upscaler"_s);
    request.images = {{pngOf({320, 200}), {}}};
    request.tuning.scaleFactor = factor > 0 ? std::optional(factor) : std::nullopt;
    const CallOutcome outcome = made(catalogPlan(u"leonardo/leonardo-universal-upscaler"_s, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(QImage::fromData(outcome.media.value(0).bytes).size(), size);
    QVERIFY(!outcome.cost.isKnown()); // it counts in credits of a plan
    QCOMPARE(leonardo().uploads(), 1);
    QCOMPARE(m_at->submissions(), 1);
    QCOMPARE(m_at->standIn->violations(), QStringList());
}

void TestLeonardo::troubleBeforeTheOrderIsFree_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("passes");
    for (const QString &point : {u"form"_s, u"upload"_s}) {
        QTest::addRow("%s dropped", qPrintable(point)) << point << Reply::drop() << 2 << true;
        QTest::addRow("%s 503", qPrintable(point)) << point << Reply::json({}, 503) << 2 << true;
        QTest::addRow("%s 503 for ever", qPrintable(point)) << point << Reply::json({}, 503) << 1000 << false;
        QTest::addRow("%s 403", qPrintable(point)) << point << Reply::json({}, 403) << 1 << false;
    }
    QTest::newRow("form, refused") << u"form"_s
                                   << LeonardoStandIn::refusal(u"invalid file extension"_s, u"unexpected"_s) << 1
                                   << false;
    QTest::newRow("form, empty") << u"form"_s << Reply::json({}) << 1 << false;
}

void TestLeonardo::troubleBeforeTheOrderIsFree()
{
    QFETCH(QString, point);
    QFETCH(Reply, reply);
    QFETCH(int, times);
    QFETCH(bool, passes);
    m_at->standIn->script(point, reply, times);
    const CallOutcome outcome = made(edit(1));
    QCOMPARE(!outcome.error, passes);
    QCOMPARE(m_at->submissions(), passes ? 1 : 0);
    QCOMPARE(m_at->standIn->billed(), passes ? 1 : 0);
    if (!passes) {
        QCOMPARE(outcome.error->billing, Billing::NotBilled);
        QVERIFY(!outcome.hasJob);
    }
}

void TestLeonardo::formsThatLeadElsewhere_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("followed");
    QTest::newRow("bucket") << u"https://bucket.s3.amazonaws.com/"_s << true;
    QTest::newRow("in the clear") << u"http://bucket.s3.amazonaws.com/"_s << false;
    QTest::newRow("this machine") << u"http://127.0.0.1:9/"_s << false;
    QTest::newRow("no address") << u"bucket"_s << false;
}

void TestLeonardo::formsThatLeadElsewhere()
{
    QFETCH(QString, address);
    QFETCH(bool, followed);
    const Plan plan = edit(1);
    const Credentials credentials {"leonardo-secret"_ba, {}, {}};
    const Step first = m_at->adapter->begin(plan, plan.calls.first(), credentials);
    QCOMPARE(lineOf(requestOf(first)), u"POST https://cloud.leonardo.ai/api/rest/v1/init-image"_s);
    QVERIFY(!requestOf(first).startsPaidWork);
    QVERIFY(!m_at->adapter->resume(stateOf(first), credentials));
    const QJsonObject form {
        {u"uploadInitImage"_s,
         QJsonObject {{u"id"_s, u"i"_s}, {u"url"_s, address}, {u"fields"_s, u"{\"key\":\"k\"}"_s}}}};
    const Step next =
        m_at->adapter->advance(plan, stateOf(first), answerOf(200, QJsonDocument(form).toJson()), credentials);
    QCOMPARE(kindOf(next), followed ? u"send"_s : u"failed"_s);
    QVERIFY(!requestOf(next).body.contains("leonardo-secret") && requestOf(next).header("Authorization"_ba).isEmpty());
    QVERIFY(followed || errorOf(next).billing == Billing::NotBilled);
}

void TestLeonardo::idsWhereverTheyStand_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Money>("price");
    const Money price = Money::fromMicros(16'500);
    QTest::newRow("v1") << R"({"sdGenerationJob":{"generationId":"a","cost":{"amount":"0.0165","unit":"DOLLARS"}}})"_ba
                        << price;
    QTest::newRow("v2") << R"({"generate":{"generationId":"a","cost":{"amount":0.0165,"unit":"DOLLARS"}}})"_ba << price;
    QTest::newRow("alone") << R"({"generationId":"a"})"_ba << Money::unknown();
    QTest::newRow("below nothing, which the engine doubts")
        << R"({"generate":{"generationId":"a","cost":{"amount":"-1","unit":"DOLLARS"}}})"_ba << Money::fromDollars(-1);
    QTest::newRow("with a comma") << R"({"generate":{"generationId":"a","cost":{"amount":"1,50","unit":"DOLLARS"}}})"_ba
                                  << Money::unknown();
    QTest::newRow("other money") << R"({"generate":{"generationId":"a","cost":{"amount":"1.50","unit":"EUR"}}})"_ba
                                 << Money::unknown();
    QTest::newRow("credits") << R"({"generate":{"generationId":"a","cost":{"amount":"11","unit":"CREDITS"}}})"_ba
                             << Money::unknown();
}

void TestLeonardo::idsWhereverTheyStand()
{
    QFETCH(QByteArray, body);
    const Step step = m_at->adapter->advance(m_at->plan, {{u"phase"_s, u"submit"_s}}, answerOf(200, body), {});
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), u"GET https://cloud.leonardo.ai/api/rest/v1/generations/a"_s);
    QTEST(std::get<Wait>(step).price, "price");
    const HttpResponse made = answerOf(
        200,
        R"({"generations_by_pk":{"id":"a","status":"COMPLETE","generated_images":[{"url":"https://x.example/a.png"}]}})");
    const Done done = doneOf(m_at->adapter->advance(m_at->plan, std::get<Wait>(step).state, made, {}));
    QTEST(done.cost, "price");
    const bool isOdd = QByteArray(QTest::currentDataTag()) == "with a comma" || body.contains("EUR");
    QCOMPARE(done.usage.contains(QLatin1StringView(unreadableCost)), isOdd);
}

void TestLeonardo::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    constexpr Billing unsure = Billing::MayBeBilled;
    const auto row = [](const char *error, const char *code, int status, K kind, Billing billing) {
        const QByteArray body = QByteArray(R"({"error":")") + error + R"(","path":"$","code":")" + code + "\"}";
        QTest::addRow("%s with %d", error, status) << status << body << kind << billing;
    };
    for (const int status : {200, 400}) {
        row("Authentication hook unauthorized this request", "access-denied", status, K::Auth, free);
        row("Invalid response from authorization hook", "unexpected", status, K::Auth, free);
        row("not enough api tokens", "unexpected", status, K::Funds, free);
        row("invalid file extension", "unexpected", status, K::Invalid, free);
        row("width must be smaller", "validation-failed", status, K::Invalid, free);
        row("Content moderated", "unexpected", status, K::ContentPolicy, status == 200 ? unsure : free);
        row("Invalid model", "unexpected", status, K::NotFound, free);
    }
    row("strange", "unexpected", 200, K::Upstream, unsure);
    row("no", "access-denied", 401, K::Auth, free);
    row("queue is full", "unexpected", 429, K::RateLimit, free);
    row("oops", "unexpected", 500, K::Upstream, unsure);
    row("busy", "unexpected", 503, K::Overloaded, free);
    row("late", "unexpected", 504, K::Timeout, unsure);
    QTest::newRow("list") << 200 << R"([{"message":"not enough api tokens","extensions":{"code":"x"}}])"_ba << K::Funds
                          << free;
    QTest::newRow("garbage") << 200 << "hello"_ba << K::Upstream << unsure;
    QTest::newRow("no id") << 200 << R"({"generate":null})"_ba << K::Upstream << unsure;
}

void TestLeonardo::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error =
        errorOf(m_at->adapter->advance(m_at->plan, {{u"phase"_s, u"submit"_s}}, answerOf(status, body), {}));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(!error.why().isEmpty());
}

void TestLeonardo::keys()
{
    QVERIFY(!driveKeyCheck(*m_at->adapter, m_at->credentials));
    const std::optional<Error> wrong = driveKeyCheck(*m_at->adapter, {"wrong"_ba, {}, m_at->credentials.baseUrl});
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestLeonardo)
#include "test_leonardo.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/azure/azureadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/standins/azure.h"

#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

namespace {

using Fields = QHash<QString, QByteArray>;

} // namespace

/// Azure OpenAI: addresses and errors in tables, and the whole way of a picture against the stand-in's rules.
class TestAzure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<AzureStandIn>(); }
    void addresses_data();
    void addresses();
    void needsAnEndpoint();
    void errors_data();
    void errors();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void edits_data();
    void edits();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keys();
    void previewsAreShown();
    void filteredAfterwards();

private:
    [[nodiscard]] Credentials credentials(const Fields &extra = {}) const
    {
        return {AzureStandIn::key(), extra, m_standIn->baseUrl()};
    }
    static Request asked()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        return request;
    }

    std::unique_ptr<Adapter> m_azure = azureAdapter();
    std::unique_ptr<AzureStandIn> m_standIn;
};

void TestAzure::previewsAreShown()
{
    Request request = asked();
    request.previews = 2;
    const Plan plan = catalogPlan(u"azure-openai/gpt-image-2"_s, request);
    QCOMPARE(plan.previews, 2);
    StreamEvent event;
    event.name = "image_generation.partial_image";
    event.data = R"({"type":"image_generation.partial_image","partial_image_index":0,"b64_json":")"
        + pngOf({8, 8}).toBase64() + "\"}";
    QCOMPARE(m_azure->streamed(plan, {}, event).size(), 1);
}

/// What was made before it was filtered may be on the bill.
void TestAzure::filteredAfterwards()
{
    const Plan plan = catalogPlan(u"azure-openai/gpt-image-2"_s, asked());
    const QByteArray words = "Generated image was filtered as a result of our safety system.";
    for (const QByteArray &said : {words, QByteArray("Your request was rejected by our safety system.")}) {
        const HttpResponse response =
            answerOf(400, R"({"error":{"code":"contentFilter","message":")" + said + R"("}})");
        const Error error = errorOf(m_azure->advance(plan, {}, response, credentials()));
        QCOMPARE(error.kind, ErrorKind::ContentPolicy);
        QCOMPARE(error.billing, said == words ? Billing::MayBeBilled : Billing::NotBilled);
    }
}

void TestAzure::addresses_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<Fields>("extra");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("model"); ///< in the body
    QTest::addColumn<QString>("check");
    const QString mine = u"https://mine.openai.azure.com"_s;
    const QString gpt = u"azure-openai/gpt-image-2"_s;
    const QString model = u"gpt-image-2"_s;
    const Fields dated {{u"api_version"_s, "2025-04-01-preview"}};
    const QString datedModels = u"GET https://mine.openai.azure.com/openai/models?api-version=2025-04-01-preview"_s;
    const QString v1 = u"/openai/v1/images/generations?api-version=v1"_s;
    const QString v1Models = u"GET https://mine.openai.azure.com/openai/v1/models?api-version=v1"_s;
    QTest::newRow("v1") << mine << Fields() << gpt << QString(u"POST "_s + mine + v1) << model << v1Models;
    QTest::newRow("preview") << mine << Fields {{u"api_version"_s, "preview"}} << gpt
                             << QString(u"POST "_s + mine + u"/openai/v1/images/generations?api-version=preview"_s)
                             << model << u"GET https://mine.openai.azure.com/openai/v1/models?api-version=preview"_s;
    QTest::newRow("with its version") << QString(mine + u"/openai/v1/"_s) << Fields() << gpt
                                      << QString(u"POST "_s + mine + u"/openai/v1/images/generations"_s) << model
                                      << u"GET https://mine.openai.azure.com/openai/v1/models"_s;
    QTest::newRow("a project") << u"https://m.services.ai.azure.com/api/projects/p/openai/v1"_s << Fields() << gpt
                               << u"POST https://m.services.ai.azure.com/api/projects/p/openai/v1/images/generations"_s
                               << model << u"GET https://m.services.ai.azure.com/api/projects/p/openai/v1/models"_s;
    const QString classic =
        u"POST %1/openai/deployments/%2/images/generations?api-version=2025-04-01-preview"_s.arg(mine);
    QTest::newRow("dated") << mine << dated << gpt << classic.arg(model) << model << datedModels;
    QTest::newRow("dated, with a version pasted")
        << QString(mine + u"/openai/v1"_s) << dated << gpt << classic.arg(model) << model << datedModels;
    Fields named = dated;
    named.insert(u"deployments"_s, "gpt-image-1.5 = old, GPT-image-2 = my pictures");
    QTest::newRow("a deployment") << mine << named << gpt << classic.arg(u"my%20pictures"_s) << u"my pictures"_s
                                  << datedModels;
    QTest::newRow("a deployment in v1") << mine << Fields {{u"deployments"_s, "gpt-image-2=mine"}} << gpt
                                        << QString(u"POST "_s + mine + v1) << u"mine"_s << v1Models;
    QTest::newRow("Microsoft's own") << QString(mine + u"/openai/v1"_s) << Fields() << u"azure-openai/mai-image-2.5"_s
                                     << QString(u"POST "_s + mine + u"/mai/v1/images/generations"_s)
                                     << u"MAI-Image-2.5"_s << u"GET https://mine.openai.azure.com/openai/v1/models"_s;
}

void TestAzure::addresses()
{
    QFETCH(const QString, base);
    QFETCH(const Fields, extra);
    QFETCH(const QString, offer);
    const Plan plan = catalogPlan(offer, asked());
    const Credentials credentials {"key", extra, QUrl(base)};
    const HttpRequest request = requestOf(m_azure->begin(plan, plan.calls.first(), credentials));
    QTEST(lineOf(request), "line");
    QTEST(jsonOf(request.body).value("model"_L1).toString(), "model");
    QCOMPARE(request.header("api-key"), "key"_ba);
    QVERIFY(request.header("Authorization").isEmpty());
    QTEST(lineOf(*m_azure->keyCheck(credentials)), "check");
}

void TestAzure::needsAnEndpoint()
{
    const Plan plan = catalogPlan(u"azure-openai/gpt-image-2"_s, asked());
    QVERIFY(!errorOf(m_azure->begin(plan, plan.calls.first(), {"key", {}, {}})).why().isEmpty());
    QVERIFY(!m_azure->keyCheck({"key", {}, {}}));
    QVERIFY(m_azure->info().field(CredentialField::address())->isNeededWith("key"));
}

void TestAzure::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("seconds"); ///< to wait; -1: it does not say
    using enum ErrorKind;
    const auto row = [](const char *name, int status, const QByteArray &error, ErrorKind kind, int seconds = -1) {
        QTest::newRow(name) << status << error << kind << seconds;
    };
    row("filter", 400, R"({"code":"contentFilter","message":"Your task failed as a result of our safety system."})",
        ContentPolicy);
    row("policy", 400, R"({"code":"content_policy_violation","type":"invalid_request_error","message":"m"})",
        ContentPolicy);
    row("moderation", 400, R"({"code":"moderation_blocked","type":"image_generation_user_error","message":"m"})",
        ContentPolicy);
    row("chat's word", 400, R"({"code":"content_filter","param":"prompt","status":400,"message":"m"})", ContentPolicy);
    row("invalid", 400, R"({"code":"invalid_value","param":"size","message":"m"})", Invalid);
    row("key", 401, R"({"code":"401","message":"Access denied due to invalid subscription key"})", Auth);
    row("right", 401, R"({"code":"PermissionDenied","message":"m"})", Auth);
    row("blocked", 403, R"({"code":"Forbidden","message":"The resource has been temporarily blocked"})", Auth);
    row("deployment", 404, R"({"code":"DeploymentNotFound","message":"m"})", NotFound);
    row("path", 404, R"({"code":"404","message":"Resource not found"})", NotFound);
    row("rate", 429, R"({"code":"429","message":"… rate limit. Please retry after 45 seconds. …"})", RateLimit, 45);
    row("newer", 429, R"({"code":"RateLimitReached","message":"m"})", RateLimit);
    row("day", 429, R"({"code":"429","message":"Please retry after 86400 seconds."})", RateLimit, 86'400);
    row("broken", 500, R"({"code":"contentFilter","message":"m"})", Upstream);
    row("busy", 503, R"({"message":"m"})", Overloaded);
}

void TestAzure::errors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, error);
    QFETCH(const int, seconds);
    const Plan plan = catalogPlan(u"azure-openai/gpt-image-2"_s, asked());
    const Error read =
        errorOf(m_azure->advance(plan, {}, answerOf(status, "{\"error\":" + error + "}"), {"key", {}, {}}));
    QTEST(read.kind, "kind");
    QCOMPARE(read.billing, status == 500 ? Billing::MayBeBilled : Billing::NotBilled);
    QCOMPARE(read.retryAfter.has_value(), seconds >= 0);
    QVERIFY(!read.retryAfter || *read.retryAfter == std::chrono::seconds(seconds));
    QVERIFY(!read.why().isEmpty());
}

void TestAzure::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Fields>("extra");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"azure-openai"_s);
    QVERIFY(offers.size() >= 10);
    for (const QString &offer : offers) {
        for (const Fields &extra : {Fields(), Fields {{u"api_version"_s, "2025-04-01-preview"}}}) {
            const char *style = extra.isEmpty() ? "v1" : "dated";
            QTest::addRow("%s %s", qPrintable(offer), style) << offer << extra << SizeRequest();
            QTest::addRow("%s %s 1000x700", qPrintable(offer), style)
                << offer << extra << SizeRequest {QSize(1000, 700), {}, {}, false};
        }
    }
}

void TestAzure::everyOfferIsAccepted()
{
    QFETCH(const QString, offer);
    QFETCH(const Fields, extra);
    QFETCH(const SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.n = 2;
    request.seed = 5;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Webp;
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = drive(*m_azure, plan, credentials(extra));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
    if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), *plan.size.pixels);
    }
}

void TestAzure::edits_data()
{
    QTest::addColumn<Fields>("extra");
    QTest::newRow("v1") << Fields();
    QTest::newRow("dated") << Fields {{u"api_version"_s, "2025-04-01-preview"}};
    QTest::newRow("a deployment") << Fields {{u"deployments"_s, "gpt-image-2=my-pictures"}};
}

void TestAzure::edits()
{
    QFETCH(const Fields, extra);
    Request request = asked();
    request.images = {{pngOf({64, 64}), {}}};
    request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    const CallOutcome outcome =
        drive(*m_azure, catalogPlan(u"azure-openai/gpt-image-2"_s, request), credentials(extra));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(outcome.cost.isKnown());
    QCOMPARE(m_standIn->billed(), 1);
}

void TestAzure::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    QTest::newRow("limit") << AzureStandIn::refusal(429, {{u"code"_s, u"429"_s}}) << false << RateLimit;
    QTest::newRow("500") << AzureStandIn::refusal(500, {{u"code"_s, u"500"_s}}) << true << Upstream;
    QTest::newRow("lost") << Reply::drop() << true << Network;
    QTest::newRow("moved") << Reply::redirect(QUrl(u"https://example.com/"_s)) << false << Upstream;
}

void TestAzure::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = drive(*m_azure, catalogPlan(u"azure-openai/gpt-image-2"_s, asked()), credentials());
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QCOMPARE(outcome.error->billing, worked ? Billing::MayBeBilled : Billing::NotBilled);
    QCOMPARE(m_standIn->calls().size(), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestAzure::keys()
{
    QVERIFY(!driveKeyCheck(*m_azure, credentials()));
    QVERIFY(!driveKeyCheck(*m_azure, credentials({{u"api_version"_s, "2025-04-01-preview"}})));
    Credentials wrong = credentials();
    wrong.key = "wrong";
    QCOMPARE(driveKeyCheck(*m_azure, wrong).value_or(Error()).kind, ErrorKind::Auth);
    Plan plan = catalogPlan(u"azure-openai/gpt-image-2"_s, asked());
    plan.offer.providerModel = u"nobody"_s;
    QCOMPARE(drive(*m_azure, plan, credentials()).error.value_or(Error()).kind, ErrorKind::NotFound);
    QCOMPARE(m_standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestAzure)
#include "test_azure.moc"

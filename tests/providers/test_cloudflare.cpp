// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/cloudflare/cloudflareadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/standins/cloudflare.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// Cloudflare Workers AI: messages in tables, and the whole way of a picture against the stand-in's rules.
class TestCloudflare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<CloudflareStandIn>(); }
    void addresses();
    void answers_data();
    void answers();
    void errors_data();
    void errors();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void edits();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keys();

private:
    [[nodiscard]] Credentials credentials() const
    {
        return {CloudflareStandIn::key(), {{u"account_id"_s, CloudflareStandIn::account()}}, m_standIn->baseUrl()};
    }
    static Request asked()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        return request;
    }

    std::unique_ptr<Adapter> m_cloudflare = cloudflareAdapter();
    std::unique_ptr<CloudflareStandIn> m_standIn;
};

void TestCloudflare::addresses()
{
    const Plan plan = catalogPlan(u"cloudflare/flux-1-schnell"_s, asked());
    Credentials credentials {"key", {{u"account_id"_s, "abc/../other"}}, {}};
    const HttpRequest request = requestOf(m_cloudflare->begin(plan, plan.calls.first(), credentials));
    QCOMPARE(lineOf(request),
             u"POST https://api.cloudflare.com/client/v4/accounts/abc%2F..%2Fother/ai/run/"
             "@cf/black-forest-labs/flux-1-schnell"_s);
    QCOMPARE(request.header("Authorization"), "Bearer key"_ba);
    QCOMPARE(jsonOf(request.body), (QJsonObject {{u"prompt"_s, u"a red fox"_s}}));
    credentials.extra.clear();
    QVERIFY(!errorOf(m_cloudflare->begin(plan, plan.calls.first(), credentials)).why().isEmpty());
}

void TestCloudflare::answers_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("works");
    const QByteArray picture = pngOf({2, 2});
    const QByteArray text = picture.toBase64();
    const QByteArray json = "application/json";
    QTest::newRow("envelope") << json << R"({"result":{"image":")" + text + R"("},"success":true,"errors":[]})" << true;
    QTest::newRow("data url") << json << R"({"result":{"image":"data:image/png;base64,)" + text + R"("}})" << true;
    QTest::newRow("on top") << json << R"({"image":")" + text + R"("})" << true;
    QTest::newRow("bytes") << "image/png"_ba << picture << true;
    QTest::newRow("bytes of another type") << "application/octet-stream"_ba << picture << true;
    QTest::newRow("no picture") << "image/png"_ba
                                << "oops"_ba << false;
    QTest::newRow("nothing") << json << R"({"result":null,"success":true})"_ba << false;
    QTest::newRow("garbage") << "text/html"_ba
                             << "<html>"_ba << false;
}

void TestCloudflare::answers()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, works);
    const Plan plan = catalogPlan(u"cloudflare/flux-1-schnell"_s, asked());
    const Step step =
        m_cloudflare->advance(plan, {{u"seed"_s, 5}}, answerOf(200, body, {{"Content-Type", type}}), credentials());
    if (works) {
        QCOMPARE(doneOf(step).media.first().bytes, pngOf({2, 2}));
        QCOMPARE(doneOf(step).media.first().seed, std::optional<qint64>(5));
    } else {
        QCOMPARE(errorOf(step).kind, ErrorKind::Upstream);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
        QVERIFY(!errorOf(step).why().isEmpty());
    }
}

void TestCloudflare::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    const auto row = [](int status, int code, const QString &message, ErrorKind kind) {
        QTest::addRow("%d %d", status, code) << status << code << message << kind;
    };
    row(400, 3003, u"missing body"_s, Invalid);
    row(400, 5004, u"bad base64"_s, Invalid);
    row(400, 5007, u"No such model"_s, NotFound);
    row(400, 3030, u"refused"_s, ContentPolicy);
    row(400, 9999, u"Input prompt contains NSFW content."_s, ContentPolicy);
    row(401, 10000, u"Authentication error"_s, Auth);
    row(403, 3023, u"blocked"_s, Auth);
    row(403, 5016, u"terms"_s, Auth);
    row(404, 3042, u"model id"_s, NotFound);
    row(404, 7003, u"Could not route"_s, NotFound);
    row(405, 5005, u"LoRA"_s, Unsupported);
    row(408, 3007, u"timeout"_s, Timeout);
    row(413, 3006, u"too large"_s, Invalid);
    row(429, 3036, u"you have used up your daily free allocation"_s, Funds);
    row(429, 4006, u"the same"_s, Funds);
    row(429, 3040, u"out of capacity"_s, Overloaded);
    row(429, 1, u"slow down"_s, RateLimit);
    row(200, 3030, u"NSFW"_s, ContentPolicy); // as a success
    row(200, 9999, u"the prompt was flagged"_s, ContentPolicy);
    row(200, 9999, u"no picture today"_s, Upstream);
    row(500, 5007, u"AiError"_s, Upstream);
    row(524, 0, u""_s, Timeout);
}

void TestCloudflare::errors()
{
    QFETCH(const int, status);
    QFETCH(const int, code);
    QFETCH(const QString, message);
    const QJsonObject body {{u"success"_s, false},
                            {u"errors"_s, QJsonArray {QJsonObject {{u"code"_s, code}, {u"message"_s, message}}}}};
    const Plan plan = catalogPlan(u"cloudflare/flux-1-schnell"_s, asked());
    const HttpResponse response = answerOf(status, QJsonDocument(body).toJson(), {{"Retry-After", "7"}});
    const Error error = errorOf(m_cloudflare->advance(plan, {}, response, credentials()));
    QTEST(error.kind, "kind");
    const bool mayBeBilled = status == 200 || status == 408 || status >= 500;
    QCOMPARE(error.billing, mayBeBilled ? Billing::MayBeBilled : Billing::NotBilled);
    QVERIFY(status == 200 || error.retryAfter == std::optional(std::chrono::milliseconds(7000)));
    QVERIFY(!error.why().isEmpty());
}

void TestCloudflare::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"cloudflare"_s);
    QVERIFY(offers.size() >= 6);
    for (const QString &offer : offers) {
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
    }
}

void TestCloudflare::everyOfferIsAccepted()
{
    QFETCH(const QString, offer);
    QFETCH(const SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.tuning.guidance = 4;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown());
    const CallOutcome outcome = drive(*m_cloudflare, plan, credentials());
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(outcome.media.first().seed, plan.calls.first().seed);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
    if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), *plan.size.pixels);
    }
}

void TestCloudflare::edits()
{
    Request request = asked();
    request.images = {{pngOf({64, 64}), {}}, {pngOf({64, 64}, Qt::red), {}}};
    const CallOutcome outcome = drive(*m_cloudflare, catalogPlan(u"cloudflare/flux-2-dev"_s, request), credentials());
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    const QByteArray sent = m_standIn->calls().last().body;
    QVERIFY(sent.contains("name=\"input_image_0\"") && sent.contains("name=\"input_image_1\""));
}

void TestCloudflare::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    QTest::newRow("capacity") << CloudflareStandIn::refusal(429, 3040, u"busy"_s) << false << Overloaded;
    QTest::newRow("timeout") << CloudflareStandIn::refusal(408, 3007, u"slow"_s) << true << Timeout;
    QTest::newRow("500") << CloudflareStandIn::refusal(500, 1, u"oops"_s) << true << Upstream;
    QTest::newRow("lost") << Reply::drop() << true << Network;
}

void TestCloudflare::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"run"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = drive(*m_cloudflare, catalogPlan(u"cloudflare/flux-2-dev"_s, asked()), credentials());
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QCOMPARE(outcome.error->billing, worked ? Billing::MayBeBilled : Billing::NotBilled);
    QCOMPARE(m_standIn->calls().size(), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestCloudflare::keys()
{
    QVERIFY(!driveKeyCheck(*m_cloudflare, credentials()));
    Credentials wrong = credentials();
    wrong.key = "wrong";
    QCOMPARE(driveKeyCheck(*m_cloudflare, wrong).value_or(Error()).kind, ErrorKind::Auth);
    wrong = credentials();
    wrong.extra.insert(u"account_id"_s, "another");
    QCOMPARE(driveKeyCheck(*m_cloudflare, wrong).value_or(Error()).param, u"account_id"_s);
}

QTEST_GUILESS_MAIN(TestCloudflare)
#include "test_cloudflare.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lumenfall/lumenfalladapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/lumenfall.h"

#include <QImage>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray told(const char *code, const char *message = "No")
{
    return QByteArray(R"({"error":{"message":")") + message + R"(","type":"t","code":")" + code + R"("}})";
}

QList<ErrorCase> lumenfallErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"invalid", 400, told("INVALID_REQUEST"), Invalid},
        {"prompt too long", 400, told("INVALID_REQUEST", "Too big: expected string to have <=1000 characters"), Invalid,
         Billing::NotBilled, u"prompt"_s},
        {"too many pictures", 400, told("INVALID_REQUEST", "x does not support multiple input images"), Invalid,
         Billing::NotBilled, u"image"_s},
        {"broken picture", 400, told("INVALID_REQUEST", "Invalid image file provided"), Invalid, Billing::NotBilled,
         u"image"_s},
        {"wrong mode", 400, told("INVALID_REQUEST", "Model 'x' does not support text-to-image."), Unsupported},
        {"refused", 400, told("CONTENT_POLICY_VIOLATION"), ContentPolicy, Billing::MayBeBilled},
        {"key", 401, told("AUTHENTICATION_FAILED"), Auth},
        {"funds", 402, told("INSUFFICIENT_BALANCE"), Funds},
        {"model", 404, told("MODEL_NOT_FOUND"), NotFound},
        {"model gone", 404, told("MODEL_DISABLED"), NotFound},
        {"limit", 429, told("RATE_LIMITED"), RateLimit, Billing::NotBilled, {}, {{"Retry-After"_ba, "1"_ba}}, 1000},
        {"nobody could", 502, told("ALL_PROVIDERS_EXHAUSTED"), Upstream, unsure},
        {"upstream", 500, told("UPSTREAM_ERROR"), Upstream, unsure},
        {"busy", 503, "", Overloaded},
        {"late", 504, "", Timeout, unsure},
        {"an error as a success", 200, told("INSUFFICIENT_BALANCE"), Funds, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// Lumenfall: uploads for edits and upscales, costs told.
class TestLumenfall : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestLumenfall()
        : ImagesVendorTest({u"lumenfall"_s, lumenfallAdapter(), LumenfallStandIn::key(), u"lumenfall/flux-2-pro"_s, 23,
                            lumenfallErrors(),
                            R"({"data":[{"b64_json":")" + pngOf({2, 2}).toBase64()
                                + R"("}],"metadata":{"cost":0.04,"cost_currency":"USD"}})"})
    {
    }

private Q_SLOTS:
    void edits();
    void upscales();
    void costs_data();
    void costs();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<LumenfallStandIn>();
    }
};

void TestLumenfall::edits()
{
    isMade(catalogPlan(u"lumenfall/flux-2-pro"_s, askedWithPictures(3)));
    Request request = askedWithPictures(1);
    request.mask = {pngOf({64, 64}, Qt::transparent), {}};
    isMade(catalogPlan(u"lumenfall/gpt-image-2"_s, request));
    QCOMPARE(standIn().calls(u"/openai/v1/images/edits"_s), 2);
    QVERIFY(standIn().calls().last().body.contains("name=\"mask\""));
}

void TestLumenfall::upscales()
{
    Request request = askedWithPictures(1);
    request.operation = Operation::Upscale;
    request.prompt.clear();
    Plan plan = catalogPlan(u"lumenfall/topaz-image-upscale"_s, request);
    plan.tuning.insert("scale_factor"_L1, 3);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), QSize(192, 192));
    QVERIFY(!standIn().calls().last().body.contains("name=\"prompt\""));
    QCOMPARE(standIn().violations(), QStringList());
}

void TestLumenfall::costs_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<Money>("cost");
    QTest::newRow("dollars") << R"({"cost":0.04,"cost_currency":"USD"})"_ba << Money::fromDollars(0.04);
    QTest::newRow("no currency") << R"({"cost":0.04})"_ba << Money::fromDollars(0.04);
    QTest::newRow("other money") << R"({"cost":0.04,"cost_currency":"EUR"})"_ba << Money::unknown();
    QTest::newRow("none") << R"({"provider":"vertex"})"_ba << Money::unknown();
}

void TestLumenfall::costs()
{
    QFETCH(QByteArray, metadata);
    const QByteArray body = R"({"data":[{"url":"https://media.example/1.png"}],"metadata":)" + metadata + "}";
    QTEST(doneOf(read(answerOf(200, body))).cost, "cost");
}

QTEST_GUILESS_MAIN(TestLumenfall)
#include "test_lumenfall.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "providers/openrouter/openrouteradapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/openrouter.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString chatOffer = u"openrouter/gpt-image-2"_s;

QByteArray told(const char *type, int code = 400)
{
    return R"({"error":{"code":)" + QByteArray::number(code) + R"(,"message":"No","metadata":{"error_type":")" + type
        + R"("}}})";
}

/// As since August 2026, beside a general type.
QByteArray unavailable(const char *code)
{
    return R"({"error":{"code":403,"message":"No","metadata":{"error_type":"permission_denied"},"availability":{"code":")"
        + QByteArray(code) + R"("}}})";
}

QList<ErrorCase> openRouterErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"invalid", 400, told("invalid_request"), Invalid},
        {"picture", 400, told("image_too_large"), Invalid},
        {"model", 400, told("model_not_found"), NotFound},
        {"refused", 400, told("content_policy_violation"), ContentPolicy},
        {"refusal", 400, told("refusal"), ContentPolicy},
        {"key", 401, told("authentication"), Auth},
        {"funds", 402, told("payment_required"), Funds},
        {"permission", 403, told("permission_denied"), Auth},
        {"region", 403, told("region_restricted"), Unsupported},
        {"region as availability", 403, unavailable("region_restricted"), Unsupported},
        {"moderation", 403, R"({"error":{"code":403,"message":"flagged","metadata":{"reasons":["violence"]}}})",
         ContentPolicy},
        {"nobody serves it", 404, told("no_endpoints"), NotFound},
        {"its server lacks it", 404, unavailable("model_unavailable_upstream"), NotFound},
        {"none is free", 429, unavailable("capacity_exhausted"), Overloaded},
        {"retired", 404, told("model_deprecated"), NotFound},
        {"too large", 413, "", Invalid},
        {"unprocessable", 422, "", Invalid},
        {"limit",
         429,
         told("rate_limit_exceeded"),
         RateLimit,
         Billing::NotBilled,
         {},
         {{"Retry-After"_ba, "3"_ba}},
         3000},
        {"capacity", 429, told("capacity_exhausted"), Overloaded},
        {"broken", 500, told("authentication", 500), Upstream, unsure},
        {"a proxy's 502", 502, "<html></html>", Upstream, unsure},
        {"busy", 503, told("provider_overloaded"), Overloaded},
        {"overloaded", 529, "", Overloaded},
        {"late", 408, "", Timeout, unsure},
        {"late at a proxy", 524, "", Timeout, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
        {"nothing", 200, R"({"data":[]})", Upstream, unsure},
        {"nothing, for nothing", 200, R"({"data":[],"usage":{"cost":0}})", Upstream},
    };
}

} // namespace

/// OpenRouter: one route for pictures and edits, the chat way for models that only chat, costs told by both.
class TestOpenRouter : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestOpenRouter()
        : ImagesVendorTest({u"openrouter"_s, openRouterAdapter(), OpenRouterStandIn::key(),
                            u"openrouter/gemini-3-pro-image"_s, 18, openRouterErrors(),
                            R"({"data":[{"b64_json":")" + pngOf({2, 2}).toBase64()
                                + R"(","media_type":"image/png"}],"usage":{"cost":0.04}})"})
    {
    }

private Q_SLOTS:
    void edits();
    void costs_data();
    void costs();
    void itsOwnFailuresAreFree();
    void reasonsAreTold();
    void chats();
    void chatAnswers_data();
    void chatAnswers();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<OpenRouterStandIn>();
    }
};

void TestOpenRouter::edits()
{
    isMade(catalogPlan(u"openrouter/seedream-4.5"_s, askedWithPictures(3)));
    QCOMPARE(lastBody().value("input_references"_L1).toArray().size(), 3);
    QCOMPARE(standIn().calls(u"/api/v1/images"_s), 1);
}

void TestOpenRouter::costs_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<Money>("cost");
    QTest::newRow("credits") << R"({"cost":0.04,"is_byok":false})"_ba << Money::fromDollars(0.04);
    QTest::newRow("the user's own key")
        << R"({"cost":0.002,"is_byok":true,"cost_details":{"upstream_inference_cost":0.04}})"_ba
        << Money::fromDollars(0.042);
    QTest::newRow("of which only the fee is known") << R"({"cost":0.002,"is_byok":true})"_ba << Money::unknown();
    QTest::newRow("none") << R"({"prompt_tokens":7})"_ba << Money::unknown();
}

void TestOpenRouter::costs()
{
    QFETCH(QByteArray, usage);
    const QByteArray picture = pngOf({2, 2}).toBase64();
    QTEST(doneOf(read(answerOf(200, R"({"data":[{"b64_json":")" + picture + R"("}],"usage":)" + usage + "}"))).cost,
          "cost");
    const QByteArray chat = R"({"choices":[{"message":{"images":[{"image_url":{"url":"data:image/png;base64,)" + picture
        + R"("}}]}}],"usage":)" + usage + "}";
    QTEST(doneOf(read(answerOf(200, chat), catalogPlan(chatOffer, asked()))).cost, "cost");
}

void TestOpenRouter::itsOwnFailuresAreFree()
{
    HttpResponse response = answerOf(502, told("provider_unavailable", 502));
    for (const auto &[path, billing] : {std::pair(u"/api/v1/images"_s, Billing::NotBilled),
                                        std::pair(u"/api/v1/chat/completions"_s, Billing::MayBeBilled)}) {
        response.url.setPath(path);
        QCOMPARE(errorOf(read(response)).billing, billing);
        QCOMPARE(errorOf(read(response)).kind, ErrorKind::Upstream);
    }
}

void TestOpenRouter::reasonsAreTold()
{
    for (const QByteArray &region : {told("region_restricted"), unavailable("region_restricted")}) {
        QCOMPARE(errorOf(read(answerOf(403, region))).reason, reasons::regionNotServed(u"OpenRouter"_s));
    }
    standIn().script(u"generation"_s, OpenRouterStandIn::regionRestricted());
    QCOMPARE(made(plainPlan()).error.value_or(Error()).reason, reasons::regionNotServed(u"OpenRouter"_s));
    QCOMPARE(standIn().calls(u"/api/v1/images"_s), 1);
    Request request = asked();
    request.prompt = u"something forbidden"_s;
    const CallOutcome flagged = made(catalogPlan(u"openrouter/gemini-3-pro-image"_s, request));
    QCOMPARE(flagged.error.value_or(Error()).detail, u"Input was flagged (violence)"_s);
    QCOMPARE(standIn().billed(), 0);
}

void TestOpenRouter::chats()
{
    Request request = askedWithPictures(2);
    request.size.ratio = AspectRatio {3, 2};
    isMade(catalogPlan(chatOffer, request));
    QCOMPARE(standIn().calls(u"/api/v1/chat/completions"_s), 1);
    const QJsonObject body = lastBody();
    QCOMPARE(body.value("modalities"_L1), QJsonValue(QJsonArray {u"image"_s, u"text"_s}));
    QCOMPARE(body.value("image_config"_L1)["aspect_ratio"_L1], QJsonValue(u"3:2"_s));
    QCOMPARE(body.value("messages"_L1)[0]["content"_L1].toArray().size(), 3);
    request = asked();
    request.prompt = u"something forbidden"_s;
    const CallOutcome refused = made(catalogPlan(chatOffer, request));
    QCOMPARE(refused.error.value_or(Error()).kind, ErrorKind::ContentPolicy);
    QCOMPARE(refused.error.value_or(Error()).detail, u"I cannot paint this."_s);
    QCOMPARE(refused.error.value_or(Error()).billing, Billing::MayBeBilled);
}

void TestOpenRouter::chatAnswers_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("words") << R"({"message":{"content":"No."},"finish_reason":"stop"})"_ba << ErrorKind::ContentPolicy
                           << u"No."_s;
    QTest::newRow("refusal") << R"({"message":{"content":null,"refusal":"Never."}})"_ba << ErrorKind::ContentPolicy
                             << u"Never."_s;
    QTest::newRow("filter") << R"({"message":{"content":""},"finish_reason":"content_filter"})"_ba
                            << ErrorKind::ContentPolicy << QString();
    QTest::newRow("error inside") << R"({"error":{"code":502,"message":"gone"},"finish_reason":"error"})"_ba
                                  << ErrorKind::Upstream << u"gone"_s;
    QTest::newRow("nothing") << R"({"message":{"content":""}})"_ba << ErrorKind::Upstream << QString();
    QTest::newRow("no object") << "7"_ba << ErrorKind::Upstream << QString();
}

void TestOpenRouter::chatAnswers()
{
    QFETCH(QByteArray, choice);
    const Plan plan = catalogPlan(chatOffer, asked());
    const Error error = errorOf(read(answerOf(200, R"({"choices":[)" + choice + "]}"), plan));
    QTEST(error.kind, "kind");
    QTEST(error.detail, "detail");
    QCOMPARE(error.billing, Billing::MayBeBilled);
    const Error free = errorOf(read(answerOf(200, R"({"choices":[)" + choice + R"(],"usage":{"cost":0}})"), plan));
    QCOMPARE(free.billing, Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestOpenRouter)
#include "test_openrouter.moc"

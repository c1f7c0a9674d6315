// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/huggingface/huggingfaceadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/huggingface.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<ErrorCase> huggingFaceErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"invalid", 400, R"({"error":"bad"})", Invalid},
        {"not served", 400, R"({"error":"Model not supported by provider fal-ai"})", NotFound},
        {"key", 401, R"({"error":"Invalid username or password."})", Auth},
        {"credits", 402, R"({"error":"You have exceeded your monthly included credits"})", Funds},
        {"permission", 403, R"({"error":"This token lacks the permission"})", Auth},
        {"model", 404, R"({"error":{"message":"Not Found"}})", NotFound},
        {"field", 422, R"({"detail":[{"loc":["body","width"],"msg":"too large"}]})", Invalid, Billing::NotBilled,
         u"size"_s},
        {"flagged", 422, R"({"error":{"message":"The image contains NSFW content"}})", ContentPolicy, unsure},
        {"limit", 429, R"({"error":"slow down"})", RateLimit},
        {"credits as a limit", 429, R"({"error":"Insufficient credit"})", Funds},
        {"loading",
         503,
         R"({"error":"Model x is currently loading","estimated_time":20.5})",
         Overloaded,
         Billing::NotBilled,
         {},
         {},
         20'500},
        {"busy", 503, "", Overloaded},
        {"broken", 500, R"({"error":"insufficient credit"})", Upstream, unsure},
        {"late", 504, "", Timeout, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// Hugging Face: its own servers, and the vendors behind its router that answer at once.
class TestHuggingFace : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestHuggingFace()
        : ImagesVendorTest({u"huggingface"_s, huggingFaceAdapter(), HuggingFaceStandIn::key(),
                            u"huggingface/flux-1-schnell"_s, 3, huggingFaceErrors(),
                            R"({"data":[{"b64_json":")" + pngOf({2, 2}).toBase64() + R"("}]})"})
    {
    }

private Q_SLOTS:
    void goesToTheVendor_data();
    void goesToTheVendor();
    void asksForInputsAndParameters();
    void onlyWhoAnswersAtOnceIsAsked();
    void theTokenIsShownToTheHub();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<HuggingFaceStandIn>();
    }
};

void TestHuggingFace::goesToTheVendor_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    const QString schnell = u"/black-forest-labs/FLUX.1-schnell"_s;
    QTest::newRow("together") << QString("together"_L1 + schnell) << u"/together/v1/images/generations"_s;
    QTest::newRow("nscale") << QString("nscale"_L1 + schnell) << u"/nscale/v1/images/generations"_s;
    QTest::newRow("deepinfra") << QString("deepinfra"_L1 + schnell) << u"/deepinfra/v1/openai/images/generations"_s;
}

void TestHuggingFace::goesToTheVendor()
{
    QFETCH(QString, model);
    QFETCH(QString, path);
    Plan plan = plainPlan();
    plan.offer.providerModel = model;
    plan.offer.wire.constants = {};
    plan.offer.fields.remove(u"steps"_s);
    isMade(plan);
    QCOMPARE(standIn().calls(path), 1);
    QCOMPARE(lastBody().value("model"_L1).toString(), u"black-forest-labs/FLUX.1-schnell"_s);
}

void TestHuggingFace::asksForInputsAndParameters()
{
    Request request = asked();
    request.seed = 7;
    isMade(catalogPlan(u"huggingface/flux-1-dev"_s, request));
    QCOMPARE(standIn().calls(u"/hf-inference/models/black-forest-labs/FLUX.1-dev"_s), 1);
    QCOMPARE(lastBody().keys(), (QStringList {u"inputs"_s, u"parameters"_s}));
    QCOMPARE(lastBody().value("parameters"_L1)["seed"_L1].toInt(), 7);
}

void TestHuggingFace::onlyWhoAnswersAtOnceIsAsked()
{
    Plan plan = plainPlan();
    plan.offer.providerModel = u"fal-ai/fal-ai/flux/schnell"_s;
    const Error error = errorOf(adapter().begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    QCOMPARE(error.kind, ErrorKind::NotFound);
    QCOMPARE(error.billing, Billing::NotBilled);
}

void TestHuggingFace::theTokenIsShownToTheHub()
{
    QCOMPARE(lineOf(adapter().keyCheck({"k"_ba, {}, {}}).value()), u"GET https://huggingface.co/api/whoami-v2"_s);
}

QTEST_GUILESS_MAIN(TestHuggingFace)
#include "test_huggingface.moc"

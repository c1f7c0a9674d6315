// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/xai/xaiadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/xai.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<ErrorCase> xaiErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"key", 400, R"({"code":"c","error":"Incorrect API key provided: xa***in."})", Auth},
        {"no key", 401, R"({"error":"No credentials"})", Auth},
        {"argument", 400, R"({"error":"Argument not supported: size"})", Invalid, Billing::NotBilled, u"size"_s},
        {"argument, OpenAI's form", 400, R"({"error":{"message":"bad","param":"aspect_ratio","code":"x"}})", Invalid,
         Billing::NotBilled, u"aspect_ratio"_s},
        {"prompt refused", 400, R"({"error":"The prompt violates our content policy."})", ContentPolicy},
        {"permission", 403, R"({"code":"c","error":"The key may not use this model"})", Auth},
        {"credits", 403, R"({"error":"Your team has either used all available credits or reached its limit"})", Funds},
        {"credits as a limit", 429, R"({"error":"used all available credits or reached its monthly spending limit"})",
         Funds},
        {"model", 404, R"({"error":"The model grok-9 does not exist"})", NotFound},
        {"schema", 422, R"({"error":"Failed to deserialize the body"})", Invalid},
        {"limit",
         429,
         R"({"code":"Some resource has been exhausted","error":"slow"})",
         RateLimit,
         Billing::NotBilled,
         {},
         {{"retry-after"_ba, "2"_ba}},
         2000},
        {"busy", 503, "", Overloaded},
        {"broken", 500, R"({"error":"content policy"})", Upstream, unsure},
        {"late", 504, "", Timeout, unsure},
        {"input withheld", 200, R"({"block_reason":"self harm","data":[],"usage":{"cost_in_usd_ticks":0}})",
         ContentPolicy},
        {"all withheld", 200, R"({"data":[{"url":"https://x.example/black.png","respect_moderation":false}]})",
         ContentPolicy, unsure},
        {"nothing came", 200, R"({"data":[]})", ContentPolicy, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// xAI: edits as JSON, filters that speak with a success, exact costs.
class TestXai : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestXai()
        : ImagesVendorTest({u"xai"_s, xaiAdapter(), XaiStandIn::key(), u"xai/grok-imagine-image"_s, 3, xaiErrors(),
                            R"({"data":[{"b64_json":")" + pngOf({2, 2}).toBase64()
                                + R"(","mime_type":"image/png"}],)"
                                  R"("usage":{"cost_in_usd_ticks":200000000}})"})
    {
    }

private Q_SLOTS:
    void edits_data();
    void edits();
    void tellsItsCost();
    void deliversWhatIsNotWithheld();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<XaiStandIn>();
    }
};

void TestXai::edits_data()
{
    QTest::addColumn<int>("pictures");
    QTest::addColumn<QString>("field");
    QTest::newRow("one") << 1 << u"image"_s;
    QTest::newRow("three") << 3 << u"images"_s;
}

void TestXai::edits()
{
    QFETCH(int, pictures);
    QFETCH(QString, field);
    isMade(catalogPlan(u"xai/grok-imagine-image"_s, askedWithPictures(pictures)));
    QCOMPARE(standIn().calls(u"/v1/images/edits"_s), 1);
    QVERIFY(lastBody().contains(field));
}

void TestXai::tellsItsCost()
{
    Request request = asked();
    request.n = 3;
    const CallOutcome outcome = made(catalogPlan(u"xai/grok-imagine-image"_s, request));
    QCOMPARE(outcome.cost, Money::fromDollars(0.06));
    request.prompt = u"something forbidden"_s;
    const CallOutcome refused = made(catalogPlan(u"xai/grok-imagine-image"_s, request));
    QCOMPARE(refused.error.value_or(Error()).kind, ErrorKind::ContentPolicy);
    QCOMPARE(refused.error.value_or(Error()).billing, Billing::MayBeBilled); // the answer names a cost
}

void TestXai::deliversWhatIsNotWithheld()
{
    const QByteArray body = R"({"data":[{"url":"https://x.example/1.jpeg","respect_moderation":true},)"
                            R"({"url":"https://x.example/2.jpeg","respect_moderation":false}]})";
    const Done done = doneOf(read(answerOf(200, body)));
    QCOMPARE(done.media.size(), 1);
    QCOMPARE(done.media.first().url, QUrl(u"https://x.example/1.jpeg"_s));
}

QTEST_GUILESS_MAIN(TestXai)
#include "test_xai.moc"

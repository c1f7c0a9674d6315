// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/byteplus/byteplusadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/byteplus.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray told(const char *code, const char *param = "")
{
    return QByteArray(R"({"error":{"code":")") + code + R"(","message":"No. Request ID: 02","param":")" + param
        + R"(","type":"t"}})";
}

QList<ErrorCase> bytePlusErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"missing", 400, told("MissingParameter", "prompt"), Invalid, Billing::NotBilled, u"prompt"_s},
        {"invalid", 400, told("InvalidParameter", "size"), Invalid, Billing::NotBilled, u"size"_s},
        {"closed endpoint", 400, told("InvalidEndpoint.ClosedEndpoint"), NotFound},
        {"refused", 400, told("SensitiveContentDetected.Violence"), ContentPolicy},
        {"prompt refused", 400, told("InputTextSensitiveContentDetected"), ContentPolicy},
        {"input refused", 400, told("InputImageSensitiveContentDetected"), ContentPolicy},
        {"picture refused", 400, told("OutputImageSensitiveContentDetected"), ContentPolicy},
        {"key", 401, told("AuthenticationError"), Auth},
        {"denied", 403, told("AccessDenied"), Auth},
        {"funds", 403, told("AccountOverdueError"), Funds},
        {"model", 404, told("InvalidEndpoint.NotFound"), NotFound},
        {"model not open", 404, told("ModelNotOpen"), NotFound},
        {"limit",
         429,
         told("RateLimitExceeded.EndpointRPMExceeded"),
         RateLimit,
         Billing::NotBilled,
         {},
         {{"retry-after"_ba, "7"_ba}},
         7000},
        {"quota", 429, told("QuotaExceeded"), RateLimit},
        {"busy", 429, told("ServerOverloaded"), Overloaded},
        {"broken", 500, told("InternalServiceError"), Upstream, unsure},
        {"late", 504, "", Timeout, unsure},
        {"an error in the picture's place", 200,
         R"({"data":[{"error":{"code":"OutputImageSensitiveContentDetected","message":"no"}}],)"
         R"("usage":{"generated_images":0}})",
         ContentPolicy},
        {"another error there", 200, R"({"data":[{"error":{"code":"InternalServiceError","message":"no"}}]})", Upstream,
         unsure},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// BytePlus: one route for all, errors in the place of pictures, costs by the pictures made.
class TestBytePlus : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestBytePlus()
        : ImagesVendorTest({u"byteplus"_s, bytePlusAdapter(), BytePlusStandIn::key(), u"byteplus/seedream-4.0"_s, 6,
                            bytePlusErrors(),
                            R"({"data":[{"b64_json":")" + pngOf({2, 2}).toBase64()
                                + R"(","size":"2x2"}],"usage":{"generated_images":1}})"})
    {
    }

private Q_SLOTS:
    void edits_data();
    void edits();
    void formatsAreAskedForWhereThereIsAChoice();
    void tellsItsCost();
    void deliversWhatWasMade();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<BytePlusStandIn>();
    }
};

void TestBytePlus::edits_data()
{
    QTest::addColumn<int>("pictures");
    QTest::newRow("one") << 1;
    QTest::newRow("ten") << 10;
}

void TestBytePlus::edits()
{
    QFETCH(int, pictures);
    isMade(catalogPlan(u"byteplus/seedream-4.0"_s, askedWithPictures(pictures)));
    QCOMPARE(lastBody().value("image"_L1).isArray(), pictures > 1);
    QCOMPARE(lastBody().value("watermark"_L1), QJsonValue(false));
}

void TestBytePlus::formatsAreAskedForWhereThereIsAChoice()
{
    Request request = asked();
    request.format = ImageFormat::Png;
    isMade(catalogPlan(u"byteplus/seedream-5.0-pro"_s, request));
    QCOMPARE(lastBody().value("output_format"_L1), QJsonValue(u"png"_s));
    isMade(catalogPlan(u"byteplus/seedream-4.5"_s, request)); // where it is made of the JPEG that comes
    QVERIFY(!lastBody().contains("output_format"_L1));
}

void TestBytePlus::tellsItsCost()
{
    QCOMPARE(made(plainPlan()).cost, Money::fromDollars(0.03));
    Request request = asked();
    request.prompt = u"something forbidden"_s;
    const CallOutcome refused = made(catalogPlan(u"byteplus/seedream-4.0"_s, request));
    QCOMPARE(refused.error.value_or(Error()).kind, ErrorKind::ContentPolicy);
    QCOMPARE(refused.error.value_or(Error()).billing, Billing::NotBilled);
    // Smaller pictures of the dearer model cost half.
    for (const auto &[size, dollars] : {std::pair(QSize(2048, 2048), 0.09), std::pair(QSize(1424, 800), 0.045)}) {
        request.size.pixels = size;
        QCOMPARE(catalogPlan(u"byteplus/seedream-5.0-pro"_s, request).estimate.total, Money::fromDollars(dollars));
    }
}

void TestBytePlus::deliversWhatWasMade()
{
    const QByteArray body = R"({"data":[{"error":{"code":"OutputImageSensitiveContentDetected","message":"no"}},)"
                            R"({"url":"https://x.example/1.jpeg"}],"usage":{"generated_images":1}})";
    const Done done = doneOf(read(answerOf(200, body)));
    QCOMPARE(done.media.size(), 1);
    QCOMPARE(done.cost, Money::fromDollars(0.03));
}

QTEST_GUILESS_MAIN(TestBytePlus)
#include "test_byteplus.moc"

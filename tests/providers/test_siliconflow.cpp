// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/siliconflow/siliconflowadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/siliconflow.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<ErrorCase> siliconFlowErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"parameter", 400, R"({"code":20015,"message":"image_size is wrong","data":null})", Invalid},
        {"parameter, OpenAI's form", 400, R"({"error":{"message":"bad","param":"image_size","code":"x"}})", Invalid,
         Billing::NotBilled, u"size"_s},
        {"model by number", 400, R"({"code":20012,"message":"Model does not exist","data":null})", NotFound},
        {"prompt refused", 400, R"({"code":20015,"message":"The prompt has sensitive words"})", ContentPolicy},
        {"key", 401, R"("Invalid token")", Auth},
        {"real name", 403, R"({"code":30003,"message":"Please verify your identity"})", Auth},
        {"funds by number", 403, R"({"code":30001,"message":"no"})", Funds},
        {"funds by words", 403, R"({"message":"your account balance is insufficient"})", Funds},
        {"way", 404, R"("404 page not found")", NotFound},
        {"limit", 429, R"({"message":"Request was rejected due to rate limiting. IPM limit reached."})", RateLimit},
        {"refused by law", 451, R"({"message":"no"})", ContentPolicy},
        {"broken", 500, R"({"code":30001,"message":"no"})", Upstream, unsure},
        {"busy", 503, R"({"code":50505,"message":"Model service overloaded"})", Overloaded},
        {"late", 504, "", Timeout, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
        {"nothing", 200, R"({"images":[],"seed":1})", Upstream, unsure},
    };
}

} // namespace

/// SiliconFlow: names of its own, links alone, errors in three forms.
class TestSiliconFlow : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestSiliconFlow()
        : ImagesVendorTest({u"siliconflow"_s, siliconFlowAdapter(), SiliconFlowStandIn::key(),
                            u"siliconflow/qwen-image"_s, 4, siliconFlowErrors(),
                            R"({"images":[{"url":"https://sf-maas.example/outputs/ab.png?X-Amz-Expires=3600"}],)"
                            R"("timings":{"inference":2.71},"seed":4242424242})"})
    {
    }

private Q_SLOTS:
    void everyPictureHasAField();
    void tellsTheSeed();
    void bothAddressesAreServed();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<SiliconFlowStandIn>();
    }
};

void TestSiliconFlow::everyPictureHasAField()
{
    isMade(catalogPlan(u"siliconflow/qwen-image-edit-2509"_s, askedWithPictures(3)));
    for (const QLatin1StringView field : {"image"_L1, "image2"_L1, "image3"_L1}) {
        QVERIFY(lastBody().value(field).toString().startsWith("data:image/png;base64,"_L1));
    }
    QVERIFY(!lastBody().contains("image_size"_L1));
    QCOMPARE(standIn().downloads(), 1); // without the key, or it would have refused
}

void TestSiliconFlow::tellsTheSeed()
{
    const QByteArray one = R"({"images":[{"url":"https://x.example/1.png"}],"seed":9})";
    QCOMPARE(doneOf(read(answerOf(200, one))).media.first().seed, std::optional<qint64>(9));
    const QByteArray two =
        R"({"images":[{"url":"https://x.example/1.png"},{"url":"https://x.example/2.png"}],"seed":9})";
    QCOMPARE(doneOf(read(answerOf(200, two))).media.first().seed, std::nullopt);
}

void TestSiliconFlow::bothAddressesAreServed()
{
    const Plan plan = plainPlan();
    for (const auto &[base, line] : {std::pair(QUrl(), u"POST https://api.siliconflow.cn/v1/images/generations"_s),
                                     std::pair(QUrl(u"https://api.siliconflow.com"_s),
                                               u"POST https://api.siliconflow.com/v1/images/generations"_s)}) {
        QCOMPARE(lineOf(requestOf(adapter().begin(plan, plan.calls.first(), {"k"_ba, {}, base}))), line);
    }
}

QTEST_GUILESS_MAIN(TestSiliconFlow)
#include "test_siliconflow.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/deepinfra/deepinfraadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/standins/deepinfra.h"

#include <QImage>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<ErrorCase> deepInfraErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    return {
        {"key", 401, R"({"detail":"Not authenticated"})", Auth},
        {"bad input", 400, R"({"detail":{"error":"bad prompt"}})", Invalid},
        {"bad input, OpenAI's form", 400, R"({"error":{"message":"bad"}})", Invalid},
        {"funds", 402, R"({"detail":{"error":"no balance left"}})", Funds},
        {"funds by words", 403, R"({"detail":{"error":"please add a payment method"}})", Funds},
        {"not allowed", 403, R"({"detail":{"error":"this model is not for you"}})", Auth},
        {"model", 404, R"({"detail":{"error":"Model is not available"}})", NotFound},
        {"field", 422, R"({"detail":[{"loc":["body","width"],"msg":"too large","type":"value_error"}]})", Invalid,
         Billing::NotBilled, u"size"_s},
        {"field under our name", 422, R"({"detail":[{"loc":["body","num_images"],"msg":"x","type":"v"}]})", Invalid,
         Billing::NotBilled, u"n"_s},
        {"filter", 400, R"({"detail":{"error":"NSFW content in the prompt"}})", ContentPolicy},
        {"limit", 429, "Rate limited", RateLimit},
        {"busy", 503, "", Overloaded},
        {"broken", 500, R"({"detail":{"error":"no balance"}})", Upstream, unsure},
        {"late", 504, "", Timeout, unsure},
        {"withheld", 200, R"({"images":[],"nsfw_content_detected":[true],"inference_status":{}})", ContentPolicy,
         unsure},
        {"failed", 200, R"({"images":[],"inference_status":{"status":"failed"}})", Upstream, unsure},
        {"queued", 200, R"({"inference_status":{"status":"queued"}})", Upstream, unsure},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// DeepInfra: its own API for pictures from words and Bria's tools, OpenAI's dialect for uploads.
class TestDeepInfra : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestDeepInfra()
        : ImagesVendorTest({u"deepinfra"_s, deepInfraAdapter(), DeepInfraStandIn::key(), u"deepinfra/flux-1-dev"_s, 16,
                            deepInfraErrors(),
                            R"({"images":["data:image/png;base64,)" + pngOf({2, 2}).toBase64()
                                + R"("],"nsfw_content_detected":[false],"seed":42,)"
                                  R"("inference_status":{"status":"succeeded","cost":0.0009}})"})
    {
    }

private Q_SLOTS:
    void edits();
    void masksAreWhiteWhereTheyMayChange();
    void tellsSeedAndCost();
    void linksAreMadeWhole();
    void flaggedPicturesAreTaken();
    void webhooksAreNotTaken();
    void standsBesideTheDialect_data();
    void standsBesideTheDialect();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<DeepInfraStandIn>();
    }
};

void TestDeepInfra::edits()
{
    isMade(catalogPlan(u"deepinfra/flux-kontext-dev"_s, askedWithPictures(1)));
    QCOMPARE(standIn().calls(u"/v1/openai/images/edits"_s), 1);
    Request request = askedWithPictures(1);
    request.operation = Operation::RemoveBackground;
    request.prompt.clear();
    isMade(catalogPlan(u"deepinfra/bria-remove-background"_s, request));
    QCOMPARE(standIn().calls(u"/v1/inference/Bria/remove_background"_s), 1);
    QCOMPARE(lastBody().keys(), QStringList {u"image"_s});
}

void TestDeepInfra::masksAreWhiteWhereTheyMayChange()
{
    Request request = askedWithPictures(1);
    request.mask = {pngOf({64, 64}, Qt::transparent), {}};
    isMade(catalogPlan(u"deepinfra/bria-gen-fill"_s, request));
    const QString mask = lastBody().value("mask"_L1).toString();
    const QImage sent = QImage::fromData(QByteArray::fromBase64(mask.section(u',', 1).toLatin1()));
    QCOMPARE(sent.pixelColor(5, 5), QColor(Qt::white));
}

void TestDeepInfra::tellsSeedAndCost()
{
    const Step step =
        read(answerOf(200, R"({"images":["https://x.example/1.png"],"seed":9,"inference_status":{"cost":0.0125}})"));
    QCOMPARE(doneOf(step).media.first().seed, std::optional<qint64>(9));
    QCOMPARE(doneOf(step).cost, Money::fromDollars(0.0125));
    QCOMPARE(made(plainPlan()).cost, Money::fromDollars(0.0125));
}

void TestDeepInfra::linksAreMadeWhole()
{
    const Done done = doneOf(read(answerOf(200, R"({"image_url":"/made/1.png","inference_status":{}})")));
    QCOMPARE(done.media.value(0).url, QUrl(u"https://vendor.example/made/1.png"_s));
    QVERIFY(!done.cost.isKnown());
}

/// What is behind a flag is seen once it is decoded: see test_finishpicture.
void TestDeepInfra::flaggedPicturesAreTaken()
{
    Request request = asked();
    request.prompt = u"a forbidden boat"_s;
    const CallOutcome done = made(catalogPlan(u"deepinfra/flux-1-dev"_s, request));
    QCOMPARE(done.media.size(), 1);
    QCOMPARE(done.media.first().flaggedBy, adapter().info().name);
}

void TestDeepInfra::webhooksAreNotTaken()
{
    Plan plan = plainPlan();
    plan.request.extra = {{u"webhook"_s, u"https://x.example"_s}};
    const Error error = errorOf(adapter().begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
    QCOMPARE(error.param, u"webhook"_s);
}

void TestDeepInfra::standsBesideTheDialect_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("address");
    const QString model = u"/v1/inference/black-forest-labs/FLUX-1-dev"_s;
    QTest::newRow("none") << QString() << u"https://api.deepinfra.com"_s + model;
    QTest::newRow("a server") << u"https://proxy.example"_s << u"https://proxy.example"_s + model;
    QTest::newRow("the dialect's") << u"https://api.deepinfra.com/v1/openai"_s
                                   << u"https://api.deepinfra.com"_s + model;
    QTest::newRow("with a slash") << u"https://proxy.example/v1/openai/"_s << u"https://proxy.example"_s + model;
    QTest::newRow("with two") << u"https://proxy.example/v1/openai//"_s << u"https://proxy.example"_s + model;
    QTest::newRow("within") << u"https://proxy.example/deep/v1/openai"_s << u"https://proxy.example/deep"_s + model;
}

/// People paste the address of OpenAI's dialect; what DeepInfra has beside it is found from there.
void TestDeepInfra::standsBesideTheDialect()
{
    QFETCH(const QString, base);
    const Plan plan = plainPlan();
    const HttpRequest sent = requestOf(adapter().begin(plan, plan.calls.first(), {"k"_ba, {}, QUrl(base)}));
    QTEST(sent.url.toString(), "address");
}

QTEST_GUILESS_MAIN(TestDeepInfra)
#include "test_deepinfra.moc"

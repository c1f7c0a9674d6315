// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/catalog/catalog.h"
#include "providers/bedrock/bedrockadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/standins/bedrock.h"

#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

namespace {

const QDateTime noon = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);

Credentials signer(const QUrl &base = {})
{
    Credentials credentials;
    credentials.key = BedrockStandIn::accessKeyId();
    credentials.extra = {{u"secret_access_key"_s, BedrockStandIn::secretAccessKey()}, {u"region"_s, "eu-west-1"}};
    credentials.baseUrl = base;
    credentials.now = noon;
    return credentials;
}

/// Nova Canvas, which the catalog does not offer any more.
Offer novaOffer()
{
    Offer offer = catalogPlan(u"amazon-bedrock/titan-image-generator-v2"_s,
                              [] {
                                  Request request;
                                  request.prompt = u"a"_s;
                                  return request;
                              }())
                      .offer;
    offer.providerModel = u"amazon.nova-canvas-v1:0"_s;
    return offer;
}

} // namespace

/// Amazon Bedrock: messages in tables, and the whole way of a picture against the stand-in's rules.
class TestBedrock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<BedrockStandIn>(); }
    void addresses();
    void identifies();
    void tasks_data();
    void tasks();
    void answers_data();
    void answers();
    void errors_data();
    void errors();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void worksOnPictures_data();
    void worksOnPictures();
    void masksAreBlackWithHardEdges();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keys();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan) const
    {
        return drive(*m_bedrock, plan, signer(m_standIn->baseUrl()));
    }
    static Request asked()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        return request;
    }

    std::unique_ptr<Adapter> m_bedrock = bedrockAdapter();
    std::unique_ptr<BedrockStandIn> m_standIn;
};

void TestBedrock::addresses()
{
    const Plan plan = catalogPlan(u"amazon-bedrock/stable-image-core"_s, asked());
    const HttpRequest request = requestOf(m_bedrock->begin(plan, plan.calls.first(), signer()));
    QCOMPARE(lineOf(request),
             u"POST https://bedrock-runtime.eu-west-1.amazonaws.com/model/stability.stable-image-core-v1%3A1/invoke"_s);
    QVERIFY(request.startsPaidWork);
    QCOMPARE(lineOf(*m_bedrock->keyCheck(signer())),
             u"GET https://bedrock.eu-west-1.amazonaws.com/foundation-models?byOutputModality=IMAGE"_s);
    Credentials elsewhere = signer();
    elsewhere.extra.insert(u"region"_s, "evil.example.com/");
    QVERIFY(!errorOf(m_bedrock->begin(plan, plan.calls.first(), elsewhere)).why().isEmpty());
    QVERIFY(!m_bedrock->keyCheck(elsewhere));
}

void TestBedrock::identifies()
{
    const Plan plan = catalogPlan(u"amazon-bedrock/stable-image-core"_s, asked());
    Credentials credentials = signer();
    credentials.extra.insert(u"session_token"_s, "session");
    const HttpRequest request = requestOf(m_bedrock->begin(plan, plan.calls.first(), credentials));
    QCOMPARE(request.header("x-amz-date"), "20261122T120000Z"_ba);
    QCOMPARE(request.header("x-amz-security-token"), "session"_ba);
    QVERIFY(request.header("Authorization")
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIASTANDINEXAMPLE/20261122/eu-west-1/bedrock/aws4_request, "
                            "SignedHeaders=accept;content-type;host;x-amz-date;x-amz-security-token, "));
    credentials.key = "ABSKany";
    const HttpRequest plain = requestOf(m_bedrock->begin(plan, plan.calls.first(), credentials));
    QCOMPARE(plain.header("Authorization"), "Bearer ABSKany"_ba);
    QVERIFY(plain.header("x-amz-date").isEmpty());
    const ProviderInfo info = m_bedrock->info();
    QVERIFY(info.field(u"secret_access_key"_s)->isNeededWith("AKIA"));
    QVERIFY(!info.field(u"secret_access_key"_s)->isNeededWith("ABSKany"));
    QCOMPARE(info.field(u"region"_s)->fallback, u"us-west-2"_s);
}

void TestBedrock::tasks_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("params");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("words") << Operation::Create << 0 << false << u"TEXT_IMAGE"_s << u"textToImageParams"_s
                           << QStringList {u"negativeText"_s, u"text"_s};
    QTest::newRow("an edit") << Operation::Create << 2 << false << u"IMAGE_VARIATION"_s << u"imageVariationParams"_s
                             << QStringList {u"images"_s, u"negativeText"_s, u"similarityStrength"_s, u"text"_s};
    QTest::newRow("a mask") << Operation::Create << 1 << true << u"INPAINTING"_s << u"inPaintingParams"_s
                            << QStringList {u"image"_s, u"maskImage"_s, u"negativeText"_s, u"text"_s};
    QTest::newRow("no background") << Operation::RemoveBackground << 1 << false << u"BACKGROUND_REMOVAL"_s
                                   << u"backgroundRemovalParams"_s << QStringList {u"image"_s};
}

void TestBedrock::tasks()
{
    QFETCH(const Operation, operation);
    QFETCH(const int, pictures);
    QFETCH(const bool, masked);
    QFETCH(const QString, params);
    Plan plan = planFor(novaOffer());
    plan.request.operation = operation;
    plan.negativePrompt = u"blur"_s;
    plan.size.pixels = QSize(768, 1024);
    plan.tuning = {{u"guidance"_s, 7}, {u"strength"_s, 0.3}};
    for (int i = 0; i < pictures; ++i) {
        plan.request.images.append({pngOf({64, 64}), {}});
    }
    if (masked) {
        plan.request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    }
    plan.calls = {{2, 9}};
    const HttpRequest request = requestOf(m_bedrock->begin(plan, plan.calls.first(), signer()));
    const QJsonObject body = jsonOf(request.body);
    QTEST(body.value("taskType"_L1).toString(), "type");
    QTEST(body.value(params).toObject().keys(), "fields");
    const QJsonObject config {
        {u"numberOfImages"_s, 2}, {u"width"_s, 768}, {u"height"_s, 1024}, {u"cfgScale"_s, 7}, {u"seed"_s, 9}};
    QCOMPARE(body.value("imageGenerationConfig"_L1).toObject(),
             operation == Operation::RemoveBackground ? QJsonObject() : config);
    if (masked) {
        const QByteArray mask = QByteArray::fromBase64(body.value(params)["maskImage"_L1].toString().toLatin1());
        QCOMPARE(QImage::fromData(mask).pixelColor(5, 5), QColor(Qt::black)); // what may change
    }
    if (pictures == 2) {
        QCOMPARE(body.value(params)["similarityStrength"_L1].toDouble(), 0.7);
    }
}

void TestBedrock::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures"); ///< 0: an error that may be billed
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray picture = '"' + pngOf({2, 2}).toBase64() + '"';
    const ErrorKind none = ErrorKind::Internal;
    QTest::newRow("stability") << R"({"seeds":[7],"finish_reasons":[null],"images":[)" + picture + "]}" << 1 << none;
    QTest::newRow("amazon") << R"({"images":[)" + picture + ',' + picture + R"(],"error":null})" << 2 << none;
    QTest::newRow("some blocked") << R"({"images":[)" + picture
            + R"(],"error":"Some of the generated images have been blocked by our content filters."})"
                                  << 1 << none;
    QTest::newRow("filtered") << R"({"finish_reasons":["Filter reason: prompt"]})"_ba << 0 << ErrorKind::ContentPolicy;
    QTest::newRow("filtered output")
        << R"({"seeds":[1],"finish_reasons":["Filter reason: output image"],"images":[]})"_ba << 0
        << ErrorKind::ContentPolicy;
    QTest::newRow("broken there") << R"({"finish_reasons":["Inference error"]})"_ba << 0 << ErrorKind::Upstream;
    QTest::newRow("all blocked")
        << R"({"images":[],"error":"All of the generated images have been blocked by our content filters."})"_ba << 0
        << ErrorKind::ContentPolicy;
    QTest::newRow("moderated") << R"({"status":"Request Moderated","details":{"Moderation Reasons":["x"]}})"_ba << 0
                               << ErrorKind::ContentPolicy;
    QTest::newRow("nothing") << "{}"_ba << 0 << ErrorKind::Upstream;
    QTest::newRow("garbage") << "<html>"_ba << 0 << ErrorKind::Upstream;
}

void TestBedrock::answers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, pictures);
    const Plan plan = planFor(novaOffer());
    const Step step = m_bedrock->advance(plan, {{u"seed"_s, 9}}, answerOf(200, body), signer());
    if (pictures > 0) {
        const Done done = doneOf(step);
        QCOMPARE(done.media.size(), pictures);
        QCOMPARE(done.media.first().seed, std::optional<qint64>(body.contains("seeds") ? 7 : 9));
        return;
    }
    QTEST(errorOf(step).kind, "kind");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    QVERIFY(!errorOf(step).why().isEmpty());
}

void TestBedrock::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    const auto row = [](int status, const char *type, const QString &message, ErrorKind kind, bool isFree) {
        QTest::addRow("%d %s %s", status, type, qPrintable(message))
            << status << QByteArray(type) << message << kind << (isFree ? Billing::NotBilled : Billing::MayBeBilled);
    };
    row(400, "ValidationException", u"width is wrong"_s, Invalid, true);
    row(400, "ValidationException", u"This request has been blocked by our content filters."_s, ContentPolicy, true);
    row(400, "ValidationException", u"on-demand throughput isn't supported"_s, NotFound, true);
    row(400, "ValidationException", u"The provided model identifier is invalid."_s, NotFound, true);
    row(400, "ServiceQuotaExceededException", u"quota"_s, RateLimit, true);
    row(403, "AccessDeniedException", u"no access"_s, Auth, true);
    row(403, "AccessDeniedException", u"INVALID_PAYMENT_INSTRUMENT"_s, Funds, true);
    row(403, "AccessDeniedException", u"Access from unsupported countries is not allowed"_s, Unsupported, true);
    row(403, "UnrecognizedClientException", u"invalid"_s, Auth, true);
    row(403, "ExpiredTokenException", u"expired"_s, Auth, true);
    row(403, "InvalidSignatureException", u"signature"_s, Auth, true);
    row(404, "ResourceNotFoundException", u"This model version has reached the end of its life."_s, NotFound, true);
    row(408, "ModelTimeoutException", u"slow"_s, Timeout, false);
    row(424, "ModelErrorException", u"failed"_s, Upstream, false);
    row(429, "ThrottlingException", u"slow down"_s, RateLimit, true);
    row(429, "ModelNotReadyException", u"not ready"_s, Overloaded, true);
    row(500, "InternalServerException", u"oops"_s, Upstream, false);
    row(503, "ServiceUnavailableException", u"busy"_s, Overloaded, true);
    row(502, "", u"<html></html>"_s, Upstream, false);
}

void TestBedrock::errors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QString, message);
    const QByteArray lower = QJsonDocument(QJsonObject {{u"message"_s, message}}).toJson();
    const QByteArray typed =
        QJsonDocument(
            QJsonObject {{u"Message"_s, message}, {u"__type"_s, QString(u"com.amazon#"_s + QString::fromLatin1(type))}})
            .toJson();
    const Plan plan = planFor(novaOffer());
    for (const HttpResponse &response :
         {answerOf(status, lower, {{"x-amzn-errortype", type + ":http://internal/"}}), answerOf(status, typed)}) {
        const Error error = errorOf(m_bedrock->advance(plan, {}, response, signer()));
        QTEST(error.kind, "kind");
        QTEST(error.billing, "billing");
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.why().isEmpty());
        QCOMPARE(error.reason == reasons::regionNotServed(m_bedrock->info().name),
                 error.kind == ErrorKind::Unsupported);
    }
}

void TestBedrock::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"amazon-bedrock"_s);
    QVERIFY(offers.size() >= 13);
    for (const QString &offer : offers) {
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
    }
}

void TestBedrock::everyOfferIsAccepted()
{
    QFETCH(const QString, offer);
    QFETCH(const SizeRequest, size);
    const Offer found = Catalog::builtIn().resolve(offer)->offers.first();
    Request request = asked();
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Png;
    if (!found.hasMode(u"text-to-image"_s)) {
        request.images = {{pngOf({64, 64}), {}}};
        request.size = {};
    }
    if (found.modes == QStringList {u"inpaint"_s}) {
        request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    }
    if (found.hasMode(u"outpaint"_s)) {
        request.extra = {{u"left"_s, 100}, {u"top"_s, 50}};
    }
    for (const QString &field : found.wire.required) {
        request.extra.insert(field, u"the fox"_s);
    }
    request.operation = found.hasMode(u"upscale"_s)           ? Operation::Upscale
        : found.modes == QStringList {u"remove-background"_s} ? Operation::RemoveBackground
                                                              : Operation::Create;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown());
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
    if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), *plan.size.pixels);
    }
}

void TestBedrock::worksOnPictures_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("masked");
    QTest::newRow("sd3.5") << u"amazon-bedrock/sd-3.5-large"_s << false;
    QTest::newRow("ultra") << u"amazon-bedrock/stable-image-ultra"_s << false;
    QTest::newRow("a variation") << u"amazon-bedrock/titan-image-generator-v2"_s << false;
    QTest::newRow("a mask") << u"amazon-bedrock/titan-image-generator-v2"_s << true;
}

void TestBedrock::worksOnPictures()
{
    QFETCH(const QString, offer);
    QFETCH(const bool, masked);
    Request request = asked();
    request.images = {{pngOf({512, 512}), {}}};
    if (masked) {
        request.mask = InputImage {pngOf({512, 512}, Qt::transparent), {}};
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_standIn->billed(), 1);
}

/// Amazon's models refuse every grey; also of an own offer that says nothing of masks.
void TestBedrock::masksAreBlackWithHardEdges()
{
    Request request = asked();
    request.images = {{pngOf({512, 512}), {}}};
    request.mask = InputImage {pngOf({512, 512}, QColor(0, 0, 0, 60)), {}}; // nearly transparent
    Plan plan = catalogPlan(u"amazon-bedrock/titan-image-generator-v2"_s, request);
    QCOMPARE(plan.offer.wire.maskAs, MaskForm::HardBlack);
    for (const MaskForm said : {plan.offer.wire.maskAs, MaskForm::Usual}) {
        plan.offer.wire.maskAs = said;
        QCOMPARE(made(plan).error.value_or(Error()).detail, QString());
        const HttpRequest sent = requestOf(m_bedrock->begin(plan, plan.calls.first(), signer()));
        const QByteArray mask = jsonOf(sent.body).value("inPaintingParams"_L1)["maskImage"_L1].toString().toLatin1();
        QCOMPARE(QImage::fromData(QByteArray::fromBase64(mask)).pixelColor(5, 5), QColor(Qt::black));
    }
    QCOMPARE(m_standIn->billed(), 2);
}

void TestBedrock::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    QTest::newRow("limit") << BedrockStandIn::refusal(429, u"ThrottlingException"_s, u"slow"_s) << false << RateLimit
                           << Billing::NotBilled;
    QTest::newRow("country") << BedrockStandIn::countryNotServed() << false << Unsupported << Billing::NotBilled;
    QTest::newRow("500") << BedrockStandIn::refusal(500, u"InternalServerException"_s, u"oops"_s) << true << Upstream
                         << Billing::MayBeBilled;
    QTest::newRow("lost") << Reply::drop() << true << Network << Billing::MayBeBilled;
    QTest::newRow("filtered") << Reply::json({{u"finish_reasons"_s, QJsonArray {u"Filter reason: output image"_s}}})
                              << true << ContentPolicy << Billing::MayBeBilled;
}

void TestBedrock::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"invoke"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(u"amazon-bedrock/stable-image-core"_s, asked()));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QCOMPARE(m_standIn->calls().size(), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestBedrock::keys()
{
    Credentials credentials = signer(m_standIn->baseUrl());
    credentials.now = QDateTime::currentDateTimeUtc();
    QVERIFY(!driveKeyCheck(*m_bedrock, credentials));
    Credentials wrong = credentials;
    wrong.extra.insert(u"secret_access_key"_s, "another");
    QCOMPARE(driveKeyCheck(*m_bedrock, wrong).value_or(Error()).kind, ErrorKind::Auth);
    wrong = credentials;
    wrong.now = wrong.now.addSecs(-600); // a clock that is wrong
    QCOMPARE(driveKeyCheck(*m_bedrock, wrong).value_or(Error()).kind, ErrorKind::Auth);
    credentials.key = BedrockStandIn::apiKey();
    credentials.extra.remove(u"secret_access_key"_s);
    QVERIFY(!driveKeyCheck(*m_bedrock, credentials));
}

QTEST_GUILESS_MAIN(TestBedrock)
#include "test_bedrock.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/openaievents.h"
#include "core/gateway/dialects/openai/openaimodels.h"
#include "core/planning/planreasons.h"
#include "core/secrets/keyreasons.h"
#include "core/storage/storagereasons.h"

#include <QJsonDocument>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Route routeOf(const Plan &plan)
{
    return {{{plan, {}, false}}, {}, false};
}

} // namespace

/// What OpenAI's clients get back.
class TestOpenAiDialectAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void aDatabaseOutOfReachIsAskedAgain_data();
    void aDatabaseOutOfReachIsAskedAgain();
    void nothingIsSaidTwice();
    void answerIsOneJsonDocument();
    void unknownCostIsNull();
    void tellsWhatAVendorCounted();
    void emulationIsReported();
    void anotherSizeIsReported_data();
    void anotherSizeIsReported();
    void ratioBesidePixels();
    void failureAfterAnOpenAttemptForbidsRetries();
    void attemptsTellTheVendorsAnswers();
    void models();
};

void TestOpenAiDialectAnswers::errors_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("mayRetry");
    const auto row = [](ErrorKind kind, Billing billing, int status, const char *code, bool mayRetry) {
        QTest::addRow("%s, %s", qPrintable(errorKindName(kind)), billing == Billing::NotBilled ? "not billed" : "open")
            << kind << billing << status << QString::fromLatin1(code) << mayRetry;
    };
    row(ErrorKind::Invalid, Billing::NotBilled, 400, "INVALID_REQUEST", true);
    row(ErrorKind::Unsupported, Billing::NotBilled, 400, "INVALID_REQUEST", true);
    row(ErrorKind::ContentPolicy, Billing::NotBilled, 400, "CONTENT_POLICY_VIOLATION", true);
    row(ErrorKind::ContentPolicy, Billing::Billed, 400, "CONTENT_POLICY_VIOLATION", false);
    row(ErrorKind::NotFound, Billing::NotBilled, 404, "MODEL_NOT_FOUND", true);
    row(ErrorKind::Funds, Billing::NotBilled, 402, "INSUFFICIENT_BALANCE", false);
    row(ErrorKind::Budget, Billing::NotBilled, 402, "INSUFFICIENT_BALANCE", false);
    row(ErrorKind::RateLimit, Billing::NotBilled, 429, "RATE_LIMITED", true);
    row(ErrorKind::RateLimit, Billing::MayBeBilled, 429, "RATE_LIMITED", false);
    row(ErrorKind::Overloaded, Billing::NotBilled, 502, "ALL_PROVIDERS_EXHAUSTED", true);
    row(ErrorKind::NoKey, Billing::NotBilled, 404, "MODEL_DISABLED", false);
    row(ErrorKind::Invalid, Billing::MayBeBilled, 502, "UPSTREAM_ERROR", false);
    row(ErrorKind::Unsupported, Billing::MayBeBilled, 502, "UPSTREAM_ERROR", false);
    row(ErrorKind::Auth, Billing::NotBilled, 502, "ALL_PROVIDERS_EXHAUSTED", false);
    row(ErrorKind::Network, Billing::NotBilled, 502, "ALL_PROVIDERS_EXHAUSTED", true);
    row(ErrorKind::Network, Billing::MayBeBilled, 502, "UPSTREAM_ERROR", false);
    row(ErrorKind::Timeout, Billing::MayBeBilled, 504, "UPSTREAM_ERROR", false);
    row(ErrorKind::Upstream, Billing::MayBeBilled, 502, "UPSTREAM_ERROR", false);
    row(ErrorKind::Unknown, Billing::MayBeBilled, 502, "UPSTREAM_ERROR", false);
    row(ErrorKind::Cancelled, Billing::NotBilled, 499, "CANCELLED", false);
    row(ErrorKind::Storage, Billing::Billed, 500, "INTERNAL_ERROR", false);
    row(ErrorKind::Secrets, Billing::NotBilled, 502, "ALL_PROVIDERS_EXHAUSTED", false);
    row(ErrorKind::Internal, Billing::MayBeBilled, 500, "INTERNAL_ERROR", false);
}

void TestOpenAiDialectAnswers::aDatabaseOutOfReachIsAskedAgain_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("busy") << reasons::databaseBusy() << Billing::NotBilled << 503 << true;
    QTest::newRow("replaced") << reasons::databaseReplaced() << Billing::NotBilled << 503 << true;
    QTest::newRow("busy, within another")
        << Reason::both(Reason::text(u"Not written."_s), reasons::databaseBusy()) << Billing::NotBilled << 503 << true;
    QTest::newRow("busy, paid for") << reasons::databaseBusy() << Billing::MayBeBilled << 503 << false;
    QTest::newRow("settings") << reasons::settingsKeptAside(u"a"_s, u"b"_s) << Billing::NotBilled << 503 << false;
    QTest::newRow("settings in place") << reasons::settingsDamagedInPlace(u"a"_s) << Billing::NotBilled << 503 << false;
    QTest::newRow("damaged") << reasons::databaseDamaged() << Billing::NotBilled << 500 << true;
}

void TestOpenAiDialectAnswers::aDatabaseOutOfReachIsAskedAgain()
{
    QFETCH(const Reason, reason);
    QFETCH(const Billing, billing);
    QFETCH(const int, status);
    QFETCH(const bool, mayRetry);
    Error error = notSent(ErrorKind::Storage, reason);
    error.billing = billing;
    const GatewayResponse answer = openai::errorAnswer(error);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.contains(HttpHeader {"x-should-retry", "false"}), !mayRetry);
}

void TestOpenAiDialectAnswers::errors()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Billing, billing);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(bool, mayRetry);
    Error error;
    error.kind = kind;
    error.billing = billing;
    error.message = u"What happened."_s;
    error.detail = u"vendor's words"_s;
    error.param = u"size"_s;
    error.retryAfter = std::chrono::milliseconds(1200);
    const GatewayResponse answer = openai::errorAnswer(error);
    QCOMPARE(answer.status, status);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object().value("error"_L1).toObject();
    QCOMPARE(body.value("code"_L1), code);
    // A refusal after the work had begun says itself that it may be billed; the other reasons have it in their words.
    const bool addsBilling = status == 502 && (kind == ErrorKind::Invalid || kind == ErrorKind::Unsupported);
    const QString message = body.value("message"_L1).toString();
    QVERIFY2(message.startsWith(u"What happened. "_s) && message.endsWith(u"(vendor's words)"_s), qPrintable(message));
    QCOMPARE(message == "What happened. (vendor's words)"_L1, !addsBilling);
    QCOMPARE(body.value("param"_L1), u"size"_s);
    QVERIFY(!body.value("type"_L1).toString().isEmpty());
    QCOMPARE(answer.headers.contains(HttpHeader {"x-should-retry", "false"}), !mayRetry);
    QVERIFY(answer.headers.contains(HttpHeader {"Retry-After", "2"}));
}

void TestOpenAiDialectAnswers::nothingIsSaidTwice()
{
    Error error = notSent(ErrorKind::Secrets, reasons::keyFileLockedBecause(Reason::text(u"The file is locked."_s)));
    error.detail = u"The file is locked."_s;
    const QJsonObject body = QJsonDocument::fromJson(openai::errorAnswer(error).body).object();
    QCOMPARE(body.value("error"_L1).toObject().value("message"_L1).toString(),
             u"The file is locked. Enter the passphrase of the key file, or set LIGHTWELL_PASSPHRASE."_s);
}

void TestOpenAiDialectAnswers::answerIsOneJsonDocument()
{
    Generation generation;
    generation.id = u"gen_1"_s;
    generation.status = GenerationStatus::Completed;
    generation.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000);
    generation.cost = Money::fromMicros(30'000);
    Picture plain;
    plain.size = QSize(10, 20);
    plain.format = ImageFormat::Webp;
    Picture told = plain;
    told.revisedPrompt = u"a \"better\" prompt\n"_s;
    told.seed = 42;
    generation.pictures = {plain, told};
    for (const qsizetype size : {1, 2, 3, 196'607, 196'608, 196'609, 1'000'000}) {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < size; ++i) {
            bytes[i] = char(i * 7);
        }
        const GatewayResponse answer =
            openai::generationAnswer(generation, {{{}, bytes}, {u"http://127.0.0.1:1/v1/files/x.webp"_s, {}}});
        const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
        const QJsonArray data = body.value("data"_L1).toArray();
        QCOMPARE(data.size(), 2);
        QCOMPARE(data.at(0).toObject().size(), 1);
        QCOMPARE(QByteArray::fromBase64(data.at(0).toObject().value("b64_json"_L1).toString().toLatin1()), bytes);
        QCOMPARE(data.at(1).toObject().value("url"_L1), u"http://127.0.0.1:1/v1/files/x.webp"_s);
        QCOMPARE(data.at(1).toObject().value("revised_prompt"_L1), told.revisedPrompt);
        QCOMPARE(data.at(1).toObject().value("seed"_L1).toInt(), 42);
        QCOMPARE(body.value("created"_L1).toInteger(), 1'790'000'000);
        QCOMPARE(body.value("size"_L1), u"10x20"_s);
        QCOMPARE(body.value("output_format"_L1), u"webp"_s);
        QCOMPARE(body.value("metadata"_L1).toObject().value("cost"_L1).toDouble(), 0.03);
        QVERIFY(answer.headers.contains(HttpHeader {"X-Lightwell-Cost", "0.03"}));
    }
}

void TestOpenAiDialectAnswers::tellsWhatAVendorCounted()
{
    Generation generation;
    generation.status = GenerationStatus::Completed;
    generation.pictures = {Picture(), Picture()};
    generation.plan = Plan();
    generation.plan->parameters = {{u"quality"_s, Treatment::Passed, u"quality"_s, u"high"_s, u"high"_s, {}},
                                   {u"background"_s, Treatment::Dropped, {}, u"opaque"_s, {}, {}}};
    const QList<DeliveredPicture> pictures {{{}, "a"}, {{}, "b"}};
    const auto bodyOf = [&] {
        return QJsonDocument::fromJson(openai::generationAnswer(generation, pictures).body).object();
    };
    QVERIFY(!bodyOf().contains("usage"_L1)); // unknown is not zero
    QCOMPARE(bodyOf().value("quality"_L1), u"high"_s);
    QVERIFY(!bodyOf().contains("background"_L1)); // nobody was told
    Attempt attempt;
    attempt.usage = {QJsonObject {{u"input_tokens"_s, 50},
                                  {u"output_tokens"_s, 4160},
                                  {u"input_tokens_details"_s, QJsonObject {{u"image_tokens"_s, 40}}}},
                     QJsonObject {{u"promptTokenCount"_s, 7}, {u"candidatesTokenCount"_s, 40}}};
    generation.attempts = {attempt};
    const QJsonObject usage = bodyOf().value("usage"_L1).toObject();
    QCOMPARE(usage.value("input_tokens"_L1).toInt(), 57);
    QCOMPARE(usage.value("output_tokens"_L1).toInt(), 4200);
    QCOMPARE(usage.value("total_tokens"_L1).toInt(), 4257);
    QCOMPARE(usage["input_tokens_details"_L1]["image_tokens"_L1].toInt(), 40);
    QCOMPARE(usage["input_tokens_details"_L1]["text_tokens"_L1].toInt(), 17);
    GenerationCall call;
    call.streams = true;
    const QByteArray events = openai::completedEvents(call, generation, pictures);
    QCOMPARE(events.count("\nevent: ") + 1, 2);
    QCOMPARE(events.count("\"usage\":"), 1); // once, since clients add it up
}

void TestOpenAiDialectAnswers::unknownCostIsNull()
{
    Generation generation;
    generation.status = GenerationStatus::Completed;
    const GatewayResponse answer = openai::generationAnswer(generation, {});
    const QJsonObject metadata = QJsonDocument::fromJson(answer.body).object().value("metadata"_L1).toObject();
    QVERIFY(metadata.value("cost"_L1).isNull());
    QVERIFY(answer.headers.contains(HttpHeader {"X-Lightwell-Cost", "unknown"}));
    for (const HttpHeader &header : answer.headers) { // nobody was asked
        QVERIFY(header.name != "Server-Timing");
    }
    Plan plan;
    const QJsonObject dry = QJsonDocument::fromJson(openai::dryRunAnswer(routeOf(plan)).body).object();
    QVERIFY(dry.value("total_cost_micros"_L1).isNull());
}

void TestOpenAiDialectAnswers::emulationIsReported()
{
    Generation generation;
    generation.status = GenerationStatus::Completed;
    generation.plan.emplace();
    generation.plan->offer.provider = u"fal"_s;
    generation.plan->offer.providerModel = u"fal-ai/flux"_s;
    generation.plan->parameters = {
        {u"size"_s, Treatment::Emulated, {}, u"10x10"_s, u"16x16"_s, Reason::text(u"Cropped."_s)},
        {u"seed"_s, Treatment::Dropped, {}, 7, QJsonValue(QJsonValue::Undefined), Reason::text(u"It takes none."_s)},
        {u"n"_s, Treatment::Passed, u"n"_s, 1, 1, {}},
        {u"quality"_s, Treatment::Converted, u"quality"_s, u"hd"_s, u"high"_s, Reason::text(u"It is called high."_s)},
        {u"aspect_ratio"_s, Treatment::Converted, u"size"_s, u"1:1"_s, u"16x16"_s, Reason::text(u"In pixels."_s)},
        {u"mood"_s, Treatment::Passed, u"mood"_s, 1, 1, reasons::fieldPassedUnread(), true},
    };
    const GatewayResponse answer = openai::generationAnswer(generation, {});
    const QJsonObject metadata = QJsonDocument::fromJson(answer.body).object().value("metadata"_L1).toObject();
    const QJsonObject emulated = metadata.value("emulated"_L1).toObject();
    QCOMPARE(emulated.keys(), QStringList({u"mood"_s, u"quality"_s, u"seed"_s, u"size"_s}));
    QCOMPARE(emulated.value("mood"_L1)["treatment"_L1], u"passed"_s);
    QCOMPARE(emulated.value("size"_L1).toObject().value("treatment"_L1), u"emulated"_s);
    QCOMPARE(emulated.value("size"_L1).toObject().value("asked"_L1), u"10x10"_s);
    QCOMPARE(emulated.value("seed"_L1).toObject().value("reason"_L1), u"It takes none."_s);
    QCOMPARE(metadata.value("executed_model"_L1), u"fal/fal-ai/flux"_s);
    QVERIFY(answer.headers.contains(HttpHeader {"X-Lumenfall-Model", "fal/fal-ai/flux"}));
}

void TestOpenAiDialectAnswers::anotherSizeIsReported_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked"); ///< pixels, a ratio or a tier
    QTest::addColumn<QString>("fit");
    QTest::addColumn<QSize>("made"); ///< invalid: before it is made
    QTest::addColumn<QString>("delivered"); ///< empty: nothing to report
    const QString list = u"openai/gpt-image-1.5"_s;
    const QSize none;
    QTest::newRow("another shape") << list << u"16:9"_s << u"closest"_s << none << u"1536x1024"_s;
    QTest::newRow("other pixels") << list << u"1000x1000"_s << u"closest"_s << none << u"1024x1024"_s;
    QTest::newRow("the shape it has") << list << u"3:2"_s << u"closest"_s << none << QString();
    QTest::newRow("the pixels it has") << list << u"1024x1024"_s << u"closest"_s << none << QString();
    QTest::newRow("cut to them") << list << u"1000x1000"_s << u"crop"_s << none << u"1000x1000"_s;
    QTest::newRow("a shape but for steps") << u"openai/gpt-image-2"_s << u"16:9"_s << u"closest"_s << none << QString();
    QTest::newRow("the vendor made others")
        << list << u"1024x1024"_s << u"closest"_s << QSize(1254, 1254) << u"1254x1254"_s;
    QTest::newRow("the vendor made another shape")
        << list << u"3:2"_s << u"closest"_s << QSize(1024, 1024) << u"1024x1024"_s;
    QTest::newRow("made as planned") << list << u"3:2"_s << u"closest"_s << QSize(1536, 1024) << QString();
    const QString tiers = u"google-gemini/gemini-3-pro-image"_s;
    QTest::newRow("a tier") << tiers << u"2K"_s << u"closest"_s << QSize(2048, 2048) << QString();
    QTest::newRow("a wide one of the tier") << tiers << u"2K"_s << u"closest"_s << QSize(2752, 1536) << QString();
    QTest::newRow("the vendor made another tier")
        << tiers << u"2K"_s << u"closest"_s << QSize(1024, 1024) << u"1024x1024"_s;
}

/// The pixels counted and came out: that the ratio did not is told under its own name.
void TestOpenAiDialectAnswers::ratioBesidePixels()
{
    Request request;
    request.model = u"openai/gpt-image-1.5"_s;
    request.prompt = u"p"_s;
    request.size.pixels = QSize(1024, 1024);
    request.size.ratio = AspectRatio {3, 2};
    const Catalog catalog = Catalog::builtIn();
    const Result<Plan> plan = catalog.plan(request, catalog.resolve(request.model)->offers.first());
    QVERIFY(plan.ok());
    const QJsonObject dry = QJsonDocument::fromJson(openai::dryRunAnswer(routeOf(*plan)).body).object();
    QCOMPARE(dry.value("metadata"_L1)["emulated"_L1].toObject().keys(), QStringList {u"aspect_ratio"_s});
}

/// One place for it, whichever field asked; the plan, the command line and strict mode say the same.
void TestOpenAiDialectAnswers::anotherSizeIsReported()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, fit);
    QFETCH(QSize, made);
    QFETCH(QString, delivered);
    Request request;
    request.model = model;
    request.prompt = u"p"_s;
    request.fit = *fitFromName(fit);
    request.size.pixels = sizeFromString(asked);
    request.size.ratio = AspectRatio::parse(asked);
    request.size.tier = tierFromName(asked);
    const Catalog catalog = Catalog::builtIn();
    const Offer offer = catalog.resolve(model)->offers.first();
    const Result<Plan> plan = catalog.plan(request, offer);
    QVERIFY(plan.ok());
    QJsonObject metadata =
        QJsonDocument::fromJson(openai::dryRunAnswer(routeOf(*plan)).body).object().value("metadata"_L1).toObject();
    if (made.isValid()) {
        Generation generation;
        generation.request = request;
        generation.plan = *plan;
        generation.pictures.emplaceBack();
        generation.pictures.first().size = made;
        metadata = openai::generationMetadata(generation);
    }
    const QJsonObject size = metadata.value("emulated"_L1)["size"_L1].toObject();
    QCOMPARE(size.isEmpty(), delivered.isEmpty());
    if (delivered.isEmpty()) {
        return;
    }
    QCOMPARE(size.value("asked"_L1), asked);
    QCOMPARE(size.value("delivered"_L1), delivered);
    QVERIFY(!size.value("reason"_L1).toString().isEmpty());
    request.strict = true;
    QCOMPARE(catalog.plan(request, offer).ok(), made.isValid()); // what the vendor will do instead nobody knows
}

void TestOpenAiDialectAnswers::failureAfterAnOpenAttemptForbidsRetries()
{
    Generation generation;
    generation.status = GenerationStatus::Failed;
    generation.error = notSent(ErrorKind::RateLimit, u"Too many."_s);
    Attempt attempt;
    attempt.provider = u"fal"_s;
    attempt.status = GenerationStatus::Failed;
    attempt.error = generation.error;
    generation.attempts = {attempt};
    QVERIFY(!openai::failureAnswer(generation).headers.contains(HttpHeader {"x-should-retry", "false"}));
    generation.attempts.prepend(attempt);
    generation.attempts.first().status = GenerationStatus::Unknown; // the first provider may bill
    QVERIFY(openai::failureAnswer(generation).headers.contains(HttpHeader {"x-should-retry", "false"}));
    generation.error.reset(); // nothing known is the worst
    generation.attempts.clear();
    QVERIFY(openai::failureAnswer(generation).headers.contains(HttpHeader {"x-should-retry", "false"}));
}

void TestOpenAiDialectAnswers::attemptsTellTheVendorsAnswers()
{
    Generation generation;
    Attempt attempt;
    attempt.error = notSent(ErrorKind::RateLimit, u"Too many."_s);
    attempt.error->httpStatus = 429;
    attempt.error->code = u"throttled"_s;
    attempt.error->detail = u"Request was throttled."_s;
    generation.attempts = {attempt};
    const QJsonObject error = openai::generationMetadata(generation)["attempts"_L1][0]["error"_L1].toObject();
    QCOMPARE(error,
             (QJsonObject {{u"kind"_s, u"rate_limit"_s},
                           {u"billing"_s, u"not_billed"_s},
                           {u"message"_s, u"Too many."_s},
                           {u"http_status"_s, 429},
                           {u"code"_s, u"throttled"_s},
                           {u"detail"_s, u"Request was throttled."_s}}));
}

void TestOpenAiDialectAnswers::models()
{
    const Catalog catalog = Catalog::builtIn();
    QVERIFY(!catalog.models().isEmpty());
    const QJsonArray data =
        QJsonDocument::fromJson(openai::modelsAnswer(catalog).body).object().value("data"_L1).toArray();
    QCOMPARE(data.size(), catalog.models().size());
    for (const QJsonValue &entry : data) {
        const QJsonObject model = entry.toObject();
        QCOMPARE(model.value("object"_L1), u"model"_s);
        QVERIFY(!model.value("id"_L1).toString().isEmpty());
        QVERIFY(model.value("created"_L1).isDouble());
        QVERIFY(model.value("owned_by"_L1).isString());
        QVERIFY(model.value("featured"_L1).isBool());
        QVERIFY(model.value("image_url"_L1).isNull());
        QVERIFY(model.contains("image_url"_L1));
        QVERIFY(!model["modalities"_L1]["input"_L1].toArray().isEmpty());
        QCOMPARE(model["modalities"_L1]["output"_L1], QJsonValue(QJsonArray {u"image"_s}));
        QVERIFY(!model.value("tags"_L1).toArray().isEmpty());
        const GatewayResponse one = openai::modelAnswer(catalog, model.value("id"_L1).toString());
        QCOMPARE(QJsonDocument::fromJson(one.body).object(), model);
    }
    const GatewayResponse unknown = openai::modelAnswer(catalog, u"flux.1-prow"_s);
    QCOMPARE(unknown.status, 404);
    QVERIFY(unknown.body.contains("MODEL_NOT_FOUND"));
}

QTEST_APPLESS_MAIN(TestOpenAiDialectAnswers)
#include "test_openaidialectanswers.moc"

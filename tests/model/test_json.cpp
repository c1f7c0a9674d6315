// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fieldreader.h"
#include "core/model/generation.h"
#include "core/model/jsontext.h"
#include "core/planning/planner.h"
#include "tests/support/keptplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// Through the bytes, as the database and the files do it.
QJsonObject throughBytes(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact)).object();
}

template<typename Value>
QByteArray writtenFields(const Value &value)
{
    JsonText json;
    json.beginObject();
    value.writeFields(json);
    json.endObject();
    return json.text();
}

Request fullRequest()
{
    Request request;
    request.model = u"fal/flux.2-pro"_s;
    request.prompt = u"an owl, “quoted” 🦉\n"_s;
    request.negativePrompt = u"rust"_s;
    request.n = 3;
    request.size.pixels = QSize(1024, 768);
    request.size.ratio = AspectRatio {4, 3};
    request.size.tier = ResolutionTier::TwoK;
    request.size.automatic = true;
    request.fit = Fit::Contain;
    request.format = ImageFormat::Avif;
    request.compression = 0;
    request.quality = u"high"_s;
    request.style = u"vivid"_s;
    request.background = u"transparent"_s;
    request.matte = QColor(10, 20, 30, 40);
    request.seed = 9'007'199'254'740'000;
    request.images = {{QByteArray("\0\xff picture", 10), u"a.png"_s}, {QByteArray("other"), u"b.jpg"_s}};
    request.mask = InputImage {QByteArray("mask"), u"m.png"_s};
    request.user = u"user-1"_s;
    request.tuning.steps = 30;
    request.tuning.guidance = 3.5;
    request.tuning.strength = 0;
    request.tuning.moderation = u"low"_s;
    request.tuning.inputFidelity = u"high"_s;
    request.tuning.promptEnhancement = false;
    request.tuning.scheduler = u"euler"_s;
    request.tuning.loras = {{u"owner/ink"_s, 0.5}};
    request.extra = {{u"colors"_s, QJsonArray {u"x"_s}}, {u"sharpness"_s, 30}};
    request.strict = true;
    return request;
}

Offer fullOffer()
{
    Offer offer;
    offer.model = u"flux-2-pro"_s;
    offer.provider = u"fal"_s;
    offer.providerModel = u"fal-ai/flux-2-pro"_s;
    offer.modes = QStringList {u"text-to-image"_s, u"inpaint"_s};
    SizeRange range;
    range.multipleOf = 16;
    offer.sizes = range;
    offer.autoSize = true;
    offer.formats = {ImageFormat::Png, ImageFormat::Webp};
    offer.compressible = {ImageFormat::Webp};
    offer.maxPerCall = 4;
    offer.maxInputImages = 8;
    offer.maxPromptLength = 1000;
    offer.maxInputBytes = 5'000'000'000;
    offer.maxRequestBytes = 20'971'520;
    offer.maxSeed = 4'294'967'295;
    offer.wire.values = {{u"moderation"_s, {{u"auto"_s, 2}, {u"low"_s, 6}}}};
    offer.wire.ranges = {{u"steps"_s, {1, 50}}, {u"guidance"_s, {1.5, 10}}};
    offer.wire.ownFields = {u"acceleration"_s};
    offer.wire.notWithPictures = {u"size"_s, u"seed"_s};
    offer.wire.notWithMask = {u"style"_s};
    offer.qualities = QStringList {u"low"_s, u"high"_s};
    offer.backgrounds = QStringList {u"auto"_s, u"transparent"_s};
    offer.styles = QStringList {u"vivid"_s};
    for (const QString &name : {u"prompt"_s, u"n"_s, u"size"_s, u"quality"_s, u"style"_s, u"background"_s,
                                u"output_format"_s, u"seed"_s, u"image"_s, u"mask"_s, u"user"_s}) {
        offer.fields.insert(name, u"their_" + name);
    }
    offer.wire.sizeAs = SizeForm::Object;
    offer.wire.sizeNames = {{u"huge"_s, QSize(2048, 2048)}};
    offer.wire.sizeWords = {{u"square"_s, QSize(512, 512)}, {u"square_hd"_s, QSize(1024, 1024)}};
    offer.wire.tierNames = {{ResolutionTier::OneK, u"1 MP"_s}};
    offer.wire.formatNames = {{ImageFormat::Jpeg, u"jpg"_s}};
    offer.wire.imageAs = ImageForm::Base64;
    offer.wire.maskAs = MaskForm::HardBlack;
    offer.wire.imageList = true;
    offer.wire.links = {u"image"_s, u"mask"_s};
    offer.wire.constants = {{u"deep"_s, QJsonObject {{u"x"_s, QJsonArray {1, true}}}}};
    offer.wire.editModel = u"fal-ai/flux-2-pro/edit"_s;
    offer.wire.required = QStringList {u"sharpness"_s};
    offer.wire.versioned = true;
    offer.wire.bareNames = QStringList {u"flux-"_s};
    PriceLine line;
    line.unit = PriceLine::Unit::Megapixel;
    line.usd = 0.015;
    line.per = 10;
    line.firstUsd = 0.03;
    line.roundUp = false;
    line.megapixelPixels = 1'048'576;
    line.typicalQuantity = 2.5;
    line.quality = u"high"_s;
    line.tier = ResolutionTier::FourK;
    line.size = QSize(1024, 1024);
    line.editing = false;
    line.character = true;
    PriceLine plain;
    plain.usd = 0.04;
    offer.prices = {line, plain};
    offer.priceSource = u"price list"_s;
    offer.priceDate = u"2026-11"_s;
    return offer;
}

Plan fullPlan()
{
    Request request = fullRequest();
    request.strict = false;
    request.seed = 7; // within the offer's range
    return makePlan(request, fullOffer()).value();
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests();
    void callNotes();
    void offers();
    void models();
    void plans();
    void statuses();
    void errors();
    void reasonsOfOlderJournals();
    void brokenRequests_data();
    void brokenRequests();
};

void TestJson::requests()
{
    Request variation = fullRequest();
    variation.operation = Operation::Vary;
    variation.isCountSaid = true;
    variation.previews = 2;
    variation.images.last().role = ImageRole::Style;
    for (const Request &request : {fullRequest(), variation, Request()}) {
        const QJsonObject json = request.toJson();
        const Result<Request> again = Request::fromJson(throughBytes(json));
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QVERIFY(*again == request);
        QCOMPARE(writtenFields(request), QJsonDocument(json).toJson(QJsonDocument::Compact));
        for (auto field = json.begin(); field != json.end(); ++field) {
            QCOMPARE(request.field(field.key()), QJsonValue(field.value()));
        }
        QVERIFY(request.field(u"colors"_s).isUndefined());
    }
    QVERIFY(Request().field(u"tuning"_s).isUndefined());
}

void TestJson::callNotes()
{
    CallNotes full;
    full.api = u"chat"_s;
    full.path = u"/v1/chat/completions"_s;
    full.streamed = false;
    full.userAgent = u"curl/8.1 \"x\""_s;
    full.referer = u"https://example.org/"_s;
    full.preset = u"posters"_s;
    full.session = u"s-1"_s;
    full.answeredBy = u"gen_1"_s;
    for (const CallNotes &notes : {full, CallNotes()}) {
        QVERIFY(CallNotes::fromJson(throughBytes(notes.toJson())) == notes);
        QCOMPARE(writtenFields(notes), QJsonDocument(notes.toJson()).toJson(QJsonDocument::Compact));
    }
}

void TestJson::offers()
{
    Offer offer = fullOffer();
    offer.inputFormats = {ImageFormat::Png, ImageFormat::Jpeg};
    const Result<Offer> again = Offer::fromJson(throughBytes(offer.toJson()));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
    QVERIFY(*again == offer);
}

void TestJson::models()
{
    Model model;
    model.slug = u"flux-2-pro"_s;
    model.name = u"FLUX.2 [pro]"_s;
    model.maker = u"Black Forest Labs"_s;
    model.family = u"flux.2"_s;
    model.status = u"active"_s;
    model.released = u"2025-11-25"_s;
    model.license = u"proprietary"_s;
    model.notes = u"A note."_s;
    model.capabilities = QStringList {u"text-to-image"_s};
    model.aliases = QStringList {u"flux.2-pro"_s};
    model.offers = {fullOffer()};
    const QJsonObject json = throughBytes(model.toJson());
    FieldReader fields(json);
    Model again = Model::read(fields);
    const QJsonArray offers = json[u"offers"].toArray();
    QCOMPARE(offers.size(), 1);
    QJsonObject row = offers.first().toObject();
    row.insert(u"model"_s, again.slug);
    const Result<Offer> offer = Offer::fromJson(row);
    QVERIFY2(offer.ok(), offer.ok() ? "" : qPrintable(offer.error().message));
    again.offers.append(*offer);
    QVERIFY(again == model);
}

void TestJson::plans()
{
    const Plan plan = fullPlan();
    QVERIFY(plan.parameters.size() > 10);
    const Result<Plan> again = test::keptAndRead(plan);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
    QVERIFY(*again == plan);
}

void TestJson::statuses()
{
    for (const auto status : {GenerationStatus::Running, GenerationStatus::Completed, GenerationStatus::Failed,
                              GenerationStatus::Cancelled, GenerationStatus::Unknown}) {
        QCOMPARE(statusFromName(statusName(status)), status);
    }
}

void TestJson::errors()
{
    Error error = notSent(ErrorKind::ContentPolicy, u"Refused."_s, u"prompt"_s);
    error.billing = Billing::Billed;
    error.detail = u"their words"_s;
    error.code = u"moderation_blocked"_s;
    error.httpStatus = 400;
    error.retryAfter = std::chrono::milliseconds(2500);
    QVERIFY(Error::fromJson(throughBytes(error.toJson())) == error);
    QVERIFY(Error::fromJson(throughBytes(Error().toJson())) == Error());
    error.reason = Reason {u"any"_s, {u"words"_s, qint64(9'007'199'254'740'991), QSize(3, 4), Money::fromMicros(5)}};
    QVERIFY(Error::fromJson(throughBytes(error.toJson())) == error); // with what is added behind the reason
    error.setReason(Reason {u"other"_s, {}});
    QVERIFY(Error::fromJson(throughBytes(error.toJson())) == error);
    // What cannot be read is the least we know: it may have been billed.
    QCOMPARE(Error::fromJson({}).billing, Billing::MayBeBilled);
    QCOMPARE(errorKindFromName(u"nonsense"_s), ErrorKind::Unknown);
}

/// A journal without codes holds finished sentences, and they stay as they are.
void TestJson::reasonsOfOlderJournals()
{
    const QJsonObject parameter {
        {u"name"_s, u"seed"_s}, {u"treatment"_s, u"dropped"_s}, {u"asked"_s, 7}, {u"reason"_s, u"It takes none."_s}};
    const PlannedParameter read = PlannedParameter::fromJson(parameter);
    QCOMPARE(read.reason, Reason::text(u"It takes none."_s));
    QCOMPARE(read.toJson(), parameter);
    const QJsonObject failure {
        {u"kind"_s, u"network"_s}, {u"billing"_s, u"may_be_billed"_s}, {u"message"_s, u"It was lost."_s}};
    QCOMPARE(Error::fromJson(failure).why(), Reason::text(u"It was lost."_s));
    QCOMPARE(Error::fromJson(failure).toJson(), failure);
}

void TestJson::brokenRequests_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("param");

    QTest::newRow("fit") << QJsonObject {{u"fit"_s, u"squeeze"_s}} << u"fit"_s;
    QTest::newRow("format") << QJsonObject {{u"output_format"_s, u"bmp"_s}} << u"output_format"_s;
    QTest::newRow("size") << QJsonObject {{u"size"_s, QJsonObject {{u"pixels"_s, u"big"_s}}}} << u"size"_s;
}

void TestJson::brokenRequests()
{
    QFETCH(const QJsonObject, json);
    QFETCH(const QString, param);
    const Result<Request> read = Request::fromJson(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().param, param);
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"

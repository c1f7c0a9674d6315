// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planreasons.h"
#include "samples.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestVendorValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomeParameters_data();
    void becomeParameters();
    void wholePaths_data();
    void wholePaths();
    void neededFields();
    void refused_data();
    void refused();
    void picturesByLinkOrName_data();
    void picturesByLinkOrName();
    void withoutAField();
    void namedSizes_data();
    void namedSizes();
    void whatMayCostExtra_data();
    void whatMayCostExtra();
};

void TestVendorValues::becomeParameters_data()
{
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<QJsonObject>("sent"); ///< of it, beside the plan
    QTest::addColumn<QStringList>("report"); ///< "dropped num_images", without what passes untouched
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("quality");
    const auto row = [](const char *name, const QJsonObject &extra, const QJsonObject &sent, const QStringList &report,
                        int n = 1, const QString &size = {}, const QString &quality = {}) {
        QTest::newRow(name) << extra << sent << report << n << size << quality;
    };
    row("the mapped field", {{u"num_images"_s, 3}}, {}, {u"passed num_images"_s, u"renamed n"_s}, 3);
    row("as text, from a form", {{u"num_images"_s, u"3"_s}}, {}, {u"passed num_images"_s, u"renamed n"_s}, 3);
    row("another vendor's name for it", {{u"max_images"_s, 3}}, {}, {u"passed max_images"_s, u"renamed n"_s}, 3);
    row("twice the same", {{u"num_images"_s, 3}, {u"max_images"_s, 3}}, {},
        {u"passed max_images"_s, u"passed num_images"_s, u"renamed n"_s}, 3);
    row("twice, but not the same", {{u"num_images"_s, 3}, {u"max_images"_s, 4}}, {},
        {u"passed max_images"_s, u"dropped num_images"_s, u"renamed n"_s}, 4);
    row("a size the vendor has a word for", {{u"image_size"_s, u"square_hd"_s}}, {},
        {u"passed image_size"_s, u"renamed size"_s}, 1, u"1024x1024"_s);
    row("a word for nothing we know", {{u"image_size"_s, u"square"_s}}, {}, {u"dropped image_size"_s});
    row("a size as an object", {{u"image_size"_s, QJsonObject {{u"width"_s, 640}, {u"height"_s, 512}}}}, {},
        {u"passed image_size"_s, u"renamed size"_s}, 1, u"640x512"_s);
    row("two sides", {{u"width"_s, 640}, {u"height"_s, 512}}, {},
        {u"passed height"_s, u"renamed size"_s, u"passed width"_s}, 1, u"640x512"_s);
    row("twice, the first of them one", {{u"max_images"_s, 1}, {u"num_images"_s, 3}}, {},
        {u"passed max_images"_s, u"dropped num_images"_s}, 1);
    row("one side", {{u"width"_s, 640}}, {}, {u"dropped width"_s});
    row("a quality", {{u"rendering_speed"_s, u"QUALITY"_s}}, {}, {u"passed quality"_s, u"passed rendering_speed"_s}, 1,
        {}, u"quality"_s);
    row("what only we set", {{u"model"_s, u"dearer"_s}, {u"stream"_s, true}}, {},
        {u"dropped model"_s, u"dropped stream"_s});
    row("no picture", {{u"input_image_2"_s, u""_s}}, {}, {u"passed input_image_2"_s});
    const QJsonObject own {{u"controlnet"_s, QJsonObject {{u"width"_s, 3}, {u"n"_s, 2}}}, {u"acceleration"_s, 30}};
    row("the vendor's own affair", own, own, {});
}

void TestVendorValues::becomeParameters()
{
    QFETCH(QJsonObject, extra);
    QFETCH(QJsonObject, sent);
    QFETCH(QStringList, report);
    Offer offer = samples::offer(SizeRange {256, 2048, 16});
    offer.modes.append(u"image-edit"_s);
    offer.maxPerCall = 4;
    offer.maxInputImages = 2;
    offer.qualities = {u"turbo"_s, u"quality"_s};
    offer.fields = {{u"prompt"_s, u"prompt"_s},
                    {u"n"_s, u"num_images"_s},
                    {u"size"_s, u"image_size"_s},
                    {u"quality"_s, u"quality"_s},
                    {u"image"_s, u"input_image"_s}};
    offer.wire.sizeNames = {{u"square_hd"_s, QSize(1024, 1024)}};
    PriceLine each;
    each.usd = 0.02;
    offer.prices = {each};
    Request request = samples::request();
    request.extra = extra;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QCOMPARE(plan->request.extra, sent);
    QStringList found;
    bool weakened = false;
    for (const PlannedParameter &parameter : plan->parameters) {
        weakened = weakened || parameter.treatment == Treatment::Dropped || sent.contains(parameter.name);
        if (parameter.name != "prompt"_L1 && !sent.contains(parameter.name)) {
            found.append(QString(treatmentName(parameter.treatment) + u' ' + parameter.name));
        }
    }
    found.sort();
    report.sort();
    QCOMPARE(found, report);
    QFETCH(int, n);
    QFETCH(QString, size);
    QTEST(plan->quality, "quality");
    if (!size.isEmpty()) {
        QCOMPARE(plan->size.pixels, sizeFromString(size));
    }
    QCOMPARE(plan->estimate.total, Money::fromMicros(20'000 * n));
    request.strict = true;
    QCOMPARE(makePlan(request, offer).ok(), !weakened);
}

void TestVendorValues::wholePaths_data()
{
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<QJsonObject>("sent"); ///< of it, beside the plan
    QTest::addColumn<int>("n");
    QTest::addColumn<QSize>("size");
    const QJsonObject count {{u"count"_s, 3}};
    const QJsonObject numbers {{u"num_images"_s, 3}};
    const QJsonObject sides {{u"width"_s, 640}, {u"height"_s, 512}};
    const auto in = [](const QString &object, const QJsonObject &fields) { return QJsonObject {{object, fields}}; };
    QTest::newRow("the mapped field") << in(u"output"_s, count) << QJsonObject() << 3 << QSize();
    QTest::newRow("another name beside it") << in(u"output"_s, numbers) << QJsonObject() << 3 << QSize();
    QTest::newRow("outside of all objects") << numbers << QJsonObject() << 3 << QSize();
    QTest::newRow("two sides") << in(u"output"_s, in(u"shape"_s, sides)) << QJsonObject() << 1 << QSize(640, 512);
    QTest::newRow("around the sides") << in(u"output"_s, sides) << QJsonObject() << 1 << QSize(640, 512);
    QTest::newRow("within another object") << in(u"tiles"_s, sides) << in(u"tiles"_s, sides) << 1 << QSize();
    QTest::newRow("a count of something else") << in(u"tiles"_s, numbers) << in(u"tiles"_s, numbers) << 1 << QSize();
    QTest::newRow("another object at the end")
        << in(u"output"_s, in(u"tiles"_s, numbers)) << in(u"output"_s, in(u"tiles"_s, numbers)) << 1 << QSize();
}

/// What a word means depends on the object it lies in.
void TestVendorValues::wholePaths()
{
    QFETCH(QJsonObject, extra);
    QFETCH(QSize, size);
    Offer offer = samples::offer(SizeRange {256, 2048, 16});
    offer.fields = {{u"prompt"_s, u"prompt"_s},
                    {u"n"_s, u"output.count"_s},
                    {u"size"_s, u"output.shape.width, output.shape.height"_s}};
    offer.wire.sizeAs = SizeForm::TwoFields;
    Request request = samples::request();
    request.extra = extra;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QTEST(plan->request.extra, "sent");
    QTEST(plan->request.n, "n");
    if (size.isValid()) {
        QCOMPARE(plan->size.pixels, size);
    }
}

/// A field without which the vendor does nothing is asked for before anything is paid.
void TestVendorValues::neededFields()
{
    Offer offer = samples::listOffer();
    offer.wire.ownFields = {u"search_prompt"_s, u"tool"_s};
    offer.wire.required = {u"search_prompt"_s, u"tool.kind"_s};
    Request request = samples::request();
    const QList<std::pair<QJsonObject, QString>> rows {
        {{}, u"search_prompt"_s},
        {{{u"search_prompt"_s, u"  "_s}}, u"search_prompt"_s},
        {{{u"search_prompt"_s, u"a hat"_s}}, u"tool.kind"_s},
        {{{u"search_prompt"_s, u"a hat"_s}, {u"tool"_s, u"brush"_s}}, u"tool.kind"_s},
        {{{u"search_prompt"_s, u"a hat"_s}, {u"tool"_s, QJsonObject {{u"kind"_s, 0}}}}, {}},
    };
    for (const auto &[extra, missing] : rows) {
        request.extra = extra;
        const Result<Plan> plan = makePlan(request, offer);
        QCOMPARE(plan.ok(), missing.isEmpty());
        if (!plan.ok()) {
            QCOMPARE(plan.error().reason, reasons::fieldNeeded(offer.provider, missing));
            QCOMPARE(plan.error().param, missing);
            QCOMPARE(plan.error().billing, Billing::NotBilled);
        }
    }
}

void TestVendorValues::refused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const QString &field, const QJsonValue &value, const Reason &reason) {
        const QByteArray name = (field + u'=' + value.toVariant().toString()).toUtf8();
        QTest::newRow(name.constData()) << field << value << reason;
    };
    row(u"num_images"_s, u"many"_s, reasons::fieldUnreadable(u"n"_s));
    row(u"num_images"_s, 1.5, reasons::fieldUnreadable(u"n"_s));
    row(u"seed"_s, u"lucky"_s, reasons::fieldUnreadable(u"seed"_s));
    row(u"input_image_2"_s, u"aGk="_s, reasons::wantsNoPicture(u"image"_s));
    row(u"num_inference_steps"_s, u"many"_s, reasons::wantsWholeNumber(u"num_inference_steps"_s, 1, 500));
    row(u"cfg_scale"_s, true, reasons::wantsNumber(u"cfg_scale"_s, u"0"_s, u"100"_s));
    row(u"prompt_upsampling"_s, u"maybe"_s, reasons::wantsTrueOrFalse(u"prompt_upsampling"_s));
    row(u"safety_tolerance"_s, 9,
        reasons::wordOfNobody(u"safety_tolerance"_s, u"9"_s, {u"auto"_s, u"low"_s, u"0 … 6"_s}));
}

/// Left out, another picture or another number of them would be bought.
void TestVendorValues::refused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    Offer offer = samples::listOffer();
    offer.fields.insert(u"seed"_s, u"seed"_s);
    offer.fields.insert(u"image"_s, u"input_image"_s);
    Request request = samples::request();
    request.extra = {{field, value}};
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, ErrorKind::Invalid);
    QCOMPARE(plan.error().param, field);
    QTEST(plan.error().reason, "reason");
}

void TestVendorValues::picturesByLinkOrName_data()
{
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<QString>("param"); ///< that is refused; empty: it goes out
    const auto row = [](const char *name, const QJsonObject &extra, const QString &param) {
        QTest::newRow(name) << extra << param;
    };
    const QString link = u"https://example.com/cat.jpg"_s;
    row("photo", {{u"photo"_s, link}}, u"photo"_s);
    row("a file beyond a query", {{u"look"_s, u"https://example.com/cat.PNG?size=2"_s}}, u"look"_s);
    row("a name for pictures", {{u"style_reference"_s, u"https://example.com/cat"_s}}, u"style_reference"_s);
    row("in capitals", {{u"faceImageUri"_s, u"gs://bucket/cat"_s}}, u"faceImageUri"_s);
    row("an object", {{u"photo"_s, QJsonObject {{u"url"_s, u"https://example.com/cat"_s}}}}, u"photo.url"_s);
    row("a list", {{u"photos"_s, QJsonArray {link}}}, u"photos"_s);
    row("a list of objects", {{u"photos"_s, QJsonArray {QJsonObject {{u"url"_s, link}}}}}, u"photos"_s);
    row("ids", {{u"reference_image_ids"_s, QJsonArray {u"abc"_s}}}, u"reference_image_ids"_s);
    row("an earlier answer", {{u"previous_response_id"_s, u"resp_1"_s}}, u"previous_response_id"_s);
    row("an id", {{u"image_id"_s, u"abc"_s}}, u"image_id"_s);
    row("the id of the first", {{u"init_image_id"_s, u"abc"_s}}, u"init_image_id"_s);
    row("a number", {{u"imageId"_s, 7}}, u"imageId"_s);
    row("files", {{u"file_ids"_s, QJsonArray {u"file-a"_s}}}, u"file_ids"_s);
    row("within", {{u"options"_s, QJsonObject {{u"image_id"_s, u"abc"_s}}}}, u"options.image_id"_s);
    row("another offer's field", {{u"control_image"_s, link}}, u"control_image"_s);
    row("within another offer's", {{u"input"_s, QJsonObject {{u"image_url"_s, link}}}}, u"input"_s);
    row("a place to call", {{u"webhook_url"_s, u"https://example.com/done"_s}}, {});
    row("somebody", {{u"profile_id"_s, u"abc"_s}}, {});
    row("none", {{u"image_id"_s, QJsonValue()}, {u"file_ids"_s, QJsonArray()}, {u"photo"_s, u""_s}}, {});
    row("a word", {{u"image_mood"_s, u"calm"_s}}, {});
    row("known to the vendor", {{u"image_code"_s, link}}, {});
}

/// Passed on to who has no such field, a picture is made without it and paid for.
void TestVendorValues::picturesByLinkOrName()
{
    QFETCH(QJsonObject, extra);
    QFETCH(QString, param);
    Offer offer = samples::listOffer();
    offer.wire.ownFields = {u"image_code"_s};
    Offer other = samples::listOffer();
    other.wire.ownFields = {u"control_image"_s, u"input"_s};
    FieldNames names;
    learnFieldNames(names, offer);
    learnFieldNames(names, other);
    Request request = samples::request();
    request.extra = extra;
    const Result<Plan> plan = makePlan(request, offer, names);
    QCOMPARE(plan.ok() ? QString() : plan.error().param, param);
    if (!plan.ok()) {
        QCOMPARE(plan.error().reason, reasons::pictureByName(param));
        return;
    }
    QCOMPARE(plan->request.extra, extra);
}

void TestVendorValues::withoutAField()
{
    Request request = samples::request();
    request.extra = {{u"num_images"_s, 3}, {u"rendering_speed"_s, u"QUALITY"_s}};
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY(plan.ok());
    QCOMPARE(plan->calls.size(), 3); // as many as were asked for, each planned and priced
    QCOMPARE(samples::treatmentOf(*plan, u"quality"_s), u"dropped"_s);
    QVERIFY(plan->request.extra.isEmpty());
    request.n = 2;
    QCOMPARE(samples::treatmentOf(*makePlan(request, samples::listOffer()), u"num_images"_s), u"dropped"_s);
    request.n = 1;
    request.isCountSaid = true; // one was asked for in so many words
    for (const QString &name : {u"num_images"_s, u"num_outputs"_s, u"batch_size"_s, u"samples"_s, u"n_images"_s,
                                u"numberOfImages"_s, u"num_pictures"_s}) {
        request.extra = {{name, 3}};
        const Result<Plan> one = makePlan(request, samples::listOffer());
        QCOMPARE(one->calls.size(), 1);
        QCOMPARE(samples::parameter(*one, name).reason, reasons::fieldContradicts(u"n"_s));
        request.extra = {{name, 1}};
        QVERIFY(makePlan(request, samples::listOffer())->weakened().isEmpty());
    }
    request.isCountSaid = false;
    request.extra = {{u"num_images"_s, 50}};
    request.n = 1;
    QCOMPARE(makePlan(request, samples::listOffer()).error().param, u"n"_s);
}

void TestVendorValues::namedSizes_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("size"); ///< that goes out; empty: the word is reported as dropped
    QTest::newRow("square hd") << u"square_hd"_s << u"1024x1024"_s;
    QTest::newRow("square") << u"square"_s << u"512x512"_s;
    QTest::newRow("portrait 4:3") << u"portrait_4_3"_s << u"768x1024"_s;
    QTest::newRow("portrait 16:9") << u"portrait_16_9"_s << u"576x1024"_s;
    QTest::newRow("landscape 4:3") << u"landscape_4_3"_s << u"1024x768"_s;
    QTest::newRow("landscape 16:9") << u"landscape_16_9"_s << u"1024x576"_s;
    QTest::newRow("the offer's own word comes first") << u"huge"_s << u"2048x2048"_s;
    QTest::newRow("no such word") << u"panorama"_s << QString();
}

void TestVendorValues::namedSizes()
{
    QFETCH(QString, word);
    QFETCH(QString, size);
    Offer offer = samples::offer(SizeRange {256, 2048, 1});
    offer.fields.insert(u"size"_s, u"image_size"_s);
    offer.wire.sizeAs = SizeForm::Object;
    offer.wire.sizeNames = {{u"huge"_s, QSize(2048, 2048)}};
    offer.wire.sizeWords = Catalog::builtIn().resolve(u"fal/flux-1-dev"_s)->offers.first().wire.sizeWords;
    PriceLine perMegapixel;
    perMegapixel.unit = PriceLine::Unit::Megapixel;
    perMegapixel.usd = 0.01;
    perMegapixel.roundUp = false;
    offer.prices = {perMegapixel};
    Request request = samples::request();
    request.extra = {{u"image_size"_s, word}};
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QVERIFY(plan->request.extra.isEmpty());
    QCOMPARE(samples::treatmentOf(*plan, u"image_size"_s), size.isEmpty() ? u"dropped"_s : u"passed"_s);
    const QSize expected = sizeFromString(size).value_or(QSize(1024, 1024));
    QCOMPARE(plan->size.pixels, expected);
    QCOMPARE(plan->estimate.total, Money::fromDollars(0.01 * expected.width() * expected.height() / 1'000'000));
    offer.wire = {}; // elsewhere the words may mean anything
    QCOMPARE(samples::treatmentOf(*makePlan(request, offer), u"image_size"_s), u"dropped"_s);
}

void TestVendorValues::whatMayCostExtra_data()
{
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<bool>("known");
    const QJsonArray search {QJsonObject {{u"googleSearch"_s, QJsonObject()}}};
    QTest::newRow("tools") << QJsonObject {{u"tools"_s, search}} << false;
    QTest::newRow("no tools") << QJsonObject {{u"tools"_s, QJsonArray()}} << true;
    QTest::newRow("a switch") << QJsonObject {{u"enable_web_search"_s, true}} << false;
    QTest::newRow("a switch that is off") << QJsonObject {{u"enable_web_search"_s, false}} << true;
    QTest::newRow("grounding") << QJsonObject {{u"grounding"_s, true}} << false;
    QTest::newRow("an empty object") << QJsonObject {{u"google_search"_s, QJsonObject()}} << false;
    QTest::newRow("further in") << QJsonObject {{u"config"_s, QJsonObject {{u"tools"_s, search}}}} << false;
    QTest::newRow("nothing of the kind") << QJsonObject {{u"acceleration"_s, 30}} << true;
}

/// They go out, but nobody claims to know the price then.
void TestVendorValues::whatMayCostExtra()
{
    QFETCH(QJsonObject, extra);
    QFETCH(bool, known);
    Offer offer = samples::listOffer();
    PriceLine each;
    each.usd = 0.02;
    offer.prices = {each};
    Request request = samples::request();
    request.extra = extra;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->request.extra, extra);
    QCOMPARE(plan->weakened().size(), 1);
    QCOMPARE(plan->estimate.total, known ? Money::fromMicros(20'000) : Money::unknown());
    QCOMPARE(plan->estimate.lines.size(), 1); // what is known of it
    QCOMPARE(samples::parameter(*plan, extra.keys().first()).reason,
             known ? reasons::fieldPassedUnread() : reasons::fieldMayCostExtra());
}

QTEST_GUILESS_MAIN(TestVendorValues)
#include "test_vendorvalues.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calls_data();
    void calls();
    void countOutOfRange();
    void prompts_data();
    void prompts();
    void quality_data();
    void quality();
    void words();
    void unsupportedWishesAreDropped();
    void pictures_data();
    void pictures();
    void extraPasses();
    void vendorWords_data();
    void vendorWords();
    void vendorWordsWithoutAField();
    void strictRefusesWhatIsWeakened();
    void strictLetsTheRestThrough();
    void samePlanEveryTime();
};

void TestParameters::calls_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("perCall");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("treatment");

    QTest::newRow("one") << 1 << 1 << u"1@7"_s << u"missing"_s;
    QTest::newRow("in one call") << 4 << 4 << u"4@7"_s << u"renamed"_s;
    QTest::newRow("one by one") << 3 << 1 << u"1@7 1@8 1@9"_s << u"emulated"_s;
    QTest::newRow("in parts") << 10 << 4 << u"4@7 4@11 2@15"_s << u"emulated"_s;
}

void TestParameters::calls()
{
    QFETCH(const int, n);
    QFETCH(const int, perCall);
    QFETCH(const QString, expected);
    QFETCH(const QString, treatment);
    Offer offer = samples::listOffer();
    offer.maxPerCall = perCall;
    offer.fields.insert(u"seed"_s, u"seed"_s);
    if (perCall > 1) {
        offer.fields.insert(u"n"_s, u"num_images"_s);
    }
    Request request = samples::request();
    request.n = n;
    request.seed = 7;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QStringList calls;
    for (const PlannedCall &call : plan->calls) {
        calls.append(u"%1@%2"_s.arg(call.n).arg(call.seed.value_or(-1)));
    }
    QCOMPARE(calls.join(u' '), expected);
    QCOMPARE(samples::treatmentOf(*plan, u"n"_s), treatment);
    QCOMPARE(samples::treatmentOf(*plan, u"seed"_s), u"passed"_s);
}

void TestParameters::countOutOfRange()
{
    for (const int n : {0, -1, 11, 1'000'000'000}) {
        Request request = samples::request();
        request.n = n;
        const Result<Plan> plan = makePlan(request, samples::listOffer());
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().kind, ErrorKind::Invalid);
        QCOMPARE(plan.error().param, u"n"_s);
    }
}

void TestParameters::prompts_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("takesPrompt");
    QTest::addColumn<QString>("expected");

    QTest::newRow("usual") << u"owl"_s << u"text-to-image"_s << true << u"passed"_s;
    QTest::newRow("empty") << u""_s << u"text-to-image"_s << true << u"error"_s;
    QTest::newRow("only spaces") << u"  \n"_s << u"text-to-image"_s << true << u"error"_s;
    QTest::newRow("too long") << QString(21, u'x') << u"text-to-image"_s << true << u"error"_s;
    QTest::newRow("just short enough") << QString(20, u'x') << u"text-to-image"_s << true << u"passed"_s;
    QTest::newRow("counted in characters") << u"🦉"_s.repeated(20) << u"text-to-image"_s << true << u"passed"_s;
    QTest::newRow("upscaler needs none") << u""_s << u"upscale"_s << true << u"missing"_s;
    QTest::newRow("upscaler without words") << u"owl"_s << u"upscale"_s << false << u"dropped"_s;
}

void TestParameters::prompts()
{
    QFETCH(const QString, prompt);
    QFETCH(const QString, mode);
    QFETCH(const bool, takesPrompt);
    QFETCH(const QString, expected);
    Offer offer = samples::offer(SizeUncontrolled());
    offer.modes = QStringList {mode};
    offer.maxPromptLength = 20;
    offer.maxInputImages = 1;
    offer.fields = {{u"image"_s, u"image_url"_s}};
    if (takesPrompt) {
        offer.fields.insert(u"prompt"_s, u"prompt"_s);
    }
    Request request;
    request.prompt = prompt;
    if (mode == "upscale"_L1) {
        request.images.append({QByteArray("picture"), u"a.png"_s});
    }
    const Result<Plan> plan = makePlan(request, offer);
    if (expected == "error"_L1) {
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().param, u"prompt"_s);
        return;
    }
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().message));
    QCOMPARE(samples::treatmentOf(*plan, u"prompt"_s), expected);
}

void TestParameters::quality_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("treatment");

    QTest::newRow("known") << u"low medium high"_s << u"high"_s << u"high"_s << u"passed"_s;
    QTest::newRow("other case") << u"TURBO BALANCED QUALITY"_s << u"turbo"_s << u"TURBO"_s << u"passed"_s;
    QTest::newRow("hd") << u"auto low medium high"_s << u"hd"_s << u"high"_s << u"converted"_s;
    QTest::newRow("standard") << u"auto low medium high"_s << u"standard"_s << u"medium"_s << u"converted"_s;
    QTest::newRow("more than there is") << u"low medium high"_s << u"max"_s << u"high"_s << u"converted"_s;
    QTest::newRow("other words") << u"TURBO BALANCED QUALITY"_s << u"high"_s << u"QUALITY"_s << u"converted"_s;
    QTest::newRow("auto, where there is none") << u"low high"_s << u"auto"_s << u""_s << u"passed"_s;
    QTest::newRow("word nobody knows") << u"low high"_s << u"sparkling"_s << u""_s << u"dropped"_s;
    QTest::newRow("any word goes") << u"*"_s << u"sparkling"_s << u"sparkling"_s << u"passed"_s;
    QTest::newRow("no such field") << u""_s << u"high"_s << u""_s << u"dropped"_s;
    QTest::newRow("no such field, auto") << u""_s << u"auto"_s << u""_s << u"passed"_s;
}

void TestParameters::quality()
{
    QFETCH(const QString, known);
    QFETCH(const QString, asked);
    QFETCH(const QString, sent);
    QFETCH(const QString, treatment);
    Offer offer = samples::listOffer();
    if (!known.isEmpty()) {
        offer.fields.insert(u"quality"_s, u"quality"_s);
        offer.qualities = known == "*"_L1 ? QStringList() : known.split(u' ');
    }
    Request request = samples::request();
    request.quality = asked;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->quality, sent);
    QCOMPARE(samples::treatmentOf(*plan, u"quality"_s), treatment);
}

void TestParameters::words()
{
    Offer offer = samples::listOffer();
    offer.fields.insert(u"style"_s, u"style_name"_s);
    offer.styles = QStringList {u"Anime"_s, u"Cinematic"_s};
    offer.fields.insert(u"user"_s, u"safety_identifier"_s);
    offer.fields.insert(u"negative_prompt"_s, u"negative_prompt"_s);
    Request request = samples::request();
    request.style = u"anime"_s;
    request.user = u"user-1"_s;
    request.negativePrompt = u"rust"_s;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->style, u"Anime"_s);
    QCOMPARE(samples::treatmentOf(*plan, u"style"_s), u"renamed"_s);
    QCOMPARE(samples::parameter(*plan, u"user"_s).wireName, u"safety_identifier"_s);
    QCOMPARE(plan->negativePrompt, u"rust"_s);
    QCOMPARE(samples::treatmentOf(*plan, u"negative_prompt"_s), u"passed"_s);
}

void TestParameters::unsupportedWishesAreDropped()
{
    Request request = samples::request();
    request.seed = 5;
    request.negativePrompt = u"rust"_s;
    request.style = u"vivid"_s;
    request.background = u"transparent"_s;
    request.user = u"user-1"_s;
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY(plan.ok());
    for (const QString &name : {u"seed"_s, u"negative_prompt"_s, u"style"_s, u"background"_s, u"user"_s}) {
        const PlannedParameter dropped = samples::parameter(*plan, name);
        QCOMPARE(samples::treatmentOf(*plan, name), u"dropped"_s);
        QVERIFY2(!dropped.reason.isEmpty(), qPrintable(name));
        QVERIFY(dropped.sent.isUndefined());
        QVERIFY(dropped.wireName.isEmpty());
    }
    QVERIFY(plan->negativePrompt.isEmpty() && plan->style.isEmpty() && plan->background.isEmpty());
    QVERIFY(!plan->calls.first().seed);
    QCOMPARE(plan->request.prompt, request.prompt); // nothing is slipped into it
}

void TestParameters::pictures_data()
{
    QTest::addColumn<QString>("modes");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("given");
    QTest::addColumn<bool>("mask");
    QTest::addColumn<QString>("param");
    QTest::addColumn<ErrorKind>("kind");

    const ErrorKind none = ErrorKind::Unknown;
    QTest::newRow("edit") << u"text-to-image image-edit"_s << 2 << 2 << false << u""_s << none;
    QTest::newRow("too many") << u"text-to-image image-edit"_s << 2 << 3 << false << u"image"_s
                              << ErrorKind::Unsupported;
    QTest::newRow("no editing") << u"text-to-image"_s << 0 << 1 << false << u"image"_s << ErrorKind::Unsupported;
    QTest::newRow("nothing to edit") << u"image-edit"_s << 1 << 0 << false << u"image"_s << ErrorKind::Invalid;
    QTest::newRow("nothing to enlarge") << u"upscale"_s << 1 << 0 << false << u"image"_s << ErrorKind::Invalid;
    QTest::newRow("mask") << u"text-to-image inpaint"_s << 1 << 1 << true << u""_s << none;
    QTest::newRow("mask alone") << u"text-to-image inpaint"_s << 1 << 0 << true << u"mask"_s << ErrorKind::Invalid;
    QTest::newRow("mask not taken") << u"text-to-image image-edit"_s << 1 << 1 << true << u"mask"_s
                                    << ErrorKind::Unsupported;
    QTest::newRow("mask needed") << u"inpaint"_s << 1 << 1 << false << u"mask"_s << ErrorKind::Invalid;
}

void TestParameters::pictures()
{
    QFETCH(const QString, modes);
    QFETCH(const int, most);
    QFETCH(const int, given);
    QFETCH(const bool, mask);
    QFETCH(const QString, param);
    QFETCH(const ErrorKind, kind);
    Offer offer = samples::listOffer();
    offer.modes = modes.split(u' ');
    offer.maxInputImages = most;
    if (most > 0) {
        offer.fields.insert(u"image"_s, u"image"_s);
    }
    if (offer.hasMode(u"inpaint"_s)) {
        offer.fields.insert(u"mask"_s, u"mask_url"_s);
    }
    Request request = samples::request();
    for (int i = 0; i < given; ++i) {
        request.images.append({QByteArray("picture"), u"a.png"_s});
    }
    if (mask) {
        request.mask = InputImage {QByteArray("mask"), u"m.png"_s};
    }
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan.ok(), param.isEmpty());
    if (!plan.ok()) {
        QCOMPARE(plan.error().param, param);
        QCOMPARE(plan.error().kind, kind);
        QVERIFY(!plan.error().message.isEmpty());
    } else {
        QCOMPARE(samples::treatmentOf(*plan, u"image"_s), u"passed"_s);
        QCOMPARE(samples::treatmentOf(*plan, u"mask"_s), mask ? u"renamed"_s : u"missing"_s);
    }
}

void TestParameters::extraPasses()
{
    Request request = samples::request();
    request.extra = {{u"guidance_scale"_s, 3.5}, {u"loras"_s, QJsonArray {u"a"_s}}};
    request.strict = true;
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY(plan.ok());
    QCOMPARE(samples::parameter(*plan, u"guidance_scale"_s).sent, QJsonValue(3.5));
    QCOMPARE(samples::parameter(*plan, u"loras"_s).wireName, u"loras"_s);
}

void TestParameters::vendorWords_data()
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
    row("no number", {{u"num_images"_s, u"many"_s}}, {}, {u"dropped num_images"_s});
    row("half a picture", {{u"num_images"_s, 1.5}}, {}, {u"dropped num_images"_s});
    row("a size the vendor has a word for", {{u"image_size"_s, u"square_hd"_s}}, {},
        {u"passed image_size"_s, u"renamed size"_s}, 1, u"1024x1024"_s);
    row("a word for nothing we know", {{u"image_size"_s, u"square"_s}}, {}, {u"dropped image_size"_s});
    row("a size as an object", {{u"image_size"_s, QJsonObject {{u"width"_s, 640}, {u"height"_s, 512}}}}, {},
        {u"passed image_size"_s, u"renamed size"_s}, 1, u"640x512"_s);
    row("two sides", {{u"width"_s, 640}, {u"height"_s, 512}}, {},
        {u"passed height"_s, u"renamed size"_s, u"passed width"_s}, 1, u"640x512"_s);
    row("one side", {{u"width"_s, 640}}, {}, {u"dropped width"_s});
    row("a quality", {{u"rendering_speed"_s, u"QUALITY"_s}}, {}, {u"passed quality"_s, u"passed rendering_speed"_s}, 1,
        {}, u"quality"_s);
    row("what only we set", {{u"model"_s, u"dearer"_s}, {u"stream"_s, true}}, {},
        {u"dropped model"_s, u"dropped stream"_s});
    row("numbered pictures", {{u"input_image_2"_s, u"aGk="_s}}, {}, {u"dropped input_image_2"_s});
    const QJsonObject own {{u"controlnet"_s, QJsonObject {{u"width"_s, 3}, {u"n"_s, 2}}}, {u"steps"_s, 30}};
    row("the vendor's own affair", own, own, {});
}

void TestParameters::vendorWords()
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
    offer.wire = {{u"sizeNames"_s, QJsonObject {{u"1024x1024"_s, u"square_hd"_s}}}};
    PriceLine each;
    each.usd = 0.02;
    offer.prices = {each};
    Request request = samples::request();
    request.extra = extra;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->request.extra, sent);
    QStringList found;
    bool weakened = false;
    for (const PlannedParameter &parameter : plan->parameters) {
        weakened = weakened || parameter.treatment == Treatment::Dropped;
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

void TestParameters::vendorWordsWithoutAField()
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
    request.extra = {{u"num_images"_s, 50}};
    request.n = 1;
    QCOMPARE(makePlan(request, samples::listOffer()).error().param, u"n"_s);
}

void TestParameters::strictRefusesWhatIsWeakened()
{
    Request request = samples::request();
    request.seed = 5;
    request.n = 3;
    request.quality = u"high"_s;
    request.strict = true;
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, ErrorKind::Invalid);
    QCOMPARE(plan.error().code, u"strict"_s);
    const QJsonArray list = QJsonDocument::fromJson(plan.error().detail.toUtf8()).array();
    QHash<QString, QString> treatments;
    for (const QJsonValue &entry : list) {
        treatments.insert(entry["name"_L1].toString(), entry["treatment"_L1].toString());
        QVERIFY(plan.error().message.contains(entry["reason"_L1].toString()));
    }
    const QHash<QString, QString> expected {
        {u"seed"_s, u"dropped"_s}, {u"n"_s, u"emulated"_s}, {u"quality"_s, u"dropped"_s}};
    QCOMPARE(treatments, expected);
}

void TestParameters::strictLetsTheRestThrough()
{
    Request request = samples::request();
    request.size.pixels = QSize(1920, 1080); // converted to the nearest size: not weakened
    request.format = ImageFormat::Png;
    request.quality = u"auto"_s;
    request.strict = true;
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().message));
}

void TestParameters::samePlanEveryTime()
{
    Request request = samples::request();
    request.size.pixels = QSize(1920, 1080);
    request.n = 2;
    request.format = ImageFormat::Avif;
    const Result<Plan> first = makePlan(request, samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::FourK}));
    const Result<Plan> second = makePlan(request, samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::FourK}));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first.value(), second.value());
}

QTEST_GUILESS_MAIN(TestParameters)
#include "test_parameters.moc"

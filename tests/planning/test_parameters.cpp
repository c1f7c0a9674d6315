// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/requestlimits.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planreasons.h"
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
    void extraIsLeftOut();
    void seedsWithinTheVendorsRange_data();
    void seedsWithinTheVendorsRange();
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
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
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
    QTest::newRow("mask put back") << u"text-to-image image-edit"_s << 1 << 1 << true << u""_s << none;
    QTest::newRow("mask not taken") << u"text-to-image image-variation"_s << 1 << 1 << true << u"mask"_s
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
        QVERIFY(!plan.error().reason.isEmpty());
    } else {
        QCOMPARE(samples::treatmentOf(*plan, u"image"_s), u"passed"_s);
        QCOMPARE(samples::treatmentOf(*plan, u"mask"_s),
                 !mask                           ? u"missing"_s
                     : offer.supports(u"mask"_s) ? u"renamed"_s
                                                 : u"emulated"_s);
    }
}

void TestParameters::extraPasses()
{
    Request request = samples::request();
    request.extra = {{u"acceleration"_s, 3.5}, {u"controlnets"_s, QJsonArray {u"a"_s}}};
    Offer offer = samples::listOffer();
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->weakened().size(), 2); // nobody can say that they do what was asked
    QCOMPARE(samples::parameter(*plan, u"acceleration"_s).sent, QJsonValue(3.5));
    QCOMPARE(samples::parameter(*plan, u"acceleration"_s).reason, reasons::fieldPassedUnread());
    QCOMPARE(samples::parameter(*plan, u"controlnets"_s).wireName, u"controlnets"_s);
    request.strict = true;
    QCOMPARE(makePlan(request, offer).error().code, u"strict"_s);
    offer.wire.ownFields = {u"acceleration"_s, u"controlnets"_s};
    const Result<Plan> known = makePlan(request, offer);
    QVERIFY(known.ok());
    QCOMPARE(known->request.extra, request.extra);
    QVERIFY(samples::parameter(*known, u"acceleration"_s).reason.isEmpty());
}

/// Who refuses what it does not know is not sent it, and the caller is told.
void TestParameters::extraIsLeftOut()
{
    Request request = samples::request();
    request.extra = {{u"foo"_s, 1}, {u"tools"_s, QJsonArray {u"a"_s}}, {u"bar"_s, QJsonObject {{u"baz"_s, 2}}}};
    Offer offer = samples::listOffer();
    offer.wire.noFurtherFields = true;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QVERIFY(plan->request.extra.isEmpty());
    for (const QString &name : {u"foo"_s, u"tools"_s, u"bar.baz"_s}) {
        QCOMPARE(samples::treatmentOf(*plan, name), u"dropped"_s);
        QCOMPARE(samples::parameter(*plan, name).reason, reasons::noFurtherFields(offer.model, offer.provider));
        QVERIFY(samples::parameter(*plan, name).wireName.isEmpty());
    }
    request.strict = true;
    QCOMPARE(makePlan(request, offer).error().code, u"strict"_s);
}

void TestParameters::seedsWithinTheVendorsRange_data()
{
    QTest::addColumn<qint64>("seed");
    QTest::addColumn<qint64>("sent"); ///< -1: none
    QTest::addColumn<Reason>("refused");
    const auto tooLarge = [](qint64 seed) { return reasons::seedNotTaken(seed, u"model"_s, u"vendor"_s, 97); };
    QTest::newRow("small") << 7LL << 7LL << Reason();
    QTest::newRow("the last for three calls") << 97LL << 97LL << Reason();
    QTest::newRow("any") << -1LL << -1LL << Reason();
    QTest::newRow("the third call would be out of range") << 98LL << 0LL << tooLarge(98);
    QTest::newRow("large") << 1000LL << 0LL << tooLarge(1000);
    QTest::newRow("of 64 bits") << 6687881544318117707LL << 0LL
                                << reasons::seedOutOfRange(6687881544318117707LL, requestlimits::seed);
    QTest::newRow("negative") << -2LL << 0LL << reasons::seedOutOfRange(-2, requestlimits::seed);
}

void TestParameters::seedsWithinTheVendorsRange()
{
    QFETCH(qint64, seed);
    Offer offer = samples::listOffer();
    offer.fields.insert(u"seed"_s, u"seed"_s);
    offer.maxSeed = 99;
    Request request = samples::request();
    request.n = 3;
    request.seed = seed;
    QFETCH(Reason, refused);
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan.ok(), refused.isEmpty());
    if (!plan.ok()) {
        QCOMPARE(plan.error().reason, refused);
        QCOMPARE(plan.error().param, u"seed"_s);
        return;
    }
    QFETCH(qint64, sent);
    QCOMPARE(plan->calls.first().seed.value_or(-1), sent);
    QCOMPARE(plan->calls.last().seed.value_or(-1), sent < 0 ? -1 : sent + 2);
    QCOMPARE(samples::treatmentOf(*plan, u"seed"_s), u"passed"_s);
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
    QStringList fields;
    const QJsonArray list = plan.error().reason.values.last().value.toArray();
    for (const QJsonValue &entry : list) {
        const Reason reason = Reason::fromJson(entry);
        QCOMPARE(reason.values.size(), 2);
        QVERIFY(!Reason::fromJson(reason.values.last().value.toArray().first()).isEmpty());
        fields.append(reason.values.first().value.toString());
    }
    fields.sort();
    QCOMPARE(fields, (QStringList {u"n"_s, u"quality"_s, u"seed"_s}));
}

void TestParameters::strictLetsTheRestThrough()
{
    Request request = samples::request();
    request.size.ratio = AspectRatio {3, 2}; // asked for in pixels, and met: not weakened
    request.format = ImageFormat::Png;
    request.quality = u"auto"_s;
    request.strict = true;
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
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

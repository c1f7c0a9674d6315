// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkreasons.h"
#include "core/planning/maskform.h"
#include "samples.h"
#include "tests/support/keptplan.h"

using namespace Qt::StringLiterals;
using namespace lightwell;

/// What is done with a picture beside editing it, masks that a model does not keep to, and pictures in a role.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnOfferCanDo_data();
    void whatAnOfferCanDo();
    void whatTheOfferSays_data();
    void whatTheOfferSays();
    void sizesOfTheirOwn_data();
    void sizesOfTheirOwn();
    void factorsThatAreFixed_data();
    void factorsThatAreFixed();
    void masks_data();
    void masks();
    void masksInAnotherForm_data();
    void masksInAnotherForm();
    void masksNeedTheirShape();
    void roles_data();
    void roles();
    void fieldsBesidePictures_data();
    void fieldsBesidePictures();
    void sizesBesidePictures();
    void isKept();
};

namespace {

Offer offerWith(const QStringList &modes, const QStringList &further = {})
{
    Offer offer = samples::listOffer();
    offer.modes = modes;
    offer.maxInputImages = 2;
    offer.fields.insert(u"image"_s, u"image"_s);
    for (const QString &field : further) {
        offer.fields.insert(field, field);
    }
    return offer;
}

Request working(Operation operation, qsizetype pictures = 1)
{
    Request request = samples::request();
    request.operation = operation;
    for (qsizetype i = 0; i < pictures; ++i) {
        request.images.append(samples::picture({64, 48}));
    }
    return request;
}

InputImage holeMask(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    InputImage mask;
    QBuffer buffer(&mask.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return mask;
}

} // namespace

void TestOperations::whatAnOfferCanDo_data()
{
    QTest::addColumn<QStringList>("modes");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<QString>("code"); ///< of the reason; empty: it is planned
    using enum Operation;
    const QStringList all {u"text-to-image"_s, u"image-edit"_s, u"upscale"_s, u"remove-background"_s, u"vectorize"_s};
    const QStringList words {u"text-to-image"_s};
    QTest::newRow("upscale") << all << Upscale << 1 << QString();
    QTest::newRow("cut out") << all << RemoveBackground << 1 << QString();
    QTest::newRow("vectorize") << all << Vectorize << 1 << QString();
    QTest::newRow("vary by an edit") << all << Vary << 1 << QString();
    QTest::newRow("vary by itself") << QStringList {u"image-variation"_s} << Vary << 1 << QString();
    QTest::newRow("no upscaler") << words << Upscale << 1 << u"operation_not_offered"_s;
    QTest::newRow("no editor") << words << Vary << 1 << u"operation_not_offered"_s;
    QTest::newRow("nothing to upscale") << all << Upscale << 0 << u"picture_missing"_s;
    QTest::newRow("nothing to vary") << all << Vary << 0 << u"variation_of_nothing"_s;
    QTest::newRow("two to cut out") << all << RemoveBackground << 2 << u"too_many_input_pictures"_s;
}

void TestOperations::whatAnOfferCanDo()
{
    QFETCH(QStringList, modes);
    QFETCH(Operation, operation);
    QFETCH(int, pictures);
    QFETCH(QString, code);
    Request request = working(operation, pictures);
    request.prompt.clear();
    const Result<Plan> plan = makePlan(request, offerWith(modes));
    QCOMPARE(plan ? QString() : plan.error().reason.code, code);
    if (plan) {
        QCOMPARE(plan->request.operation, operation);
    } else {
        QCOMPARE(plan.error().billing, Billing::NotBilled);
    }
}

void TestOperations::whatTheOfferSays_data()
{
    QTest::addColumn<QStringList>("modes");
    QTest::addColumn<double>("factor"); ///< 0: none is asked for
    QTest::addColumn<Operation>("operation");
    using enum Operation;
    const QStringList several {u"text-to-image"_s, u"image-edit"_s, u"upscale"_s};
    QTest::newRow("an upscaler") << QStringList {u"upscale"_s} << 0.0 << Upscale;
    QTest::newRow("a cutter") << QStringList {u"remove-background"_s} << 0.0 << RemoveBackground;
    QTest::newRow("a tracer") << QStringList {u"vectorize"_s} << 0.0 << Vectorize;
    QTest::newRow("an editor") << several << 0.0 << Create;
    QTest::newRow("an editor with a factor") << several << 2.0 << Upscale;
}

void TestOperations::whatTheOfferSays()
{
    QFETCH(QStringList, modes);
    QFETCH(double, factor);
    QFETCH(Operation, operation);
    Request request = working(Operation::Create);
    if (factor > 0) {
        request.tuning.scaleFactor = factor;
    }
    const Result<Plan> plan = makePlan(request, offerWith(modes, {u"scale_factor"_s}));
    QVERIFY(plan.ok());
    QCOMPARE(plan->request.operation, operation);
    QCOMPARE(plan->tuning.value("scale_factor"_L1).toDouble(), factor);
}

void TestOperations::sizesOfTheirOwn_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<bool>("isTold"); ///< the vendor takes a factor
    QTest::addColumn<QSize>("expected");
    using enum Operation;
    QTest::newRow("twice") << Upscale << true << QSize(128, 96);
    QTest::newRow("by the vendor's own factor") << Upscale << false << QSize();
    QTest::newRow("cut out") << RemoveBackground << true << QSize(64, 48);
}

void TestOperations::sizesOfTheirOwn()
{
    QFETCH(Operation, operation);
    QFETCH(bool, isTold);
    QFETCH(QSize, expected);
    const QStringList modes {u"text-to-image"_s, u"upscale"_s, u"remove-background"_s};
    Request request = working(operation);
    request.tuning.scaleFactor = 2;
    const Result<Plan> plan =
        makePlan(request, offerWith(modes, isTold ? QStringList {u"scale_factor"_s} : QStringList()));
    QVERIFY(plan.ok());
    QVERIFY(!plan->size.pixels); // its list is for new pictures
    QCOMPARE(plan->size.expected, expected);
    QCOMPARE(samples::treatmentOf(*plan, u"scale_factor"_s),
             operation == Operation::Upscale && isTold ? u"passed"_s : u"dropped"_s);
}

void TestOperations::factorsThatAreFixed_data()
{
    QTest::addColumn<bool>("hasField");
    QTest::addColumn<double>("asked");
    QTest::addColumn<QString>("treatment"); ///< "refused": there is no plan
    QTest::addColumn<QString>("reason");
    QTest::newRow("what it makes anyway") << false << 4.0 << u"passed"_s << u"factor_is_fixed"_s;
    QTest::newRow("what it never makes") << false << 3.0 << u"dropped"_s << u"factor_is_fixed"_s;
    QTest::newRow("the one it takes") << true << 4.0 << u"passed"_s << QString();
    QTest::newRow("one it does not take") << true << 3.0 << u"refused"_s << u"number_fixed"_s;
}

/// Some upscalers make every picture four times as wide: asked for just that, nothing is missing.
void TestOperations::factorsThatAreFixed()
{
    QFETCH(bool, hasField);
    QFETCH(double, asked);
    QFETCH(QString, treatment);
    QFETCH(QString, reason);
    Offer offer =
        offerWith({u"text-to-image"_s, u"upscale"_s}, hasField ? QStringList {u"scale_factor"_s} : QStringList());
    offer.wire.ranges = {{u"scale_factor"_s, {4, 4}}};
    Request request = working(Operation::Upscale);
    request.tuning.scaleFactor = asked;
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan.ok(), treatment != "refused"_L1);
    if (!plan) {
        QCOMPARE(plan.error().reason.code, reason);
        return;
    }
    QCOMPARE(samples::treatmentOf(*plan, u"scale_factor"_s), treatment);
    QCOMPARE(samples::parameter(*plan, u"scale_factor"_s).reason.code, reason);
    QCOMPARE(plan->tuning.contains("scale_factor"_L1), hasField);
    QCOMPARE(plan->size.expected, QSize(256, 192));
}

void TestOperations::masks_data()
{
    QTest::addColumn<QStringList>("modes");
    QTest::addColumn<bool>("takesMask");
    QTest::addColumn<bool>("isAdvisory");
    QTest::addColumn<QString>("treatment"); ///< "refused": there is no plan
    QTest::addColumn<bool>("isPutBack");
    const QStringList edit {u"image-edit"_s};
    const QStringList fill {u"inpaint"_s};
    QTest::newRow("kept by the vendor") << fill << true << false << u"passed"_s << false;
    QTest::newRow("not quite kept") << fill << true << true << u"passed"_s << true;
    QTest::newRow("not taken") << edit << false << false << u"emulated"_s << true;
    QTest::newRow("neither taken nor edited")
        << QStringList {u"image-variation"_s} << false << false << u"refused"_s << false;
}

void TestOperations::masks()
{
    QFETCH(QStringList, modes);
    QFETCH(bool, takesMask);
    QFETCH(bool, isAdvisory);
    QFETCH(QString, treatment);
    QFETCH(bool, isPutBack);
    Offer offer = offerWith(modes, takesMask ? QStringList {u"mask"_s} : QStringList());
    offer.wire.maskIsAdvisory = isAdvisory;
    Request request = working(Operation::Create);
    request.mask = holeMask({64, 48});
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan ? samples::treatmentOf(*plan, u"mask"_s) : u"refused"_s, treatment);
    QCOMPARE(plan.ok() && plan->output.keepsOutsideMask, isPutBack);
    request.strict = true; // what is emulated is refused then
    QCOMPARE(makePlan(request, offer).ok(), treatment == "passed"_L1);
}

void TestOperations::masksInAnotherForm_data()
{
    QTest::addColumn<MaskForm>("form");
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<QString>("reason"); ///< its code; empty: it goes out as it was painted
    QTest::newRow("not said") << MaskForm::Usual << true << QString();
    QTest::newRow("white") << MaskForm::White << true << QString();
    QTest::newRow("black") << MaskForm::Black << true << u"mask_swapped"_s;
    QTest::newRow("white, hard") << MaskForm::HardWhite << true << u"mask_hardened"_s;
    QTest::newRow("black, hard") << MaskForm::HardBlack << true << u"mask_swapped_and_hardened"_s;
    QTest::newRow("black, but none is taken") << MaskForm::HardBlack << false << u"mask_put_back"_s;
}

/// It is told, and nothing that strict mode would refuse.
void TestOperations::masksInAnotherForm()
{
    QFETCH(MaskForm, form);
    QFETCH(bool, isTaken);
    QFETCH(QString, reason);
    Offer offer = isTaken ? offerWith({u"inpaint"_s}, {u"mask"_s}) : offerWith({u"image-edit"_s});
    offer.wire.maskAs = form;
    Request request = working(Operation::Create);
    request.mask = holeMask({64, 48});
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    const PlannedParameter mask = samples::parameter(*plan, u"mask"_s);
    QCOMPARE(mask.reason.code, reason);
    QCOMPARE(mask.isWeakened(), !isTaken);
    QCOMPARE(mask.treatment == Treatment::Converted, isTaken && !reason.isEmpty());
    QCOMPARE(maskFormOf(offer).code, isTaken ? reason : QString());
    request.strict = true;
    QCOMPARE(makePlan(request, offer).ok(), isTaken);
}

/// Told before anybody is paid: what lies outside the mask could not be put back.
void TestOperations::masksNeedTheirShape()
{
    Request request = working(Operation::Create);
    request.images = {samples::picture({1024, 1024})};
    request.mask = holeMask({1024, 1024});
    const Offer offer = offerWith({u"image-edit"_s});
    request.size.pixels = QSize(1536, 1024);
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().param, u"mask"_s);
    QCOMPARE(plan.error().billing, Billing::NotBilled);
    request.size.pixels = QSize(1024, 1024);
    QVERIFY(makePlan(request, offer).ok());
    // A picture in another role is not the one that is edited.
    request.images.first().role = ImageRole::Style;
    QCOMPARE(makePlan(request, offerWith({u"text-to-image"_s}, {u"style_image"_s})).error().param, u"mask"_s);
}

void TestOperations::roles_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<ImageRole>("role");
    QTest::addColumn<QString>("param");
    QTest::newRow("style") << QStringList {u"style_image"_s} << ImageRole::Style << QString();
    QTest::newRow("character") << QStringList {u"character_image"_s} << ImageRole::Character << QString();
    QTest::newRow("no style") << QStringList {u"character_image"_s} << ImageRole::Style << u"style_image"_s;
    QTest::newRow("no character") << QStringList() << ImageRole::Character << u"character_image"_s;
}

/// The third picture is no reference too many, since it is none.
void TestOperations::roles()
{
    QFETCH(QStringList, fields);
    QFETCH(ImageRole, role);
    QFETCH(QString, param);
    Request request = working(Operation::Create, 3);
    request.images.last().role = role;
    const Result<Plan> plan = makePlan(request, offerWith({u"text-to-image"_s, u"image-edit"_s}, fields));
    QCOMPARE(plan ? QString() : plan.error().param, param);
}

void TestOperations::fieldsBesidePictures_data()
{
    QTest::addColumn<int>("pictures");
    QTest::addColumn<ImageRole>("role");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QString>("seed"); ///< the code of the reason why it is dropped; empty: it goes out
    QTest::addColumn<QString>("negativePrompt");
    using enum ImageRole;
    const QString pictures = u"not_with_pictures"_s;
    QTest::newRow("words alone") << 0 << Reference << false << QString() << QString();
    QTest::newRow("a picture") << 1 << Reference << false << pictures << QString();
    QTest::newRow("a mask") << 1 << Reference << true << pictures << u"not_with_mask"_s;
    QTest::newRow("a style alone") << 1 << Style << false << QString() << QString();
}

/// What an offer takes, but not with a picture or a mask, is told as dropped and does not go out.
void TestOperations::fieldsBesidePictures()
{
    QFETCH(int, pictures);
    QFETCH(ImageRole, role);
    QFETCH(bool, masked);
    Offer offer = offerWith({u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s},
                            {u"mask"_s, u"seed"_s, u"negative_prompt"_s, u"style_image"_s});
    offer.fields.insert(u"seed"_s, u"their_seed"_s);
    offer.wire.notWithPictures = {u"seed"_s};
    offer.wire.notWithMask = {u"negative_prompt"_s};
    Request request = working(Operation::Create, pictures);
    for (InputImage &image : request.images) {
        image.role = role;
    }
    if (masked) {
        request.mask = holeMask({64, 48});
    }
    request.extra = {{u"their_seed"_s, 5}};
    request.negativePrompt = u"blur"_s;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    const auto whyDropped = [&plan](const QString &name) {
        const PlannedParameter found = samples::parameter(*plan, name);
        return found.treatment == Treatment::Dropped ? found.reason.code : QString();
    };
    QTEST(whyDropped(u"seed"_s), "seed");
    QTEST(whyDropped(u"negative_prompt"_s), "negativePrompt");
    QCOMPARE(plan->calls.first().seed.has_value(), whyDropped(u"seed"_s).isEmpty());
    QCOMPARE(plan->negativePrompt.isEmpty(), !whyDropped(u"negative_prompt"_s).isEmpty());
    QVERIFY(plan->request.extra.isEmpty());
    QCOMPARE(plan->offer.supports(u"seed"_s), whyDropped(u"seed"_s).isEmpty());
    request.strict = true;
    QCOMPARE(makePlan(request, offer).ok(), plan->weakened().isEmpty());
}

/// The picture's own size comes out; another one is made of it here.
void TestOperations::sizesBesidePictures()
{
    for (Offer offer : {samples::editing(samples::listOffer()), samples::editing(samples::ratioOffer())}) {
        const QString name = offer.supports(u"size"_s) ? u"size"_s : u"aspect_ratio"_s;
        offer.wire.notWithPictures = {name};
        Request request = working(Operation::Create);
        const Result<Plan> own = makePlan(request, offer);
        QVERIFY(own.ok() && !own->size.pixels && !own->size.ratio);
        QCOMPARE(own->size.expected, QSize(64, 48));
        request.size = samples::sizeOf(offer.supports(u"size"_s) ? u"1024x1024"_s : u"16:9"_s);
        request.fit = Fit::Crop;
        const Result<Plan> other = makePlan(request, offer);
        QVERIFY(other.ok() && !other->size.pixels && !other->size.ratio && other->output.exactSize);
        QCOMPARE(samples::treatmentOf(*other, name), u"emulated"_s);
        request.fit = Fit::Closest;
        const Result<Plan> left = makePlan(request, offer);
        QCOMPARE(samples::parameter(*left, name).reason.code, u"not_with_pictures"_s);
        request.images.clear();
        QVERIFY(makePlan(request, offer)->size.pixels || makePlan(request, offer)->size.ratio);
    }
}

void TestOperations::isKept()
{
    Request request = working(Operation::Upscale);
    request.images.first().role = ImageRole::Style;
    request.tuning.scaleFactor = 4;
    QCOMPARE(Request::fromJson(request.toJson()).value(), request);
    QJsonObject old = working(Operation::Create).toJson();
    old.insert(u"variation"_s, true); // of an older release
    QCOMPARE(Request::fromJson(old)->operation, Operation::Vary);
    old.insert(u"operation"_s, u"melt"_s);
    QVERIFY(!Request::fromJson(old).ok());
    for (const Operation operation :
         {Operation::Create, Operation::Vary, Operation::Upscale, Operation::RemoveBackground, Operation::Vectorize}) {
        QCOMPARE(operationFromName(operationName(operation)), std::optional(operation));
    }
    Request masked = working(Operation::Create);
    masked.mask = holeMask({64, 48});
    const Result<Plan> plan = makePlan(masked, offerWith({u"image-edit"_s}));
    QVERIFY(plan.ok());
    QCOMPARE(test::keptAndRead(*plan).value(), *plan);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "test_operations.moc"

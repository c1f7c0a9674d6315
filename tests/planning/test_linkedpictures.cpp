// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/linkreasons.h"
#include "core/planning/checkpictures.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planreasons.h"
#include "samples.h"

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

const QString pictureLink = u"https://pictures.example.org/a.png?sig=1"_s;

Offer editOffer(const SizeRule &rule = SizeUncontrolled())
{
    Offer offer = samples::offer(rule);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s};
    offer.maxInputImages = 3;
    offer.fields.insert(u"image"_s, u"image_url"_s);
    offer.wire.links = {u"image"_s};
    return offer;
}

InputImage linked(ImageRole role = ImageRole::Reference)
{
    return {.bytes = {}, .name = {}, .role = role, .link = pictureLink};
}

Request editOf(const QList<InputImage> &images)
{
    Request request = samples::request();
    request.images = images;
    return request;
}

const PlannedParameter *parameterOf(const Plan &plan, const QString &name)
{
    for (const PlannedParameter &parameter : plan.parameters) {
        if (parameter.name == name) {
            return &parameter;
        }
    }
    return nullptr;
}

QString reasonOf(const Result<Plan> &plan, const QString &name)
{
    if (!plan) {
        return plan.error().reason.code;
    }
    const PlannedParameter *parameter = parameterOf(*plan, name);
    return parameter ? parameter->reason.code : QString();
}

} // namespace

/// Pictures that are links: what an offer has to take, what cannot be done with what nobody sees, and how it is told.
class TestLinkedPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOutAsItIs()
    {
        Offer offer = editOffer();
        offer.inputFormats = {ImageFormat::Png};
        offer.maxInputPixels = 100;
        offer.maxInputBytes = 10;
        const Result<Plan> plan = makePlan(editOf({linked()}), offer);
        QVERIFY(plan);
        QVERIFY(plan->inputs.isEmpty());
        QCOMPARE(plan->request.images.first().link, pictureLink);
        const PlannedParameter *told = parameterOf(*plan, u"image"_s);
        QVERIFY(told && told->treatment == Treatment::Converted && !told->isWeakened());
        QCOMPARE(told->reason, reasons::linksPassedOn(u"vendor"_s));
        Request strict = editOf({linked()});
        strict.strict = true;
        QVERIFY(makePlan(strict, offer)); // it is what was asked for
    }

    void whoTakesNone_data()
    {
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<Request>("request");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("reason"); ///< empty: it is taken
        const auto row = [](const char *name, const QStringList &links, const Request &request, const char *param = "",
                            const char *reason = "") {
            QTest::newRow(name) << links << request << QString::fromLatin1(param) << QString::fromLatin1(reason);
        };
        const QStringList both {u"image"_s, u"mask"_s};
        const InputImage bytes = samples::picture({64, 48});
        Request masked = editOf({bytes});
        masked.mask = linked();
        Request underMask = editOf({linked()});
        underMask.mask = bytes;
        Request bothLinked = editOf({linked()});
        bothLinked.mask = linked();
        row("a picture", {u"image"_s}, editOf({linked()}));
        row("a picture, where none is taken", {}, editOf({linked()}), "image", reasons::linkNotTaken.code);
        row("one beside a picture", {u"image"_s}, editOf({bytes, linked()}));
        row("the second, where none is taken", {}, editOf({bytes, linked()}), "image", reasons::linkNotTaken.code);
        row("of a style", {u"image"_s}, editOf({linked(ImageRole::Style)}), "style_image", reasons::linkNotTaken.code);
        row("of a style that is taken", {u"style_image"_s}, editOf({linked(ImageRole::Style)}));
        row("a mask", both, masked);
        row("a mask, where only pictures are", {u"image"_s}, masked, "mask", reasons::maskLinkNotTaken.code);
        row("under a mask", {u"image"_s}, underMask);
        row("both", both, bothLinked);
    }
    void whoTakesNone()
    {
        QFETCH(QStringList, links);
        QFETCH(Request, request);
        QFETCH(QString, reason);
        Offer offer = editOffer();
        offer.fields.insert(u"mask"_s, u"mask"_s);
        offer.fields.insert(u"style_image"_s, u"style"_s);
        offer.wire.links = links;
        const Result<Plan> plan = makePlan(request, offer);
        QCOMPARE(plan.ok(), reason.isEmpty());
        if (!plan) {
            QCOMPARE(plan.error().reason.code, reason);
            QTEST(plan.error().param, "param");
            QCOMPARE(plan.error().code, linkErrorCode);
            QCOMPARE(plan.error().kind, ErrorKind::Unsupported);
            QCOMPARE(plan.error().billing, Billing::NotBilled);
        }
    }

    /// Of a journal, whose query is gone, and others: nobody would take them.
    void wrongLinksAreNoOffersFault()
    {
        Request request = editOf({linked()});
        request.images[0].link = u"https://pictures.example.org/a.png…"_s;
        const Result<Plan> plan = makePlan(request, editOffer());
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::Invalid);
        QCOMPARE(plan.error().reason, reasons::inputLinkCut(u"pictures.example.org"_s));
    }

    void masks_data()
    {
        QTest::addColumn<bool>("takesMask");
        QTest::addColumn<bool>("isAdvisory");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<bool>("isMadeInStrict");
        QTest::newRow("kept to") << true << false << QString() << true << true;
        QTest::newRow("not quite kept to")
            << true << true << QString::fromLatin1(reasons::maskNotKeptOutside.code) << true << false;
        QTest::newRow("put back here alone")
            << false << false << QString::fromLatin1(reasons::linkNotPutBack.code) << false << false;
    }
    void masks()
    {
        QFETCH(bool, takesMask);
        QFETCH(bool, isAdvisory);
        Offer offer = editOffer();
        offer.wire.maskIsAdvisory = isAdvisory;
        if (takesMask) {
            offer.fields.insert(u"mask"_s, u"mask"_s);
        }
        Request request = editOf({linked()});
        request.mask = samples::picture({64, 48});
        const Result<Plan> plan = makePlan(request, offer);
        QTEST(plan.ok(), "isMade");
        QTEST(reasonOf(plan, u"mask"_s), "reason");
        QVERIFY(!plan || !plan->output.keepsOutsideMask);
        request.strict = true;
        QTEST(makePlan(request, offer).ok(), "isMadeInStrict");
    }

    /// A shape that is to be that of the picture is the vendor's affair, or has to be said.
    void shapes_data()
    {
        QTest::addColumn<Offer>("offer");
        QTest::addColumn<SizeRequest>("size");
        QTest::addColumn<bool>("isMissed");
        Offer wanting = editOffer(samples::range());
        wanting.wire.wantsShape = true;
        Offer without = editOffer();
        without.wire.wantsShape = true;
        SizeRequest pixels;
        pixels.pixels = QSize(1024, 1024);
        SizeRequest tier;
        tier.tier = ResolutionTier::TwoK;
        SizeRequest ratio = tier;
        ratio.ratio = AspectRatio {3, 2};
        SizeRequest automatic;
        automatic.automatic = true;
        QTest::newRow("the vendor follows") << editOffer(samples::range()) << SizeRequest() << false;
        QTest::newRow("the vendor has no sizes") << without << SizeRequest() << false;
        QTest::newRow("it makes its usual shape") << wanting << SizeRequest() << true;
        QTest::newRow("it makes its usual shape, asked or not") << wanting << automatic << true;
        QTest::newRow("the shape is said") << wanting << pixels << false;
        QTest::newRow("the ratio is said") << wanting << ratio << false;
        QTest::newRow("a resolution becomes pixels") << editOffer(samples::range()) << tier << true;
    }
    void shapes()
    {
        QFETCH(Offer, offer);
        QFETCH(SizeRequest, size);
        QFETCH(bool, isMissed);
        Request request = editOf({linked()});
        request.size = size;
        const Result<Plan> plan = makePlan(request, offer);
        QVERIFY(plan);
        const PlannedParameter *told = parameterOf(*plan, u"size"_s);
        QCOMPARE(told && told->reason.code == QLatin1StringView(reasons::shapeOfLinkUnknown.code) && told->missed,
                 isMissed);
        request.strict = true;
        QCOMPARE(makePlan(request, offer).ok(), !isMissed);
    }

    void fitsNeedAShape()
    {
        Request request = editOf({linked()});
        request.fit = Fit::Crop;
        request.size.tier = ResolutionTier::TwoK;
        const Result<Plan> plan = makePlan(request, editOffer(samples::range()));
        QCOMPARE(samples::treatmentOf(*plan, u"fit"_s), u"dropped"_s);
        request.size.tier.reset();
        request.size.pixels = QSize(800, 800);
        const Result<Plan> exact = makePlan(request, editOffer(samples::range()));
        QCOMPARE(exact->output.exactSize, std::optional(QSize(800, 800)));
    }

    /// The most that it may come to; nobody knows where the vendor sets no bound.
    void prices_data()
    {
        QTest::addColumn<qint64>("maxPixels");
        QTest::addColumn<double>("maxBilled");
        QTest::addColumn<qint64>("microDollars"); ///< -1: unknown
        QTest::newRow("by the largest that is taken") << qint64(4'000'000) << 0.0 << qint64(40'000);
        QTest::newRow("by the most that is billed") << qint64(0) << 2.0 << qint64(20'000);
        QTest::newRow("by the lesser") << qint64(4'000'000) << 2.0 << qint64(20'000);
        QTest::newRow("no bound") << qint64(0) << 0.0 << qint64(-1);
    }
    void prices()
    {
        QFETCH(qint64, maxPixels);
        QFETCH(double, maxBilled);
        QFETCH(qint64, microDollars);
        Offer offer = editOffer();
        offer.maxInputPixels = maxPixels;
        PriceLine line;
        line.item = PriceLine::Item::InputImage;
        line.unit = PriceLine::Unit::Megapixel;
        line.usd = 0.01;
        line.maxQuantity = maxBilled;
        offer.prices = {line};
        const Result<Plan> plan = makePlan(editOf({linked()}), offer);
        QVERIFY(plan);
        QCOMPARE(plan->estimate.total,
                 microDollars < 0 ? Money::unknown() : Money::fromDollars(static_cast<double>(microDollars) / 1e6));
        QCOMPARE(plan->estimate.atMost, microDollars >= 0);
    }

    /// A picture that is scaled has a link beside it: both are told.
    void besideFittedPictures()
    {
        Offer offer = editOffer();
        offer.maxInputPixels = 1000;
        const Result<Plan> plan = makePlan(editOf({linked(), samples::picture({100, 100})}), offer);
        QVERIFY(plan);
        QVERIFY(plan->inputs.first().isAsItCame() && !plan->inputs.last().isAsItCame());
        QCOMPARE(reasonOf(plan, u"image"_s), QString::fromLatin1(reasons::picturesFittedBesideLinks.code));
        QVERIFY(parameterOf(*plan, u"image"_s)->missed);
    }
};

QTEST_GUILESS_MAIN(TestLinkedPictures)
#include "test_linkedpictures.moc"

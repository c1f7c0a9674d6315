// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobrun.h"
#include "tests/providers/jobvendors.h"

#include <QBuffer>
#include <QImageReader>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

namespace {

QString describe(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    return QString(QString::fromLatin1(reader.format()) + u' ' + sizeToString(reader.size()));
}

} // namespace

/// The way of a picture through adapter, call loop and transport against the vendors' stand-ins.
class TestJobPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesPictures_data();
    void makesPictures();
    void catalogOffersAreAccepted_data();
    void catalogOffersAreAccepted();
    void editsKeepTheShape_data();
    void editsKeepTheShape();
    void toolsAreAccepted_data();
    void toolsAreAccepted();
    void settlesAsEstimated_data();
    void settlesAsEstimated();
    void tellsHowFarItIs();
    void refusals_data();
    void refusals();
    void paysOnce_data();
    void paysOnce();
    void checksKeys_data();
    void checksKeys();

private:
    static void vendorsWithKeys()
    {
        QTest::addColumn<QString>("vendor");
        const QStringList names = JobVendor::names();
        for (const QString &name : names) {
            if (!JobVendor::isLocal(name)) {
                QTest::newRow(qPrintable(name)) << name;
            }
        }
    }
};

void TestJobPictures::makesPictures_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QStringList>("pictures");
    QTest::addColumn<Money>("cost");

    Plan fal = planFor(falOffer());
    fal.size.pixels = QSize(1920, 1080);
    fal.output.upstreamFormat = ImageFormat::Png;
    fal.calls = {{2, 11}};
    QTest::newRow("fal") << u"fal"_s << fal << QStringList {u"png 1920x1080"_s, u"png 1920x1080"_s}
                         << Money::fromMicros(100'000);
    fal.size.pixels = QSize(1024, 1024);
    fal.request.extra = {{u"sync_mode"_s, true}};
    QTest::newRow("fal, inline") << u"fal"_s << fal << QStringList {u"png 1024x1024"_s, u"png 1024x1024"_s}
                                 << Money::fromMicros(50'000);
    Plan ratio = planFor(falRatioOffer());
    ratio.size.ratio = AspectRatio {1, 1};
    ratio.size.tier = ResolutionTier::TwoK;
    ratio.output.upstreamFormat = ImageFormat::Webp;
    QTest::newRow("fal, ratio") << u"fal"_s << ratio << QStringList {u"webp 2048x2048"_s} << Money::unknown();
    Plan edit = planFor(falEditOffer());
    edit.request.images = {{pngOf({8, 8}), {}}, {pngOf({8, 8}), {}}};
    QTest::newRow("fal, edit") << u"fal"_s << edit << QStringList {u"jpeg 1024x1024"_s} << Money::unknown();
    Plan fill = planFor(falFillOffer());
    fill.request.images = {{pngOf({8, 8}), {}}};
    fill.request.mask = InputImage {pngOf({8, 8}, Qt::transparent), {}};
    QTest::newRow("fal, fill") << u"fal"_s << fill << QStringList {u"jpeg 1024x1024"_s} << Money::unknown();

    Plan schnell = planFor(replicateOffer());
    schnell.size.ratio = AspectRatio {16, 9};
    schnell.size.tier = ResolutionTier::OneK;
    schnell.output.upstreamFormat = ImageFormat::Jpeg;
    schnell.output.upstreamCompression = 85;
    schnell.calls = {{2, 7}};
    QTest::newRow("replicate") << u"replicate"_s << schnell << QStringList {u"jpeg 1344x768"_s, u"jpeg 1344x768"_s}
                               << Money::unknown();
    Plan sdxl = planFor(replicateVersionedOffer());
    sdxl.size.pixels = QSize(768, 512);
    sdxl.negativePrompt = u"blur"_s;
    QTest::newRow("replicate, by version")
        << u"replicate"_s << sdxl << QStringList {u"png 768x512"_s} << Money::fromMicros(610);
    Plan layers = sdxl;
    layers.negativePrompt.clear();
    layers.offer.providerModel = u"example/layers"_s;
    layers.offer.fields.remove(u"n"_s);
    QTest::newRow("replicate, named outputs")
        << u"replicate"_s << layers << QStringList {u"png 768x512"_s} << Money::fromMicros(610);

    Plan photon = planFor(lumaOffer());
    photon.size.ratio = AspectRatio {1, 1};
    photon.output.upstreamFormat = ImageFormat::Png;
    QTest::newRow("luma") << u"luma"_s << photon << QStringList {u"png 1440x1440"_s} << Money::unknown();

    Plan bfl = planFor(bflOffer());
    bfl.size.pixels = QSize(1440, 1088);
    bfl.output.upstreamFormat = ImageFormat::Webp;
    bfl.calls = {{1, 3}};
    QTest::newRow("bfl") << u"black-forest-labs"_s << bfl << QStringList {u"webp 1440x1088"_s}
                         << Money::fromMicros(45'000);
    bfl.request.images = {{pngOf({8, 8}), {}}, {pngOf({8, 8}), {}}};
    QTest::newRow("bfl, edit") << u"black-forest-labs"_s << bfl << QStringList {u"webp 1440x1088"_s}
                               << Money::fromMicros(75'000);
    Plan bflFill = planFor(bflFillOffer());
    bflFill.request.images = fill.request.images;
    bflFill.request.mask = fill.request.mask;
    QTest::newRow("bfl, fill") << u"black-forest-labs"_s << bflFill << QStringList {u"jpeg 1024x768"_s}
                               << Money::fromMicros(50'000);
}

void TestJobPictures::makesPictures()
{
    QFETCH(QString, vendor);
    QFETCH(Plan, plan);
    JobVendor at(vendor);
    const CallOutcome outcome = drive(*at.adapter, plan, at.credentials);
    QCOMPARE(outcome.error.value_or(Error()).why(), Reason());
    QStringList pictures;
    for (const ProducedMedia &image : outcome.media) {
        pictures.append(describe(image.bytes));
        QCOMPARE(image.seed.has_value(), vendor != "luma"_L1); // which tells none
        QVERIFY(!plan.calls.first().seed || image.seed == plan.calls.first().seed);
    }
    QTEST(pictures, "pictures");
    QTEST(outcome.cost, "cost");
    QCOMPARE(at.standIn->billed(), 1);
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->violations(), QStringList());
}

void TestJobPictures::tellsHowFarItIs()
{
    const JobVendor fal(u"fal"_s);
    fal.standIn->setPolls(4);
    JobRun queued(*fal.adapter, fal.plan, fal.credentials);
    QVERIFY(!queued.start().outcome().error);
    QList<int> positions;
    for (const Progress &progress : queued.progress()) {
        if (progress.queuePosition) {
            positions.append(*progress.queuePosition);
        }
    }
    QCOMPARE(positions, (QList<int> {4, 3, 2}));

    const JobVendor bfl(u"black-forest-labs"_s);
    bfl.standIn->setPolls(3);
    JobRun running(*bfl.adapter, bfl.plan, bfl.credentials);
    QVERIFY(!running.start().outcome().error);
    QList<double> fractions;
    for (const Progress &progress : running.progress()) {
        if (progress.fraction) {
            fractions.append(*progress.fraction);
        }
    }
    QCOMPARE(fractions, (QList<double> {0.25, 0.5, 0.75}));
}

void TestJobPictures::refusals_data()
{
    vendorsWithKeys();
}

void TestJobPictures::refusals()
{
    QFETCH(QString, vendor);
    JobVendor at(vendor);
    Credentials wrong = at.credentials;
    wrong.key = "wrong"_ba;
    const Error auth = drive(*at.adapter, at.plan, wrong).error.value_or(Error());
    QCOMPARE(auth.kind, ErrorKind::Auth);
    QCOMPARE(auth.billing, Billing::NotBilled);

    Plan unknown = at.plan;
    unknown.offer.providerModel = vendor == "black-forest-labs"_L1 ? u"flux-9"_s : u"nobody/nothing"_s;
    const Error missing = drive(*at.adapter, unknown, at.credentials).error.value_or(Error());
    QCOMPARE(missing.kind, ErrorKind::NotFound);
    QCOMPARE(missing.billing, Billing::NotBilled);

    Plan odd = at.plan;
    if (vendor == "ideogram"_L1) { // which has no formats: another word that it does not know
        odd.quality = u"odd"_s;
    }
    if (!odd.offer.supports(u"output_format"_s)) {
        odd.offer.fields.insert(u"output_format"_s, u"output_format"_s);
    }
    odd.output.upstreamFormat = ImageFormat::Avif;
    const Error format = drive(*at.adapter, odd, at.credentials).error.value_or(Error());
    QCOMPARE(format.kind, ErrorKind::Invalid);
    QCOMPARE(format.billing, Billing::NotBilled);
    if (vendor != "leonardo"_L1) { // which names no field
        QCOMPARE(format.param, vendor == "ideogram"_L1 ? u"quality"_s : u"output_format"_s);
    }

    at.standIn->emptyTheAccount();
    const Error funds = drive(*at.adapter, at.plan, at.credentials).error.value_or(Error());
    QCOMPARE(funds.kind, ErrorKind::Funds);
    QCOMPARE(funds.billing, Billing::NotBilled);
    QCOMPARE(at.standIn->billed(), 0);
}

void TestJobPictures::paysOnce_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Billing>("billing");
    for (const QString &vendor : JobVendor::names()) {
        const QByteArray word = vendor.toLatin1();
        const char *name = word.constData();
        QTest::addRow("%s drop", name) << vendor << Reply::drop() << Billing::MayBeBilled;
        QTest::addRow("%s 500", name) << vendor << Reply::json({}, 500) << Billing::MayBeBilled;
        QTest::addRow("%s 502", name) << vendor << Reply::json({}, 502) << Billing::MayBeBilled;
        QTest::addRow("%s 504", name) << vendor << Reply::json({}, 504) << Billing::MayBeBilled;
        QTest::addRow("%s broken", name) << vendor << Reply::bytes("{\"id\":"_ba, "application/json"_ba)
                                         << Billing::MayBeBilled;
        QTest::addRow("%s half", name) << vendor << Reply::json({{u"id"_s, u"1"_s}}).as(Reply::Behaviour::DropMidBody)
                                       << Billing::MayBeBilled;
        QTest::addRow("%s 503", name) << vendor << Reply::json({}, 503) << Billing::NotBilled;
        QTest::addRow("%s 429", name) << vendor << Reply::json({}, 429) << Billing::NotBilled;
    }
}

void TestJobPictures::paysOnce()
{
    QFETCH(QString, vendor);
    QFETCH(Reply, reply);
    QFETCH(Billing, billing);
    JobVendor at(vendor);
    // Where it may have been billed the stand-in did bill: the worst case.
    at.standIn->script(u"submit"_s, reply, 1, billing == Billing::MayBeBilled ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->billing, JobVendor::isLocal(vendor) ? Billing::NotBilled : billing);
    QVERIFY(!outcome.error->why().isEmpty());
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->billed(), billing == Billing::MayBeBilled ? 1 : 0);
}

void TestJobPictures::catalogOffersAreAccepted_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {{"1000x700", {QSize(1000, 700), {}, {}, false}},
                                                             {"10:1", {{}, AspectRatio {10, 1}, {}, false}}};
    for (const QString &vendor : JobVendor::names()) {
        const QStringList offers = JobVendor::knownOffers(vendor);
        QVERIFY2(offers.size() >= JobVendor::fewestOffers(vendor), qPrintable(offers.join(u' ')));
        for (const QString &offer : offers) {
            for (const auto &[name, size] : sizes) {
                QTest::addRow("%s %s", qPrintable(offer), name) << vendor << offer << size;
            }
        }
    }
}

void TestJobPictures::catalogOffersAreAccepted()
{
    QFETCH(QString, vendor);
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    const JobVendor at(vendor);
    at.standIn->setPolls(0);
    Request request;
    request.prompt = u"a red fox"_s;
    request.size = size;
    request.seed = 5;
    request.format = ImageFormat::Png;
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = drive(*at.adapter, plan, at.credentials);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(at.standIn->violations(), QStringList());
    const QByteArray picture = outcome.media.first().bytes;
    const QSize made = QImage::fromData(picture).size();
    if (plan.offer.supports(u"output_format"_s)) {
        QCOMPARE(sniffFormat(picture), std::optional(ImageFormat::Png));
    }
    if (plan.size.pixels) {
        QCOMPARE(made, *plan.size.pixels);
    } else if (plan.size.ratio) { // the pixels are the vendor's own choice; the shape is not
        const double shape = static_cast<double>(made.width()) / made.height();
        QVERIFY2(std::abs(shape / plan.size.ratio->value() - 1) < 0.04, qPrintable(describe(picture)));
    }
}

void TestJobPictures::editsKeepTheShape_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("offer");
    for (const QString &vendor : JobVendor::names()) {
        const QStringList offers = JobVendor::editOffers(vendor);
        for (const QString &name : offers) {
            QTest::addRow("%s", qPrintable(name)) << vendor << name;
        }
    }
}

/// Vendors differ in what they make where no size is told: some a square, whatever they edit.
void TestJobPictures::editsKeepTheShape()
{
    QFETCH(QString, vendor);
    QFETCH(QString, offer);
    const JobVendor at(vendor);
    at.standIn->setPolls(0);
    Request request = wishFor(offer);
    request.images = {{pngOf({1200, 800}), {}}};
    const CallOutcome outcome = drive(*at.adapter, catalogPlan(offer, request), at.credentials);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.media.isEmpty());
    const QSize made = QImage::fromData(outcome.media.first().bytes).size();
    const double shape = static_cast<double>(made.width()) / std::max(1, made.height());
    QVERIFY2(std::abs(shape / 1.5 - 1) < 0.04, qPrintable(sizeToString(made))); // or the nearest of a vendor's list
    QCOMPARE(at.standIn->violations(), QStringList());
}

void TestJobPictures::toolsAreAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<QSize>("size");
    const QSize same(288, 320);
    QTest::newRow("crisp") << u"replicate/recraft-crisp-upscale"_s << ImageFormat::Webp << same * 2;
    QTest::newRow("creative") << u"replicate/recraft-creative-upscale"_s << ImageFormat::Webp << same * 2;
    QTest::newRow("tracer") << u"replicate/recraft-vectorize"_s << ImageFormat::Svg << same;
    QTest::newRow("cutter") << u"replicate/recraft-remove-background"_s << ImageFormat::Png << same;
    QTest::newRow("drawing") << u"replicate/recraft-v3-svg"_s << ImageFormat::Svg << QSize(1024, 1024);
    QTest::newRow("inpainting") << u"replicate/flux-fill-dev"_s << ImageFormat::Webp << same;
    QTest::newRow("editing") << u"replicate/flux-kontext-dev"_s << ImageFormat::Webp << QSize();
}

/// What Replicate has beside pictures from words, and what draws.
void TestJobPictures::toolsAreAccepted()
{
    QFETCH(QString, offer);
    QFETCH(QSize, size);
    const JobVendor at(u"replicate"_s);
    const CallOutcome outcome = drive(*at.adapter, catalogPlan(offer, wishFor(offer)), at.credentials);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    const QByteArray picture = outcome.media.first().bytes;
    QTEST(sniffFormat(picture).value_or(ImageFormat::Gif), "format");
    if (size.isValid()) {
        QCOMPARE(QImage::fromData(picture).size(), size);
    }
    QCOMPARE(at.standIn->violations(), QStringList());
    QCOMPARE(at.standIn->billed(), 1);
}

void TestJobPictures::settlesAsEstimated_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<QList<QSize>>("pictures"); ///< that go in
    for (const QString &vendor : JobVendor::names()) {
        const QStringList offers = JobVendor::knownOffers(vendor);
        for (const QString &name : offers) {
            if (vendor == "runware"_L1) {
                continue; // where the catalog has what others paid there on average
            }
            QTest::addRow("%s", qPrintable(name)) << vendor << name << QList<QSize>();
            const Offer offer = Catalog::builtIn().resolve(name)->offers.first();
            if (vendor == "black-forest-labs"_L1 && offer.hasMode(u"image-edit"_s)) {
                QTest::addRow("%s, edit", qPrintable(name)) << vendor << name << QList<QSize> {{1024, 1024}};
                QTest::addRow("%s, edit two", qPrintable(name))
                    << vendor << name << QList<QSize> {{1200, 1000}, {3000, 2000}};
            }
        }
    }
}

/// The price before the click and what the vendor says it took are the same where both are known.
void TestJobPictures::settlesAsEstimated()
{
    QFETCH(QString, vendor);
    QFETCH(QString, offer);
    QFETCH(QList<QSize>, pictures);
    const JobVendor at(vendor);
    at.standIn->setPolls(0);
    Request request;
    request.prompt = u"a red fox"_s;
    request.size.pixels = QSize(1024, 1024);
    for (const QSize size : pictures) {
        request.images.append({pngOf(size), {}});
    }
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = drive(*at.adapter, plan, at.credentials);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    if (offer == "fal/flux-1-dev"_L1 || vendor == "black-forest-labs"_L1) {
        QVERIFY(outcome.cost.isKnown());
    }
    if (outcome.cost.isKnown() && plan.estimate.total.isKnown()) {
        QCOMPARE(outcome.cost, plan.estimate.total);
    }
}

void TestJobPictures::checksKeys_data()
{
    vendorsWithKeys();
}

void TestJobPictures::checksKeys()
{
    QFETCH(QString, vendor);
    const JobVendor at(vendor);
    QVERIFY(!driveKeyCheck(*at.adapter, at.credentials));
    Credentials wrong = at.credentials;
    wrong.key = "wrong"_ba;
    const std::optional<Error> error = driveKeyCheck(*at.adapter, wrong);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Auth);
    QCOMPARE(at.standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestJobPictures)
#include "test_jobpictures_endtoend.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QList<ImageFormat> formatsOf(const QString &names)
{
    QList<ImageFormat> formats;
    const QStringList words = names.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : words) {
        formats.append(*formatFromName(name));
    }
    return formats;
}

/// "png jpeg*|choose": formats in order, the starred take a compression, and whether the vendor can be told.
Offer offerMaking(const QString &text)
{
    Offer offer = samples::listOffer();
    const QString names = text.section(u'|', 0, 0);
    offer.formats = formatsOf(QString(names).remove(u'*'));
    const QStringList words = names.split(u' ');
    for (const QString &word : words) {
        if (word.endsWith(u'*')) {
            offer.compressible.append(*formatFromName(word.chopped(1)));
        }
    }
    if (text.endsWith("|choose"_L1)) {
        offer.fields.insert(u"output_format"_s, u"format"_s);
    }
    if (!offer.compressible.isEmpty()) {
        offer.fields.insert(u"output_compression"_s, u"quality"_s);
    }
    return offer;
}

} // namespace

class TestOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void resizingTakesALosslessSource();
    void transparency_data();
    void transparency();
    void drawingsStayDrawings();
    void formatsNobodyDelivers();
    void compressionOutOfRange();
};

void TestOutput::formats_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<int>("compression");
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("compressed");

    const int none = -1;
    QTest::newRow("nothing") << u"png jpeg|choose"_s << u""_s << none << u"png"_s << u"missing"_s << u"missing"_s;
    QTest::newRow("native") << u"png jpeg|choose"_s << u"jpeg"_s << none << u"jpeg"_s << u"renamed"_s << u"missing"_s;
    QTest::newRow("native and compressed")
        << u"png jpeg* webp*|choose"_s << u"webp"_s << 85 << u"webp"_s << u"renamed"_s << u"renamed"_s;
    QTest::newRow("native, compressed here")
        << u"png webp|choose"_s << u"webp"_s << 85 << u"png"_s << u"emulated"_s << u"emulated"_s;
    QTest::newRow("no such format") << u"png jpeg|choose"_s << u"avif"_s << 60 << u"png"_s << u"emulated"_s
                                    << u"emulated"_s;
    QTest::newRow("best source is webp") << u"jpeg webp|choose"_s << u"gif"_s << none << u"webp"_s << u"emulated"_s
                                         << u"missing"_s;
    QTest::newRow("only jpeg") << u"jpeg"_s << u"png"_s << none << u"jpeg"_s << u"emulated"_s << u"missing"_s;
    QTest::newRow("the only format") << u"png"_s << u"png"_s << none << u"png"_s << u"passed"_s << u"missing"_s;
    QTest::newRow("vendor chooses itself")
        << u"png jpeg"_s << u"png"_s << none << u"png"_s << u"emulated"_s << u"missing"_s;
    QTest::newRow("compression without a format")
        << u"webp* png|choose"_s << u""_s << 70 << u"webp"_s << u"missing"_s << u"renamed"_s;
    QTest::newRow("compression, vendor has none")
        << u"jpeg"_s << u""_s << 70 << u"jpeg"_s << u"missing"_s << u"emulated"_s;
    QTest::newRow("compression of the lossless")
        << u"png"_s << u"png"_s << 70 << u"png"_s << u"passed"_s << u"dropped"_s;
    QTest::newRow("compression of nothing named")
        << u"png"_s << u""_s << 70 << u"png"_s << u"missing"_s << u"dropped"_s;
}

void TestOutput::formats()
{
    QFETCH(const QString, vendor);
    QFETCH(const QString, asked);
    QFETCH(const int, compression);
    QFETCH(const QString, upstream);
    QFETCH(const QString, format);
    QFETCH(const QString, compressed);
    Request request = samples::request();
    request.format = formatFromName(asked);
    if (compression >= 0) {
        request.compression = compression;
    }
    const Result<Plan> plan = makePlan(request, offerMaking(vendor));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QCOMPARE(formatName(plan->output.upstreamFormat), upstream);
    QCOMPARE(samples::treatmentOf(*plan, u"output_format"_s), format);
    QCOMPARE(samples::treatmentOf(*plan, u"output_compression"_s), compressed);
    QCOMPARE(plan->output.compression.has_value(), compressed == "emulated"_L1);
    QCOMPARE(plan->output.upstreamCompression.has_value(), compressed == "renamed"_L1);
    if (request.format) {
        QCOMPARE(plan->output.format, request.format);
    }
}

void TestOutput::resizingTakesALosslessSource()
{
    Request request = samples::request();
    request.format = ImageFormat::Webp;
    request.compression = 85;
    request.size.pixels = QSize(1000, 1000);
    request.fit = Fit::Crop;
    const Result<Plan> plan = makePlan(request, offerMaking(u"webp* png|choose"_s));
    QVERIFY(plan.ok());
    QCOMPARE(plan->output.upstreamFormat, ImageFormat::Png);
    QCOMPARE(plan->output.compression, 85);
    QVERIFY(!plan->output.upstreamCompression);

    request.size.pixels = QSize(1024, 1024);
    const Result<Plan> untouched = makePlan(request, offerMaking(u"webp* png|choose"_s));
    QVERIFY(untouched.ok());
    QCOMPARE(untouched->output.upstreamFormat, ImageFormat::Webp);
    QCOMPARE(untouched->output.upstreamCompression, 85);
}

void TestOutput::transparency_data()
{
    QTest::addColumn<bool>("vendorCan");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<QString>("treatment");

    QTest::newRow("jpeg") << true << u"jpeg"_s << u""_s << u"error"_s;
    QTest::newRow("jpeg, vendor cannot anyway") << false << u"jpeg"_s << u""_s << u"error"_s;
    QTest::newRow("webp") << true << u"webp"_s << u"webp"_s << u"passed"_s;
    QTest::newRow("default has no alpha") << true << u""_s << u"png"_s << u"passed"_s;
    QTest::newRow("vendor cannot") << false << u"png"_s << u"png"_s << u"dropped"_s;
}

void TestOutput::transparency()
{
    QFETCH(const bool, vendorCan);
    QFETCH(const QString, asked);
    QFETCH(const QString, upstream);
    QFETCH(const QString, treatment);
    Offer offer = offerMaking(u"jpeg png webp|choose"_s);
    if (vendorCan) {
        offer.fields.insert(u"background"_s, u"background"_s);
        offer.backgrounds = QStringList {u"auto"_s, u"transparent"_s, u"opaque"_s};
    }
    Request request = samples::request();
    request.background = u"transparent"_s;
    request.format = formatFromName(asked);
    const Result<Plan> plan = makePlan(request, offer);
    if (treatment == "error"_L1) {
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().param, u"background"_s);
        return;
    }
    QVERIFY(plan.ok());
    QCOMPARE(formatName(plan->output.upstreamFormat), upstream);
    QCOMPARE(samples::treatmentOf(*plan, u"background"_s), treatment);
}

void TestOutput::drawingsStayDrawings()
{
    Request request = samples::request();
    request.format = ImageFormat::Webp;
    request.compression = 50;
    request.size.pixels = QSize(640, 480);
    request.fit = Fit::Crop;
    Offer offer = samples::offer(SizeUncontrolled());
    offer.formats = {ImageFormat::Svg};
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QVERIFY(!plan->output.format && !plan->output.exactSize && !plan->output.compression);
    for (const QString &name : {u"output_format"_s, u"output_compression"_s, u"fit"_s, u"size"_s}) {
        QCOMPARE(samples::treatmentOf(*plan, name), u"dropped"_s);
    }
}

void TestOutput::formatsNobodyDelivers()
{
    Request request = samples::request();
    for (const ImageFormat format : {ImageFormat::Svg, ImageFormat::Heif, ImageFormat::Tiff}) {
        request.format = format;
        const Result<Plan> plan = makePlan(request, samples::listOffer());
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().param, u"output_format"_s);
    }
    for (const ImageFormat format : deliverableFormats()) {
        request.format = format;
        QVERIFY(makePlan(request, samples::listOffer()).ok());
    }
}

void TestOutput::compressionOutOfRange()
{
    Request request = samples::request();
    for (const int compression : {-1, 101, 1'000'000}) {
        request.compression = compression;
        const Result<Plan> plan = makePlan(request, samples::listOffer());
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().param, u"output_compression"_s);
    }
}

QTEST_GUILESS_MAIN(TestOutput)
#include "test_output.moc"

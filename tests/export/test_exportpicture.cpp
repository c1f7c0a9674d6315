// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportpicture.h"
#include "core/export/exportreasons.h"
#include "core/export/similarity.h"
#include "core/media/codec.h"
#include "core/media/metadata/jpegmarkers.h"
#include "tests/media/foreignfiles.h"
#include "tests/media/handmade.h"
#include "tests/support/testpictures.h"

#include <QTest>

#include <cstring>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

Recipe sampleRecipe()
{
    Recipe recipe;
    recipe.prompt = u"a red fox"_s;
    recipe.model = u"flux.2-pro"_s;
    recipe.provider = u"fal"_s;
    recipe.seed = 42;
    recipe.size = QSize(640, 480);
    recipe.createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    return recipe;
}

QByteArray encoded(const QImage &image, ImageFormat format, bool hasRecipe = true)
{
    EncodeOptions options;
    options.format = format;
    if (hasRecipe) {
        options.recipe = sampleRecipe();
    }
    return encodeImage(image, options).value();
}

ExportOptions optionsFor(ImageFormat format)
{
    ExportOptions options;
    options.format = format;
    return options;
}

} // namespace

/// One picture, written anew.
class TestExportPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyFormatBecomesAnyOther_data()
    {
        QTest::addColumn<ImageFormat>("from");
        QTest::addColumn<ImageFormat>("to");
        const QList<ImageFormat> formats = deliverableFormats() + QList {ImageFormat::Tiff};
        for (const ImageFormat from : formats) {
            for (const ImageFormat to : formats) {
                QTest::addRow("%s to %s", qPrintable(formatName(from)), qPrintable(formatName(to))) << from << to;
            }
        }
    }
    void anyFormatBecomesAnyOther()
    {
        QFETCH(const ImageFormat, from);
        QFETCH(const ImageFormat, to);
        const QImage picture = discPicture({96, 64});
        const Result<ExportedPicture> exported = exportPicture(encoded(picture, from), optionsFor(to));
        QVERIFY2(exported.ok(), exported ? "" : qPrintable(exported.error().why().code));
        const Result<ImageInfo> info = probeImage(exported->bytes);
        QVERIFY(info.ok());
        QCOMPARE(info->format, to);
        QCOMPARE(info->size, picture.size());
        const bool wasCarried = formatCarriesRecipe(from);
        QCOMPARE(exported->facts.model, wasCarried ? u"flux.2-pro"_s : QString());
        const std::optional<Recipe> recipe = readRecipe(exported->bytes);
        QCOMPARE(recipe.has_value(), wasCarried && formatCarriesRecipe(to));
        if (recipe) {
            QCOMPARE(recipe->prompt, u"a red fox"_s);
        }
    }

    void theRecipeStaysAtHomeWhereItIsToStay()
    {
        ExportOptions options = optionsFor(ImageFormat::Webp);
        options.writesRecipe = false;
        const QByteArray bytes = exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png), options)->bytes;
        QVERIFY(!readRecipe(bytes));
        QVERIFY(!bytes.contains("red fox"));
        options.format = ImageFormat::Png; // whose pixels stay
        const QByteArray same = exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png), options)->bytes;
        QVERIFY(!same.contains("red fox"));
        QCOMPARE(decodeImage(same).value().convertToFormat(QImage::Format_ARGB32),
                 decodeImage(encoded(discPicture({96, 64}), ImageFormat::Png))
                     .value()
                     .convertToFormat(QImage::Format_ARGB32));
    }

    /// Taking China's label away is banned, and what AI made says so.
    void labelsGoAlong_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::addColumn<bool>("writesRecipe");
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Avif}) {
            for (const bool writesRecipe : {true, false}) {
                QTest::addRow("%s, %s", qPrintable(formatName(format)), writesRecipe ? "with recipe" : "without")
                    << format << writesRecipe;
            }
        }
    }
    void labelsGoAlong()
    {
        QFETCH(const ImageFormat, format);
        QFETCH(const bool, writesRecipe);
        EncodeOptions options; // as PNG
        options.recipe = sampleRecipe();
        options.labels.aigc = u"{\"Label\":\"1\"}"_s;
        options.labels.digitalSourceType = u"trainedAlgorithmicMedia"_s;
        const QByteArray source = encodeImage(discPicture({96, 64}), options).value();
        ExportOptions exporting = optionsFor(format);
        exporting.writesRecipe = writesRecipe;
        const Result<ExportedPicture> exported = exportPicture(source, exporting);
        QVERIFY(exported.ok());
        const AiLabels labels = readLabels(exported->bytes);
        QCOMPARE(labels.aigc, options.labels.aigc);
        QCOMPARE(labels.digitalSourceType, u"trainedAlgorithmicMedia"_s);
        QVERIFY(!exported->lostCredentials);
    }

    /// Each of the three by itself, from every format to every format that says them.
    void eachOfThemIsSaidOrNot_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::addColumn<bool>("recipe");
        QTest::addColumn<bool>("date");
        QTest::addColumn<bool>("label");
        for (const ImageFormat format : deliverableFormats()) {
            for (int said = 0; said < 8; ++said) {
                QTest::addRow("%s %d", qPrintable(formatName(format)), said)
                    << format << bool(said & 1) << bool(said & 2) << bool(said & 4);
            }
        }
    }
    void eachOfThemIsSaidOrNot()
    {
        QFETCH(const ImageFormat, format);
        QFETCH(const bool, recipe);
        QFETCH(const bool, date);
        QFETCH(const bool, label);
        ExportOptions options = optionsFor(format);
        options.writesRecipe = recipe;
        options.writesDate = date;
        options.writesLabel = label;
        const Result<ExportedPicture> exported =
            exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png), options);
        QVERIFY(exported.ok());
        const QByteArray &bytes = exported->bytes;
        QVERIFY(decodeImage(bytes).ok());
        const std::optional<Recipe> read = readRecipe(bytes);
        QCOMPARE(read.has_value(), recipe);
        if (read) {
            QCOMPARE(read->createdAt, date ? sampleRecipe().createdAt : QDateTime());
        } else {
            QVERIFY(!bytes.contains("red fox") && !bytes.contains("flux.2-pro"));
            QCOMPARE(bytes.contains("2026-11-20"), date);
        }
        QCOMPARE(readLabels(bytes).digitalSourceType, label ? QString::fromLatin1(sourcetype::generated) : QString());
        QCOMPARE(readLabels(bytes).system, recipe && label ? u"flux.2-pro"_s : QString());
        QCOMPARE(exported->facts.createdAt, sampleRecipe().createdAt); // for the name
    }

    /// One with content credentials stayed as it came: only the books know how it was made.
    void theBooksSayWhatTheFileDoesNot_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("the pixels stay") << ImageFormat::Png;
        QTest::newRow("written anew") << ImageFormat::Webp;
    }
    void theBooksSayWhatTheFileDoesNot()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray source =
            pngSaying(pngChunk("caBX", credentialStore("\xa0", "\xa0", "\xd2\x84\x40\xa0\x40\x40")));
        QVERIFY(hasCredentials(source) && !readRecipe(source));
        int asked = 0;
        const RecipeInBooks books = [&asked] {
            ++asked;
            return std::optional(sampleRecipe());
        };
        ExportOptions options = optionsFor(format);
        const QString generated = QString::fromLatin1(sourcetype::generated);
        const Result<ExportedPicture> whole = exportPicture(source, options, books);
        QVERIFY(whole.ok());
        QVERIFY(whole->lostCredentials);
        QCOMPARE(whole->facts.prompt, u"a red fox"_s);
        QCOMPARE(whole->facts.createdAt, sampleRecipe().createdAt);
        QCOMPARE(exportFacts(source, options, books)->model, u"flux.2-pro"_s);
        QCOMPARE(exportLabels(source, books).digitalSourceType, generated);
        const std::optional<Recipe> recipe = readRecipe(whole->bytes);
        QVERIFY(recipe);
        QCOMPARE(recipe->prompt, u"a red fox"_s);
        QCOMPARE(recipe->size, QSize(8, 8));
        QCOMPARE(readLabels(whole->bytes).digitalSourceType, generated);
        options.writesRecipe = false;
        const QByteArray labelled = exportPicture(source, options, books)->bytes;
        QVERIFY(!readRecipe(labelled) && !labelled.contains("red fox"));
        QCOMPARE(readLabels(labelled).digitalSourceType, generated);
        options.writesLabel = false;
        QVERIFY(readLabels(exportPicture(source, options, books)->bytes).isEmpty());
        asked = 0; // what the file says goes first
        QCOMPARE(exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png), options, books)->facts.seed, 42);
        QCOMPARE(asked, 0);
    }

    void lostCredentialsAreTold()
    {
        const QByteArray source = encoded(discPicture({96, 64}), ImageFormat::Jxl)
            + credentialStore("\xa0", "\xa0", "\xd2\x84\x40\xa0\x40\x40");
        QVERIFY(hasCredentials(source));
        const Result<ExportedPicture> exported = exportPicture(source, optionsFor(ImageFormat::Webp));
        QVERIFY(exported.ok());
        QVERIFY(exported->lostCredentials);
    }

    void whatChangesNothingKeepsItsPixels()
    {
        const QByteArray source = encoded(portraitPicture({320, 240}), ImageFormat::Jpeg);
        const Result<ExportedPicture> exported = exportPicture(source, optionsFor(ImageFormat::Jpeg));
        QCOMPARE(decodeImage(exported->bytes).value(), decodeImage(source).value());
        QVERIFY(!exported->quality);
        ExportOptions smaller = optionsFor(ImageFormat::Jpeg);
        smaller.quality = 20;
        QVERIFY(exportPicture(source, smaller)->bytes.size() < source.size());
    }

    void whatIsDamagedIsNotPassedOn_data() { everyFormat(); }
    void whatIsDamagedIsNotPassedOn()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray whole = encoded(portraitPicture({320, 240}), format, false);
        QVERIFY(exportPicture(whole, optionsFor(format)).ok());
        QVERIFY(!exportPicture(whole.first(whole.size() / 2), optionsFor(format)).ok());
    }

    void whatLiesOnItsSideIsTurned()
    {
        const QByteArray lying = turned(encoded(portraitPicture({320, 240}), ImageFormat::Jpeg, false));
        QCOMPARE(decodeImage(lying)->size(), QSize(240, 320));
        for (const ImageFormat format : {ImageFormat::Jpeg, ImageFormat::Png}) {
            const Result<ExportedPicture> exported = exportPicture(lying, optionsFor(format));
            QCOMPARE(exported->facts.size, QSize(240, 320));
            QCOMPARE(decodeImage(exported->bytes)->size(), QSize(240, 320));
        }
    }

    void whatOtherProgramsWroteGoes_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("gif") << ImageFormat::Gif;
        QTest::newRow("avif") << ImageFormat::Avif;
        QTest::newRow("jxl") << ImageFormat::Jxl;
        QTest::newRow("tiff") << ImageFormat::Tiff;
    }
    void whatOtherProgramsWroteGoes()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray source = encoded(discPicture({96, 64}), format); // a recipe stands for any text
        QVERIFY(source.contains("a red fox"));
        ExportOptions options = optionsFor(format);
        options.writesRecipe = false;
        const Result<ExportedPicture> exported = exportPicture(source, options);
        QVERIFY(!exported->bytes.contains("a red fox"));
        QCOMPARE(decodeImage(exported->bytes)->size(), QSize(96, 64));
    }

    /// Wherever it stands: not all of it is where Lightwell writes.
    void thePlaceGoesFromEverywhere_data()
    {
        QTest::addColumn<QByteArray>("source");
        const QImage disc = discPicture({96, 64});
        const QByteArray exif = exifOf({{0x010e, "in paris", true}}, {}, true);
        const QByteArray behind = QByteArray("!\xfe\x08in paris\0;", 13);
        QTest::newRow("GIF, behind its picture") << encoded(disc, ImageFormat::Gif).chopped(1) + behind;
        QTest::newRow("GIF, behind its end") << encoded(disc, ImageFormat::Gif) + "in paris";
        QByteArray jxl = encoded(disc, ImageFormat::Jxl);
        const qsizetype codes = jxl.indexOf("jxl ") + 12; // behind what kind of file it is
        QTest::newRow("JPEG XL, in front of its codes")
            << jxl.insert(codes, boxSaying("Exif", QByteArray(4, '\0') + exif));
        QTest::newRow("JPEG XL, packed") << encoded(disc, ImageFormat::Jxl) + boxSaying("brob", "Exifin paris");
        QTest::newRow("AVIF, in what is free") << encoded(disc, ImageFormat::Avif) + boxSaying("free", "in paris");
        QTest::newRow("AVIF, in another box")
            << encoded(disc, ImageFormat::Avif) + boxSaying("uuid", QByteArray(16, 'x') + "in paris");
        QTest::newRow("AVIF, with credentials") << encoded(disc, ImageFormat::Avif)
                + boxSaying("uuid",
                            QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481") + QByteArray(4, '\0') + "manifest"
                                + QByteArray(9, '\0') + credentialStore("\xa0", "\xa0", "\xd2\x84\x40\xa0\x40\x40")
                                + "in paris");
        QTest::newRow("WebP, behind its end") << encoded(disc, ImageFormat::Webp) + "in paris";
        QTest::newRow("PNG, behind its end") << encoded(disc, ImageFormat::Png) + "in paris";
    }
    void thePlaceGoesFromEverywhere()
    {
        QFETCH(const QByteArray, source);
        QVERIFY(source.contains("in paris"));
        for (const bool writesRecipe : {true, false}) {
            ExportOptions options = optionsFor(*sniffFormat(source));
            options.writesRecipe = writesRecipe;
            const Result<ExportedPicture> exported = exportPicture(source, options);
            QVERIFY(exported.ok());
            QVERIFY(!exported->bytes.contains("in paris"));
            QCOMPARE(readRecipe(exported->bytes).has_value(), writesRecipe);
            QCOMPARE(exported->lostCredentials, hasCredentials(source));
            QVERIFY(decodeImage(exported->bytes).ok());
        }
    }

    /// Its recipe takes the place of all that is there.
    void anAvifWithARecipeKeepsItsPixels()
    {
        const QByteArray source = encoded(portraitPicture({320, 240}), ImageFormat::Avif);
        ExportOptions options = optionsFor(ImageFormat::Avif);
        options.writesDate = false;
        const QByteArray bytes = exportPicture(source, options)->bytes;
        QVERIFY(readRecipe(bytes) && !readRecipe(bytes)->createdAt.isValid());
        QCOMPARE(decodeImage(bytes).value(), decodeImage(source).value());
    }

    /// What can be taken out by itself costs no pixel.
    void onlyTheTextsGo_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : {ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Gif, ImageFormat::Jxl}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void onlyTheTextsGo()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray source = encoded(portraitPicture({320, 240}), format);
        ExportOptions options = optionsFor(format);
        options.writesRecipe = false;
        const QByteArray bytes = exportPicture(source, options)->bytes;
        QVERIFY(!bytes.contains("a red fox"));
        QCOMPARE(decodeImage(bytes).value(), decodeImage(source).value());
    }

    void losslessIsLossless_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("webp") << ImageFormat::Webp;
        QTest::newRow("avif") << ImageFormat::Avif;
        QTest::newRow("jxl") << ImageFormat::Jxl;
    }
    void losslessIsLossless()
    {
        QFETCH(const ImageFormat, format);
        ExportOptions options = optionsFor(format);
        options.tuning.isLossless = true;
        for (const QImage &picture : {portraitPicture({320, 240}), discPicture({96, 64})}) {
            const QByteArray source = encoded(picture, ImageFormat::Png);
            const QByteArray bytes = exportPicture(source, options)->bytes;
            const QImage before = decodeImage(source).value().convertToFormat(QImage::Format_ARGB32);
            const QImage after = decodeImage(bytes).value().convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(after.size(), before.size());
            for (int y = 0; y < before.height(); ++y) { // QImage's comparison minds how the colour space is told
                QVERIFY(std::memcmp(after.constScanLine(y), before.constScanLine(y),
                                    4 * static_cast<std::size_t>(before.width()))
                        == 0);
            }
        }
    }

    void effortMakesItSmaller_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("png") << ImageFormat::Png;
        QTest::newRow("jxl") << ImageFormat::Jxl;
    }
    void effortMakesItSmaller()
    {
        QFETCH(const ImageFormat, format);
        // Flat as it was painted: where nothing repeats, PNG gains nothing by looking longer.
        const QByteArray source = encoded(posterPicture({640, 480}), ImageFormat::Png);
        ExportOptions options = optionsFor(format);
        options.tuning.effort = 1;
        const qsizetype fast = exportPicture(source, options)->bytes.size();
        options.tuning.effort = 9;
        QVERIFY(exportPicture(source, options)->bytes.size() < fast);
    }

    /// Where nobody says anything of effort, an export takes more of it for AVIF than an answer of the gateway does.
    void avifTakesMoreEffortThanAtTheGateway()
    {
        const QImage picture = posterPicture({320, 240});
        ExportOptions options = optionsFor(ImageFormat::Avif);
        QCOMPARE(encodingFor(options).tuning.effort, std::optional(4));
        const QByteArray exported = encodeImage(picture, encodingFor(options)).value();
        QVERIFY(exported.size() < encoded(picture, ImageFormat::Avif, false).size());
        options.tuning.effort = 9;
        QCOMPARE(encodingFor(options).tuning.effort, std::optional(9));
        for (const ImageFormat format : deliverableFormats()) {
            if (format != ImageFormat::Avif) {
                QCOMPARE(encodingFor(optionsFor(format)).tuning, EncodeTuning());
            }
        }
    }

    void chromaIsKeptAsAsked_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("jpeg") << ImageFormat::Jpeg;
        QTest::newRow("avif") << ImageFormat::Avif;
    }
    void chromaIsKeptAsAsked()
    {
        QFETCH(const ImageFormat, format);
        QImage stripes(64, 64, QImage::Format_RGB32); // of one brightness, a pixel wide
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                stripes.setPixelColor(x, y, x % 2 == 0 ? QColor(200, 60, 60) : QColor(20, 130, 130));
            }
        }
        const QByteArray source = encoded(stripes, ImageFormat::Png);
        QList<int> spans;
        for (const Chroma chroma : {Chroma::Quarter420, Chroma::Half422, Chroma::Full444}) {
            ExportOptions options = optionsFor(format);
            options.quality = 90;
            options.tuning.chroma = chroma;
            const QImage seen = decodeImage(exportPicture(source, options)->bytes).value();
            spans.append(seen.pixelColor(32, 32).red() - seen.pixelColor(33, 32).red());
        }
        QVERIFY2(spans.at(2) > 120, qPrintable(QString::number(spans.at(2))));
        QVERIFY(spans.at(0) < 60);
        QVERIFY(spans.at(1) < 60);
    }

    /// In one scan, which is quicker and no larger, unless it is asked for.
    void progressiveOnlyAsAsked()
    {
        const QByteArray source = encoded(portraitPicture({320, 240}), ImageFormat::Png);
        ExportOptions options = optionsFor(ImageFormat::Jpeg);
        const QByteArray plain = exportPicture(source, options)->bytes;
        QCOMPARE(metadata::jpegMarkers(plain).scans, 1);
        options.tuning.isProgressive = true;
        const QByteArray progressive = exportPicture(source, options)->bytes;
        QVERIFY(metadata::jpegMarkers(progressive).scans > 1);
        QCOMPARE(decodeImage(progressive).value(), decodeImage(plain).value()); // the same pixels in another order
        QCOMPARE(readRecipe(progressive).has_value(), readRecipe(plain).has_value());
    }

    void aPaletteHasItsColours_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::newRow("opaque") << portraitPicture({160, 120});
        QTest::newRow("with transparency") << discPicture({160, 120});
    }
    void aPaletteHasItsColours()
    {
        QFETCH(const QImage, picture);
        for (const int colors : {2, 8, 256}) {
            ExportOptions options = optionsFor(ImageFormat::Gif);
            options.tuning.colors = colors;
            options.tuning.dither = colors != 8;
            const QImage seen = decodeImage(exportPicture(encoded(picture, ImageFormat::Png), options)->bytes)
                                    .value()
                                    .convertToFormat(QImage::Format_ARGB32);
            QSet<QRgb> used;
            for (int y = 0; y < seen.height(); ++y) {
                for (int x = 0; x < seen.width(); ++x) {
                    used.insert(seen.pixel(x, y));
                }
            }
            QVERIFY2(used.size() <= std::max(colors, 3), qPrintable(QString::number(used.size())));
        }
    }

    void fitsIntoBytes_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("jpeg") << ImageFormat::Jpeg;
        QTest::newRow("webp") << ImageFormat::Webp;
        QTest::newRow("avif") << ImageFormat::Avif;
        QTest::newRow("jxl") << ImageFormat::Jxl;
    }
    void fitsIntoBytes()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray source = encoded(portraitPicture({320, 240}), ImageFormat::Png);
        ExportOptions options = optionsFor(format);
        options.quality = 60;
        const qint64 limit = exportPicture(source, options)->bytes.size() + 10;
        options.quality.reset();
        options.by = ExportOptions::Quality::ForBytes;
        options.maxBytes = limit;
        const Result<ExportedPicture> exported = exportPicture(source, options);
        QVERIFY(exported.ok());
        QVERIFY(exported->bytes.size() <= limit);
        // Bytes do not grow with each step of quality: one or two below may already take more than 60 does.
        QVERIFY2(exported->quality.value_or(0) >= 57, qPrintable(QString::number(exported->quality.value_or(-1))));
        options.maxBytes = 50;
        const Result<ExportedPicture> none = exportPicture(source, options);
        QVERIFY(!none.ok());
        QCOMPARE(none.error().why().code, QLatin1StringView(reasons::notThatSmall.code));
    }

    void looksTheSameWithTheFewestBytes_data() { fitsIntoBytes_data(); }
    void looksTheSameWithTheFewestBytes()
    {
        QFETCH(const ImageFormat, format);
        const QImage picture = portraitPicture({320, 240});
        const QByteArray source = encoded(picture, ImageFormat::Png);
        ExportOptions options = optionsFor(format);
        options.by = ExportOptions::Quality::VisuallyLossless;
        const Result<ExportedPicture> exported = exportPicture(source, options);
        QVERIFY(exported.ok());
        const int quality = exported->quality.value_or(0);
        QVERIFY(quality > 0);
        if (quality < 100) {
            QVERIFY(similarity(picture, decodeImage(exported->bytes).value()) >= noDifferenceFrom);
        }
        options.by = ExportOptions::Quality::Chosen;
        options.quality = quality - 3;
        QVERIFY(similarity(picture, decodeImage(exportPicture(source, options)->bytes).value())
                < noDifferenceFrom + 0.001);
    }

    /// There is nothing in them but their colour, and any quality makes them small.
    void flatPicturesKeepTheirColour_data() { fitsIntoBytes_data(); }
    void flatPicturesKeepTheirColour()
    {
        QFETCH(const ImageFormat, format);
        for (const QColor &colour : {QColor(200, 120, 40), QColor(243, 243, 247), QColor(9, 12, 15)}) {
            QImage picture(96, 64, QImage::Format_RGB32);
            picture.fill(colour);
            ExportOptions options = optionsFor(format);
            options.by = ExportOptions::Quality::VisuallyLossless;
            const Result<ExportedPicture> exported = exportPicture(encoded(picture, ImageFormat::Png), options);
            QVERIFY(exported.ok());
            const QColor seen = decodeImage(exported->bytes)->pixelColor(48, 32);
            constexpr int most = 6; // of blue, which the eye sees least
            QVERIFY2(std::abs(seen.red() - colour.red()) <= most && std::abs(seen.green() - colour.green()) <= most
                         && std::abs(seen.blue() - colour.blue()) <= most,
                     qPrintable(colour.name() + u" became "_s + seen.name()));
        }
    }

    void transparencyComesOnTheMatte()
    {
        ExportOptions options = optionsFor(ImageFormat::Jpeg);
        options.matte = QColor(0, 0, 255);
        const QImage seen =
            decodeImage(exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png), options)->bytes).value();
        QVERIFY(seen.pixelColor(1, 1).blue() > 240);
        QVERIFY(seen.pixelColor(1, 1).red() < 15);
    }

    void isResized()
    {
        ExportOptions options = optionsFor(ImageFormat::Png);
        options.resize = QSize(100, 100);
        const Result<ExportedPicture> exported =
            exportPicture(encoded(portraitPicture({640, 480}), ImageFormat::Png), options);
        QCOMPARE(exported->facts.size, QSize(100, 75));
        QCOMPARE(probeImage(exported->bytes)->size, QSize(100, 75));
        QCOMPARE(readRecipe(exported->bytes)->size, QSize(100, 75));
    }

    void whatIsNoPictureIsSaid()
    {
        QVERIFY(!exportPicture("no picture at all", optionsFor(ImageFormat::Png)).ok());
        QVERIFY(!exportPicture({}, optionsFor(ImageFormat::Png)).ok());
        QVERIFY(
            !exportPicture(encoded(discPicture({96, 64}), ImageFormat::Png).chopped(200), optionsFor(ImageFormat::Jpeg))
                 .ok());
    }

private:
    static void everyFormat()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                         ImageFormat::Gif, ImageFormat::Jxl}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    /// A JPEG as a camera held upright writes it.
    static QByteArray turned(QByteArray jpeg)
    {
        const QByteArray exif = QByteArray("Exif\0\0", 6)
            + QByteArray::fromHex("49492a0008000000 0100 1201 0300 01000000 06000000 00000000");
        const auto length = static_cast<char>(exif.size() + 2);
        return jpeg.insert(2, QByteArray("\xff\xe1\0", 3) + length + exif);
    }
};

QTEST_GUILESS_MAIN(TestExportPicture)
#include "test_exportpicture.moc"

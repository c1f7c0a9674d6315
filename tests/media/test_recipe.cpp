// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked travels inside the picture, and only where it was told to.
#include "core/media/codec.h"
#include "core/media/metadata/jpegsegments.h"
#include "core/media/metadata/pngtext.h"
#include "tests/support/testpictures.h"

#include <QBuffer>
#include <QDir>
#include <QImageReader>
#include <QtConcurrentMap>
#include <QTimeZone>

#include <exiv2/exiv2.hpp>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Recipe recipeWith(const QString &prompt)
{
    Recipe recipe;
    recipe.prompt = prompt;
    recipe.negativePrompt = u"blurry, \"text\" & <tags>"_s;
    recipe.model = u"flux.2-pro"_s;
    recipe.provider = u"fal"_s;
    recipe.providerModel = u"fal-ai/flux-2-pro"_s;
    recipe.seed = 9007199254740000LL;
    recipe.tuning.steps = 28;
    recipe.tuning.guidance = 3.5;
    recipe.tuning.scheduler = u"dpm++ 2m, karras"_s;
    recipe.tuning.loras = {{u"ink"_s, 0.8}};
    recipe.isEdit = true;
    recipe.size = QSize(1536, 640);
    recipe.cost = Money::fromMicros(30000);
    recipe.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 8, 7, 654), Qt::UTC);
    recipe.version = u"0.1.0"_s;
    return recipe;
}

QString longPrompt()
{
    const QString line = u"ein Fuchs 🦊 im Schnee, 雪の中の狐, \"leise\"\n\tund \\ weit; "_s;
    return line.repeated(5000 / line.size() + 1).left(5000);
}

/// In Chinese, and longer than a JPEG segment holds.
QString hugePrompt()
{
    QString text;
    for (quint32 i = 0; i < 32000; ++i) {
        text += QChar(ushort(0x4e00 + (i * i * 31 + i * 7919) % 397));
    }
    return text;
}

void everyCarrier()
{
    QTest::addColumn<ImageFormat>("format");
    QList<ImageFormat> formats = deliverableFormats();
    if (encodeImage(test::posterPicture({8, 8}), {.format = ImageFormat::Tiff})) {
        formats.append(ImageFormat::Tiff);
    }
    for (const ImageFormat format : formats) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

/// Debian builds Exiv2 with the reader for AVIF and JPEG XL; elsewhere it may be missing.
bool exivReadsBoxes()
{
#if EXIV2_TEST_VERSION(0, 28, 0)
    return true;
#else
    return Exiv2::enableBMFF();
#endif
}

QByteArray written(ImageFormat format, const std::optional<Recipe> &recipe = {})
{
    const Result<QByteArray> bytes =
        encodeImage(test::discPicture({40, 30}), {.format = format, .compression = {}, .recipe = recipe});
    return bytes ? *bytes : QByteArray();
}

QImage pixels(const QByteArray &bytes)
{
    const Result<QImage> image = decodeImage(bytes);
    return image ? image->convertToFormat(QImage::Format_RGBA8888) : QImage();
}

} // namespace

class TestRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadBack_data() { everyCarrier(); }
    void isWrittenAndReadBack()
    {
        QFETCH(const ImageFormat, format);
        QVERIFY(formatCarriesRecipe(format));
        for (const QString &prompt : {u"a lighthouse"_s, longPrompt(), hugePrompt(), QString()}) {
            const Recipe recipe = recipeWith(prompt);
            const QByteArray bytes = written(format, recipe);
            QCOMPARE(pixels(bytes).size(), QSize(40, 30));
            const std::optional<Recipe> back = readRecipe(bytes);
            QVERIFY(back.has_value());
            QCOMPARE(back->prompt, recipe.prompt);
            QCOMPARE(*back, recipe);
        }
    }

    void joinsAFinishedFileWithoutTouchingAPixel_data() { everyCarrier(); }
    void joinsAFinishedFileWithoutTouchingAPixel()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray plain = written(format);
        QVERIFY(!readRecipe(plain));
        const Recipe first = recipeWith(longPrompt());
        const Result<QByteArray> once = embedRecipe(plain, format, first);
        QVERIFY(once.ok());
        QCOMPARE(readRecipe(*once), std::optional(first));
        QCOMPARE(pixels(*once), pixels(plain));
        // A second recipe takes the first one's place.
        const Recipe second = recipeWith(u"second thoughts"_s);
        const Result<QByteArray> twice = embedRecipe(*once, format, second);
        QVERIFY(twice.ok());
        QCOMPARE(readRecipe(*twice), std::optional(second));
        // Exiv2 writes into a TIFF file's old places, so it need not shrink.
        QVERIFY(format == ImageFormat::Tiff || twice->size() < once->size());
        QCOMPARE(pixels(*twice), pixels(plain));
        // Of the first nothing stays, in no corner of the file.
        QVERIFY(format == ImageFormat::Tiff || !twice->contains("ein Fuchs"));
        const Result<QByteArray> over = embedRecipe(written(format, first), format, second);
        QVERIFY(over.ok());
        QVERIFY(format == ImageFormat::Tiff || !over->contains("ein Fuchs"));
        QCOMPARE(pixels(*over), pixels(written(format)));
    }

    void onlyWhatIsKnownIsWritten_data() { everyCarrier(); }
    void onlyWhatIsKnownIsWritten()
    {
        QFETCH(const ImageFormat, format);
        Recipe recipe;
        recipe.prompt = u"p"_s;
        const std::optional<Recipe> back = readRecipe(written(format, recipe));
        QCOMPARE(back, std::optional(recipe));
        QVERIFY(!back->cost.isKnown());
        QVERIFY(!back->seed);
    }

    void noPromptWithoutBeingAsked_data() { everyCarrier(); }
    void noPromptWithoutBeingAsked()
    {
        QFETCH(const ImageFormat, format);
        // The pixels come out of a file that carries a prompt, in Lightwell's way and in others'.
        QByteArray source = written(ImageFormat::Png, recipeWith(u"CANARY-7f3a"_s));
        source = metadata::withPngChunks(source, {metadata::internationalText("Comment", "CANARY-7f3a")}).value();
        QCOMPARE(decodeImage(source)->textKeys(), QStringList());
        const QImage image = QImage::fromData(source, "png");
        QVERIFY(image.text().contains(u"CANARY-7f3a"_s));
        const Result<QByteArray> bytes = encodeImage(image, {.format = format, .compression = {}, .recipe = {}});
        QVERIFY(bytes.ok());
        QVERIFY(!bytes->contains("CANARY"));
        QVERIFY(!readRecipe(*bytes));
    }

    void othersReadIt_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QList<ImageFormat> formats {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp};
        if (exivReadsBoxes()) {
            formats << ImageFormat::Avif << ImageFormat::Jxl;
        }
        for (const ImageFormat format : formats) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void othersReadIt()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray bytes = written(format, recipeWith(u"a fox 🦊"_s));
        const auto file =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), size_t(bytes.size()));
        file->readMetadata();
        QCOMPARE(QString::fromStdString(file->exifData()["Exif.Image.ImageDescription"].toString()), u"a fox 🦊"_s);
        QCOMPARE(QString::fromStdString(file->exifData()["Exif.Image.Software"].toString()), u"Lightwell 0.1.0"_s);
        QCOMPARE(QString::fromStdString(file->xmpData()["Xmp.xmp.CreatorTool"].toString()), u"Lightwell 0.1.0"_s);
        QCOMPARE(QString::fromStdString(file->xmpData()["Xmp.dc.description"].toString()),
                 u"lang=\"x-default\" a fox 🦊"_s);
    }

    void othersReadEveryLetter_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("inXmp");
        const auto row = [](const char *name, const QString &prompt, const QString &inXmp = {}) {
            QTest::newRow(name) << prompt << (inXmp.isNull() ? prompt : inXmp);
        };
        row("of a length that stands in the directory itself", u"fox"_s);
        row("one more", u"foxy"_s);
        row("an odd length", u"foxes"_s);
        row("markup", u"<b a=\"1\" c='2'>&amp; ]]> <!--"_s);
        row("white space", u"a\tb\nc\r\nd"_s);
        row("beyond sixteen bits", u"🦊🦊"_s);
        row("what XML cannot hold", u"a\x01 b\uffff c"_s, u"a\ufffd b\ufffd c"_s);
        row("long", longPrompt());
    }
    void othersReadEveryLetter()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QString, inXmp);
        const QByteArray bytes = written(ImageFormat::Png, recipeWith(prompt));
        const auto file =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), size_t(bytes.size()));
        file->readMetadata();
        const auto exif = [&file](const char *key) { return QString::fromStdString(file->exifData()[key].toString()); };
        QCOMPARE(exif("Exif.Image.ImageDescription"), prompt);
        QCOMPARE(exif("Exif.Image.Software"), u"Lightwell 0.1.0"_s);
        QCOMPARE(exif("Exif.Photo.DateTimeOriginal"), u"2026:11:22 09:08:07"_s);
        QCOMPARE(exif("Exif.Photo.OffsetTimeOriginal"), u"+00:00"_s);
        // It would overrule "parameters".
        QVERIFY(file->exifData().findKey(Exiv2::ExifKey("Exif.Photo.UserComment")) == file->exifData().end());
        const auto xmp = [&file](const char *key) { return QString::fromStdString(file->xmpData()[key].toString()); };
        QCOMPARE(xmp("Xmp.dc.description"), u"lang=\"x-default\" "_s + inXmp);
        QCOMPARE(xmp("Xmp.xmp.CreatorTool"), u"Lightwell 0.1.0"_s);
        QCOMPARE(xmp("Xmp.xmp.CreateDate"), u"2026-11-22T09:08:07Z"_s);
        QCOMPARE(readRecipe(bytes), std::optional(recipeWith(prompt)));
    }

    void qtReadsPngTexts()
    {
        QByteArray bytes = written(ImageFormat::Png, recipeWith(u"a fox 🦊"_s));
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "png");
        QCOMPARE(reader.text(u"Description"_s), u"a fox 🦊"_s);
        QCOMPARE(metadata::pngTexts(bytes).text("parameters"_L1),
                 u"a fox 🦊\nNegative prompt: blurry, \"text\" & <tags>\n"
                 "Steps: 28, Sampler: \"dpm++ 2m, karras\", CFG scale: 3.5, Seed: 9007199254740000, Size: 1536x640, "
                 "Model: \"flux.2-pro\", App: Lightwell, Version: Lightwell 0.1.0"_s);
    }

    void brokenFilesAreNoSurprise_data() { everyCarrier(); }
    void brokenFilesAreNoSurprise()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray whole = written(format, recipeWith(longPrompt()));
        const qsizetype step = qMax<qsizetype>(1, whole.size() / 97);
        for (qsizetype length = 0; length < whole.size(); length += step) {
            const std::optional<Recipe> recipe = readRecipe(whole.left(length));
            QVERIFY(!recipe || recipe->prompt == longPrompt());
            const Result<QByteArray> bytes = embedRecipe(whole.left(length), format, recipeWith(u"x"_s));
            QVERIFY(bytes.ok() || !bytes.error().reason.isEmpty());
        }
    }

    void earlierFilesAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QDir folder(QStringLiteral(LIGHTWELL_EARLIER_FILES));
        const QStringList names = folder.entryList(QDir::Files);
        QCOMPARE(names.size(), deliverableFormats().size());
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QTest::newRow(qPrintable(name)) << bytes;
            if (sniffFormat(bytes) == ImageFormat::Jpeg) {
                const QByteArray exif = metadata::jpegTexts(bytes).exif;
                QTest::newRow("EXIF alone") << metadata::withJpegPackets(bytes, exif, {}).value();
            }
        }
    }
    void earlierFilesAreRead()
    {
        QFETCH(const QByteArray, bytes);
        const std::optional<Recipe> recipe = readRecipe(bytes);
        QVERIFY(recipe);
        QCOMPARE(recipe->prompt, u"a fox 🦊, \"leise\" im Schnee"_s);
        QCOMPARE(recipe->model, u"sketchbook-scene"_s);
        QCOMPARE(recipe->seed, std::optional<qint64>(7));
        QCOMPARE(recipe->size, QSize(64, 64));
        QCOMPARE(recipe->version, u"0.1.0"_s);
        // Written anew it is in the form of today, and only in that.
        const ImageFormat format = *sniffFormat(bytes);
        Recipe other = recipeWith(u"another"_s);
        const Result<QByteArray> renewed = embedRecipe(bytes, format, other);
        QVERIFY(renewed.ok());
        QCOMPARE(readRecipe(*renewed), std::optional(other));
    }

    void manyThreadsAtOnce()
    {
        QList<int> numbers;
        for (int i = 0; i < 48; ++i) {
            numbers.append(i);
        }
        const QList<bool> right = QtConcurrent::blockingMapped(numbers, [](int number) {
            const ImageFormat format = number % 2 == 0 ? ImageFormat::Jpeg : ImageFormat::Webp;
            const Recipe recipe = recipeWith(u"picture %1"_s.arg(number));
            return readRecipe(written(format, recipe)) == std::optional(recipe);
        });
        QVERIFY(!right.contains(false));
    }
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"

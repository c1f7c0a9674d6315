// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs see in the files that Lightwell writes.
#include "core/media/codec.h"
#include "tests/media/foreignreaders.h"
#include "tests/support/testpictures.h"

#include <QStringDecoder>
#include <QTest>

#include <exiv2/exiv2.hpp>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Recipe fullRecipe()
{
    Recipe recipe;
    recipe.prompt = u"a cat, sitting: on a mat"_s;
    recipe.negativePrompt = u"blur, text"_s;
    recipe.model = u"flux.2, pro: \"x\""_s;
    recipe.provider = u"fal"_s;
    recipe.providerModel = u"fal-ai/flux-2-pro"_s;
    recipe.seed = 9007199254740993LL; // more than a double keeps
    recipe.size = QSize(40, 30);
    recipe.tuning.steps = 28;
    recipe.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 8, 7), Qt::UTC);
    recipe.version = u"0.1.0"_s;
    return recipe;
}

QList<std::pair<const char *, Recipe>> recipes()
{
    QList<std::pair<const char *, Recipe>> list {{"all", fullRecipe()}};
    const auto add = [&list](const char *name, auto change) {
        Recipe recipe = fullRecipe();
        change(recipe);
        list.append({name, recipe});
    };
    add("no negative prompt", [](Recipe &recipe) { recipe.negativePrompt.clear(); });
    add("no seed", [](Recipe &recipe) { recipe.seed.reset(); });
    add("no steps", [](Recipe &recipe) { recipe.tuning = {}; });
    add("neither", [](Recipe &recipe) {
        recipe.seed.reset();
        recipe.tuning = {};
    });
    add("lines", [](Recipe &recipe) {
        recipe.prompt = u"a cat\nSeed: none, Size: small\n{\"not\": \"json\"}"_s;
        recipe.negativePrompt = u"blur\ntext"_s;
    });
    add("letters", [](Recipe &recipe) { recipe.prompt = u"ein Fuchs 🦊 im Schnee, 雪の中の狐"_s; });
    add("only such", [](Recipe &recipe) {
        recipe.prompt = u"雪の中の狐"_s;
        recipe.negativePrompt = u"🦊🦊"_s;
    });
    return list;
}

QByteArray plain(ImageFormat format)
{
    return encodeImage(test::discPicture({40, 30}), {.format = format}).value();
}

/// As it is written with its pixels, as it joins a file that came finished, and in place of an earlier one.
QList<QByteArray> allWays(ImageFormat format, const Recipe &recipe)
{
    EncodeOptions options;
    options.format = format;
    options.recipe = recipe;
    QList<QByteArray> files {encodeImage(test::discPicture({40, 30}), options).value()};
    Recipe earlier = recipe;
    earlier.prompt = u"an earlier one"_s;
    const QByteArray once = embedRecipe(plain(format), format, recipe).value();
    files << once << embedRecipe(embedRecipe(once, format, earlier).value(), format, recipe).value();
    return files;
}

void everyFormat()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat format : deliverableFormats()) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

} // namespace

class TestForeignReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeTheRecipe_data()
    {
        QTest::addColumn<int>("reader");
        QTest::addColumn<ImageFormat>("format");
        QTest::addColumn<int>("recipe");
        for (int reader = 0; reader < test::foreignReaders().size(); ++reader) {
            const test::ForeignReader &program = test::foreignReaders().at(reader);
            for (const ImageFormat format : program.formats) {
                for (int recipe = 0; recipe < recipes().size(); ++recipe) {
                    QTest::addRow("%s, %s, %s", program.name, qPrintable(formatName(format)),
                                  recipes().at(recipe).first)
                        << reader << format << recipe;
                }
            }
        }
    }
    void seeTheRecipe()
    {
        QFETCH(const int, reader);
        QFETCH(const ImageFormat, format);
        QFETCH(const int, recipe);
        const test::ForeignReader &program = test::foreignReaders().at(reader);
        const Recipe wanted = recipes().at(recipe).second;
        for (const QByteArray &file : allWays(format, wanted)) {
            const std::optional<test::Shown> shown = program.read(file, format);
            if (program.needsSteps && !wanted.tuning.steps) {
                QVERIFY(!shown); // steps are not made up for it
                continue;
            }
            QVERIFY(shown);
            QCOMPARE(shown->prompt, wanted.prompt);
            QCOMPARE(shown->negativePrompt, wanted.negativePrompt);
            QCOMPARE(shown->settings.value(u"Size"_s), u"40x30"_s);
            QCOMPARE(shown->settings.value(u"Model"_s), wanted.model);
            QCOMPARE(shown->settings.value(u"App"_s), u"Lightwell"_s);
            QCOMPARE(shown->settings.value(u"Version"_s), u"Lightwell 0.1.0"_s);
            QCOMPARE(shown->settings.value(u"Seed"_s), wanted.seed ? QString::number(*wanted.seed) : QString());
            QCOMPARE(shown->settings.contains(u"Steps"_s), wanted.tuning.steps.has_value());
        }
    }

    /// Exiv2's viewers, Google, Meta, photo libraries.
    void labelSaysHowItWasMade_data() { everyFormat(); }
    void labelSaysHowItWasMade()
    {
        QFETCH(const ImageFormat, format);
        for (const bool isEdit : {false, true}) {
            Recipe recipe = fullRecipe();
            recipe.isEdit = isEdit;
            for (const QByteArray &file : allWays(format, recipe)) {
                const qsizetype begin = file.indexOf("<?xpacket begin");
                const qsizetype end = file.indexOf("<?xpacket end");
                QVERIFY(begin > 0 && end > begin);
                Exiv2::XmpData xmp;
                QCOMPARE(Exiv2::XmpParser::decode(xmp, file.mid(begin, end - begin).toStdString()), 0);
                const auto value = [&xmp](const char *key) { return QString::fromStdString(xmp[key].toString()); };
                QCOMPARE(value("Xmp.iptcExt.DigitalSourceType"),
                         u"http://cv.iptc.org/newscodes/digitalsourcetype/"_s
                             + (isEdit ? u"compositeWithTrainedAlgorithmicMedia"_s : u"trainedAlgorithmicMedia"_s));
                QCOMPARE(value("Xmp.iptcExt.AISystemUsed"), recipe.model);
                QCOMPARE(value("Xmp.iptcExt.AISystemVersionUsed"), recipe.providerModel);
                QCOMPARE(value("Xmp.iptcExt.AIPromptInformation"),
                         u"a cat, sitting: on a mat\nNegative prompt: blur, text"_s);
                QCOMPARE(value("Xmp.dc.description"), u"lang=\"x-default\" a cat, sitting: on a mat"_s);
                QCOMPARE(value("Xmp.xmp.CreatorTool"), u"Lightwell 0.1.0"_s);
                QCOMPARE(value("Xmp.xmp.CreateDate"), u"2026-11-22T09:08:07Z"_s);
                QVERIFY(xmp.findKey(Exiv2::XmpKey("Xmp.iptcExt.AIPromptWriterName")) == xmp.end());
                QVERIFY(value("Xmp.lightwell.Recipe").startsWith(u'{'));
            }
        }
    }

    void tiff()
    {
        const Result<QByteArray> plain = encodeImage(test::discPicture({40, 30}), {.format = ImageFormat::Tiff});
        if (!plain) {
            QSKIP("no plug-in writes TIFF here");
        }
        for (const QString &prompt : {u"a cat"_s, u"🦊 雪"_s}) {
            Recipe recipe = fullRecipe();
            recipe.prompt = prompt;
            const QByteArray bytes = embedRecipe(*plain, ImageFormat::Tiff, recipe).value();
            QCOMPARE(readRecipe(bytes), std::optional(recipe));
            // The standard's order of bytes is the file's; by that, Exiv2 and others decode.
            const QByteArray comment = test::piexifValue(bytes, 0x9286);
            QCOMPARE(comment.first(8), QByteArray("UNICODE\0", 8));
            const QString text =
                QStringDecoder(bytes.startsWith("II") ? QStringConverter::Utf16LE : QStringConverter::Utf16BE)
                    .decode(comment.sliced(8));
            QVERIFY(text.startsWith(prompt + u"\nNegative prompt: blur, text\nSteps: 28, "_s));
            const auto file =
                Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.data()), size_t(bytes.size()));
            file->readMetadata();
            QVERIFY(QString::fromStdString(file->xmpData()["Xmp.iptcExt.DigitalSourceType"].toString())
                        .endsWith("/trainedAlgorithmicMedia"_L1));
        }
    }

    void stillDecode_data() { everyFormat(); }
    void stillDecode()
    {
        QFETCH(const ImageFormat, format);
        const Result<QImage> before = decodeImage(plain(format));
        for (const QByteArray &file : allWays(format, fullRecipe())) {
            const Result<QImage> after = decodeImage(file);
            QVERIFY(after.ok());
            QCOMPARE(after->convertToFormat(QImage::Format_RGBA8888), before->convertToFormat(QImage::Format_RGBA8888));
        }
    }

    void aJpegWithoutRoomKeepsWholeTexts_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length : {4'000, 15'000, 31'000, 33'000, 100'000}) {
            QTest::addRow("%lld", qlonglong(length)) << length;
        }
    }
    void aJpegWithoutRoomKeepsWholeTexts()
    {
        QFETCH(const qsizetype, length);
        Recipe recipe = fullRecipe();
        recipe.prompt = QString(u"雪の中の🦊, "_s.repeated(length / 8 + 1)).left(length - 1) + u'x';
        const QByteArray file = embedRecipe(plain(ImageFormat::Jpeg), ImageFormat::Jpeg, recipe).value();
        const std::optional<test::Shown> shown = test::foreignReaders().constFirst().read(file, ImageFormat::Jpeg);
        QVERIFY(shown);
        QCOMPARE(shown->settings.value(u"Seed"_s), QString::number(*recipe.seed));
        QVERIFY(shown->prompt == recipe.prompt || shown->prompt.endsWith(u'…'));
        QVERIFY(recipe.prompt.startsWith(shown->prompt.chopped(1)));
        const std::optional<Recipe> back = readRecipe(file);
        QVERIFY(back);
        QVERIFY(back->prompt == recipe.prompt || back->prompt.endsWith(u'…'));
        QCOMPARE(back->seed, recipe.seed);
    }
};

QTEST_GUILESS_MAIN(TestForeignReaders)
#include "test_foreignreaders.moc"

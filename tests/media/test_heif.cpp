// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QTest>

#include <libheif/heif.h>
#include <memory>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// As any other reader decodes it.
QImage decodedByOthers(const QByteArray &bytes, QByteArray *profile = nullptr)
{
    const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(), &heif_context_free);
    heif_image_handle *handle = nullptr;
    heif_image *decoded = nullptr;
    if (heif_context_read_from_memory(context.get(), bytes.constData(), size_t(bytes.size()), nullptr).code
            != heif_error_Ok
        || heif_context_get_primary_image_handle(context.get(), &handle).code != heif_error_Ok
        || heif_decode_image(handle, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr).code
            != heif_error_Ok) {
        return {};
    }
    int stride = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const QImage image = QImage(plane, heif_image_get_primary_width(decoded), heif_image_get_primary_height(decoded),
                                stride, QImage::Format_RGBA8888)
                             .copy();
    if (profile) {
        profile->resize(qsizetype(heif_image_handle_get_raw_color_profile_size(handle)));
        (void)heif_image_handle_get_raw_color_profile(handle, profile->data());
    }
    heif_image_release(decoded);
    heif_image_handle_release(handle);
    return image;
}

Recipe recipe()
{
    Recipe recipe;
    recipe.prompt = u"a red fox"_s;
    recipe.model = u"flux-2-pro"_s;
    recipe.seed = 42;
    recipe.size = QSize(320, 240);
    recipe.createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    recipe.cost = Money::unknown();
    return recipe;
}

} // namespace

/// HEIF as libheif writes it.
class TestHeif : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!canEncode(ImageFormat::Heif)) {
            QSKIP("nothing on this system writes HEIF");
        }
    }

    void othersReadIt()
    {
        const QImage picture = portraitPicture({321, 241}); // odd sides
        const QByteArray bytes = written(picture, 90);
        QCOMPARE(sniffFormat(bytes), ImageFormat::Heif);
        const QImage read = decodedByOthers(bytes);
        QCOMPARE(read.size(), picture.size());
        QVERIFY(Ssim::of(picture, read) > 0.95);
    }

    void qualityBuysLikeness()
    {
        const QImage picture = portraitPicture({320, 240});
        qsizetype bytesBefore = 0;
        double likenessBefore = 0;
        for (const int quality : {10, 50, 85, 100}) {
            const QByteArray bytes = written(picture, quality);
            const double likeness = Ssim::of(picture, decodedByOthers(bytes));
            QVERIFY(bytes.size() > bytesBefore);
            QVERIFY(likeness > likenessBefore);
            bytesBefore = bytes.size();
            likenessBefore = likeness;
        }
    }

    void transparencyStays()
    {
        QImage picture = discPicture({320, 240});
        QVERIFY(picture.hasAlphaChannel());
        const QImage read = decodedByOthers(written(picture, 90));
        picture.convertTo(QImage::Format_RGBA8888);
        QVERIFY(read.pixelColor(2, 2).alpha() < 10);
        QVERIFY(read.pixelColor(160, 120).alpha() > 245);
    }

    void coloursStay()
    {
        QImage picture = portraitPicture({320, 240});
        picture.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        QByteArray profile;
        QVERIFY(!decodedByOthers(written(picture, 90), &profile).isNull());
        QCOMPARE(QColorSpace::fromIccProfile(profile), QColorSpace(QColorSpace::DisplayP3));
    }

    void carriesTheRecipeAsOthersDo()
    {
        EncodeOptions options;
        options.format = ImageFormat::Heif;
        options.recipe = recipe();
        options.labels.aigc = u"{\"Label\":\"1\"}"_s;
        const QByteArray bytes = encodeImage(portraitPicture({320, 240}), options).value();
        QCOMPARE(readRecipe(bytes), recipe());
        QCOMPARE(readLabels(bytes).digitalSourceType, QString::fromLatin1(sourcetype::generated));
        QCOMPARE(readLabels(bytes).aigc, options.labels.aigc);
        QVERIFY(!decodedByOthers(bytes).isNull());
        options.recipe.reset();
        options.labels.digitalSourceType = u"trainedAlgorithmicMedia"_s;
        const QByteArray bare = encodeImage(portraitPicture({320, 240}), options).value();
        QVERIFY(!readRecipe(bare));
        QCOMPARE(readLabels(bare).digitalSourceType, options.labels.digitalSourceType);
        QVERIFY(!decodedByOthers(bare).isNull());
    }

    void effortAndChromaAreHeeded()
    {
        const QImage picture = portraitPicture({640, 480});
        EncodeOptions options;
        options.format = ImageFormat::Heif;
        options.compression = 60;
        options.tuning.chroma = Chroma::Quarter420;
        const QByteArray quarter = encodeImage(picture, options).value();
        options.tuning.chroma = Chroma::Full444;
        const QByteArray full = encodeImage(picture, options).value();
        QVERIFY(full != quarter);
        options.tuning.effort = EncodeTuning::minEffort;
        QVERIFY(encodeImage(picture, options).value() != full);
    }

private:
    static QByteArray written(const QImage &picture, int quality)
    {
        EncodeOptions options;
        options.format = ImageFormat::Heif;
        options.compression = quality;
        return encodeImage(picture, options).value();
    }
};

QTEST_GUILESS_MAIN(TestHeif)
#include "test_heif.moc"

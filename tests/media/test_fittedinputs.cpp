// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/fittedinputs.h"

#include <QBuffer>
#include <QColorSpace>
#include <QRandomGenerator>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QByteArray saved(const QImage &image, const char *format = "PNG")
{
    QBuffer buffer;
    image.save(&buffer, format, 100);
    return buffer.data();
}

/// Red on the left, and what is said on the right.
QImage halves(QSize size, const QColor &right, QImage::Format format = QImage::Format_ARGB32)
{
    QImage image(size, format);
    image.fill(Qt::red);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = size.width() / 2; x < size.width(); ++x) {
            image.setPixelColor(x, y, right);
        }
    }
    return image;
}

/// Of which nothing can be made small.
QImage noise(QSize size, bool hasAlpha)
{
    QRandomGenerator random(1);
    QImage image(size, hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            image.setPixel(x, y, random.generate() | (hasAlpha ? 0U : 0xff000000U));
        }
    }
    return image;
}

Plan planOf(const QByteArray &picture, const PlannedInput &input)
{
    Plan plan;
    plan.request.images = {{picture, u"photo.webp"_s}};
    plan.inputs = {input};
    return plan;
}

} // namespace

class TestFittedInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asItCame()
    {
        const Plan plan = planOf("anything", {});
        QCOMPARE(*withFittedInputs(plan), plan);
    }

    void scaledWithColoursAndTransparency_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("down") << QSize(40, 20);
        QTest::newRow("up") << QSize(160, 80);
    }
    void scaledWithColoursAndTransparency()
    {
        QFETCH(QSize, size);
        QImage image = halves({80, 40}, Qt::transparent);
        image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const Result<Plan> sent = withFittedInputs(planOf(saved(image), {size, {}, 0}));
        QVERIFY(sent.ok());
        QCOMPARE(sent->request.images.first().name, u"photo.png"_s);
        const Result<QImage> made = decodeImage(sent->request.images.first().bytes);
        QVERIFY(made.ok());
        QCOMPARE(made->size(), size);
        QCOMPARE(made->pixelColor(2, 2), QColor(Qt::red));
        QCOMPARE(made->pixelColor(size.width() - 3, 2).alpha(), 0);
        QCOMPARE(made->colorSpace(), QColorSpace(QColorSpace::DisplayP3));
    }

    /// A fine pattern becomes its mean, not a coarse pattern.
    void filtered()
    {
        QImage image(400, 400, QImage::Format_RGB32);
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 400; ++x) {
                image.setPixel(x, y, (x + y) % 2 == 0 ? 0xff000000U : 0xffffffffU);
            }
        }
        const Result<Plan> sent = withFittedInputs(planOf(saved(image), {{90, 90}, {}, 0}));
        const Result<QImage> made = decodeImage(sent->request.images.first().bytes);
        for (int x = 5; x < 85; ++x) {
            QVERIFY(std::abs(qGray(made->pixel(x, 40)) - 127) < 12);
        }
    }

    void photosStayPhotos()
    {
        const Result<Plan> sent = withFittedInputs(
            planOf(saved(halves({80, 40}, Qt::blue, QImage::Format_RGB32), "JPEG"), {{40, 20}, {}, 0}));
        QCOMPARE(sniffFormat(sent->request.images.first().bytes), std::optional(ImageFormat::Jpeg));
    }

    void otherFormats()
    {
        const QImage image = halves({80, 40}, QColor(0, 0, 255, 128));
        EncodeOptions options;
        options.format = ImageFormat::Webp;
        const Result<Plan> sent = withFittedInputs(planOf(*encodeImage(image, options), {{}, ImageFormat::Png, 0}));
        const QByteArray bytes = sent->request.images.first().bytes;
        QCOMPARE(sniffFormat(bytes), std::optional(ImageFormat::Png));
        QCOMPARE(decodeImage(bytes)->size(), image.size());
        QCOMPARE(decodeImage(bytes)->pixelColor(70, 20).alpha(), 128);
    }

    void lightEnough_data()
    {
        QTest::addColumn<bool>("hasAlpha");
        QTest::addColumn<qint64>("maxBytes");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("compressed alone") << false << qint64(60'000) << true;
        QTest::newRow("smaller, too") << false << qint64(10'000) << false;
        QTest::newRow("with transparency") << true << qint64(10'000) << false;
    }
    void lightEnough()
    {
        QFETCH(bool, hasAlpha);
        QFETCH(qint64, maxBytes);
        QFETCH(bool, isWhole);
        const QSize size(200, 150);
        Plan plan = planOf(saved(noise(size, hasAlpha)), {{}, {}, maxBytes});
        plan.request.mask = InputImage {saved(halves(size, Qt::transparent)), u"mask.png"_s};
        QVERIFY(plan.request.images.first().bytes.size() > maxBytes);
        const Result<Plan> sent = withFittedInputs(plan);
        QVERIFY(sent.ok());
        const QByteArray bytes = sent->request.images.first().bytes;
        QVERIFY(bytes.size() <= maxBytes);
        const Result<QImage> made = decodeImage(bytes);
        QCOMPARE(made->size() == size, isWhole);
        QVERIFY(std::abs(made->width() * 3 - made->height() * 4) <= 4);
        QCOMPARE(made->hasAlphaChannel(), hasAlpha);
        QCOMPARE(decodeImage(sent->request.mask->bytes)->size(), made->size());
    }

    void neverLightEnough()
    {
        const Result<Plan> sent = withFittedInputs(planOf(saved(noise({20, 20}, false)), {{}, {}, 10}));
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().reason.code, u"picture_not_light_enough"_s);
        QCOMPARE(sent.error().billing, Billing::NotBilled);
    }

    /// The mask goes with the picture it belongs to, which need not be the first.
    void maskInStep()
    {
        Plan plan = planOf(saved(halves({80, 40}, Qt::blue)), {});
        plan.request.images.first().role = ImageRole::Style;
        plan.request.images.append({saved(halves({60, 60}, Qt::blue)), {}});
        plan.request.mask = InputImage {saved(halves({60, 60}, Qt::transparent)), {}};
        plan.inputs = {{}, {{30, 30}, {}, 0}};
        const Result<Plan> sent = withFittedInputs(plan);
        QCOMPARE(sent->request.images.first(), plan.request.images.first());
        const Result<QImage> mask = decodeImage(sent->request.mask->bytes);
        QCOMPARE(mask->size(), QSize(30, 30));
        QCOMPARE(mask->pixelColor(2, 2).alpha(), 255);
        QCOMPARE(mask->pixelColor(27, 2).alpha(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFittedInputs)
#include "test_fittedinputs.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "tests/support/keptplan.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QByteArray pictureOf(QSize size, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QBuffer buffer;
    image.save(&buffer, format);
    return buffer.data();
}

Offer editOffer()
{
    Offer offer = samples::offer(SizeUncontrolled());
    offer.modes = {u"image-edit"_s, u"inpaint"_s};
    offer.maxInputImages = 3;
    offer.fields.insert(u"image"_s, u"image"_s);
    return offer;
}

Request editOf(const QList<QByteArray> &pictures)
{
    Request request = samples::request();
    for (const QByteArray &picture : pictures) {
        request.images.append({picture, {}});
    }
    return request;
}

PlannedParameter parameterOf(const Plan &plan, const QString &name)
{
    for (const PlannedParameter &parameter : plan.parameters) {
        if (parameter.name == name) {
            return parameter;
        }
    }
    return {};
}

} // namespace

class TestInputPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheVendorWouldRefuse_data();
    void whatTheVendorWouldRefuse();
    void picturesAreFitted_data();
    void picturesAreFitted();
    void heavyPicturesAreMadeLighter();
    void picturesTogetherAreMadeLighter();
    void formatsAreConverted();
    void whatIsScaledIsPaidAsItGoesOut();
    void masksAreScaledAndPutBack_data();
    void masksAreScaledAndPutBack();
    void pixelsTheVendorWouldRefuse_data();
    void pixelsTheVendorWouldRefuse();
};

void TestInputPictures::whatTheVendorWouldRefuse_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QString>("param");
    const auto png = [](QSize size) {
        QImage image(size, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QBuffer buffer;
        image.save(&buffer, "PNG");
        return buffer.data();
    };
    const QByteArray square = png({8, 8});
    QTest::newRow("fine") << square << square << QString();
    QTest::newRow("no picture") << QByteArray("words") << QByteArray() << u"image"_s;
    QTest::newRow("a format it does not take") << QByteArray("GIF89a") << QByteArray() << u"image"_s;
    QTest::newRow("a mask of another size") << square << png({8, 4}) << u"mask"_s;
}

void TestInputPictures::whatTheVendorWouldRefuse()
{
    QFETCH(QByteArray, image);
    QFETCH(QByteArray, mask);
    QFETCH(QString, param);
    Offer offer = samples::listOffer();
    offer.modes = {u"image-edit"_s, u"inpaint"_s};
    offer.maxInputImages = 2;
    offer.fields.insert(u"image"_s, u"image"_s);
    offer.fields.insert(u"mask"_s, u"mask"_s);
    offer.inputFormats = {ImageFormat::Png, ImageFormat::Webp};
    Request request = samples::request();
    request.images = {{image, {}}, {image, {}}};
    if (!mask.isEmpty()) {
        request.mask = InputImage {mask, {}};
    }
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan.ok() ? QString() : plan.error().param, param);
}

void TestInputPictures::picturesAreFitted_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("sent");
    QTest::addColumn<QString>("reason");
    QTest::newRow("fine") << QSize(200, 100) << QSize() << QString();
    QTest::newRow("too many pixels") << QSize(400, 100) << QSize(357, 89) << u"picture_scaled_down"_s;
    QTest::newRow("a side too long") << QSize(1000, 30) << QSize(500, 15) << u"picture_too_narrow"_s;
    QTest::newRow("a long side, and room") << QSize(620, 40) << QSize(500, 32) << u"picture_scaled_down"_s;
    QTest::newRow("too few pixels") << QSize(60, 30) << QSize(90, 45) << u"picture_scaled_up"_s;
    QTest::newRow("a side too short") << QSize(400, 10) << QSize(800, 20) << u"picture_too_narrow"_s;
    QTest::newRow("a short side, and room") << QSize(300, 15) << QSize(400, 20) << u"picture_scaled_up"_s;
}

void TestInputPictures::picturesAreFitted()
{
    QFETCH(QSize, size);
    QFETCH(QSize, sent);
    QFETCH(QString, reason);
    Offer offer = editOffer();
    offer.minInputPixels = 4000;
    offer.maxInputPixels = 32'000;
    offer.minInputSide = 20;
    offer.maxInputSide = 500;
    Request request = editOf({pictureOf(size)});
    const Result<Plan> plan = makePlan(request, offer);
    if (reason == "picture_too_narrow"_L1) {
        QCOMPARE(plan.ok() ? QString() : plan.error().reason.code, reason);
        return;
    }
    QVERIFY(plan.ok());
    QCOMPARE(plan->inputs.value(0).size, sent);
    QCOMPARE(plan->inputs.isEmpty(), reason.isEmpty());
    QCOMPARE(parameterOf(*plan, u"image"_s).reason.code, reason);
    QCOMPARE(plan->weakened().size(), reason.isEmpty() ? 0 : 1);
    QCOMPARE(plan->request.images, request.images); // what came is what is kept
    QCOMPARE(test::keptAndRead(*plan)->inputs, plan->inputs);
    request.strict = true;
    const Result<Plan> strict = makePlan(request, offer);
    QCOMPARE(strict.ok() ? QString() : strict.error().code, reason.isEmpty() ? QString() : u"strict"_s);
}

void TestInputPictures::heavyPicturesAreMadeLighter()
{
    Offer offer = editOffer();
    offer.maxInputBytes = 1000;
    Request request = editOf({pictureOf({8, 8}), pictureOf({8, 8}) + QByteArray(1001, ' ')});
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->inputs, (QList<PlannedInput> {{}, {{}, {}, 1000}}));
    QCOMPARE(plan->weakened().size(), 1);
    QCOMPARE(plan->weakened().first().reason.code, u"pictures_fitted"_s);
    request.images.removeFirst();
    const Result<Plan> one = makePlan(request, offer);
    QCOMPARE(one->weakened().first().reason.code, u"picture_made_lighter"_s);
    request.operation = Operation::Upscale;
    offer.modes = {u"upscale"_s};
    const Result<Plan> upscaled = makePlan(request, offer);
    QCOMPARE(upscaled.ok() ? QString() : upscaled.error().reason.code, u"picture_too_heavy"_s);
}

/// What is light keeps all it has; the others share the rest.
void TestInputPictures::picturesTogetherAreMadeLighter()
{
    Offer offer = editOffer();
    offer.maxRequestBytes = 16'000;
    const QByteArray light = pictureOf({8, 8});
    const Result<Plan> plan =
        makePlan(editOf({light, light + QByteArray(9000, ' '), light + QByteArray(8000, ' ')}), offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->inputs.size(), 3);
    QVERIFY(plan->inputs.first().isAsItCame());
    const qint64 share = plan->inputs.at(1).maxBytes;
    QCOMPARE(plan->inputs.at(2).maxBytes, share);
    const qint64 raw = light.size() + 2 * share;
    QVERIFY2(raw * 4 / 3 < 16'000 && raw * 4 / 3 > 15'500, qPrintable(QString::number(raw)));
    Request wordy = editOf({light});
    wordy.prompt = QString(16'000, u'a');
    const Result<Plan> full = makePlan(wordy, offer);
    QCOMPARE(full.ok() ? QString() : full.error().reason.code, u"pictures_too_heavy"_s);
}

void TestInputPictures::formatsAreConverted()
{
    Offer offer = editOffer();
    offer.inputFormats = {ImageFormat::Jpeg, ImageFormat::Png};
    Request request = editOf({pictureOf({8, 8}, "BMP")});
    request.images.first().bytes = pictureOf({8, 8}, "WEBP");
    request.strict = true; // the same pixels are no loss
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->inputs, (QList<PlannedInput> {{{}, ImageFormat::Png, 0}}));
    QCOMPARE(parameterOf(*plan, u"image"_s).reason.code, u"picture_written_as"_s);
    offer.inputFormats = {ImageFormat::Jpeg};
    const Result<Plan> lossy = makePlan(request, offer);
    QCOMPARE(lossy.ok() ? QString() : lossy.error().code, u"strict"_s);
}

void TestInputPictures::whatIsScaledIsPaidAsItGoesOut()
{
    Offer offer = editOffer();
    offer.maxInputPixels = 100'000;
    PriceLine line;
    line.item = PriceLine::Item::InputImage;
    line.unit = PriceLine::Unit::Megapixel;
    line.usd = 1;
    line.megapixelPixels = 100'000;
    offer.prices = {line};
    const Result<Plan> plan = makePlan(editOf({pictureOf({1000, 1000})}), offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->estimate.total, Money::fromDollars(1));
}

void TestInputPictures::masksAreScaledAndPutBack_data()
{
    QTest::addColumn<bool>("takesMask");
    QTest::addColumn<QSize>("asked");
    QTest::addColumn<bool>("isPutBack");
    QTest::addColumn<QSize>("delivered");
    QTest::addColumn<QString>("reason");
    QTest::newRow("the vendor's mask") << true << QSize() << true << QSize(400, 200) << u"mask_put_back_in_size"_s;
    QTest::newRow("our own") << false << QSize() << true << QSize(400, 200) << u"mask_put_back_in_size"_s;
    QTest::newRow("a size that was asked for") << true << QSize(1536, 1024) << false << QSize() << QString();
}

/// Where nobody asked for fewer pixels, those outside of the mask stay as they were.
void TestInputPictures::masksAreScaledAndPutBack()
{
    QFETCH(bool, takesMask);
    QFETCH(QSize, asked);
    QFETCH(bool, isPutBack);
    QFETCH(QSize, delivered);
    QFETCH(QString, reason);
    Offer offer = editOffer();
    offer.sizes = samples::listOffer().sizes;
    offer.maxInputPixels = 20'000;
    if (takesMask) {
        offer.fields.insert(u"mask"_s, u"mask"_s);
    }
    if (asked.isValid()) {
        offer.fields.insert(u"size"_s, u"size"_s);
    }
    Request request = editOf({pictureOf({400, 200})});
    request.mask = InputImage {pictureOf({400, 200}), {}};
    request.size.pixels = asked.isValid() ? std::optional(asked) : std::nullopt;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QCOMPARE(plan->inputs.first().size, QSize(200, 100));
    QCOMPARE(plan->output.keepsOutsideMask, isPutBack);
    QCOMPARE(plan->output.exactSize.value_or(QSize()), delivered);
    QCOMPARE(parameterOf(*plan, u"mask"_s).reason.code, reason);
}

void TestInputPictures::pixelsTheVendorWouldRefuse_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("reason");
    QTest::newRow("too few") << QSize(63, 64) << u"picture_too_small"_s;
    QTest::newRow("just enough") << QSize(64, 64) << QString();
    QTest::newRow("just not too many") << QSize(128, 128) << QString();
    QTest::newRow("too many") << QSize(129, 128) << u"picture_too_large"_s;
}

void TestInputPictures::pixelsTheVendorWouldRefuse()
{
    QFETCH(QSize, size);
    Offer offer = samples::listOffer();
    offer.modes = {u"upscale"_s};
    offer.maxInputImages = 1;
    offer.fields.insert(u"image"_s, u"image"_s);
    offer.minInputPixels = 64LL * 64;
    offer.maxInputPixels = 128LL * 128;
    Request request = samples::request();
    request.operation = Operation::Upscale;
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QBuffer buffer;
    image.save(&buffer, "PNG");
    request.images = {{buffer.data(), {}}};
    const Result<Plan> plan = makePlan(request, offer);
    QTEST(plan.ok() ? QString() : plan.error().reason.code, "reason");
}

QTEST_GUILESS_MAIN(TestInputPictures)
#include "test_inputpictures.moc"

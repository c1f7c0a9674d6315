// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestInputPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheVendorWouldRefuse_data();
    void whatTheVendorWouldRefuse();
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
    QTest::newRow("too heavy") << QByteArray(square + QByteArray(1001, ' ')) << QByteArray() << u"image"_s;
    QTest::newRow("too heavy together") << QByteArray(square + QByteArray(800, ' ')) << QByteArray() << u"image"_s;
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
    offer.maxInputBytes = 1000;
    offer.maxRequestBytes = 2000;
    Request request = samples::request();
    request.images = {{image, {}}, {image, {}}};
    if (!mask.isEmpty()) {
        request.mask = InputImage {mask, {}};
    }
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan.ok() ? QString() : plan.error().param, param);
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

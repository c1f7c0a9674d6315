// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "tests/engine/enginerig.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize ownSize(400, 200);
constexpr QSize sentSize(100, 50);

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

QImage plain(QSize size, const QColor &colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Another colour in each pixel, so that scaling would show.
QImage finePicture()
{
    QImage image(ownSize, QImage::Format_RGB32);
    for (int y = 0; y < ownSize.height(); ++y) {
        for (int x = 0; x < ownSize.width(); ++x) {
            image.setPixel(x, y, qRgb((x * 37) % 256, (y * 91) % 256, (x * y) % 256));
        }
    }
    return image;
}

QImage rightHalfMask()
{
    QImage mask(ownSize, QImage::Format_ARGB32);
    mask.fill(Qt::black);
    for (int y = 0; y < ownSize.height(); ++y) {
        for (int x = ownSize.width() / 2; x < ownSize.width(); ++x) {
            mask.setPixel(x, y, 0);
        }
    }
    return mask;
}

/// Sends its pictures, and its mask as the last of them.
class PictureAdapter : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override
    {
        Step step = ToyAdapter::begin(plan, call, credentials);
        QJsonArray pictures;
        for (const InputImage &image : plan.request.images) {
            pictures.append(QString::fromLatin1(image.bytes.toBase64()));
        }
        if (plan.request.mask) {
            pictures.append(QString::fromLatin1(plan.request.mask->bytes.toBase64()));
        }
        std::get<Send>(step).request.body = QJsonDocument(QJsonObject {{"pictures"_L1, pictures}}).toJson();
        return step;
    }
};

Offer editOffer(bool takesMask)
{
    Offer offer = toyOffer(u"toy"_s, u"one"_s, 30'000);
    offer.modes = {u"image-edit"_s};
    offer.sizes = SizeUncontrolled();
    offer.maxInputImages = 1;
    offer.maxInputPixels = static_cast<qint64>(sentSize.width()) * sentSize.height();
    offer.fields.remove(u"size"_s);
    offer.fields.insert(u"image"_s, u"image"_s);
    if (takesMask) {
        offer.fields.insert(u"mask"_s, u"mask"_s);
    }
    return offer;
}

EngineRig::Makers makers()
{
    return {[] { return std::make_unique<ToyVendor>(); },
            [](const QString &provider) { return std::make_unique<PictureAdapter>(provider); }};
}

QList<QSize> sentSizes(const Received &received)
{
    QList<QSize> sizes;
    const QJsonArray pictures = received.json().value("pictures"_L1).toArray();
    for (const QJsonValue picture : pictures) {
        sizes.append(QImage::fromData(QByteArray::fromBase64(picture.toString().toLatin1())).size());
    }
    return sizes;
}

} // namespace

/// Pictures beyond the vendor's limits, on their way out and back.
class TestScaledInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outsideTheMaskNothingChanges_data()
    {
        QTest::addColumn<bool>("takesMask");
        QTest::newRow("the vendor's mask") << true;
        QTest::newRow("a mask of our own") << false;
    }
    void outsideTheMaskNothingChanges()
    {
        QFETCH(bool, takesMask);
        EngineRig rig({editOffer(takesMask)}, {}, makers());
        rig.vendor(u"one"_s).picture = png(plain(sentSize, Qt::blue));
        Request request = EngineRig::request();
        const QImage own = finePicture();
        request.images = {{png(own), u"own.png"_s}};
        request.mask = InputImage {png(rightHalfMask()), u"mask.png"_s};
        request.n = 2; // calls share what was made
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.plan->request.images, request.images);
        const QList<Received> calls = rig.vendor(u"one"_s).calls();
        const QList<QSize> all = takesMask ? QList<QSize> {sentSize, sentSize} : QList<QSize> {sentSize};
        QCOMPARE(sentSizes(calls.first()), all);
        QCOMPARE(generation.pictures.size(), 2);
        const QImage made(generation.pictures.first().path);
        QCOMPARE(made.size(), ownSize);
        for (int x = 0; x < ownSize.width() / 2; ++x) {
            QCOMPARE(made.pixelColor(x, 77), own.pixelColor(x, 77));
        }
        QCOMPARE(made.pixelColor(ownSize.width() - 2, 77), QColor(Qt::blue));
    }

    void whatCannotBeReadIsNotPaidFor()
    {
        EngineRig rig({editOffer(true)}, {}, makers());
        Request request = EngineRig::request();
        QByteArray broken = png(finePicture());
        broken.truncate(broken.size() / 2);
        request.images = {{broken, {}}};
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->reason.code, u"picture_broken"_s);
        QCOMPARE(rig.vendor(u"one"_s).billed, 0);
        QCOMPARE(rig.usage().total, Money::zero());
        QCOMPARE(rig.ends, 1);
    }
};

QTEST_GUILESS_MAIN(TestScaledInputs)
#include "test_scaledinputs.moc"

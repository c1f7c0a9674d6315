// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/finishpicture.h"
#include "core/media/codec.h"
#include "core/media/keepoutside.h"

#include <QColorSpace>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What lies outside a mask stays as it was, whatever the vendor made of it.
class TestKeepOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixel_data();
    void everyPixel();
    void softEdges();
    void otherSizes_data();
    void otherSizes();
    void transparency();
    void finished();
    void anotherShapeIsToldAndKept();
};

namespace {

QByteArray png(const QImage &image)
{
    return encodeImage(image, {}).value();
}

QImage plain(QSize size, const QColor &colour)
{
    QImage image(size, colour.alpha() < 255 ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// The right half may change.
QImage rightHalf(QSize size, bool isTransparent)
{
    QImage mask(size, QImage::Format_ARGB32);
    mask.fill(isTransparent ? Qt::white : Qt::black);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = size.width() / 2; x < size.width(); ++x) {
            mask.setPixelColor(x, y, isTransparent ? QColor(0, 0, 0, 0) : QColor(Qt::white));
        }
    }
    return mask;
}

} // namespace

void TestKeepOutside::everyPixel_data()
{
    QTest::addColumn<bool>("isTransparent");
    QTest::newRow("by transparency") << true;
    QTest::newRow("in black and white") << false;
}

void TestKeepOutside::everyPixel()
{
    QFETCH(bool, isTransparent);
    const QSize size(32, 16);
    QImage before = plain(size, Qt::red);
    before.setPixelColor(3, 3, QColor(1, 2, 3));
    const Result<QImage> whole =
        keepOutsideMask(plain(size, Qt::blue), {png(before), png(rightHalf(size, isTransparent))});
    QVERIFY(whole.ok());
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            QCOMPARE(whole->pixelColor(x, y), x < 16 ? before.pixelColor(x, y) : QColor(Qt::blue));
        }
    }
    QVERIFY(!whole->hasAlphaChannel());
}

void TestKeepOutside::softEdges()
{
    QImage mask(3, 1, QImage::Format_ARGB32);
    mask.setPixelColor(0, 0, QColor(0, 0, 0, 255));
    mask.setPixelColor(1, 0, QColor(0, 0, 0, 128));
    mask.setPixelColor(2, 0, QColor(0, 0, 0, 0));
    const Result<QImage> whole = keepOutsideMask(plain({3, 1}, Qt::black), {png(plain({3, 1}, Qt::white)), png(mask)});
    QVERIFY(whole.ok());
    QCOMPARE(whole->pixelColor(0, 0), QColor(Qt::white));
    QVERIFY(std::abs(whole->pixelColor(1, 0).red() - 128) <= 2);
    QCOMPARE(whole->pixelColor(2, 0), QColor(Qt::black));
}

void TestKeepOutside::otherSizes_data()
{
    QTest::addColumn<QSize>("made");
    QTest::addColumn<bool>("fits");
    QTest::newRow("larger") << QSize(64, 32) << true;
    QTest::newRow("rounded to the vendor's steps") << QSize(65, 32) << true;
    QTest::newRow("another shape") << QSize(64, 64) << false;
}

void TestKeepOutside::otherSizes()
{
    QFETCH(QSize, made);
    QFETCH(bool, fits);
    const QSize size(32, 16);
    const Result<QImage> whole =
        keepOutsideMask(plain(made, Qt::blue), {png(plain(size, Qt::red)), png(rightHalf(size, true))});
    QCOMPARE(whole.ok(), fits);
    if (fits) {
        QCOMPARE(whole->size(), made);
        QCOMPARE(whole->pixelColor(2, made.height() / 2), QColor(Qt::red));
        QCOMPARE(whole->pixelColor(made.width() - 3, made.height() / 2), QColor(Qt::blue));
    } else {
        QCOMPARE(whole.error().param, u"mask"_s);
    }
}

/// A hole in the picture stays a hole, though the vendor filled it.
void TestKeepOutside::transparency()
{
    const QSize size(8, 4);
    const Result<QImage> whole =
        keepOutsideMask(plain(size, Qt::blue), {png(plain(size, Qt::transparent)), png(rightHalf(size, true))});
    QVERIFY(whole.ok());
    QCOMPARE(whole->pixelColor(0, 0).alpha(), 0);
    QCOMPARE(whole->pixelColor(7, 0), QColor(Qt::blue));
}

void TestKeepOutside::finished()
{
    const QSize size(32, 16);
    QTemporaryDir folder;
    FinishOrder order;
    order.image.bytes = png(plain(size, Qt::blue));
    order.before = MaskedPicture {png(plain(size, Qt::red)), png(rightHalf(size, true))};
    const Result<FinishedPicture> finished = finishPicture(order, MediaStore(folder.path()));
    QVERIFY(finished.ok());
    QVERIFY(!finished->complaint);
    const Result<QImage> delivered = decodeImage(MediaStore::bytesOf(finished->picture).value());
    QVERIFY(delivered.ok());
    QCOMPARE(delivered->pixelColor(1, 1), QColor(Qt::red));
    QCOMPARE(delivered->pixelColor(30, 1), QColor(Qt::blue));
}

/// It is paid for: it is delivered as it came.
void TestKeepOutside::anotherShapeIsToldAndKept()
{
    QTemporaryDir folder;
    FinishOrder order;
    order.image.bytes = png(plain({16, 16}, Qt::blue));
    order.before = MaskedPicture {png(plain({32, 16}, Qt::red)), png(rightHalf({32, 16}, true))};
    const Result<FinishedPicture> finished = finishPicture(order, MediaStore(folder.path()));
    QVERIFY(finished.ok());
    QVERIFY(finished->complaint);
    QCOMPARE(finished->complaint->reason.code, u"mask_shape_differs"_s);
    QCOMPARE(finished->complaint->billing, Billing::Billed);
    QCOMPARE(finished->picture.size, QSize(16, 16));
}

QTEST_GUILESS_MAIN(TestKeepOutside)
#include "test_keepoutside.moc"

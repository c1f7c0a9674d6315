// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error.h"
#include "core/model/plan.h"
#include "core/wording/wording.h"
#include "providers/common/maskpicture.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestMasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void refuses_data();
    void refuses();
    void forms_data();
    void forms();
    void hardMasks();
    void heavyMasksLoseTheirColours();
};

namespace {

constexpr qint64 kPlenty = 1024LL * 1024;

QByteArray pngBytes(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    return image.save(&buffer, "PNG") ? png : QByteArray();
}

QImage filled(QImage::Format format, const QColor &colour)
{
    QImage image({8, 4}, format);
    image.fill(colour);
    return image;
}

} // namespace

void TestMasks::masks_data()
{
    QTest::addColumn<QImage>("mask");
    QTest::addColumn<bool>("untouched"); ///< as OpenAI gets it
    const auto halves = [](QImage::Format format, const QColor &keep, const QColor &paint) {
        QImage mask({8, 4}, format);
        mask.fill(keep);
        for (int y = 0; y < 4; ++y) {
            for (int x = 4; x < 8; ++x) {
                mask.setPixelColor(x, y, paint);
            }
        }
        return mask;
    };
    QTest::newRow("by transparency") << halves(QImage::Format_ARGB32, Qt::black, Qt::transparent) << true;
    QImage palette({8, 4}, QImage::Format_Indexed8);
    palette.setColorTable({qRgb(0, 0, 0), qRgba(0, 0, 0, 0)});
    palette.fill(0);
    for (int y = 0; y < 4; ++y) {
        for (int x = 4; x < 8; ++x) {
            palette.setPixel(x, y, 1);
        }
    }
    QTest::newRow("by a transparent entry of its palette") << palette << false;
    QTest::newRow("of 16 bits") << halves(QImage::Format_RGBA64, Qt::black, Qt::transparent) << false;
    QTest::newRow("black and white, no alpha") << halves(QImage::Format_RGB32, Qt::black, Qt::white) << false;
    QTest::newRow("grey") << halves(QImage::Format_Grayscale8, Qt::black, Qt::white) << false;
    QTest::newRow("black and white with an alpha channel nobody used")
        << halves(QImage::Format_ARGB32, Qt::black, Qt::white) << false;
}

/// The right half may be painted, in both vendors' terms.
void TestMasks::masks()
{
    QFETCH(QImage, mask);
    QFETCH(bool, untouched);
    const QByteArray png = pngBytes(mask);
    const QImage white = QImage::fromData(maskPicture(png).value());
    QCOMPARE(white.size(), mask.size());
    QVERIFY(!white.hasAlphaChannel());
    QCOMPARE(qGray(white.pixel(1, 1)), 0);
    QCOMPARE(qGray(white.pixel(6, 1)), 255);
    const QByteArray bytes = alphaMask(png, kPlenty).value();
    QCOMPARE(bytes == png, untouched);
    const QImage alpha = QImage::fromData(bytes, "PNG");
    QVERIFY(alpha.hasAlphaChannel());
    QCOMPARE(qAlpha(alpha.pixel(1, 1)), 255);
    QCOMPARE(qAlpha(alpha.pixel(6, 1)), 0);
}

void TestMasks::refuses_data()
{
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QString>("why"); ///< words of the message; empty: it is taken
    const QString nothing = u"nothing to change"_s;
    QTest::newRow("no picture") << "no picture"_ba << u"cannot be read"_s;
    QTest::newRow("black") << pngBytes(filled(QImage::Format_RGB32, Qt::black)) << nothing;
    QTest::newRow("black with alpha") << pngBytes(filled(QImage::Format_ARGB32, Qt::black)) << nothing;
    QTest::newRow("a trace of grey, as JPEG leaves it")
        << pngBytes(filled(QImage::Format_RGB32, QColor(9, 9, 9))) << nothing;
    QTest::newRow("hardly transparent") << pngBytes(filled(QImage::Format_ARGB32, QColor(0, 0, 0, 250))) << nothing;
    QTest::newRow("a photo with nothing erased")
        << pngBytes(filled(QImage::Format_ARGB32, Qt::darkCyan)) << u"no transparent part"_s;
    QTest::newRow("white: all of it") << pngBytes(filled(QImage::Format_RGB32, Qt::white)) << QString();
    QTest::newRow("transparent: all of it") << pngBytes(filled(QImage::Format_ARGB32, Qt::transparent)) << QString();
    QImage erased = filled(QImage::Format_ARGB32, Qt::darkCyan);
    erased.setPixelColor(3, 2, Qt::transparent);
    QTest::newRow("a photo with one dot erased") << pngBytes(erased) << QString();
    QImage tinted = filled(QImage::Format_RGB32, Qt::white);
    tinted.setPixelColor(0, 0, Qt::red);
    QTest::newRow("black and white with a dot of colour") << pngBytes(tinted) << QString();
}

void TestMasks::refuses()
{
    QFETCH(QByteArray, mask);
    QFETCH(QString, why);
    for (const Result<QByteArray> &read : {maskPicture(mask), alphaMask(mask, kPlenty)}) {
        QCOMPARE(read.ok(), why.isEmpty());
        if (!why.isEmpty()) {
            QVERIFY2(wording::sentence(read.error()).contains(why), qPrintable(wording::sentence(read.error())));
            QCOMPARE(read.error().param, u"mask"_s);
            QCOMPARE(read.error().billing, Billing::NotBilled);
        }
    }
}

void TestMasks::forms_data()
{
    QTest::addColumn<MaskForm>("form");
    QTest::addColumn<int>("kept"); ///< what a faintly marked pixel is there
    QTest::addColumn<int>("painted"); ///< and one that is marked nearly in full
    QTest::newRow("not said") << MaskForm::Usual << 100 << 200;
    QTest::newRow("white") << MaskForm::White << 100 << 200;
    QTest::newRow("black") << MaskForm::Black << 155 << 55;
    QTest::newRow("hard white") << MaskForm::HardWhite << 0 << 255;
    QTest::newRow("hard black") << MaskForm::HardBlack << 255 << 0;
}

/// As the offer says it, and nowhere else.
void TestMasks::forms()
{
    QFETCH(MaskForm, form);
    QFETCH(int, kept);
    QFETCH(int, painted);
    QImage soft({8, 4}, QImage::Format_Grayscale8);
    soft.fill(100);
    soft.setPixelColor(6, 1, QColor(200, 200, 200));
    Plan plan;
    plan.offer.wire.maskAs = form;
    plan.request.mask = InputImage {pngBytes(soft), {}};
    const QByteArray planned = plannedMask(plan).value();
    QCOMPARE(planned, maskPicture(plan.request.mask->bytes, form).value());
    const QImage written = QImage::fromData(planned, "PNG");
    QCOMPARE(written.size(), soft.size());
    QCOMPARE(qGray(written.pixel(1, 1)), kept);
    QCOMPARE(qGray(written.pixel(6, 1)), painted);
    QCOMPARE(hasHardEdges(form), kept == 0 || kept == 255);
    QCOMPARE(isSwapped(form), kept > painted);
    const MaskForm otherwise = form == MaskForm::Usual ? MaskForm::HardBlack : form;
    QCOMPARE(plannedMask(plan, MaskForm::HardBlack).value(), maskPicture(pngBytes(soft), otherwise).value());
}

/// Nothing between black and white, and never a mask that has become none.
void TestMasks::hardMasks()
{
    const QByteArray faint = pngBytes(filled(QImage::Format_Grayscale8, QColor(100, 100, 100)));
    QVERIFY(maskPicture(faint).ok());
    QCOMPARE(maskPicture(faint, MaskForm::HardWhite).error().param, u"mask"_s);
    QCOMPARE(maskPicture(faint, MaskForm::HardBlack).error().billing, Billing::NotBilled);
    QVERIFY(!maskPicture("no picture"_ba, MaskForm::HardBlack).ok());
}

/// OpenAI takes masks of less than 4 MB; what it looks at is the alpha channel only.
void TestMasks::heavyMasksLoseTheirColours()
{
    QImage noise({256, 256}, QImage::Format_ARGB32);
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            const auto value = static_cast<uint>(x * 7919 + y * 104'729) * 2'654'435'761U;
            noise.setPixel(x, y, x < 128 ? 0 : (value | 0xff000000U));
        }
    }
    const QByteArray png = pngBytes(noise);
    QCOMPARE(alphaMask(png, png.size()).value(), png);
    const QByteArray light = alphaMask(png, png.size() - 1).value();
    QVERIFY(light.size() < png.size() / 10);
    const QImage alpha = QImage::fromData(light, "PNG");
    QCOMPARE(alpha.size(), noise.size());
    QCOMPARE(qAlpha(alpha.pixel(5, 5)), 0);
    QCOMPARE(qAlpha(alpha.pixel(200, 5)), 255);
    QVERIFY(wording::sentence(alphaMask(png, 20).error()).contains(u"smaller"_s));
}

QTEST_GUILESS_MAIN(TestMasks)
#include "test_masks.moc"

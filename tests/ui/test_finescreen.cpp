// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewsamples.h"
#include "ui/compare/pictureview.h"
#include "ui/export/splitview.h"
#include "ui/gallery/tilepainter.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/stripthumb.h"
#include "ui/widgets/stylepainting.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// On a screen at 150 %, where most widgets begin between two of its pixels.
class TestFineScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFitsIsPaintedPixelForPixel_data();
    void whatFitsIsPaintedPixelForPixel();
    void whatDoesNotFitFillsItsPlace();
    void cellsAreSharp();
    void theStripIsSharp();
    void tilesAreSharp();
    void whatIsMadeSmallerHasNoPatterns();
};

namespace {

constexpr double scale = 1.5;
const QPoint odd(17, 11); ///< between two pixels of the screen, at this scale

/// Of a row of columns of one pixel: each is black or white, and never like the one before.
bool isSharp(const QImage &image, int row, int from, int to)
{
    for (int x = from; x < to; ++x) {
        const int now = qGray(image.pixel(x, row));
        const int before = qGray(image.pixel(x - 1, row));
        if (std::abs(now - before) != 255) {
            return false;
        }
    }
    return to - from > 50;
}

/// At that place of a window: a widget grabbed alone begins on a whole pixel.
void place(QWidget &widget, QSize size, QWidget &window)
{
    widget.setParent(&window);
    widget.setGeometry(QRect(odd, size));
    widget.show();
    window.resize(size + QSize(40, 40));
    window.show();
}

} // namespace

void TestFineScreen::whatFitsIsPaintedPixelForPixel_data()
{
    QTest::addColumn<double>("ratio");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("125 %") << 1.25;
    QTest::newRow("150 %") << 1.5;
    QTest::newRow("175 %") << 1.75;
    QTest::newRow("200 %") << 2.0;
}

void TestFineScreen::whatFitsIsPaintedPixelForPixel()
{
    QFETCH(const double, ratio);
    QImage screen(QSize(400, 300), QImage::Format_RGB32);
    screen.fill(Qt::gray);
    screen.setDevicePixelRatio(ratio);
    const QImage own = columnsOf(QSize(201, 133));
    QPainter painter(&screen);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(odd);
    painting::picture(&painter, QRectF(QPointF(), QSizeF(own.size()) / ratio), own);
    painter.end();
    screen.setDevicePixelRatio(1);
    const QPoint at(qRound(odd.x() * ratio), qRound(odd.y() * ratio));
    QCOMPARE(screen.copy(QRect(at, own.size())), own);
}

void TestFineScreen::whatDoesNotFitFillsItsPlace()
{
    QImage screen(QSize(100, 100), QImage::Format_RGB32);
    screen.fill(Qt::black);
    QPainter painter(&screen);
    painting::picture(&painter, QRectF(10, 10, 80, 80), plainOf(QSize(40, 40), Qt::red));
    painter.end();
    QCOMPARE(screen.pixelColor(12, 12), QColor(Qt::red));
    QCOMPARE(screen.pixelColor(87, 87), QColor(Qt::red));
    QCOMPARE(screen.pixelColor(92, 50), QColor(Qt::black));
}

void TestFineScreen::cellsAreSharp()
{
    QWidget window;
    PictureView view;
    place(view, QSize(200, 134), window);
    QCOMPARE(view.devicePixelRatioF(), scale);
    view.setPicture(viewed(u"columns"_s, columnsOf(QSize(300, 201))).picture);
    QTRY_VERIFY(view.isShown());
    QVERIFY(isSharp(window.grab().toImage(), 120, 40, 310));
}

void TestFineScreen::theStripIsSharp()
{
    QWidget window;
    StripThumb thumb;
    thumb.setPicture(viewed(u"columns"_s, columnsOf(StripThumb::most * scale)));
    place(thumb, thumb.sizeHint(), window);
    QTRY_VERIFY(isSharp(window.grab().toImage(), 70, 50, 160));
}

void TestFineScreen::tilesAreSharp()
{
    QImage screen(QSize(400, 300), QImage::Format_RGB32);
    screen.setDevicePixelRatio(scale);
    const QRect place(odd, QSize(200, 120));
    const TileImages::Tile tile {columnsOf(QSize(300, 180)), QSize(300, 180), true};
    QCOMPARE(TilePainter::pixelsOf(place, scale), tile.pixels);
    QPainter painter(&screen);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Tokens tokens = tokensOf(QApplication::palette());
    const QFont font;
    TilePainter(painter, tokens, font, scale).paint(place, {}, &tile, {});
    painter.end();
    QVERIFY(isSharp(screen, 100, 40, 310));
}

/// Columns of one pixel become a grey, and no stripes.
void TestFineScreen::whatIsMadeSmallerHasNoPatterns()
{
    SplitView view(Keymap::usual());
    view.resize(480, 360);
    view.setZoom(SplitView::Zoom::Fit);
    view.setOriginal(columnsOf(QSize(1600, 1200)));
    view.show();
    const auto isEven = [&view] {
        const QImage shown = view.grab().toImage();
        for (int x = 20; x < 300; ++x) { // on the left of the line
            const int grey = qGray(shown.pixel(x, 300));
            if (grey < 100 || grey > 155) {
                return false;
            }
        }
        return true;
    };
    QTRY_VERIFY(isEven());
}

int main(int argc, char **argv)
{
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    TestFineScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_finescreen.moc"

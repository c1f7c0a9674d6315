// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskoverlay.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What is painted is seen over any picture, in either theme.
class TestMaskOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSeenOnAnyPicture_data();
    void isSeenOnAnyPicture();
    void nothingIsDrawnWhereNothingIsPainted();
    void hasAnEdgeOfTwoLines();
};

namespace {

constexpr int side = 64;
constexpr double signs = 3; ///< WCAG's least contrast of what is no text

QImage painted(const QRect &area)
{
    QImage channel(side, side, QImage::Format_Grayscale8);
    channel.fill(0);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        std::fill_n(channel.scanLine(y) + area.left(), area.width(), uchar(255));
    }
    return channel;
}

QColor over(QRgb premultiplied, const QColor &ground)
{
    const double rest = 1 - qAlpha(premultiplied) / 255.0;
    return QColor(int(qRed(premultiplied) + ground.red() * rest), int(qGreen(premultiplied) + ground.green() * rest),
                  int(qBlue(premultiplied) + ground.blue() * rest));
}

/// The best that any of the pixels does against the picture under it.
double best(const QImage &overlay, const QRect &area, const QColor &ground)
{
    double most = 1;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            most = std::max(most, contrast(over(overlay.pixel(x, y), ground), ground));
        }
    }
    return most;
}

} // namespace

void TestMaskOverlay::isSeenOnAnyPicture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("colour");
    QTest::addColumn<int>("strength");
    for (const bool dark : {false, true}) {
        for (int colour = 0; colour <= int(MaskLook::Colour::Blue); ++colour) {
            for (int strength = 0; strength <= int(MaskLook::Strength::Strong); ++strength) {
                QTest::addRow("%s, colour %d, strength %d", dark ? "dark" : "light", colour, strength)
                    << dark << colour << strength;
            }
        }
    }
}

void TestMaskOverlay::isSeenOnAnyPicture()
{
    QFETCH(bool, dark);
    QFETCH(int, colour);
    QFETCH(int, strength);
    const Tokens tokens = dark ? darkTokens() : lightTokens();
    const MaskLook look {MaskLook::Colour(colour), MaskLook::Strength(strength)};
    const QImage overlay = maskOverlay(painted({16, 16, 32, 32}), {}, look, tokens, 1);
    const int beyond = overlayBeyond(1);
    const QRect edge(16 - beyond, 16 - beyond, 32, beyond);
    const QRect inside(24, 24, 12, 12);
    QList<QColor> grounds {tokens.accent, tokens.bad, tokens.ok, tokens.info, tokens.surface, tokens.text};
    for (int grey = 0; grey < 256; grey += 15) {
        grounds.append(QColor(grey, grey, grey));
    }
    for (const QColor &ground : std::as_const(grounds)) {
        QVERIFY2(best(overlay, edge, ground) >= signs, qPrintable(ground.name()));
        QVERIFY2(best(overlay, inside, ground) >= signs / 2, qPrintable(ground.name()));
    }
}

void TestMaskOverlay::nothingIsDrawnWhereNothingIsPainted()
{
    const QImage overlay = maskOverlay(painted({16, 16, 32, 32}), {}, {}, lightTokens(), 1);
    QCOMPARE(overlay.size(), QSize(side - 2 * overlayBeyond(1), side - 2 * overlayBeyond(1)));
    QCOMPARE(qAlpha(overlay.pixel(5, 5)), 0);
    QVERIFY(qAlpha(overlay.pixel(30, 30)) > 0);
    QVERIFY(maskOverlay(QImage(2, 2, QImage::Format_Grayscale8), {}, {}, lightTokens(), 1).isNull());
}

void TestMaskOverlay::hasAnEdgeOfTwoLines()
{
    for (const double ratio : {1.0, 1.5, 2.0}) {
        const Tokens tokens = darkTokens();
        const QImage overlay = maskOverlay(painted({16, 16, 32, 32}), {}, {}, tokens, ratio);
        const int beyond = overlayBeyond(ratio);
        for (int by = 0; by < beyond; ++by) {
            QCOMPARE(overlay.pixel(32 - beyond, 16 - beyond + by),
                     by < beyond / 2 ? tokens.surface.rgb() : tokens.text.rgb());
        }
    }
}

QTEST_GUILESS_MAIN(TestMaskOverlay)
#include "test_maskoverlay.moc"

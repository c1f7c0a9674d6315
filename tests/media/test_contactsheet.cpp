// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page that shows a whole comparison.
#include "core/media/contactsheet.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QList<ContactSheetTile> manyTiles()
{
    return {
        {test::cloudPicture({768, 512}), {u"FLUX.2 pro"_s, u"fal · 1536 × 1024 · WebP"_s, u"4.1 s · $0.030"_s}},
        {test::posterPicture({640, 480}),
         {u"GPT Image 2.6"_s, u"openai · asked 1536 × 1024, made 1024 × 1024"_s, u"18.4 s · $0.050"_s}},
        {{}, {u"Gemini 3 Pro"_s, u"google-gemini"_s, u"Google is busy. Nothing was billed; try again later."_s}, true},
        {test::discPicture({512, 512}), {u"Recraft V4"_s, u"recraft · 1024 × 1024 · PNG"_s, u"7.9 s · unknown"_s}},
        {test::portraitPicture({400, 700}), {u"A model with a name that is far too long for its tile"_s, u"x"_s}}};
}

/// With LIGHTWELL_KEEP_PICTURES naming a folder, two sheets to look at.
void keepForTheEye()
{
    const QString folder = qEnvironmentVariable("LIGHTWELL_KEEP_PICTURES");
    if (folder.isEmpty()) {
        return;
    }
    const QString title = u"A lighthouse on a rocky coast at dusk, long lens, soft fog over the water, warm light"_s;
    const QString note = u"5 pictures · 2 min 4 s · $0.080 + unknown · 22 November 2026"_s;
    QVERIFY(makeContactSheet(title, manyTiles(), {.note = note}).save(folder + u"/light.png"_s));
    QVERIFY(makeContactSheet(title, manyTiles(), {.dark = true, .note = note}).save(folder + u"/dark.png"_s));
}

/// How much of the page differs from its own ground.
double inkShare(const QImage &page, QRect part)
{
    const QRgb ground = page.pixel(2, 2);
    int ink = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            ink += page.pixel(x, y) != ground ? 1 : 0;
        }
    }
    return double(ink) / (double(part.width()) * part.height());
}

} // namespace

class TestContactSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPictureIsShownWhole()
    {
        const QImage picture = test::posterPicture({300, 200});
        const QImage page = makeContactSheet({}, {{picture, {}, false}, {picture, {}, false}}, {.tileWidth = 300});
        // Margin 40, gap 20, as in the style; the corners are rounded.
        QCOMPARE(page.size(), QSize(40 + 300 + 20 + 300 + 40, 40 + 200 + 40));
        // The outermost pixels make way for the tile's edge.
        const QRect inner = picture.rect().adjusted(16, 16, -16, -16);
        for (const int left : {40, 360}) {
            const double similarity = test::Ssim::of(page.copy(inner.translated(left, 40)), picture.copy(inner));
            QVERIFY2(similarity > 0.98, qPrintable(QString::number(similarity)));
        }
    }

    void columns_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("columns");
        QTest::newRow("none") << 0 << 0 << 1;
        QTest::newRow("one") << 1 << 0 << 1;
        QTest::newRow("four make a square") << 4 << 0 << 2;
        QTest::newRow("six") << 6 << 0 << 3;
        QTest::newRow("many") << 40 << 0 << 5;
        QTest::newRow("very many") << 60 << 0 << 8;
        QTest::newRow("as asked") << 4 << 4 << 4;
        QTest::newRow("never more than tiles") << 2 << 6 << 2;
    }
    void columns()
    {
        QFETCH(const int, tiles);
        QFETCH(const int, asked);
        QFETCH(const int, columns);
        QList<ContactSheetTile> list(tiles, {test::posterPicture({40, 30}), {u"m"_s}, false});
        const QImage page = makeContactSheet(u"t"_s, list, {.columns = asked, .tileWidth = 120});
        QCOMPARE(page.width(), 80 + columns * 140 - 20);
    }

    /// Formats end at 16,383 pixels, and painting at 32,767.
    void ofManyTheLastIsThereToo()
    {
        QImage red(400, 300, QImage::Format_RGB32);
        red.fill(Qt::red);
        QImage blue = red;
        blue.fill(Qt::blue);
        QList<ContactSheetTile> list(399, {blue, {}, false});
        list.append({red, {}, false});
        const QImage page = makeContactSheet({}, list);
        QVERIFY(qMax(page.width(), page.height()) <= 16'383);
        const int width = (page.width() - 60) / 20 - 20; // of one of twenty
        QVERIFY(width > 300);
        QCOMPARE(page.pixelColor(page.width() - 40 - width / 2, page.height() - 40 - width / 3), QColor(Qt::red));
        QCOMPARE(page.pixelColor(40 + width / 2, page.height() - 40 - width / 3), QColor(Qt::blue));
    }

    void wordsAreWritten()
    {
        const QImage with = makeContactSheet(u"A lighthouse at dusk"_s, manyTiles(), {.note = u"5 pictures"_s});
        const QImage without = makeContactSheet({}, manyTiles());
        keepForTheEye();
        QVERIFY(with.height() > without.height() + 30);
        QVERIFY(inkShare(with, {40, 30, 300, 60}) > 0.01);
    }

    void aReasonStandsWhereThePictureWouldBe()
    {
        const ContactSheetTile silent {{}, {u"m"_s, u" "_s}, true};
        const ContactSheetTile speaking {{}, {u"m"_s, u"It failed for a reason."_s}, true};
        QVERIFY(makeContactSheet({}, {silent}) != makeContactSheet({}, {speaking}));
        // The reason is not repeated under it.
        QCOMPARE(makeContactSheet({}, {silent}).size(), makeContactSheet({}, {speaking}).size());
    }

    void aNovelAsTitleLeavesRoomForPictures()
    {
        const QImage page = makeContactSheet(u"word "_s.repeated(8000), manyTiles());
        QVERIFY(page.height() < 2000);
    }

    void strangeInputIsTaken()
    {
        QImage line(5000, 1, QImage::Format_RGB32);
        line.fill(Qt::red);
        const QImage page =
            makeContactSheet({}, {{line, {}, false}, {{}, {}, true}, {{}, {}, false}}, {.tileWidth = -5});
        QVERIFY(!page.isNull());
    }
};

QTEST_MAIN(TestContactSheet)
#include "test_contactsheet.moc"

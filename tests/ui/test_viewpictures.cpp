// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplepicture.h"
#include "ui/views/picturedifference.h"
#include "ui/views/pyramidstore.h"
#include "ui/views/recipedifference.h"
#include "ui/views/shownpicture.h"

#include <QBuffer>
#include <QColorSpace>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What the Loupe and A/B show, without a window: sizes of one picture, two pictures' difference, what recipes differ
/// in.
class TestViewPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void levelsHalve();
    void largePicturesAreNotKeptWhole();
    void coloursBecomeThoseOfTheScreen();
    void picturesAreReadOnceAndLetGo();
    void aBrokenFileIsNoPicture();
    void shownAtOnceAndSharpAMomentLater();
    void sharpAtAnyScaleOfTheScreen_data();
    void sharpAtAnyScaleOfTheScreen();
    void pixelsStayPixelsWhenLarge();
    void detailsOfLargePicturesAreRead();
    void differences_data();
    void differences();
    void onlyWhatBothCoverIsCompared();
    void words_data();
    void words();
    void recipes();
};

namespace {

Picture inMemory(const QImage &image, const QString &id)
{
    Picture picture;
    picture.id = id;
    picture.size = image.size();
    QBuffer buffer(&picture.content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return picture;
}

QImage plain(QSize size, QColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Columns of one pixel, black and white.
QImage stripes(QSize size)
{
    QImage image = plain(size, Qt::black);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 1; x < size.width(); x += 2) {
            line[x] = qRgb(255, 255, 255);
        }
    }
    return image;
}

QImage painted(ShownPicture &shown, QSize size, const QRectF &target)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter painter(&image);
    shown.paint(painter, target, QRectF(image.rect()));
    return image;
}

ViewedPicture viewed(const QString &model, const QString &prompt, std::optional<qint64> seed = {})
{
    ViewedPicture it;
    it.name = model;
    it.generation.request.model = model;
    it.generation.request.prompt = prompt;
    it.generation.request.seed = seed;
    return it;
}

} // namespace

void TestViewPictures::levelsHalve()
{
    const Pyramid pyramid = pyramidOf(samplePicture(QSize(1001, 401), 1));
    QCOMPARE(pyramid.size, QSize(1001, 401));
    QVERIFY(pyramid.isWhole());
    QCOMPARE(pyramid.levels.at(1).size(), QSize(501, 201));
    QVERIFY(pyramid.levels.constLast().width() <= 96);
    QCOMPARE(pyramid.levelFor(1001).width(), 1001);
    QCOMPARE(pyramid.levelFor(500).width(), 501);
    QCOMPARE(pyramid.levelFor(5000).width(), 1001);
    QCOMPARE(pyramid.levelFor(1).size(), pyramid.levels.constLast().size());
    QVERIFY(pyramid.bytes() < 1001 * 401 * 4 * 3 / 2);
    QVERIFY(pyramidOf({}).isEmpty());
    QCOMPARE(pyramidOf(plain(QSize(1, 3000), Qt::red)).levels.constLast().width(), 1);
}

void TestViewPictures::largePicturesAreNotKeptWhole()
{
    const Pyramid pyramid = pyramidOf(samplePicture(QSize(800, 600), 1), 200'000);
    QCOMPARE(pyramid.size, QSize(800, 600));
    QVERIFY(!pyramid.isWhole());
    QCOMPARE(pyramid.levels.constFirst().size(), QSize(400, 300));
}

void TestViewPictures::coloursBecomeThoseOfTheScreen()
{
    QImage wide = plain(QSize(8, 8), QColor(200, 100, 100));
    wide.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    const QColor shown = shownColours(wide).pixelColor(4, 4);
    QVERIFY2(shown.red() > 215, qPrintable(shown.name()));
    QVERIFY(!shownColours(wide).hasAlphaChannel());
    QImage through(QSize(8, 8), QImage::Format_RGBA64);
    through.fill(Qt::transparent);
    QCOMPARE(shownColours(through).format(), QImage::Format_ARGB32_Premultiplied);
}

void TestViewPictures::picturesAreReadOnceAndLetGo()
{
    PyramidStore store;
    QSignalSpy ready(&store, &PyramidStore::ready);
    const Picture picture = inMemory(samplePicture(QSize(300, 200), 1), u"one"_s);
    QVERIFY(!store.pyramid(picture));
    QVERIFY(!store.pyramid(picture));
    QTRY_COMPARE(ready.size(), 1);
    SharedPyramid used = store.pyramid(picture);
    QVERIFY(used && used->isWhole());
    QCOMPARE(store.pyramid(picture), used);
    store.letGo();
    ready.clear(); // with what it holds
    QCOMPARE(store.pyramid(picture), used); // somebody looks at it
    used.reset();
    QVERIFY(!store.pyramid(picture));
    QTRY_COMPARE(ready.size(), 1);
}

void TestViewPictures::aBrokenFileIsNoPicture()
{
    PyramidStore store;
    ShownPicture shown(store);
    Picture broken = inMemory(samplePicture(QSize(30, 20), 1), u"broken"_s);
    broken.content.truncate(60);
    shown.setPicture(broken);
    QVERIFY(!shown.isUnreadable());
    QTRY_VERIFY(shown.isUnreadable());
    QVERIFY(!shown.isShown());
    QCOMPARE(painted(shown, QSize(30, 20), QRectF(0, 0, 30, 20)).pixelColor(3, 3), QColor(Qt::blue));
}

void TestViewPictures::shownAtOnceAndSharpAMomentLater()
{
    PyramidStore store;
    ShownPicture shown(store);
    shown.setPicture(inMemory(stripes(QSize(600, 400)), u"stripes"_s));
    QTRY_VERIFY(shown.isShown());
    const QRectF target(0, 0, 420, 280);
    const QImage first = painted(shown, QSize(420, 280), target);
    QVERIFY(first.pixelColor(210, 140) != QColor(Qt::blue));
    QVERIFY(!shown.isSharp());
    QSignalSpy changed(&shown, &ShownPicture::changed);
    QTRY_COMPARE(changed.size(), 1);
    const QImage second = painted(shown, QSize(420, 280), target);
    QVERIFY(shown.isSharp());
    // The whole picture by the best means there are, pixel for pixel.
    QCOMPARE(second, stripes(QSize(600, 400)).scaled(420, 280, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const QImage moved = painted(shown, QSize(200, 200), target.translated(-37, -50));
    QVERIFY(shown.isSharp()); // and moving it needs nothing new
    QCOMPARE(moved, second.copy(37, 50, 200, 200));
}

void TestViewPictures::sharpAtAnyScaleOfTheScreen_data()
{
    QTest::addColumn<double>("ratio");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("125 %") << 1.25;
    QTest::newRow("150 %") << 1.5;
    QTest::newRow("200 %") << 2.0;
}

void TestViewPictures::sharpAtAnyScaleOfTheScreen()
{
    QFETCH(double, ratio);
    PyramidStore store;
    ShownPicture shown(store);
    const QImage own = stripes(QSize(900, 600));
    shown.setPicture(inMemory(own, u"stripes"_s));
    QTRY_VERIFY(shown.isShown());
    const auto onScreen = [&shown, ratio](const QRectF &target) {
        QImage image(QSize(300, 200), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        QPainter painter(&image);
        shown.paint(painter, target, QRectF(QPointF(0, 0), QSizeF(image.size()) / ratio));
        painter.end();
        image.setDevicePixelRatio(1);
        return image;
    };
    // At 100 % and moved; and at another scale, once it is sharp.
    const QImage actual = onScreen({QPointF(-110, -70) / ratio, QSizeF(own.size()) / ratio});
    QCOMPARE(actual, own.copy(110, 70, 300, 200));
    const QSize less(700, 467);
    onScreen({QPointF(-90, -40) / ratio, QSizeF(less) / ratio});
    QSignalSpy changed(&shown, &ShownPicture::changed);
    QTRY_COMPARE(changed.size(), 1);
    const QImage scaled = onScreen({QPointF(-90, -40) / ratio, QSizeF(less) / ratio});
    QCOMPARE(scaled, own.scaled(less, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).copy(90, 40, 300, 200));
}

void TestViewPictures::pixelsStayPixelsWhenLarge()
{
    PyramidStore store;
    ShownPicture shown(store);
    const QImage own = stripes(QSize(60, 40));
    shown.setPicture(inMemory(own, u"stripes"_s));
    QTRY_VERIFY(shown.isShown());
    QCOMPARE(painted(shown, own.size(), QRectF(QPointF(0, 0), own.size())), own);
    QVERIFY(shown.isSharp());
    const QImage large = painted(shown, QSize(100, 100), QRectF(-100, -50, 480, 320)); // 800 %
    for (int x = 4; x < 96; ++x) {
        const QColor seen = large.pixelColor(x, 50);
        QVERIFY2(seen == QColor(Qt::black) || seen == QColor(Qt::white), qPrintable(seen.name()));
    }
    const QImage middling = painted(shown, QSize(100, 100), QRectF(-50, -50, 180, 120)); // 300 %
    int between = 0;
    for (int x = 4; x < 96; ++x) {
        const int grey = middling.pixelColor(x, 40).red();
        between += grey > 20 && grey < 235 ? 1 : 0;
    }
    QVERIFY(between > 10);
}

/// Where the finest level is not kept, what is in sight is read again.
void TestViewPictures::detailsOfLargePicturesAreRead()
{
    PyramidStore store;
    ShownPicture shown(store);
    const QImage own = stripes(QSize(6000, 4100)); // more than is kept
    shown.setPicture(inMemory(own, u"large"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.isShown(), 30'000);
    QVERIFY(!shown.pyramid()->isWhole());
    const QRectF target(-2000, -2000, 6000, 4100);
    painted(shown, QSize(300, 200), target);
    QVERIFY(!shown.isSharp());
    QSignalSpy changed(&shown, &ShownPicture::changed);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
    QCOMPARE(painted(shown, QSize(300, 200), target), own.copy(2000, 2000, 300, 200));
    QVERIFY(shown.isSharp());
}

void TestViewPictures::differences_data()
{
    QTest::addColumn<QImage>("a");
    QTest::addColumn<QImage>("b");
    QTest::addColumn<int>("gain");
    QTest::addColumn<QColor>("shown");
    QTest::addColumn<double>("mean");
    const QSize size(40, 30);
    const QImage grey = plain(size, QColor(100, 100, 100));
    QTest::newRow("the same") << grey << grey << 16 << QColor(0, 0, 0) << 0.0;
    QTest::newRow("one channel") << grey << plain(size, QColor(110, 100, 100)) << 1 << QColor(10, 0, 0)
                                 << 100 * 10 / (3 * 255.0);
    QTest::newRow("four times") << grey << plain(size, QColor(110, 95, 100)) << 4 << QColor(40, 20, 0)
                                << 100 * 15 / (3 * 255.0);
    QTest::newRow("no more than white") << grey << plain(size, QColor(130, 130, 130)) << 16 << QColor(255, 255, 255)
                                        << 100 * 30 / 255.0;
    QTest::newRow("black and white") << plain(size, Qt::black) << plain(size, Qt::white) << 1 << QColor(255, 255, 255)
                                     << 100.0;
    QTest::newRow("B has more pixels") << grey << plain(QSize(80, 60), QColor(100, 100, 110)) << 1 << QColor(0, 0, 10)
                                       << 100 * 10 / (3 * 255.0);
    QImage through(size, QImage::Format_ARGB32_Premultiplied);
    through.fill(Qt::transparent);
    QTest::newRow("seen through") << plain(size, Qt::black) << through << 1 << QColor(255, 255, 255) << 100.0;
}

void TestViewPictures::differences()
{
    QFETCH(QImage, a);
    QFETCH(QImage, b);
    QFETCH(int, gain);
    QFETCH(QColor, shown);
    QFETCH(double, mean);
    const PictureDifference apart = differenceOf(a, b, gain);
    QCOMPARE(apart.image.size(), a.size());
    QCOMPARE(apart.image.pixelColor(20, 15), shown);
    QVERIFY(std::abs(apart.mean - mean) < 1e-9);
    QVERIFY(differenceOf(a, {}, gain).image.isNull());
}

void TestViewPictures::onlyWhatBothCoverIsCompared()
{
    QImage wide = plain(QSize(60, 40), Qt::red);
    QImage upright = plain(QSize(40, 60), Qt::red);
    // Beside the middle, which both cover, they differ.
    QPainter(&wide).fillRect(0, 0, 8, 40, Qt::green);
    QPainter(&upright).fillRect(0, 0, 40, 8, Qt::green);
    const PictureDifference apart = differenceOf(wide, upright);
    QCOMPARE(apart.image.size(), QSize(40, 40));
    QCOMPARE(apart.mean, 0.0);
}

void TestViewPictures::words_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::newRow("one word") << u"a coast at dusk, calm"_s << u"a coast at night, calm"_s << u"dusk,"_s << u"night,"_s;
    QTest::newRow("at the end") << u"a coast at dusk"_s << u"a coast at night"_s << u"dusk"_s << u"night"_s;
    QTest::newRow("more words") << u"a boat"_s << u"a red boat"_s << QString() << u"red"_s;
    QTest::newRow("words twice") << u"a a b"_s << u"a a a b"_s << QString() << u"a"_s;
    QTest::newRow("all others") << u"one two"_s << u"three"_s << u"one two"_s << u"three"_s;
    QTest::newRow("none") << QString() << u"three"_s << QString() << u"three"_s;
}

void TestViewPictures::words()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, left);
    QFETCH(QString, right);
    QCOMPARE(differingWords(a, b), std::pair(left, right));
    QCOMPARE(differingWords(b, a), std::pair(right, left));
}

void TestViewPictures::recipes()
{
    const ViewedPicture a = viewed(u"one"_s, u"a coast at dusk"_s, 7);
    ViewedPicture b = a;
    QVERIFY(recipeDifferences(a, b).isEmpty());
    QVERIFY(!differenceTitle({}, a, b).isEmpty());
    b.generation.request.prompt = u"a coast at night"_s;
    QCOMPARE(recipeDifferences(a, b).size(), 1);
    QCOMPARE(recipeDifferences(a, b).constFirst().a, u"dusk"_s);
    QCOMPARE(recipeDifferences(a, b).constFirst().b, u"night"_s);
    b.picture.seed = 9; // what was used counts
    b.generation.request.model = u"two"_s;
    b.name = u"Two"_s;
    b.generation.request.tuning.steps = 20;
    const QList<SettingDifference> all = recipeDifferences(a, b);
    QCOMPARE(all.size(), 4);
    QCOMPARE(all.at(0).b, u"Two"_s);
    QCOMPARE(all.at(2).a, u"7"_s);
    QCOMPARE(all.at(2).b, u"9"_s);
    QCOMPARE(all.at(3).b, u"20"_s);
    QVERIFY(differenceTitle(all, a, b).contains(u'4'));
    QVERIFY2(recipeDifferences(a, {}).isEmpty() && differenceTitle({}, a, {}).isEmpty(), "nothing is known of one");
}

QTEST_MAIN(TestViewPictures)
#include "test_viewpictures.moc"

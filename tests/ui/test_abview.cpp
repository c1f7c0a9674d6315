// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewsamples.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/views/abcanvas.h"
#include "ui/views/abview.h"
#include "ui/widgets/button.h"

#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Two pictures over each other: the line, the flicker, the difference, by keys and mouse, and what is on the screen.
class TestAbView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLineDividesThem();
    void theLineMovesByKeys();
    void theLineMovesByHand();
    void theLineIsAShareOfTheView();
    void otherSizesOfOneShapeLieOverEachOther();
    void swaps();
    void flickersWhileHeld();
    void flickersByClicksAndByItself();
    void pointingAtANameShowsItsPicture();
    void showsTheDifference();
    void strongerByKeys();
    void otherShapesAreComparedWhereBothAre();
    void zoomsAndMovesBoth();
    void spaceMovesWhateverIsBelow();
    void tellsWhatDiffers();
    void listsWhatThereIsNoRoomFor();
    void otherPicturesFromTheMenuAndByDigits();
    void bothSidesHaveAStarAndAMenu();
    void escapeLeavesAndLLeadsToTheLoupe();

private:
    static void show(WindowBench &bench, const QList<ViewedPicture> &pictures, QSize size = QSize(1280, 800));
    static AbCanvas *canvas(WindowBench &bench) { return bench.find<AbCanvas>(u"ab.canvas"_s); }
    static AbView *view(WindowBench &bench) { return bench.find<AbView>(u"ab"_s); }
    static QColor pixel(WindowBench &bench, QPoint at) { return canvas(bench)->grab().toImage().pixelColor(at); }
    static QPoint leftOf(WindowBench &bench, int by = 40)
    {
        return {qRound(canvas(bench)->splitX()) - by, canvas(bench)->height() / 3};
    }
    static void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
};

namespace {

const QColor red(200, 0, 0);
const QColor green(0, 180, 0);

QList<ViewedPicture> two(QSize a = {600, 400}, QSize b = {600, 400})
{
    return {viewed(u"a"_s, plainOf(a, red)), viewed(u"b"_s, plainOf(b, green))};
}

bool isNear(double a, double b, double by = 0.01)
{
    return std::abs(a - b) < by;
}

} // namespace

void TestAbView::show(WindowBench &bench, const QList<ViewedPicture> &pictures, QSize size)
{
    bench.open(size);
    bench.window().compare()->showViews(pictures, View::AB);
    QTRY_VERIFY(canvas(bench)->shownA().isShown() && canvas(bench)->shownB().isShown());
    QVERIFY(canvas(bench)->hasFocus());
}

void TestAbView::theLineDividesThem()
{
    WindowBench bench;
    show(bench, two());
    QVERIFY(isNear(canvas(bench)->split(), 0.5));
    QCOMPARE(pixel(bench, leftOf(bench)), red);
    QCOMPARE(pixel(bench, leftOf(bench, -40)), green);
    const QColor line = pixel(bench, leftOf(bench, 0));
    QCOMPARE(line, QColor(Qt::white));
    const QRectF seen = canvas(bench)->seen();
    QVERIFY2(pixel(bench, QPoint(qRound(seen.left()) - 10, 100)) != red, "beside them is the ground");
}

void TestAbView::theLineMovesByKeys()
{
    WindowBench bench;
    show(bench, two());
    press(Qt::Key_Right);
    QVERIFY(isNear(canvas(bench)->split(), 0.51, 1e-9));
    press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(isNear(canvas(bench)->split(), 0.41, 1e-9));
    QVERIFY(bench.text(u"ab.told"_s).contains(u"41"_s));
    QVERIFY(canvas(bench)->accessibleDescription().contains(u"41"_s));
    const QPoint middle = canvas(bench)->rect().center() + QPoint(3, 90);
    press(Qt::Key_Home);
    QCOMPARE(canvas(bench)->split(), 0.0);
    QCOMPARE(pixel(bench, middle), green);
    press(Qt::Key_Left);
    QCOMPARE(canvas(bench)->split(), 0.0);
    press(Qt::Key_End);
    QCOMPARE(pixel(bench, middle), red);
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.middle"_s), Qt::LeftButton);
    QCOMPARE(canvas(bench)->split(), 0.5);
}

void TestAbView::theLineMovesByHand()
{
    WindowBench bench;
    show(bench, two());
    const QPoint from = leftOf(bench, 5); // anywhere on the line, within 12 px
    const QPoint to = from + QPoint(120, 60);
    QTest::mouseMove(canvas(bench), from);
    QCOMPARE(canvas(bench)->cursor().shape(), Qt::SplitHCursor);
    drag(canvas(bench), from, to);
    QVERIFY(isNear(canvas(bench)->splitX(), to.x(), 1));
    QCOMPARE(pixel(bench, QPoint(to.x() - 10, 60)), red);
    drag(canvas(bench), QPoint(200, 60), QPoint(260, 60)); // elsewhere it stays
    QVERIFY(isNear(canvas(bench)->splitX(), to.x(), 1));
}

void TestAbView::theLineIsAShareOfTheView()
{
    WindowBench bench;
    show(bench, two());
    press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(isNear(canvas(bench)->splitX(), canvas(bench)->seen().left() + 0.4 * canvas(bench)->seen().width(), 1));
    wheel(canvas(bench), QPoint(100, 100), 6);
    QCOMPARE(canvas(bench)->seen(), QRectF(canvas(bench)->rect()));
    QVERIFY(isNear(canvas(bench)->splitX(), 0.4 * canvas(bench)->width(), 1));
}

void TestAbView::otherSizesOfOneShapeLieOverEachOther()
{
    WindowBench bench;
    show(bench, {viewed(u"a"_s, placesOf(QSize(600, 400), 0)), viewed(u"b"_s, placesOf(QSize(1264, 843), 250))});
    wheel(canvas(bench), canvas(bench)->rect().center(), 5);
    const QPoint at = canvas(bench)->rect().center() + QPoint(100, 60);
    press(Qt::Key_Home);
    const QColor b = pixel(bench, at);
    press(Qt::Key_End);
    const QColor a = pixel(bench, at);
    QVERIFY(a.blue() < 10 && b.blue() > 240);
    QVERIFY(std::abs(a.red() - b.red()) < 4 && std::abs(a.green() - b.green()) < 4);
}

void TestAbView::swaps()
{
    WindowBench bench;
    show(bench, two());
    press(Qt::Key_X);
    QCOMPARE(view(bench)->a(), u"b"_s);
    QCOMPARE(pixel(bench, leftOf(bench)), green);
    QVERIFY(bench.text(u"ab.a.name"_s).endsWith(u'b'));
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.swap"_s), Qt::LeftButton);
    QCOMPARE(pixel(bench, leftOf(bench)), red);
}

void TestAbView::flickersWhileHeld()
{
    WindowBench bench;
    show(bench, two());
    const QPoint at = canvas(bench)->rect().center();
    QTest::keyPress(canvas(bench), Qt::Key_F);
    QCOMPARE(canvas(bench)->mode(), AbCanvas::Mode::Flicker);
    QCOMPARE(pixel(bench, at), green);
    QTest::keyRelease(canvas(bench), Qt::Key_F);
    QCOMPARE(pixel(bench, at), red);
    QTest::keyPress(canvas(bench), Qt::Key_F);
    QCOMPARE(pixel(bench, at), green);
    bench.find<QWidget>(u"ab.swap"_s)->setFocus(); // the release goes elsewhere
    QCOMPARE(pixel(bench, at), red);
}

void TestAbView::flickersByClicksAndByItself()
{
    WindowBench bench;
    show(bench, two());
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.mode.flicker"_s), Qt::LeftButton);
    const QPoint at = canvas(bench)->rect().center();
    QCOMPARE(pixel(bench, at), red);
    QTest::mouseClick(canvas(bench), Qt::LeftButton, {}, at);
    QCOMPARE(pixel(bench, at), green);
    QTest::mouseClick(canvas(bench), Qt::LeftButton, {}, at);
    QCOMPARE(pixel(bench, at), red);
    auto *automatic = bench.find<QAbstractButton>(u"ab.automatic"_s);
    QVERIFY(automatic->isVisible() && !automatic->isChecked());
    QTest::mouseClick(automatic, Qt::LeftButton);
    QTRY_COMPARE(pixel(bench, at), green);
    QTRY_COMPARE(pixel(bench, at), red);
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.mode.slider"_s), Qt::LeftButton);
    QVERIFY(!automatic->isVisible() && !automatic->isChecked());
}

void TestAbView::pointingAtANameShowsItsPicture()
{
    WindowBench bench;
    show(bench, two());
    press(Qt::Key_F);
    const QPoint at = canvas(bench)->rect().center();
    QEnterEvent enter(QPointF(4, 4), QPointF(4, 4), QPointF(4, 4));
    QApplication::sendEvent(bench.find<QWidget>(u"ab.b"_s), &enter);
    QCOMPARE(pixel(bench, at), green);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(bench.find<QWidget>(u"ab.b"_s), &leave);
    QCOMPARE(pixel(bench, at), red);
}

void TestAbView::showsTheDifference()
{
    WindowBench bench;
    QImage changed = plainOf(QSize(600, 400), QColor(100, 100, 100));
    for (int y = 0; y < 400; ++y) {
        for (int x = 0; x < 300; ++x) {
            changed.setPixel(x, y, qRgb(110, 100, 100));
        }
    }
    show(bench, {viewed(u"a"_s, plainOf(QSize(600, 400), QColor(100, 100, 100))), viewed(u"b"_s, changed)});
    press(Qt::Key_D);
    QCOMPARE(canvas(bench)->mode(), AbCanvas::Mode::Difference);
    QTRY_VERIFY(canvas(bench)->meanDifference());
    QVERIFY(isNear(*canvas(bench)->meanDifference(), 100 * 10 / (3 * 255.0) / 2, 1e-9));
    QVERIFY(bench.text(u"ab.told"_s).contains(u"0.65"_s));
    const QPoint left = canvas(bench)->rect().center() - QPoint(100, 0);
    const QPoint right = canvas(bench)->rect().center() + QPoint(100, 0);
    QTRY_COMPARE(pixel(bench, left), QColor(40, 0, 0)); // ×4 at first
    QCOMPARE(pixel(bench, right), QColor(0, 0, 0));
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.gain.1"_s), Qt::LeftButton);
    QTRY_COMPARE(pixel(bench, left), QColor(10, 0, 0));
    canvas(bench)->setFocus();
    press(Qt::Key_D); // and back
    QCOMPARE(canvas(bench)->mode(), AbCanvas::Mode::Slider);
}

void TestAbView::strongerByKeys()
{
    WindowBench bench;
    show(bench,
         {viewed(u"a"_s, plainOf(QSize(60, 40), QColor(100, 100, 100))),
          viewed(u"b"_s, plainOf(QSize(60, 40), QColor(100, 102, 100)))});
    press(Qt::Key_D);
    const QPoint at = canvas(bench)->rect().center();
    QTRY_COMPARE(pixel(bench, at), QColor(0, 8, 0));
    press(Qt::Key_Right);
    QTRY_COMPARE(pixel(bench, at), QColor(0, 32, 0));
    press(Qt::Key_Right);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QTRY_COMPARE(pixel(bench, at), QColor(0, 2, 0));
    QVERIFY(bench.find<QAbstractButton>(u"ab.gain.1"_s)->isChecked());
}

void TestAbView::otherShapesAreComparedWhereBothAre()
{
    WindowBench bench;
    show(bench, two(QSize(600, 400), QSize(400, 400)));
    const QString slider = bench.text(u"ab.told"_s);
    press(Qt::Key_D);
    QTRY_VERIFY(canvas(bench)->shownDifference().isShown());
    QVERIFY(!canvas(bench)->stage().isOneShape());
    const QRectF seen = canvas(bench)->seen();
    const QPoint inBoth = seen.center().toPoint();
    QVERIFY(pixel(bench, inBoth).red() > 200);
    const QColor ground = pixel(bench, QPoint(5, canvas(bench)->height() / 2));
    QCOMPARE(pixel(bench, QPoint(inBoth.x(), qRound(seen.top()) + 20)), ground); // only B is there
    press(Qt::Key_D);
    QVERIFY(slider != u"split at 50 %"_s);
    press(Qt::Key_Home); // both are whole
    QCOMPARE(pixel(bench, QPoint(inBoth.x() + 60, qRound(seen.top()) + 20)), green);
    press(Qt::Key_End);
    QCOMPARE(pixel(bench, QPoint(inBoth.x() - 60, qRound(seen.top()) + 20)), ground);
}

void TestAbView::zoomsAndMovesBoth()
{
    WindowBench bench;
    show(bench, {viewed(u"a"_s, columnsOf(QSize(2400, 1600))), viewed(u"b"_s, plainOf(QSize(2400, 1600), green))});
    press(Qt::Key_Z);
    press(Qt::Key_End);
    const QImage shown = canvas(bench)->grab().toImage();
    for (int x = 300; x < 340; ++x) {
        const QColor colour = shown.pixelColor(x, 300);
        QVERIFY(colour == QColor(Qt::black) || colour == QColor(Qt::white));
        QVERIFY(colour != shown.pixelColor(x + 1, 300));
    }
    const QPointF before = canvas(bench)->view().view(0).centre;
    press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(canvas(bench)->view().view(0).centre.x() > before.x());
    drag(canvas(bench), QPoint(200, 200), QPoint(260, 260));
    QVERIFY(canvas(bench)->view().view(0).centre.y() < before.y());
    press(Qt::Key_0);
    QCOMPARE(canvas(bench)->view().view(0), ViewPoint());
    press(Qt::Key_Plus);
    QVERIFY(canvas(bench)->view().view(0).zoom > 1.2);
    press(Qt::Key_Minus);
    QTest::mouseDClick(canvas(bench), Qt::LeftButton, {}, QPoint(200, 200));
    QVERIFY(canvas(bench)->view().view(0).zoom > 1.2);
}

void TestAbView::spaceMovesWhateverIsBelow()
{
    WindowBench bench;
    show(bench, two(QSize(3000, 2000), QSize(3000, 2000)));
    press(Qt::Key_Z);
    const QPointF before = canvas(bench)->view().view(0).centre;
    const QPoint from = leftOf(bench, 0);
    QTest::keyPress(canvas(bench), Qt::Key_Space);
    drag(canvas(bench), from, from + QPoint(50, 0));
    QTest::keyRelease(canvas(bench), Qt::Key_Space);
    QVERIFY(canvas(bench)->view().view(0).centre.x() < before.x());
    QCOMPARE(canvas(bench)->split(), 0.5);
}

void TestAbView::tellsWhatDiffers()
{
    WindowBench bench;
    QList<ViewedPicture> pictures = two();
    pictures[1].generation.request.prompt = u"a coast at night"_s;
    show(bench, pictures);
    QCOMPARE(bench.text(u"ab.detail"_s), u"dusk → night"_s);
    QVERIFY(!bench.find<QWidget>(u"ab.differences"_s)->isVisible());
    press(Qt::Key_X);
    QCOMPARE(bench.text(u"ab.detail"_s), u"night → dusk"_s);
}

void TestAbView::listsWhatThereIsNoRoomFor()
{
    WindowBench bench;
    QList<ViewedPicture> pictures = two();
    Request &request = pictures[1].generation.request;
    request.prompt = u"a coast at night"_s;
    request.seed = 5;
    request.quality = u"high"_s;
    show(bench, pictures);
    auto *list = bench.find<Button>(u"ab.differences"_s);
    QVERIFY(list->isVisible() && list->text().contains(u'3'));
    QVERIFY(!bench.find<QWidget>(u"ab.detail"_s)->isVisible());
    QTest::mouseClick(list, Qt::LeftButton);
    const auto *popover = bench.find<QWidget>(u"differencePopover"_s);
    QVERIFY(popover && popover->isVisible());
    QStringList told;
    for (const QLabel *label : popover->findChildren<QLabel *>()) {
        told.append(label->text());
    }
    for (const QString &word : {u"dusk"_s, u"night"_s, u"5"_s, u"high"_s}) {
        QVERIFY2(told.contains(word), qPrintable(told.join(u'|')));
    }
    press(Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QWidget>(u"differencePopover"_s));
    QVERIFY(view(bench)->isVisible());
}

void TestAbView::otherPicturesFromTheMenuAndByDigits()
{
    WindowBench bench;
    QList<ViewedPicture> pictures = two();
    pictures.append(viewed(u"c"_s, plainOf(QSize(600, 400), Qt::blue)));
    show(bench, pictures);
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.a.choose"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"abMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions().at(0)->isChecked());
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(menu, Qt::Key_Down);
    }
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(view(bench)->a(), u"c"_s);
    QTRY_COMPARE(pixel(bench, leftOf(bench)), QColor(Qt::blue));
    bench.window().activateWindow(); // as a window manager does once the menu has gone
    canvas(bench)->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), canvas(bench));
    press(Qt::Key_1);
    QCOMPARE(view(bench)->b(), u"a"_s);
    press(Qt::Key_3); // it is A already: they change places
    QCOMPARE(view(bench)->b(), u"c"_s);
    QCOMPARE(view(bench)->a(), u"a"_s);
    press(Qt::Key_7);
    QCOMPARE(view(bench)->b(), u"c"_s);
}

void TestAbView::bothSidesHaveAStarAndAMenu()
{
    WindowBench bench;
    show(bench, two());
    auto *star = bench.find<QAbstractButton>(u"ab.b.star"_s);
    QVERIFY(star->isVisible());
    const QString off = star->accessibleName();
    QTest::mouseClick(star, Qt::LeftButton);
    QVERIFY(bench.marks.marks.value(u"content-b"_s).isStarred);
    QVERIFY(!bench.marks.marks.value(u"content-a"_s).isStarred);
    QVERIFY(star->accessibleName() != off);
    canvas(bench)->setFocus();
    press(Qt::Key_X); // the star is the picture's, not the side's
    QVERIFY(bench.find<QAbstractButton>(u"ab.a.star"_s)->accessibleName() != off);
    QCOMPARE(star->accessibleName(), off);
    QTest::mouseClick(bench.find<QAbstractButton>(u"ab.b.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"viewedMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->accessibleName().contains(bench.text(u"ab.b.name"_s)));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QMenu>(u"viewedMenu"_s));
}

void TestAbView::escapeLeavesAndLLeadsToTheLoupe()
{
    WindowBench bench;
    show(bench, two());
    press(Qt::Key_L);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible() && !view(bench)->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.ab"_s), Qt::LeftButton);
    QVERIFY(view(bench)->isVisible());
    QTRY_VERIFY(canvas(bench)->shownB().isShown());
    press(Qt::Key_Escape);
    QVERIFY(!view(bench)->isVisible());
    QTRY_VERIFY(!canvas(bench)->shownA().isShown());
}

QTEST_MAIN(TestAbView)
#include "test_abview.moc"

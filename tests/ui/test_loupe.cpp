// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewsamples.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/pictureview.h"
#include "ui/explain/explainpage.h"
#include "ui/views/loupepane.h"
#include "ui/views/loupeview.h"
#include "ui/views/overlay.h"
#include "ui/views/picturearea.h"
#include "ui/views/stripthumb.h"
#include "ui/widgets/button.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Pictures beside each other, by real keys, wheel and mouse, and what is on the screen then.
class TestLoupe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wheelZoomsAllToTheSameSpot();
    void dragMovesAllInStep();
    void aDragOfAWholePictureTakesTheFile();
    void pixelsAreThoseOfTheScreen();
    void keysOfZoom();
    void doubleClickGoesToActualPixelsAndBack();
    void unlinkedOneMovesAlone();
    void theMapShowsAndMoves();
    void digitsAndArrowsChoose();
    void theStripPutsPicturesIntoPanes();
    void asManyAsAreWanted();
    void narrowRoomsHaveTwoRows();
    void theBarDoesWhatKeysDo();
    void lettersAreKeysOnlyOnPictures();
    void aPictureBeingMadeJoinsWhenItComes();
    void whatFailsMeanwhileSaysSo();
    void theHeaderOffersWhatThereIs();
    void keysOfTheGridLeadThere();
    void chosenOnesAreShownTogether();
    void eachViewRemembersItsForm();
    void closingLetsGo();
    void savesAndCopiesTheActiveOne();
    void starsTheActiveOne();
    void aStarThatCannotBeKeptGoesBack();
    void aPictureOfARunHasItsCellsMenu();
    void whatIsTakenOffThePageIsGone();
    void othersHaveAMenuOfTheirOwn();
    void explainsTheActiveOne();
    void exportsWhatIsLookedAt();
    void tabReachesEverythingByItsName();

private:
    static void show(WindowBench &bench, const QList<ViewedPicture> &pictures);
    static void make(WindowBench &bench, QStringList models = {});
    static PictureArea *area(WindowBench &bench, int pane)
    {
        return bench.find<PictureArea>(u"loupe.%1.picture"_s.arg(pane));
    }
    static const InStep &step(WindowBench &bench) { return bench.find<LoupeView>(u"loupe"_s)->inStep(); }
    static QPointF seenAt(WindowBench &bench, int pane, QPoint position)
    {
        return placeOf(area(bench, pane)->grab().toImage().pixelColor(position));
    }
    static void openRun(WindowBench &bench)
    {
        bench.open();
        make(bench);
        bench.images.completeAll();
        auto *first = bench.find<PictureView>(u"cell.1.0.picture"_s);
        QTRY_VERIFY(first->isShown() && bench.find<PictureView>(u"cell.1.2.picture"_s)->isShown());
        first->setFocus();
        press(Qt::Key_L);
        QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
    }
    static void closeMenu(const WindowBench &bench, const QString &name)
    {
        QTest::keyClick(bench.find<QMenu>(name), Qt::Key_Escape);
        QTRY_VERIFY(!bench.find<QMenu>(name));
    }
    static void trigger(QMenu *menu, const QString &name)
    {
        auto *action = menu->findChild<QAction *>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    }
    static void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
};

namespace {

QList<ViewedPicture> three()
{
    return {viewed(u"a"_s, placesOf(QSize(600, 400))), viewed(u"b"_s, placesOf(QSize(1200, 800))),
            viewed(u"c"_s, placesOf(QSize(300, 200)))};
}

bool isNear(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 0.03;
}

} // namespace

void TestLoupe::show(WindowBench &bench, const QList<ViewedPicture> &pictures)
{
    bench.open(QSize(1280, 800));
    bench.window().compare()->showViews(pictures, View::Loupe);
    for (int pane = 1; pane <= std::min<int>(4, static_cast<int>(pictures.size())); ++pane) {
        if (pictures.at(pane - 1).isThere()) {
            QTRY_VERIFY(area(bench, pane) && area(bench, pane)->shown().isShown());
        }
    }
}

void TestLoupe::make(WindowBench &bench, QStringList models)
{
    CompareForm form = bench.window().compare()->form();
    form.size = {};
    form.size.ratio = AspectRatio {3, 2};
    form.models = models.isEmpty()
        ? QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s}
        : models;
    bench.window().compare()->setForm(form);
    bench.generate();
    QCoreApplication::processEvents();
}

void TestLoupe::wheelZoomsAllToTheSameSpot()
{
    WindowBench bench;
    show(bench, three());
    const QPoint at(area(bench, 2)->rect().center() + QPoint(60, 40));
    const QPointF before = seenAt(bench, 2, at);
    wheel(area(bench, 2), at, 6);
    QVERIFY(step(bench).view(1).zoom > 3);
    QVERIFY(isNear(seenAt(bench, 2, at), before));
    for (const int pane : {1, 3}) {
        QCOMPARE(step(bench).view(pane - 1), step(bench).view(1));
        QVERIFY(isNear(seenAt(bench, pane, at), before));
    }
    QVERIFY2(!isNear(seenAt(bench, 1, QPoint(20, 60)), before), "and it is a picture");
    wheel(area(bench, 2), at, -20);
    QCOMPARE(step(bench).view(0).zoom, 1.0);
}

void TestLoupe::dragMovesAllInStep()
{
    WindowBench bench;
    show(bench, three());
    const QPoint middle = area(bench, 1)->rect().center();
    wheel(area(bench, 1), middle, 7);
    const QPointF before = seenAt(bench, 1, middle);
    drag(area(bench, 1), middle, middle + QPoint(-70, -50));
    for (const int pane : {1, 2, 3}) {
        QVERIFY(isNear(seenAt(bench, pane, middle + QPoint(-70, -50)), before));
    }
    QVERIFY(!bench.dialogs.dragged);
    press(Qt::Key_Right, Qt::ControlModifier); // and by keys
    QVERIFY(seenAt(bench, 2, middle).x() > before.x());
}

void TestLoupe::aDragOfAWholePictureTakesTheFile()
{
    WindowBench bench;
    show(bench, three());
    const QPoint middle = area(bench, 1)->rect().center();
    drag(area(bench, 1), middle, middle + QPoint(40, 0));
    QTRY_VERIFY(bench.dialogs.dragged && bench.dialogs.dragged->hasImage());
}

void TestLoupe::pixelsAreThoseOfTheScreen()
{
    WindowBench bench;
    const QImage own = columnsOf(QSize(1501, 1001));
    show(bench, {viewed(u"a"_s, own), viewed(u"b"_s, own)});
    press(Qt::Key_Z);
    const PictureArea *it = area(bench, 1);
    QCOMPARE(it->target().size(), QSizeF(own.size()));
    const QImage shown = area(bench, 1)->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QPoint corner = it->target().topLeft().toPoint();
    const QRect inside(60, 60, 150, 150);
    QCOMPARE(shown.copy(inside), own.copy(inside.translated(-corner)));
    QVERIFY(bench.text(u"loupe.1.size"_s).contains(u"100 %"_s));
}

void TestLoupe::keysOfZoom()
{
    WindowBench bench;
    show(bench, three());
    press(Qt::Key_2);
    press(Qt::Key_Z);
    QVERIFY(bench.text(u"loupe.2.size"_s).contains(u"100 %"_s));
    QVERIFY(bench.text(u"loupe.1.size"_s).contains(u"200 %"_s));
    QVERIFY(bench.text(u"loupe.3.size"_s).contains(u"400 %"_s));
    press(Qt::Key_Z, Qt::ShiftModifier);
    for (const int pane : {1, 2, 3}) {
        QVERIFY(bench.text(u"loupe.%1.size"_s.arg(pane)).contains(u"100 %"_s));
    }
    QVERIFY(step(bench).isEachActual());
    press(Qt::Key_0);
    QCOMPARE(step(bench).view(2), ViewPoint());
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    const double zoom = step(bench).view(0).zoom;
    QVERIFY(zoom > 1.5);
    press(Qt::Key_Minus);
    QVERIFY(step(bench).view(0).zoom < zoom);
}

void TestLoupe::doubleClickGoesToActualPixelsAndBack()
{
    WindowBench bench;
    show(bench, {viewed(u"a"_s, placesOf(QSize(3000, 2000))), viewed(u"b"_s, placesOf(QSize(3000, 2000)))});
    const QPoint at = area(bench, 1)->rect().center() + QPoint(100, 50);
    const QPointF before = seenAt(bench, 1, at);
    QTest::mouseDClick(area(bench, 1), Qt::LeftButton, {}, at);
    QVERIFY(std::abs(step(bench).places().at(0).percent(step(bench).view(0).zoom) - 100) < 1e-6);
    QVERIFY(isNear(seenAt(bench, 1, at), before));
    QTest::mouseDClick(area(bench, 1), Qt::LeftButton, {}, at);
    QCOMPARE(step(bench).view(1), ViewPoint());
}

void TestLoupe::unlinkedOneMovesAlone()
{
    WindowBench bench;
    show(bench, three());
    const QPoint middle = area(bench, 1)->rect().center();
    wheel(area(bench, 1), middle, 6);
    const auto *align = bench.find<Button>(u"loupe.align"_s);
    QVERIFY(!align->isEnabled());
    press(Qt::Key_L);
    QVERIFY(!bench.find<Button>(u"loupe.link"_s)->isChecked());
    drag(area(bench, 2), middle, middle + QPoint(50, 0));
    QVERIFY(step(bench).isShifted(1));
    QVERIFY(bench.text(u"loupe.2.size"_s) != bench.text(u"loupe.1.size"_s));
    QVERIFY(!isNear(seenAt(bench, 2, middle), seenAt(bench, 1, middle)));
    press(Qt::Key_L); // in step again, as far apart as before
    const QPointF apart = step(bench).view(1).centre - step(bench).view(0).centre;
    drag(area(bench, 1), middle, middle + QPoint(30, 20));
    QVERIFY((step(bench).view(1).centre - step(bench).view(0).centre - apart).manhattanLength() < 1e-6);
    QVERIFY(align->isEnabled());
    press(Qt::Key_A);
    QCOMPARE(step(bench).view(1), step(bench).view(0));
    QVERIFY(isNear(seenAt(bench, 2, middle), seenAt(bench, 1, middle)));
    QVERIFY(!align->isEnabled());
}

void TestLoupe::theMapShowsAndMoves()
{
    WindowBench bench;
    show(bench, three());
    QVERIFY(!area(bench, 1)->isMapShown());
    const QPoint middle = area(bench, 1)->rect().center();
    wheel(area(bench, 1), middle, 8);
    QVERIFY(area(bench, 1)->isMapShown() && area(bench, 3)->isMapShown());
    const QRectF map = overlay::mapRect(area(bench, 1)->place(), step(bench).view(0));
    const QPoint wanted = (map.topLeft() + QPointF(map.width() * 0.25, map.height() * 0.75)).toPoint();
    QVERIFY(isNear(seenAt(bench, 1, (map.topLeft() + QPointF(4, map.height() - 4)).toPoint()), {0.05, 0.93}));
    drag(area(bench, 1), map.center().toPoint(), wanted);
    for (const int pane : {1, 2, 3}) {
        QVERIFY(isNear(step(bench).view(pane - 1).centre, {0.25, 0.75}));
        QVERIFY(isNear(seenAt(bench, pane, middle), {0.25, 0.75}));
    }
}

void TestLoupe::digitsAndArrowsChoose()
{
    WindowBench bench;
    QList<ViewedPicture> five = three();
    five.append(viewed(u"d"_s, placesOf(QSize(300, 200))));
    five.append(viewed(u"e"_s, placesOf(QSize(300, 200))));
    show(bench, five);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QCOMPARE(loupe->shown(), QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    press(Qt::Key_2);
    QVERIFY(area(bench, 2)->hasFocus());
    QCOMPARE(loupe->current(), u"b"_s);
    press(Qt::Key_Right); // those that are shown are skipped
    QCOMPARE(loupe->shown(), QStringList({u"a"_s, u"e"_s, u"c"_s, u"d"_s}));
    press(Qt::Key_Right); // the end
    QCOMPARE(loupe->current(), u"e"_s);
    press(Qt::Key_Left);
    QCOMPARE(loupe->current(), u"b"_s);
    QTest::mouseClick(area(bench, 3), Qt::LeftButton);
    QCOMPARE(loupe->current(), u"c"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_9);
    QCOMPARE(loupe->current(), u"c"_s);
}

void TestLoupe::theStripPutsPicturesIntoPanes()
{
    WindowBench bench;
    QList<ViewedPicture> five = three();
    five.append(viewed(u"d"_s, placesOf(QSize(300, 200))));
    five.append(viewed(u"e"_s, placesOf(QSize(200, 300))));
    show(bench, five);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    const auto thumb = [&bench](int index) { return bench.find<StripThumb>(u"loupe.strip.%1"_s.arg(index)); };
    QTRY_VERIFY(thumb(5)->isShown());
    QCOMPARE(thumb(2)->number(), 2);
    QCOMPARE(thumb(5)->number(), 0);
    QVERIFY(thumb(1)->isChecked());
    QTest::mouseClick(thumb(5), Qt::LeftButton);
    QCOMPARE(loupe->shown(), QStringList({u"e"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(thumb(5)->number(), 1);
    QCOMPARE(thumb(1)->number(), 0);
    QTest::mouseClick(thumb(3), Qt::LeftButton); // is shown already
    QCOMPARE(loupe->current(), u"c"_s);
    QCOMPARE(loupe->shown().at(0), u"e"_s);
    thumb(3)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Left); // by arrows as well
    QCOMPARE(loupe->current(), u"b"_s);
    QVERIFY(bench.text(u"loupe.strip.title"_s).contains(u"dusk"_s));
}

void TestLoupe::asManyAsAreWanted()
{
    WindowBench bench;
    QList<ViewedPicture> five = three();
    five.append(viewed(u"d"_s, placesOf(QSize(300, 200))));
    show(bench, five);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    press(Qt::Key_4);
    const QRect before = area(bench, 1)->rect();
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.count.2"_s), Qt::LeftButton);
    QCOMPARE(loupe->shown(), QStringList({u"a"_s, u"d"_s})); // the active one stays
    QCOMPARE(loupe->current(), u"d"_s);
    QVERIFY(area(bench, 1)->height() > before.height());
    QVERIFY(!area(bench, 3)->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.count.3"_s), Qt::LeftButton);
    QCOMPARE(loupe->shown(), QStringList({u"a"_s, u"d"_s, u"b"_s}));
    QVERIFY(area(bench, 3)->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.count.1"_s), Qt::LeftButton);
    QCOMPARE(loupe->shown().size(), 1);
    QVERIFY2(!bench.find<QWidget>(u"loupe.link"_s)->isVisible(), "one is in step with nothing");
}

void TestLoupe::narrowRoomsHaveTwoRows()
{
    WindowBench bench;
    show(bench, three());
    const auto top = [&bench](int pane) { return area(bench, pane)->mapTo(&bench.window(), QPoint(0, 0)).y(); };
    QCOMPARE(top(3), top(1));
    bench.window().resize(900, 800);
    QTRY_VERIFY(top(3) > top(1));
    QCOMPARE(top(2), top(1));
    QCOMPARE(area(bench, 3)->size(), area(bench, 1)->size());
}

void TestLoupe::theBarDoesWhatKeysDo()
{
    WindowBench bench;
    show(bench, three());
    const auto click = [&bench](const QString &name) {
        QTest::mouseClick(bench.find<QAbstractButton>(name), Qt::LeftButton);
    };
    QVERIFY(!bench.find<QWidget>(u"loupe.smaller"_s)->isEnabled());
    click(u"loupe.larger"_s);
    QVERIFY(step(bench).view(1).zoom > 1.2);
    auto *slider = bench.find<QSlider>(u"loupe.zoom"_s);
    const double before = step(bench).view(0).zoom;
    slider->setFocus(Qt::TabFocusReason);
    press(Qt::Key_PageUp);
    QVERIFY(step(bench).view(0).zoom > before);
    click(u"loupe.actual"_s);
    QVERIFY(bench.text(u"loupe.1.size"_s).contains(u"100 %"_s));
    click(u"loupe.whole"_s);
    QCOMPARE(step(bench).view(0), ViewPoint());
    click(u"loupe.link"_s);
    QVERIFY(!step(bench).isLinked());
    click(u"loupe.larger"_s);
    QVERIFY(step(bench).isShifted(0) && !step(bench).isShifted(1));
    click(u"loupe.link"_s);
    click(u"loupe.align"_s);
    QVERIFY(!step(bench).isShifted(0));
}

void TestLoupe::lettersAreKeysOnlyOnPictures()
{
    WindowBench bench;
    show(bench, three());
    bench.find<QWidget>(u"loupe.whole"_s)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_L);
    QVERIFY(step(bench).isLinked());
    press(Qt::Key_Escape); // leads back from anywhere in it
    QVERIFY(!bench.find<QWidget>(u"loupe"_s)->isVisible());
}

void TestLoupe::aPictureBeingMadeJoinsWhenItComes()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0);
    bench.images.complete(1);
    auto *first = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(first->isShown());
    Progress waiting;
    waiting.stage = Progress::Stage::Waiting;
    waiting.fraction = 0.4;
    bench.images.progress(2, waiting);
    first->setFocus();
    press(Qt::Key_L);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QVERIFY(loupe->isVisible());
    QCOMPARE(loupe->shown().size(), 3);
    QTRY_VERIFY(area(bench, 1)->shown().isShown());
    const auto *box = bench.find<QWidget>(u"loupe.3.picture.waiting"_s);
    QVERIFY(box->isVisible());
    QVERIFY(!bench.find<QWidget>(u"loupe.3.save"_s)->isEnabled());
    wheel(area(bench, 1), area(bench, 1)->rect().center() + QPoint(30, 0), 6);
    bench.images.complete(2);
    QTRY_VERIFY(area(bench, 3)->shown().isShown());
    QVERIFY(!box->isVisible());
    QCOMPARE(step(bench).view(2), step(bench).view(0));
    QVERIFY(bench.find<QWidget>(u"loupe.3.save"_s)->isEnabled());
    QCOMPARE(loupe->shown().size(), 3);
}

void TestLoupe::whatFailsMeanwhileSaysSo()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    bench.find<QWidget>(u"cell.1.0.picture"_s)->setFocus();
    press(Qt::Key_L);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QCOMPARE(loupe->shown().size(), 3);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QCOMPARE(loupe->shown().size(), 3);
    QTRY_VERIFY(!loupe->pane(1)->picture().problem.isEmpty());
    QVERIFY(area(bench, 2)->accessibleDescription().contains(loupe->pane(1)->picture().problem));
    press(Qt::Key_Escape);
    bench.find<QWidget>(u"cell.1.0.picture"_s)->setFocus();
    press(Qt::Key_L); // it is not offered anew
    QCOMPARE(loupe->shown().size(), 2);
}

void TestLoupe::theHeaderOffersWhatThereIs()
{
    WindowBench bench;
    bench.open();
    const auto *views = bench.find<QWidget>(u"views"_s);
    QVERIFY(!views->isVisible());
    make(bench, {u"sketchbook-scene"_s});
    QVERIFY2(!views->isVisible(), "nothing is to be seen yet");
    bench.images.completeAll();
    QTRY_VERIFY(views->isVisible());
    auto *ab = bench.find<QAbstractButton>(u"views.ab"_s);
    QVERIFY(!ab->isEnabled() && !ab->toolTip().isEmpty());
    auto *loupe = bench.find<QAbstractButton>(u"views.loupe"_s);
    QTest::mouseClick(loupe, Qt::LeftButton);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible() && loupe->isChecked());
    QVERIFY2(!bench.find<QWidget>(u"loupe.strip"_s)->isVisible(), "there is nothing to choose from");
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.columns"_s), Qt::LeftButton);
    QVERIFY(bench.find<QWidget>(u"cell.1.0.picture"_s)->isVisible());
    make(bench);
    bench.images.completeAll();
    QTRY_VERIFY(ab->isEnabled() && ab->toolTip().isEmpty());
    QTest::mouseClick(ab, Qt::LeftButton);
    QVERIFY(bench.find<QWidget>(u"ab"_s)->isVisible());
    QTest::mouseClick(loupe, Qt::LeftButton);
    QVERIFY(!bench.find<QWidget>(u"ab"_s)->isVisible() && bench.find<QWidget>(u"loupe"_s)->isVisible());
    QTest::mouseClick(bench.find<QWidget>(u"clearResults"_s), Qt::LeftButton);
    QTRY_VERIFY(!views->isVisible() && !bench.find<QWidget>(u"loupe"_s)->isVisible());
}

void TestLoupe::keysOfTheGridLeadThere()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    auto *second = bench.find<PictureView>(u"cell.1.1.picture"_s);
    QTRY_VERIFY(second->isShown());
    second->setFocus();
    press(Qt::Key_L);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QVERIFY(loupe->isVisible());
    QCOMPARE(loupe->current(), u"1.1"_s);
    QVERIFY(area(bench, 2)->hasFocus());
    press(Qt::Key_3);
    press(Qt::Key_G);
    QVERIFY(!loupe->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"cell.1.2.picture"_s);
    press(Qt::Key_A);
    QVERIFY(bench.find<QWidget>(u"ab"_s)->isVisible());
    press(Qt::Key_L);
    QVERIFY(loupe->isVisible());
    press(Qt::Key_Escape);
    bench.find<QWidget>(u"promptEdit"_s)->setFocus();
    press(Qt::Key_L); // a letter there
    QVERIFY(!loupe->isVisible());
}

void TestLoupe::chosenOnesAreShownTogether()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    auto *first = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(first->isShown());
    first->setFocus();
    const QImage plain = bench.find<PictureView>(u"cell.1.2.picture"_s)->grab().toImage();
    press(Qt::Key_3);
    QVERIFY2(bench.find<PictureView>(u"cell.1.2.picture"_s)->grab().toImage() != plain, "it shows its number");
    press(Qt::Key_1);
    press(Qt::Key_9); // there is none
    press(Qt::Key_L);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QCOMPARE(loupe->shown(), QStringList({u"1.2"_s, u"1.0"_s}));
    QCOMPARE(loupe->current(), u"1.0"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_1); // out again
    press(Qt::Key_3);
    QCOMPARE(bench.find<PictureView>(u"cell.1.2.picture"_s)->grab().toImage(), plain);
    press(Qt::Key_L);
    QCOMPARE(loupe->shown().size(), 3);
}

void TestLoupe::eachViewRemembersItsForm()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    auto *first = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(first->isShown());
    const auto *form = bench.find<QWidget>(u"promptEdit"_s);
    first->setFocus();
    press(Qt::Key_L);
    QVERIFY(!form->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"formToggle"_s), Qt::LeftButton);
    QVERIFY(form->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.ab"_s), Qt::LeftButton);
    QVERIFY(!form->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.loupe"_s), Qt::LeftButton);
    QVERIFY(form->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"formToggle"_s), Qt::LeftButton);
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.columns"_s), Qt::LeftButton);
    QVERIFY(form->isVisible());
}

void TestLoupe::closingLetsGo()
{
    WindowBench bench;
    show(bench, three());
    const std::weak_ptr<const Pyramid> held = area(bench, 1)->shown().pyramid();
    QVERIFY(!held.expired());
    press(Qt::Key_Escape);
    QTRY_VERIFY(held.expired());
    QVERIFY(!area(bench, 1)->shown().isShown());
    QVERIFY(bench.window().compare()->isVisible());
}

void TestLoupe::savesAndCopiesTheActiveOne()
{
    WindowBench bench;
    show(bench, three());
    bench.dialogs.nextFile = bench.folder.filePath(u"saved.png"_s);
    press(Qt::Key_2);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(bench.dialogs.nextFile));
    QTRY_COMPARE(QImage(bench.folder.filePath(u"saved.png"_s)).size(), QSize(1200, 800));
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.3.save"_s), Qt::LeftButton);
    QVERIFY(bench.dialogs.suggestion.startsWith(u"a-coast"_s));
}

void TestLoupe::starsTheActiveOne()
{
    WindowBench bench;
    bench.marks.marks[u"content-c"_s].isStarred = true;
    show(bench, three());
    QSignalSpy told(bench.window().compare(), &ComparePage::marked);
    const auto star = [&bench](int pane) { return bench.find<QAbstractButton>(u"loupe.%1.star"_s.arg(pane)); };
    const auto isStarred = [&bench](const QString &id) {
        return bench.marks.marks.value(u"content-"_s + id).isStarred;
    };
    QTRY_VERIFY(star(3)->accessibleName() != star(1)->accessibleName()); // as the database has it
    const QString off = star(1)->accessibleName();
    press(Qt::Key_2);
    press(Qt::Key_S);
    QVERIFY(isStarred(u"b"_s) && !isStarred(u"a"_s));
    QVERIFY2(star(2)->accessibleName() != off, "not by its looks alone");
    QVERIFY(area(bench, 2)->accessibleDescription() != area(bench, 1)->accessibleDescription());
    QTRY_COMPARE(told.count(), 1); // other pages show it, too
    press(Qt::Key_S);
    QVERIFY(!isStarred(u"b"_s));
    QCOMPARE(star(2)->accessibleName(), off);
    QTest::mouseClick(star(1), Qt::LeftButton);
    QVERIFY(isStarred(u"a"_s));
    QTest::mouseClick(star(3), Qt::LeftButton);
    QVERIFY(!isStarred(u"c"_s));
    // The star is the picture's, not the pane's.
    bench.find<QWidget>(u"loupe.1.picture"_s)->setFocus();
    bench.window().compare()->showViews({three().at(2), three().at(0)}, View::Loupe);
    QTRY_VERIFY(star(1)->accessibleName() == off && star(2)->accessibleName() != off);
}

void TestLoupe::aStarThatCannotBeKeptGoesBack()
{
    WindowBench bench;
    show(bench, three());
    const auto *star = bench.find<QAbstractButton>(u"loupe.1.star"_s);
    const QString off = star->accessibleName();
    bench.marks.error = notSent(ErrorKind::Storage, u"the disk is full"_s);
    QSignalSpy said(bench.window().compare(), &ComparePage::say);
    press(Qt::Key_S);
    QVERIFY(star->accessibleName() != off); // at once
    QTRY_COMPARE(star->accessibleName(), off);
    QCOMPARE(said.count(), 1);
}

void TestLoupe::aPictureOfARunHasItsCellsMenu()
{
    WindowBench bench;
    openRun(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.2.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"cellMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY2(menu->accessibleName().contains(bench.text(u"loupe.2.name"_s)), qPrintable(menu->accessibleName()));
    closeMenu(bench, u"cellMenu"_s);
    // By a right click and by the key, at the picture it is for.
    for (const auto reason : {QContextMenuEvent::Mouse, QContextMenuEvent::Keyboard}) {
        PictureArea *third = area(bench, 3);
        QContextMenuEvent wish(reason, third->rect().center(), third->mapToGlobal(third->rect().center()));
        QApplication::sendEvent(third, &wish);
        menu = bench.find<QMenu>(u"cellMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->accessibleName().contains(bench.text(u"loupe.3.name"_s)));
        closeMenu(bench, u"cellMenu"_s);
    }
    QCOMPARE(bench.find<LoupeView>(u"loupe"_s)->current(), u"1.2"_s);
}

void TestLoupe::whatIsTakenOffThePageIsGone()
{
    WindowBench bench;
    openRun(bench);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.2.more"_s), Qt::LeftButton);
    trigger(bench.find<QMenu>(u"cellMenu"_s), u"cellMenu.off"_s);
    QTRY_COMPARE(loupe->shown(), QStringList({u"1.0"_s, u"1.2"_s}));
    QVERIFY(!bench.find<QWidget>(u"loupe.strip.3"_s));
}

void TestLoupe::othersHaveAMenuOfTheirOwn()
{
    WindowBench bench;
    QList<ViewedPicture> pictures = three();
    pictures[1].generation.id = u"0123456789abcdef"_s; // of the gallery
    show(bench, pictures);
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.1.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"viewedMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY2(!menu->findChild<QAction *>(u"viewedMenu.explain"_s), "nobody knows how it was made");
    trigger(menu, u"viewedMenu.open"_s);
    QTRY_COMPARE(bench.dialogs.opened.size(), 1);
    QTRY_VERIFY(!bench.find<QMenu>(u"viewedMenu"_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.2.more"_s), Qt::LeftButton);
    menu = bench.find<QMenu>(u"viewedMenu"_s);
    QVERIFY(menu);
    trigger(menu, u"viewedMenu.explain"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"explainPage"_s)->isVisible());
    QCOMPARE(bench.find<ExplainPage>(u"explainPage"_s)->generation(), u"0123456789abcdef"_s);
}

void TestLoupe::explainsTheActiveOne()
{
    WindowBench bench;
    openRun(bench);
    press(Qt::Key_3);
    press(Qt::Key_I, Qt::ControlModifier);
    auto *page = bench.find<ExplainPage>(u"explainPage"_s);
    QVERIFY(page->isVisible());
    QCOMPARE(page->generation(), bench.images.jobs().at(2).id);
    QTest::keyClick(bench.window().focusWidget(), Qt::Key_Escape);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
    QVERIFY(area(bench, 3)->hasFocus());
}

void TestLoupe::exportsWhatIsLookedAt()
{
    WindowBench bench;
    openRun(bench);
    auto *button = bench.find<QAbstractButton>(u"exportViewed"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"export"_s);
    QCOMPARE(bench.find<QAbstractItemView>(u"exportStrip"_s)->model()->rowCount(), 3);
    QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_Escape);
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
    QTest::keyClick(area(bench, 1), Qt::Key_Escape);
    QVERIFY(!button->isVisible());
}

void TestLoupe::tabReachesEverythingByItsName()
{
    WindowBench bench;
    show(bench, three());
    for (const View view : {View::Loupe, View::AB}) {
        bench.window().compare()->showViews(three(), view);
        auto *shown = bench.find<QWidget>(view == View::Loupe ? u"loupe"_s : u"ab"_s);
        QTRY_VERIFY(shown->isVisible());
        QSet<QWidget *> wanted;
        for (QWidget *widget : shown->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            // In the strip, Tab leads to the picture of the pane it comes from.
            const bool other = button && button->group()
                && (!button->isChecked() || bench.find<QWidget>(u"loupe.strip"_s)->isAncestorOf(button));
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() && !other) {
                QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(),
                         widget->metaObject()->className());
                wanted.insert(widget);
            }
        }
        QVERIFY(wanted.size() > 8);
        for (int step = 0; step < 80; ++step) {
            wanted.remove(QApplication::focusWidget());
            press(Qt::Key_Tab);
        }
        QStringList missed;
        for (const QWidget *widget : std::as_const(wanted)) {
            missed.append(widget->objectName());
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u", "_s)));
    }
}

QTEST_MAIN(TestLoupe)
#include "test_loupe.moc"

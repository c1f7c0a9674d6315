// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abstage.h"
#include "ui/views/instep.h"
#include "ui/views/panelayout.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Zoom and pan in step, and where pictures stand: pure, in tables.
class TestViewGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fitAndPercent_data();
    void fitAndPercent();
    void targetsLieOnPixels();
    void zoomKeepsWhatIsUnderThePointer_data();
    void zoomKeepsWhatIsUnderThePointer();
    void nothingBesideThePictureIsSeen_data();
    void nothingBesideThePictureIsSeen();
    void picturesOfOtherSizesStayOnTheSameSpot();
    void actualPixelsOfOneAreTheZoomOfAll();
    void eachAtItsOwnActualPixels();
    void aloneAndBackInStep();
    void wholePicturesKeepWhatWasShifted();
    void zoomHasItsBounds();
    void otherPanesMeanNothing();
    void panes_data();
    void panes();
    void stages_data();
    void stages();
};

namespace {

const ViewPlace landscape {QSize(1536, 1024), QSizeF(768, 768), 1};
const ViewPlace larger {QSize(3072, 2048), QSizeF(768, 768), 1};

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

bool isNear(QPointF a, QPointF b)
{
    return isNear(a.x(), b.x()) && isNear(a.y(), b.y());
}

} // namespace

void TestViewGeometry::fitAndPercent_data()
{
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QSizeF>("room");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("percent");
    QTest::newRow("half as large") << QSize(1000, 500) << QSizeF(500, 500) << 1.0 << 1.0 << 50.0;
    QTest::newRow("as high") << QSize(500, 1000) << QSizeF(500, 500) << 1.0 << 1.0 << 50.0;
    QTest::newRow("twice of it") << QSize(1000, 500) << QSizeF(500, 500) << 1.0 << 2.0 << 100.0;
    QTest::newRow("a finer screen") << QSize(1000, 500) << QSizeF(500, 500) << 2.0 << 1.0 << 100.0;
    QTest::newRow("a screen of 150 %") << QSize(1500, 500) << QSizeF(500, 500) << 1.5 << 1.0 << 50.0;
    QTest::newRow("small ones are enlarged") << QSize(250, 250) << QSizeF(500, 500) << 1.0 << 1.0 << 200.0;
}

void TestViewGeometry::fitAndPercent()
{
    QFETCH(QSize, picture);
    QFETCH(QSizeF, room);
    QFETCH(double, ratio);
    QFETCH(double, zoom);
    QFETCH(double, percent);
    const ViewPlace place {picture, room, ratio};
    QVERIFY(isNear(place.percent(zoom), percent));
    QVERIFY(isNear(place.percent(place.actualZoom()), 100));
    const QRectF whole = place.target({});
    QVERIFY(QRectF(QPointF(0, 0), room).contains(whole));
    QVERIFY(isNear(whole.center(), QPointF(room.width() / 2, room.height() / 2)));
}

void TestViewGeometry::targetsLieOnPixels()
{
    for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
        const ViewPlace place {QSize(1000, 667), QSizeF(333, 271), ratio};
        for (const double zoom : {1.0, 1.7, 3.3, place.actualZoom()}) {
            const QRectF target = place.target(place.bounded({zoom, {0.31, 0.77}}));
            for (const double at : {target.left(), target.top(), target.width(), target.height()}) {
                QVERIFY(isNear(at * ratio, std::round(at * ratio)));
            }
        }
        QCOMPARE((place.target({place.actualZoom(), {0.5, 0.5}}).size() * ratio).toSize(), place.picture);
    }
}

void TestViewGeometry::zoomKeepsWhatIsUnderThePointer_data()
{
    QTest::addColumn<QPointF>("position");
    QTest::addColumn<double>("zoom");
    QTest::newRow("in the middle") << QPointF(384, 384) << 2.0;
    QTest::newRow("at the left") << QPointF(40, 300) << 3.0;
    QTest::newRow("far in") << QPointF(700, 420) << 20.0;
}

void TestViewGeometry::zoomKeepsWhatIsUnderThePointer()
{
    QFETCH(QPointF, position);
    QFETCH(double, zoom);
    const ViewPoint before;
    const ViewPoint after = landscape.zoomedAt(before, zoom, position);
    QVERIFY(isNear(landscape.shareAt(after, position), landscape.shareAt(before, position)));
    QCOMPARE(after.zoom, zoom);
    const ViewPoint moved = landscape.moved(after, {30, -20});
    QVERIFY(isNear(landscape.shareAt(moved, position + QPointF(30, -20)), landscape.shareAt(after, position)));
}

void TestViewGeometry::nothingBesideThePictureIsSeen_data()
{
    QTest::addColumn<ViewPoint>("wanted");
    QTest::addColumn<QPointF>("centre");
    QTest::newRow("whole: in the middle") << ViewPoint {1, {0.1, 0.9}} << QPointF(0.5, 0.5);
    QTest::newRow("wide enough, not high enough") << ViewPoint {1.2, {0, 0}} << QPointF(0.5 / 1.2, 0.5);
    QTest::newRow("upper left corner") << ViewPoint {3, {-1, -1}} << QPointF(0.5 / 3, 0.75 / 3);
    QTest::newRow("lower right corner") << ViewPoint {3, {2, 2}} << QPointF(1 - 0.5 / 3, 1 - 0.75 / 3);
    QTest::newRow("inside") << ViewPoint {3, {0.4, 0.6}} << QPointF(0.4, 0.6);
}

void TestViewGeometry::nothingBesideThePictureIsSeen()
{
    QFETCH(ViewPoint, wanted);
    QFETCH(QPointF, centre);
    QVERIFY(isNear(landscape.bounded(wanted).centre, centre));
}

void TestViewGeometry::picturesOfOtherSizesStayOnTheSameSpot()
{
    InStep step;
    const ViewPlace upright {QSize(600, 900), QSizeF(768, 768), 2};
    step.setPlaces({landscape, larger, upright});
    step.zoomTo(0, 4, {100, 300});
    step.move(0, {25, 60});
    QVERIFY(step.view(0).centre != QPointF(0.5, 0.5));
    QCOMPARE(step.view(1), step.view(0));
    QCOMPARE(step.view(2).zoom, step.view(0).zoom);
    QVERIFY(isNear(step.view(2).centre, step.view(0).centre));
    QVERIFY(isNear(larger.percent(step.view(1).zoom), landscape.percent(step.view(0).zoom) / 2));
    step.lookAt(2, {0.5, 0.25});
    QVERIFY(isNear(step.view(0).centre, {0.5, 0.25}));
}

void TestViewGeometry::actualPixelsOfOneAreTheZoomOfAll()
{
    InStep step;
    step.setPlaces({landscape, larger});
    step.zoomTo(1, larger.actualZoom());
    QVERIFY(isNear(step.places().at(1).percent(step.view(1).zoom), 100));
    QVERIFY(isNear(step.places().at(0).percent(step.view(0).zoom), 200));
    QVERIFY(!step.isEachActual());
}

void TestViewGeometry::eachAtItsOwnActualPixels()
{
    InStep step;
    step.setPlaces({landscape, larger});
    step.showEachActual();
    QVERIFY(step.isEachActual());
    for (int pane = 0; pane < 2; ++pane) {
        QVERIFY(isNear(step.places().at(pane).percent(step.view(pane).zoom), 100));
        QVERIFY(!step.isShifted(pane));
    }
    step.move(0, {-50, 0}); // the same spot of both, and still each at 100 %
    QVERIFY(step.isEachActual());
    QVERIFY(isNear(step.view(0).centre, step.view(1).centre));
    step.zoomTo(1, step.view(1).zoom * 2);
    QVERIFY(!step.isEachActual());
    QVERIFY(isNear(step.view(0).zoom, step.view(1).zoom));
    QVERIFY(isNear(step.places().at(1).percent(step.view(1).zoom), 200));
}

void TestViewGeometry::aloneAndBackInStep()
{
    InStep step;
    step.setPlaces({landscape, landscape, landscape});
    step.zoomTo(0, 4);
    step.setLinked(false);
    step.move(1, {76.8, 0});
    QVERIFY(isNear(step.view(0).centre, {0.5, 0.5}));
    QVERIFY(isNear(step.view(1).centre, {0.5 - 0.1 / 4, 0.5}));
    QVERIFY(step.isShifted(1) && !step.isShifted(0) && !step.isShifted(2));
    step.setLinked(true); // what it is away stays
    step.move(0, {-76.8, 0});
    QVERIFY(isNear(step.view(0).centre, {0.5 + 0.1 / 4, 0.5}));
    QVERIFY(isNear(step.view(1).centre, {0.5, 0.5}));
    QVERIFY(isNear(step.view(2).centre, step.view(0).centre));
    step.zoomTo(1, 8);
    QVERIFY(isNear(step.view(0).zoom, 8));
    step.align();
    QCOMPARE(step.view(1), step.view(0));
    QVERIFY(!step.isShifted(1));
    step.setLinked(false);
    step.zoomTo(2, 2);
    QVERIFY(step.isShifted(2) && isNear(step.view(0).zoom, 8));
    step.forget(2);
    QVERIFY(!step.isShifted(2));
}

void TestViewGeometry::wholePicturesKeepWhatWasShifted()
{
    InStep step;
    step.setPlaces({landscape, landscape});
    step.zoomTo(0, 4);
    step.setLinked(false);
    step.move(1, {40, 0});
    step.zoomTo(1, 6);
    step.setLinked(true);
    step.showWhole(0);
    QCOMPARE(step.view(0), ViewPoint());
    QCOMPARE(step.view(1), ViewPoint());
    step.zoomTo(0, 4);
    QVERIFY(isNear(step.view(1).zoom, 4));
    QVERIFY(!isNear(step.view(1).centre, step.view(0).centre));
    step.setLinked(false);
    step.showWhole(1);
    QVERIFY(isNear(step.view(1).zoom, 1) && isNear(step.view(0).zoom, 4));
}

void TestViewGeometry::zoomHasItsBounds()
{
    InStep step;
    step.setPlaces({landscape, {QSize(100, 100), QSizeF(768, 768), 1}});
    step.zoomTo(0, 1e9);
    QVERIFY(isNear(landscape.percent(step.view(0).zoom), InStep::maxPercent));
    step.zoomTo(0, 0);
    QVERIFY(isNear(step.view(0).zoom, 1)); // no smaller than whole
    step.zoomTo(1, 0);
    QVERIFY(isNear(step.places().at(1).percent(step.view(1).zoom), 100)); // but 100 % is always there
}

void TestViewGeometry::otherPanesMeanNothing()
{
    InStep step;
    step.zoomTo(0, 3);
    step.move(5, {1, 1});
    step.showWhole(-1);
    step.forget(7);
    QCOMPARE(step.view(0), ViewPoint());
    step.setPlaces({{QSize(), QSizeF(100, 100), 1}}); // not known yet
    step.zoomTo(0, 3, {10, 10});
    step.move(0, {4, 4});
    QVERIFY(!step.view(0).centre.isNull());
}

void TestViewGeometry::panes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QSize>("room");
    QTest::addColumn<QList<QRect>>("expected");
    QTest::newRow("one") << 1 << QSize(800, 600) << QList<QRect> {{0, 0, 800, 600}};
    QTest::newRow("two") << 2 << QSize(812, 600) << QList<QRect> {{0, 0, 400, 600}, {412, 0, 400, 600}};
    QTest::newRow("three in a row") << 3 << QSize(1080, 600)
                                    << QList<QRect> {{0, 0, 352, 600}, {364, 0, 352, 600}, {728, 0, 352, 600}};
    QTest::newRow("three where it is narrow")
        << 3 << QSize(812, 612) << QList<QRect> {{0, 0, 400, 300}, {412, 0, 400, 300}, {0, 312, 400, 300}};
    QTest::newRow("four") << 4 << QSize(1212, 612)
                          << QList<QRect> {
                                 {0, 0, 600, 300}, {612, 0, 600, 300}, {0, 312, 600, 300}, {612, 312, 600, 300}};
    QTest::newRow("never too low") << 4 << QSize(1212, 400)
                                   << QList<QRect> {{0, 0, 600, 240},
                                                    {612, 0, 600, 240},
                                                    {0, 252, 600, 240},
                                                    {612, 252, 600, 240}};
    QTest::newRow("never too narrow") << 2 << QSize(400, 600) << QList<QRect> {{0, 0, 400, 294}, {0, 306, 400, 294}};
}

void TestViewGeometry::panes()
{
    QFETCH(int, count);
    QFETCH(QSize, room);
    QFETCH(QList<QRect>, expected);
    const PaneLayout layout = paneLayout(count, room);
    QCOMPARE(layout.panes, expected);
    QCOMPARE(layout.size,
             QSize(expected.constLast().right() + 1, expected.constLast().bottom() + 1)
                 .expandedTo(QSize(expected.value(1).right() + 1, 0)));
}

void TestViewGeometry::stages_data()
{
    QTest::addColumn<QSize>("a");
    QTest::addColumn<QSize>("b");
    QTest::addColumn<QSize>("stage");
    QTest::addColumn<QRectF>("overlap");
    QTest::newRow("alike") << QSize(300, 200) << QSize(300, 200) << QSize(300, 200) << QRectF(0, 0, 300, 200);
    QTest::newRow("more pixels") << QSize(300, 200) << QSize(600, 400) << QSize(300, 200) << QRectF(0, 0, 300, 200);
    QTest::newRow("rounded to steps") << QSize(1536, 1024) << QSize(1264, 848) << QSize(1536, 1024)
                                      << QRectF(0, 0, 1536, 1024);
    QTest::newRow("wide and square") << QSize(300, 200) << QSize(100, 100) << QSize(300, 300)
                                     << QRectF(0, 50, 300, 200);
    QTest::newRow("wide and upright") << QSize(300, 200) << QSize(200, 300) << QSize(300, 300)
                                      << QRectF(50, 50, 200, 200);
    QTest::newRow("only A is known") << QSize(300, 200) << QSize() << QSize(300, 200) << QRectF(0, 0, 300, 200);
    QTest::newRow("only B is known") << QSize() << QSize(300, 200) << QSize(300, 200) << QRectF(0, 0, 300, 200);
    QTest::newRow("none") << QSize() << QSize() << QSize() << QRectF();
}

void TestViewGeometry::stages()
{
    QFETCH(QSize, a);
    QFETCH(QSize, b);
    QFETCH(QSize, stage);
    QFETCH(QRectF, overlap);
    const AbStage it = abStage(a, b);
    QCOMPARE(it.size, stage);
    QCOMPARE(it.overlap(), overlap);
}

QTEST_GUILESS_MAIN(TestViewGeometry)
#include "test_viewgeometry.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/maskchannel.h"
#include "ui/mask/canvassizes.h"
#include "ui/mask/growthhandles.h"
#include "ui/mask/maskdocument.h"
#include "ui/mask/maskpixels.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What is painted over a picture, without any widget.
class TestMaskDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsEmpty();
    void aStrokeIsOneStep();
    void pressureChangesTheStroke();
    void aStrokeCanBeGivenUp();
    void theEraserTakesAway();
    void featherFadesOnBothSides();
    void areasAddAndSubtract();
    void fillStopsAtWhatIsPainted();
    void fillClosesTheSeam();
    void invertsThePictureAlone();
    void whatGrowsIsPainted();
    void aDragOfHandlesIsOneStep();
    void aDragOfHandlesCanBeGivenUp();
    void growthIsBounded();
    void clearTakesTheCanvasToo();
    void undoesAndRedoesAllOfIt();
    void keepsAHundredSteps();
    void aNewStepEndsRedo();
    void isWrittenAndReadAgain();
    void isAMaskForVendors();
    void pictureStandsInItsCanvas();
    void worksAtTheEdgesOfTiles();
    void canvasSnapsToWhatAllMake_data();
    void canvasSnapsToWhatAllMake();
    void handlesMoveEdges();

private:
    static QPainterPath box(const QRectF &rect)
    {
        QPainterPath path;
        path.addRect(rect);
        return path;
    }
    static constexpr MaskDocument::Brush hard(double diameter) { return {diameter, 0, MaskDocument::Mode::Add}; }
};

namespace {

constexpr QSize size(300, 200);
constexpr auto add = MaskDocument::Mode::Add;
constexpr auto subtract = MaskDocument::Mode::Subtract;

} // namespace

void TestMaskDocument::beginsEmpty()
{
    const MaskDocument document(size);
    QVERIFY(document.isEmpty());
    QCOMPARE(document.canvas(), QRect(QPoint(), size));
    QCOMPARE(document.share(), 0.0);
    QCOMPARE(document.steps(), 0);
    QVERIFY(!document.canUndo() && !document.canRedo());
    QCOMPARE(document.painted().size(), size);
    QVERIFY(MaskDocument().isEmpty());
}

void TestMaskDocument::aStrokeIsOneStep()
{
    MaskDocument document(size);
    const QRect first = document.beginStroke({50, 100}, hard(20));
    QVERIFY(first.contains(50, 100));
    QVERIFY(!document.canUndo()); // not in the midst of it
    document.strokeTo({150, 100});
    document.strokeTo({250, 100});
    document.endStroke();
    QCOMPARE(document.steps(), 1);
    for (const int x : {50, 100, 150, 200, 250}) {
        QCOMPARE(document.valueAt({x, 100}), 255);
        QCOMPARE(document.valueAt({x, 105}), 255);
        QCOMPARE(document.valueAt({x, 115}), 0);
    }
    QCOMPARE(document.valueAt({38, 100}), 0);
    document.undo();
    QVERIFY(document.isEmpty());
    QCOMPARE(document.steps(), 0);
}

void TestMaskDocument::pressureChangesTheStroke()
{
    MaskDocument document(size);
    document.beginStroke({50, 100}, hard(10));
    document.strokeTo({150, 100});
    document.setStrokeDiameter(40);
    document.strokeTo({250, 100});
    document.endStroke();
    QCOMPARE(document.valueAt({100, 110}), 0);
    QCOMPARE(document.valueAt({200, 115}), 255);
}

void TestMaskDocument::aStrokeCanBeGivenUp()
{
    MaskDocument document(size);
    document.beginStroke({50, 100}, hard(20));
    document.strokeTo({150, 100});
    document.cancelStroke();
    QVERIFY(document.isEmpty());
    QVERIFY(!document.canUndo());
    QVERIFY(document.strokeTo({200, 100}).isEmpty());
    document.endStroke();
    QCOMPARE(document.steps(), 0);
}

void TestMaskDocument::theEraserTakesAway()
{
    MaskDocument document(size);
    document.paint(box({0, 0, 300, 200}), 0, add);
    QCOMPARE(document.share(), 1.0);
    document.beginStroke({100, 100}, {40, 0, subtract});
    document.endStroke();
    QCOMPARE(document.valueAt({100, 100}), 0);
    QCOMPARE(document.valueAt({100, 115}), 0);
    QCOMPARE(document.valueAt({100, 125}), 255);
    QVERIFY(document.share() < 1.0);
}

void TestMaskDocument::featherFadesOnBothSides()
{
    MaskDocument document(size);
    document.paint(box({100, 0, 100, 200}), 12, add);
    QCOMPARE(document.valueAt({150, 100}), 255);
    QVERIFY(document.valueAt({85, 100}) == 0);
    int before = 0;
    for (int x = 86; x <= 114; ++x) {
        QVERIFY2(document.valueAt({x, 100}) >= before, qPrintable(QString::number(x)));
        before = document.valueAt({x, 100});
    }
    QVERIFY(std::abs(document.valueAt({99, 100}) - 127) < 24); // the middle lies at the edge
    QVERIFY(document.valueAt({95, 100}) > 0);
    QVERIFY(document.valueAt({104, 100}) < 255);
}

void TestMaskDocument::areasAddAndSubtract()
{
    MaskDocument document(size);
    document.paint(box({20, 20, 100, 100}), 0, add);
    document.paint(box({40, 40, 20, 20}), 0, subtract);
    QCOMPARE(document.valueAt({30, 30}), 255);
    QCOMPARE(document.valueAt({50, 50}), 0);
    QPainterPath triangle;
    triangle.addPolygon(QPolygonF {QPointF(200, 20), QPointF(280, 20), QPointF(240, 100)});
    triangle.closeSubpath();
    document.paint(triangle, 0, add);
    QCOMPARE(document.valueAt({240, 40}), 255);
    QCOMPARE(document.valueAt({205, 90}), 0);
    QCOMPARE(document.steps(), 3);
    document.paint(box({-50, -50, 20, 20}), 0, add); // beside the picture: nothing happened
    QCOMPARE(document.steps(), 3);
}

void TestMaskDocument::fillStopsAtWhatIsPainted()
{
    MaskDocument document(size);
    document.beginStroke({100, 50}, hard(8));
    for (const QPointF corner : {QPointF(200, 50), QPointF(200, 150), QPointF(100, 150), QPointF(100, 50)}) {
        document.strokeTo(corner);
    }
    document.endStroke();
    document.fill({150, 100}, add);
    QCOMPARE(document.valueAt({150, 100}), 255);
    QCOMPARE(document.valueAt({120, 140}), 255);
    QCOMPARE(document.valueAt({50, 50}), 0);
    document.fill({150, 100}, add); // is so already
    QCOMPARE(document.steps(), 2);
    document.fill({150, 100}, subtract);
    QVERIFY(document.share() < 0.001);
    document.fill({-5, 20}, add); // beside the picture
    QCOMPARE(document.steps(), 3);
}

void TestMaskDocument::fillClosesTheSeam()
{
    MaskDocument document(size);
    QPainterPath ring;
    ring.addEllipse(QPointF(150, 100), 60, 60);
    ring.addEllipse(QPointF(150, 100), 50, 50);
    document.paint(ring, 0, add);
    document.fill({150, 100}, add);
    for (int x = 95; x <= 205; ++x) {
        QVERIFY2(document.valueAt({x, 100}) > 200, qPrintable(QString::number(x)));
    }
}

void TestMaskDocument::invertsThePictureAlone()
{
    MaskDocument document(size);
    document.paint(box({0, 0, 150, 200}), 0, add);
    document.setGrowth({0, 0, 100, 0});
    document.invert();
    QCOMPARE(document.valueAt({10, 10}), 0);
    QCOMPARE(document.valueAt({200, 10}), 255);
    QCOMPARE(document.valueAt({350, 10}), 255); // what has grown
    document.undo();
    QCOMPARE(document.valueAt({10, 10}), 255);
    QCOMPARE(document.valueAt({200, 10}), 0);
}

void TestMaskDocument::whatGrowsIsPainted()
{
    MaskDocument document(size);
    document.setGrowth({50, 10, 100, 40});
    QCOMPARE(document.canvas(), QRect(-50, -10, 450, 250));
    QVERIFY(!document.isEmpty());
    QCOMPARE(document.valueAt({-1, 50}), 255);
    QCOMPARE(document.valueAt({0, 50}), 0);
    const QImage painted = document.painted();
    QCOMPARE(painted.size(), QSize(450, 250));
    QCOMPARE(painted.pixelColor(0, 0).red(), 255);
    QCOMPARE(painted.pixelColor(60, 20).red(), 0);
    QCOMPARE(document.share(), 1.0 - 300.0 * 200 / (450 * 250));
    QCOMPARE(document.steps(), 0); // none was painted
}

void TestMaskDocument::aDragOfHandlesIsOneStep()
{
    MaskDocument document(size);
    for (int right = 1; right < 100; ++right) {
        document.growLive({0, 0, right, 0});
    }
    QCOMPARE(document.growth().right(), 99);
    QVERIFY(!document.canUndo());
    document.setGrowth({0, 0, 100, 0});
    document.undo();
    QVERIFY(document.growth().isNull());
    QVERIFY(!document.canUndo());
    document.growLive({0, 0, 5, 0});
    document.setGrowth({}); // back where it was
    QVERIFY(!document.canUndo());
}

void TestMaskDocument::aDragOfHandlesCanBeGivenUp()
{
    MaskDocument document(size);
    document.setGrowth({0, 0, 20, 0});
    document.growLive({0, 0, 90, 10});
    document.cancelGrowth();
    QCOMPARE(document.growth(), QMargins(0, 0, 20, 0));
    document.cancelGrowth(); // none is under way
    document.undo();
    QVERIFY(document.growth().isNull());
    QVERIFY(!document.canUndo());
}

void TestMaskDocument::growthIsBounded()
{
    MaskDocument document(size);
    document.setGrowth({-20, -1, 3, 0});
    QCOMPARE(document.growth(), QMargins(0, 0, 3, 0)); // the picture is never cut
    document.setGrowth({100'000, 0, 100'000, 100'000});
    QCOMPARE(document.canvas().size(), QSize(MaskDocument::largestSide, MaskDocument::largestSide));
}

void TestMaskDocument::clearTakesTheCanvasToo()
{
    MaskDocument document(size);
    document.paint(box({20, 20, 100, 100}), 0, add);
    document.setGrowth({10, 0, 0, 0});
    document.clear();
    QVERIFY(document.isEmpty());
    document.undo();
    QCOMPARE(document.growth().left(), 10);
    QCOMPARE(document.valueAt({50, 50}), 255);
    MaskDocument empty(size);
    empty.clear();
    QVERIFY(!empty.canUndo());
}

void TestMaskDocument::undoesAndRedoesAllOfIt()
{
    MaskDocument document(size);
    QList<QImage> seen {document.painted()};
    const auto look = [&] { seen.append(document.painted()); };
    document.beginStroke({20, 20}, {30, 6, add});
    document.strokeTo({120, 150});
    document.endStroke();
    look();
    document.paint(box({150, 50, 100, 100}), 10, add);
    look();
    document.fill({10, 190}, add);
    look();
    document.invert();
    look();
    document.setGrowth({7, 8, 9, 10});
    look();
    document.clear();
    look();
    for (qsizetype step = seen.size() - 2; step >= 0; --step) {
        document.undo();
        QCOMPARE(document.painted(), seen.at(step));
    }
    QVERIFY(!document.canUndo());
    for (qsizetype step = 1; step < seen.size(); ++step) {
        document.redo();
        QCOMPARE(document.painted(), seen.at(step));
    }
    QVERIFY(!document.canRedo());
}

void TestMaskDocument::keepsAHundredSteps()
{
    MaskDocument document(QSize(1024, 1024));
    for (int step = 0; step < 300; ++step) {
        document.beginStroke(QPointF(step * 3, 500), hard(3));
        document.endStroke();
    }
    int undone = 0;
    while (document.canUndo()) {
        document.undo();
        ++undone;
    }
    QVERIFY2(undone >= 100, qPrintable(QString::number(undone)));
}

void TestMaskDocument::aNewStepEndsRedo()
{
    MaskDocument document(size);
    document.paint(box({20, 20, 10, 10}), 0, add);
    document.undo();
    QVERIFY(document.canRedo());
    document.paint(box({60, 20, 10, 10}), 0, add);
    QVERIFY(!document.canRedo());
}

void TestMaskDocument::isWrittenAndReadAgain()
{
    MaskDocument document(size);
    document.beginStroke({20, 20}, {30, 6, add});
    document.strokeTo({290, 190});
    document.endStroke();
    document.setGrowth({13, 0, 0, 27});
    const MaskDocument again(document.painted(), document.growth(), document.steps());
    QCOMPARE(again.picture(), size);
    QCOMPARE(again.painted(), document.painted());
    QCOMPARE(again.share(), document.share());
    QCOMPARE(again.steps(), 1);
    QVERIFY(!again.canUndo());
}

/// Transparent where may be painted, and read so by what sends it.
void TestMaskDocument::isAMaskForVendors()
{
    MaskDocument document(size);
    document.paint(box({100, 50, 100, 100}), 9, add);
    const QImage mask = transparentWhere(document.painted());
    QCOMPARE(mask.size(), size);
    QCOMPARE(mask.pixelColor(150, 100).alpha(), 0);
    QCOMPARE(mask.pixelColor(10, 10).alpha(), 255);
    const Result<QImage> channel = paintedChannel(mask);
    QVERIFY(channel);
    QCOMPARE(channel->convertToFormat(QImage::Format_Grayscale8), document.painted()); // soft edges too
    QVERIFY(std::abs(paintedShare(document.painted()) - document.share()) < 1e-9);
    QVERIFY(!paintedChannel(transparentWhere(MaskDocument(size).painted()))); // nothing may change
}

void TestMaskDocument::pictureStandsInItsCanvas()
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const QImage canvas = grownPicture(picture, {10, 20, 30, 40});
    QCOMPARE(canvas.size(), QSize(340, 260));
    QCOMPARE(canvas.pixelColor(9, 100).alpha(), 0);
    QCOMPARE(canvas.pixelColor(10, 20), QColor(Qt::red));
    QCOMPARE(canvas.pixelColor(309, 219), QColor(Qt::red));
    QCOMPARE(canvas.pixelColor(310, 219).alpha(), 0);
}

/// The same wherever a tile ends, also where the picture is smaller than one.
void TestMaskDocument::worksAtTheEdgesOfTiles()
{
    for (const QSize small : {QSize(1, 1), QSize(127, 129), QSize(128, 128), QSize(257, 5)}) {
        MaskDocument document(small);
        document.paint(box(QRectF(QPointF(), QSizeF(small))), 0, add);
        QCOMPARE(document.share(), 1.0);
        document.invert();
        QVERIFY(document.isEmpty());
    }
    MaskDocument document(QSize(400, 400));
    document.beginStroke({128, 128}, {60, 15, add});
    document.endStroke();
    for (const int by : {0, 10, 20, 28, 35, 44}) {
        const int value = document.valueAt({128 + by, 128});
        QVERIFY(std::abs(document.valueAt({127 - by, 128}) - value) <= 14);
        QVERIFY(std::abs(document.valueAt({128, 128 + by}) - value) <= 14);
    }
}

void TestMaskDocument::canvasSnapsToWhatAllMake_data()
{
    QTest::addColumn<QList<SizeRule>>("rules");
    QTest::addColumn<QMargins>("growth");
    QTest::addColumn<int>("edges");
    QTest::addColumn<QMargins>("snapped");
    const SizeList list {{QSize(1024, 1024), QSize(1536, 1024), QSize(1024, 1536)}};
    const SizeList other {{QSize(1536, 1024)}};
    SizeRange range;
    range.multipleOf = 32;
    constexpr int right = Qt::RightEdge;
    constexpr int corner = Qt::RightEdge | Qt::BottomEdge;
    using Rules = QList<SizeRule>;
    // The picture is 1000 × 900.
    QTest::newRow("near") << Rules {list} << QMargins(0, 0, 530, 0) << right << QMargins(0, 0, 536, 0);
    QTest::newRow("far") << Rules {list} << QMargins(0, 0, 300, 0) << right << QMargins(0, 0, 300, 0);
    QTest::newRow("both edges") << Rules {list} << QMargins(0, 0, 20, 120) << corner << QMargins(0, 0, 24, 124);
    QTest::newRow("of both models") << Rules {list, other} << QMargins(0, 0, 20, 0) << right << QMargins(0, 0, 20, 0);
    QTest::newRow("none in common") << Rules {other, SizeList {{QSize(512, 512)}}} << QMargins(0, 0, 530, 0) << right
                                    << QMargins(0, 0, 530, 0);
    QTest::newRow("steps") << Rules {range} << QMargins(0, 0, 20, 0) << right << QMargins(0, 0, 24, 0);
    QTest::newRow("left") << Rules {list} << QMargins(530, 0, 0, 0) << int(Qt::LeftEdge) << QMargins(536, 0, 0, 0);
    QTest::newRow("nobody says") << Rules {SizeUncontrolled()} << QMargins(0, 0, 17, 0) << right
                                 << QMargins(0, 0, 17, 0);
}

void TestMaskDocument::canvasSnapsToWhatAllMake()
{
    QFETCH(QList<SizeRule>, rules);
    QFETCH(QMargins, growth);
    QFETCH(int, edges);
    const QMargins moved = lightwell::snapped(growth, Qt::Edges(edges), 10, QSize(1000, 900), canvasSizes(rules));
    QTEST(moved, "snapped");
}

void TestMaskDocument::handlesMoveEdges()
{
    using namespace growthhandles;
    const QRectF canvas(100, 100, 300, 200);
    QCOMPARE(at(canvas, {400, 200}, false), Qt::Edges(Qt::RightEdge));
    QCOMPARE(at(canvas, {101, 99}, false), Qt::LeftEdge | Qt::TopEdge);
    QVERIFY(!at(canvas, {400, 130}, false));
    QCOMPARE(at(canvas, {400, 130}, true), Qt::Edges(Qt::RightEdge));
    QVERIFY(!at(canvas, {250, 180}, true));
    const QSize picture(300, 200);
    QCOMPARE(dragged({Qt::RightEdge, {}, false, false}, {50, 99}, picture), QMargins(0, 0, 50, 0));
    QCOMPARE(dragged({Qt::LeftEdge, {}, false, false}, {50, 0}, picture), QMargins()); // never into the picture
    QCOMPARE(dragged({Qt::LeftEdge | Qt::TopEdge, {10, 0, 0, 0}, false, false}, {-50, -20}, picture),
             QMargins(60, 20, 0, 0));
    QCOMPARE(dragged({Qt::RightEdge, {}, true, false}, {50, 0}, picture), QMargins(50, 0, 50, 0));
    const QMargins kept = dragged({Qt::RightEdge | Qt::BottomEdge, {}, false, true}, {150, 20}, picture);
    QCOMPARE(picture.grownBy(kept), QSize(450, 300));
}

QTEST_GUILESS_MAIN(TestMaskDocument)
#include "test_maskdocument.moc"

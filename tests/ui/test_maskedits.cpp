// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskcanvas.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What takes its time in a large picture's mask, and what the hand does meanwhile. Between two events of a test
/// nothing that runs on the thread pool can arrive, so that all of them come meanwhile.
class TestMaskEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFillIsOneStep();
    void aSecondFillWaits();
    void aStrokeWaits();
    void aStrokeOutlivesTheFill();
    void aStrokeThatWaitsIsSeen();
    void aStrokeIsGivenUpMeanwhile();
    void aDragOfHandlesWaits();
    void aDragOfHandlesOutlivesTheFill();
    void whatWaitsIsUndoneInItsOrder();
    void areasAndInvertingTakeTheSameWay();
    void goesOnWithoutACanvas();
    void goesWithItsOwner();

private:
    void tool(MaskCanvas::Tool tool) { m_canvas->setTool(tool); }
    [[nodiscard]] QPoint pointOf(QPointF picture) const { return m_canvas->pointOf(picture).toPoint(); }
    [[nodiscard]] int valueAt(QPoint at) const { return m_canvas->document().valueAt(at); }
    void press(QPointF at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, pointOf(at));
    }
    void move(QPointF to) { QTest::mouseMove(m_canvas.get(), pointOf(to)); }
    void release(QPointF at) { QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, pointOf(at)); }
    void fill(QPointF at, Qt::KeyboardModifiers modifiers = {});
    void undo()
    {
        m_canvas->change([](MaskDocument &document) { document.undo(); });
    }
    std::unique_ptr<MaskEdits> m_edits;
    std::unique_ptr<MaskCanvas> m_canvas;
};

namespace {

constexpr QSize size(4096, 4096); // 16 megapixels

} // namespace

void TestMaskEdits::init()
{
    QImage level(512, 512, QImage::Format_ARGB32_Premultiplied);
    level.fill(Qt::darkGray);
    m_canvas = std::make_unique<MaskCanvas>();
    m_edits = std::make_unique<MaskEdits>(MaskDocument(size));
    m_canvas->resize(600, 600);
    m_canvas->show();
    m_canvas->open({level}, m_edits.get());
    m_canvas->setDiameter(200);
    m_canvas->setFeather(0);
}

void TestMaskEdits::fill(QPointF at, Qt::KeyboardModifiers modifiers)
{
    tool(MaskCanvas::Tool::Fill);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, modifiers, pointOf(at));
}

void TestMaskEdits::aFillIsOneStep()
{
    int changes = 0;
    connect(m_edits.get(), &MaskEdits::changed, this, [&changes] { ++changes; });
    fill({2000, 2000});
    QVERIFY(m_edits->isBusy()); // whoever pressed does not wait for it
    QVERIFY(m_canvas->document().isEmpty());
    QVERIFY(m_edits->canUndo());
    QCOMPARE(m_canvas->cursor().shape(), Qt::BusyCursor);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(changes, 1);
    QCOMPARE(m_canvas->document().share(), 1.0);
    QCOMPARE(m_canvas->document().steps(), 1);
    QVERIFY(m_canvas->cursor().shape() != Qt::BusyCursor);
    undo();
    QVERIFY(m_canvas->document().isEmpty());
    QVERIFY(!m_edits->canUndo());
}

/// The other way round nothing would have been there to be taken away.
void TestMaskEdits::aSecondFillWaits()
{
    tool(MaskCanvas::Tool::Rectangle);
    press({1000, 1000});
    move({3000, 3000});
    release({3000, 3000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(valueAt({2000, 2000}), 255);
    fill({500, 500});
    fill({2000, 2000}, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QVERIFY(m_canvas->document().isEmpty());
    QCOMPARE(m_canvas->document().steps(), 3);
    undo();
    QCOMPARE(m_canvas->document().share(), 1.0);
    undo();
    QCOMPARE(valueAt({2000, 2000}), 255);
    QCOMPARE(valueAt({500, 500}), 0);
}

void TestMaskEdits::aStrokeWaits()
{
    fill({2000, 2000});
    tool(MaskCanvas::Tool::Eraser);
    press({1000, 2000});
    move({2000, 2000});
    move({3000, 2000});
    release({3000, 2000});
    press({2000, 1000}); // and one more
    release({2000, 1000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(m_canvas->document().steps(), 3);
    for (const QPoint at : {QPoint(1000, 2000), QPoint(1500, 2000), QPoint(2500, 2000), QPoint(2000, 1000)}) {
        QCOMPARE(valueAt(at), 0);
    }
    QCOMPARE(valueAt({1500, 1500}), 255);
    undo();
    QCOMPARE(valueAt({2000, 1000}), 255);
    undo();
    QCOMPARE(m_canvas->document().share(), 1.0);
    undo();
    QVERIFY(m_canvas->document().isEmpty());
}

void TestMaskEdits::aStrokeOutlivesTheFill()
{
    fill({2000, 2000});
    tool(MaskCanvas::Tool::Eraser);
    press({1000, 2000});
    move({2000, 2000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QVERIFY(m_canvas->document().isStroking());
    QCOMPARE(valueAt({1500, 2000}), 0); // what was drawn before it was there
    QCOMPARE(valueAt({1500, 1500}), 255);
    move({3000, 2000});
    QCOMPARE(valueAt({2500, 2000}), 0);
    release({3000, 2000});
    QCOMPARE(m_canvas->document().steps(), 2);
    undo();
    QCOMPARE(m_canvas->document().share(), 1.0);
}

void TestMaskEdits::aStrokeThatWaitsIsSeen()
{
    const QPoint place = pointOf({2000, 2000});
    const QRgb before = m_canvas->grab().toImage().pixel(place);
    fill({500, 500});
    tool(MaskCanvas::Tool::Brush);
    press({2000, 2000});
    move({2600, 2000});
    QVERIFY(m_canvas->grab().toImage().pixel(place) != before);
    QVERIFY(m_edits->isBusy());
    QCOMPARE(m_edits->waiting().size(), 1);
    release({2600, 2000});
    QVERIFY(m_canvas->grab().toImage().pixel(place) != before);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QVERIFY(m_edits->waiting().isEmpty());
}

void TestMaskEdits::aStrokeIsGivenUpMeanwhile()
{
    fill({2000, 2000});
    tool(MaskCanvas::Tool::Eraser);
    press({1000, 2000});
    move({2000, 2000});
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    release({2000, 2000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(m_canvas->document().share(), 1.0);
    QCOMPARE(m_canvas->document().steps(), 1);
}

void TestMaskEdits::aDragOfHandlesWaits()
{
    fill({2000, 2000});
    const QPointF handle(size.width(), size.height() / 2.0);
    press(handle);
    move(handle + QPointF(100, 0));
    move(handle + QPointF(400, 0));
    const QMargins dragged = m_canvas->document().growth();
    QVERIFY(dragged.right() > 300);
    release(handle + QPointF(400, 0));
    QCOMPARE(m_canvas->document().growth(), dragged); // it stays in sight
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(m_canvas->document().growth(), dragged);
    QCOMPARE(m_canvas->document().share(), 1.0);
    undo();
    QVERIFY(m_canvas->document().growth().isNull());
    QCOMPARE(valueAt({5, 5}), 255);
    undo();
    QVERIFY(m_canvas->document().isEmpty());
    QVERIFY(!m_edits->canUndo());
}

void TestMaskEdits::aDragOfHandlesOutlivesTheFill()
{
    const QPointF handle(size.width(), size.height() / 2.0);
    fill({2000, 2000});
    press(handle);
    move(handle + QPointF(400, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QVERIFY(m_canvas->document().growth().right() > 300);
    QCOMPARE(m_canvas->document().share(), 1.0);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(m_canvas->document().growth().isNull());
    release(handle);
    undo();
    QVERIFY(m_canvas->document().isEmpty());
    QVERIFY(!m_edits->canUndo());
}

void TestMaskEdits::whatWaitsIsUndoneInItsOrder()
{
    tool(MaskCanvas::Tool::Brush);
    press({1000, 1000});
    release({1000, 1000});
    fill({3000, 3000});
    undo(); // of the fill, which is not there yet
    tool(MaskCanvas::Tool::Brush);
    press({3000, 1000});
    release({3000, 1000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(m_canvas->document().steps(), 2);
    QCOMPARE(valueAt({1000, 1000}), 255);
    QCOMPARE(valueAt({3000, 1000}), 255);
    QCOMPARE(valueAt({3000, 3000}), 0);
    QVERIFY(!m_edits->canRedo());
}

void TestMaskEdits::areasAndInvertingTakeTheSameWay()
{
    tool(MaskCanvas::Tool::Lasso);
    press({1000, 1000});
    for (const QPointF to : {QPointF(3000, 1000), QPointF(3000, 3000), QPointF(1000, 3000)}) {
        move(to);
    }
    release({1000, 3000});
    QVERIFY(m_edits->isBusy());
    m_canvas->work([](MaskDocument &document) { document.invert(); });
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(valueAt({2000, 2000}), 0);
    QCOMPARE(valueAt({500, 500}), 255);
    QCOMPARE(m_canvas->document().steps(), 2);
}

/// Another picture is painted meanwhile, or the page is left.
void TestMaskEdits::goesOnWithoutACanvas()
{
    fill({2000, 2000});
    MaskEdits other {MaskDocument(QSize(100, 100))};
    m_canvas->open({QImage(100, 100, QImage::Format_ARGB32_Premultiplied)}, &other);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edits->isBusy(), 60000);
    QCOMPARE(m_edits->document().share(), 1.0);
    QVERIFY(m_canvas->document().isEmpty());
    m_canvas->open({}, nullptr);
    tool(MaskCanvas::Tool::Brush);
    QTest::keyClick(m_canvas.get(), Qt::Key_Return); // nothing is there to be painted
    QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
    undo();
    QVERIFY(other.document().isEmpty());
}

void TestMaskEdits::goesWithItsOwner()
{
    fill({2000, 2000});
    tool(MaskCanvas::Tool::Brush);
    press({1000, 2000});
    m_edits.reset();
    move({2000, 2000});
    release({2000, 2000});
    QVERIFY(m_canvas->document().isEmpty());
}

QTEST_MAIN(TestMaskEdits)
#include "test_maskedits.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/journal/journal.h"
#include "core/ledger/ledger.h"
#include "core/media/codec.h"
#include "core/media/maskchannel.h"
#include "core/secrets/keyring.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"
#include "core/transport/httpclient.h"
#include "tests/standins/openai.h"
#include "tests/support/multipart.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/engineimageservice.h"
#include "ui/keys/providerkeys.h"
#include "ui/mask/maskpage.h"
#include "ui/references/referencespanel.h"
#include "ui/services.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Painting what should change in a picture, in the window.
class TestMaskPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void paintsWithTheMouse();
    void erasesAndDrawsStraight();
    void areasAreDrawn();
    void fillsInvertsAndClears();
    void aFillGoesOnWithoutThePage();
    void aFillIsUndoneBeforeItIsThere();
    void saysWhichWayRoundItIs();
    void coloursAreChosen();
    void worksByKeys();
    void keysChooseTools();
    void isUndoneAndRedone();
    void stepsOutliveThePage();
    void zoomsAndPans();
    void growsByHandlesAndNumbers();
    void saysWhoMakesAnotherSize();
    void anEmptyMaskIsNotSent();
    void modelsSayWhatTheyMakeOfIt();
    void modelsSayInWhichFormTheyGetIt();
    void goesWithItsPicture();
    void isKeptOverARestart();
    void isSentAsItWasPainted();

private:
    void ready(WindowBench &bench, const QStringList &models);
    static MaskCanvas *canvas(const QWidget &window) { return window.findChild<MaskCanvas *>(u"maskCanvas"_s); }
    static MaskCanvas *canvas(WindowBench &bench) { return canvas(bench.window()); }
    static int valueAt(WindowBench &bench, QPoint at) { return canvas(bench)->document().valueAt(at); }
    static QPoint pointOf(MaskCanvas *canvas, QPointF picture) { return canvas->pointOf(picture).toPoint(); }
    static void stroke(MaskCanvas *canvas, const QList<QPointF> &points, Qt::KeyboardModifiers modifiers = {});
    static QList<Reference> references(WindowBench &bench)
    {
        return bench.window().findChild<FormPane *>()->references()->list().all();
    }
    static bool isWritten(WindowBench &bench) { return bench.window().findChild<MaskPage *>()->isSettled(); }
    void addAndOpen(QWidget &window);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

const QString editor = u"gpt-image-2"_s; // takes masks
const QString repainter = u"flux-2-pro"_s; // edits, and takes none
const QString painter = u"sketchbook-scene"_s; // takes no pictures
constexpr QSize size(600, 400);

} // namespace

void TestMaskPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::current().filePath(u"masks-XXXXXX"_s));
    m_file = m_folder->filePath(u"boat.png"_s);
    QVERIFY(samplePicture(size, 1).save(m_file));
}

void TestMaskPage::addAndOpen(QWidget &window)
{
    window.findChild<ComparePage *>()->addReference(m_file);
    auto *link = [&window]() -> QAbstractButton * {
        const auto isThere = [&window] {
            const auto *button = window.findChild<QAbstractButton *>(u"reference.0.mask"_s);
            return button && button->isVisible();
        };
        return QTest::qWaitFor(isThere) ? window.findChild<QAbstractButton *>(u"reference.0.mask"_s) : nullptr;
    }();
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QTRY_VERIFY(canvas(window)->isVisible() && canvas(window)->document().picture() == size);
    QTRY_VERIFY(window.findChild<MaskPage *>()->isSettled());
    QVERIFY(canvas(window)->hasFocus());
}

void TestMaskPage::ready(WindowBench &bench, const QStringList &models)
{
    bench.open();
    const QList<ProviderInfo> providers = bench.window().findChild<ProviderKeys *>()->providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-0123456789abcdef", KeySource::Session, &bench.window(),
                            [](const Status &) {});
    }
    QTRY_VERIFY(bench.window().findChild<ProviderKeys *>()->isUsable(u"openai"_s));
    CompareForm form;
    form.prompt = u"a rowing boat"_s;
    form.models = models;
    form.size.ratio = AspectRatio {16, 9};
    bench.window().compare()->setForm(form);
    addAndOpen(bench.window());
}

void TestMaskPage::stroke(MaskCanvas *canvas, const QList<QPointF> &points, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(canvas, Qt::LeftButton, modifiers, pointOf(canvas, points.constFirst()));
    for (const QPointF &point : points) {
        QTest::mouseMove(canvas, pointOf(canvas, point));
    }
    QTest::mouseRelease(canvas, Qt::LeftButton, modifiers, pointOf(canvas, points.constLast()));
}

void TestMaskPage::paintsWithTheMouse()
{
    WindowBench bench;
    ready(bench, {editor});
    QVERIFY(bench.text(u"maskTitle"_s).contains(u"boat.png"_s));
    stroke(canvas(bench), {{150, 200}, {300, 200}, {450, 200}});
    QCOMPARE(canvas(bench)->document().steps(), 1);
    QCOMPARE(valueAt(bench, {300, 200}), 255);
    QCOMPARE(valueAt(bench, {300, 350}), 0);
    QTRY_VERIFY(isWritten(bench));
    const std::optional<PaintedMask> mask = references(bench).constFirst().mask;
    QVERIFY(mask);
    QCOMPARE(mask->steps, 1);
    QVERIFY(mask->share > 0.05 && mask->share < 0.5);
    const Result<QImage> painted = paintedChannel(readMask(mask->mask));
    QVERIFY(painted);
    QCOMPARE(painted->size(), size);
    QCOMPARE(painted->pixelColor(300, 200).value(), 255);
    QVERIFY(!bench.find<QAbstractButton>(u"reference.0.mask"_s)->text().isEmpty());
    bench.find<QSlider>(u"brushSize"_s)->setValue(10);
    stroke(canvas(bench), {{100, 50}, {120, 50}});
    QVERIFY(valueAt(bench, {110, 51}) > 230); // a soft brush paints in full only in its middle
    QCOMPARE(valueAt(bench, {110, 80}), 0);
}

void TestMaskPage::erasesAndDrawsStraight()
{
    WindowBench bench;
    ready(bench, {editor});
    bench.find<QSlider>(u"feather"_s)->setValue(0);
    bench.find<QSlider>(u"brushSize"_s)->setValue(20);
    stroke(canvas(bench), {{100, 100}, {200, 100}});
    stroke(canvas(bench), {{500, 100}, {500, 101}}, Qt::ShiftModifier); // from where the last one ended
    QCOMPARE(valueAt(bench, {350, 100}), 255);
    stroke(canvas(bench), {{350, 100}, {351, 100}}, Qt::AltModifier);
    QCOMPARE(valueAt(bench, {350, 100}), 0);
    QTest::mouseClick(bench.find<QAbstractButton>(u"tool.eraser"_s), Qt::LeftButton);
    stroke(canvas(bench), {{150, 100}, {151, 100}});
    QCOMPARE(valueAt(bench, {150, 100}), 0);
    stroke(canvas(bench), {{150, 100}, {151, 100}}, Qt::AltModifier); // the other way round
    QCOMPARE(valueAt(bench, {150, 100}), 255);
}

void TestMaskPage::areasAreDrawn()
{
    WindowBench bench;
    ready(bench, {editor});
    QTest::keyClick(canvas(bench), Qt::Key_R);
    stroke(canvas(bench), {{100, 100}, {300, 250}});
    QTRY_COMPARE(valueAt(bench, {200, 200}), 255);
    QCOMPARE(valueAt(bench, {400, 200}), 0);
    stroke(canvas(bench), {{150, 150}, {250, 220}}, Qt::AltModifier);
    QTRY_COMPARE(valueAt(bench, {200, 190}), 0);
    QCOMPARE(valueAt(bench, {115, 115}), 255);
    QTest::keyClick(canvas(bench), Qt::Key_L);
    stroke(canvas(bench), {{400, 50}, {550, 50}, {550, 200}, {400, 200}});
    QTRY_COMPARE(valueAt(bench, {500, 120}), 255);
    QCOMPARE(canvas(bench)->document().steps(), 3);
    stroke(canvas(bench), {{400, 300}, {400, 300}}); // nothing was drawn
    QCOMPARE(canvas(bench)->document().steps(), 3);
    QTest::keyClick(canvas(bench), Qt::Key_R); // Escape gives up what is being drawn, and not the page
    QTest::mousePress(canvas(bench), Qt::LeftButton, {}, pointOf(canvas(bench), {10, 300}));
    QTest::mouseMove(canvas(bench), pointOf(canvas(bench), {100, 390}));
    QTest::keyClick(canvas(bench), Qt::Key_Escape);
    QTest::mouseRelease(canvas(bench), Qt::LeftButton, {}, pointOf(canvas(bench), {100, 390}));
    QCOMPARE(canvas(bench)->document().steps(), 3);
    QVERIFY(canvas(bench)->isVisible());
}

void TestMaskPage::fillsInvertsAndClears()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *clear = bench.find<QAbstractButton>(u"maskClear"_s);
    QVERIFY(!clear->isEnabled());
    QTest::keyClick(canvas(bench), Qt::Key_G);
    stroke(canvas(bench), {{300, 200}, {300, 200}});
    QTRY_COMPARE(valueAt(bench, {5, 5}), 255);
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskInvert"_s), Qt::LeftButton);
    QTRY_VERIFY(canvas(bench)->document().isEmpty());
    canvas(bench)->setFocus();
    QTest::keyClick(canvas(bench), Qt::Key_I);
    QTRY_VERIFY(!canvas(bench)->document().isEmpty());
    QVERIFY(clear->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(canvas(bench)->document().isEmpty());
    QTRY_VERIFY(isWritten(bench));
    QVERIFY(!references(bench).constFirst().mask);
}

void TestMaskPage::aFillGoesOnWithoutThePage()
{
    WindowBench bench;
    ready(bench, {editor});
    bench.waitForPrices();
    QTest::keyClick(canvas(bench), Qt::Key_G);
    stroke(canvas(bench), {{300, 200}, {300, 200}});
    QVERIFY(canvas(bench)->document().isEmpty()); // it takes its time, and nothing waits for it
    QVERIFY(!isWritten(bench));
    QVERIFY(!bench.find<QPushButton>(u"generateButton"_s)->isEnabled());
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskClose"_s), Qt::LeftButton);
    QTRY_VERIFY(references(bench).constFirst().mask);
    QCOMPARE(references(bench).constFirst().mask->share, 1.0);
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.mask"_s), Qt::LeftButton);
    QTRY_COMPARE(canvas(bench)->document().steps(), 1);
    QTest::keyClick(canvas(bench), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(canvas(bench)->document().isEmpty());
}

void TestMaskPage::aFillIsUndoneBeforeItIsThere()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *undo = bench.find<QAbstractButton>(u"maskUndo"_s);
    QTest::keyClick(canvas(bench), Qt::Key_G);
    stroke(canvas(bench), {{300, 200}, {300, 200}});
    QVERIFY(undo->isEnabled());
    QTest::keyClick(canvas(bench), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(isWritten(bench));
    QVERIFY(canvas(bench)->document().isEmpty());
    QVERIFY(!undo->isEnabled());
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskRedo"_s), Qt::LeftButton);
    QCOMPARE(valueAt(bench, {5, 5}), 255);
}

void TestMaskPage::saysWhichWayRoundItIs()
{
    WindowBench bench;
    ready(bench, {editor});
    const auto *said = bench.find<QLabel>(u"maskPolarity"_s);
    QVERIFY(said->isVisible());
    QVERIFY(!said->text().isEmpty());
    QVERIFY2(said->sizeHint().width() <= said->width(), "it is cut off");
}

void TestMaskPage::coloursAreChosen()
{
    WindowBench bench;
    ready(bench, {editor});
    QTest::keyClick(canvas(bench), Qt::Key_G);
    stroke(canvas(bench), {{300, 200}, {300, 200}});
    QTRY_COMPARE(valueAt(bench, {5, 5}), 255);
    const auto seen = [&bench] { return canvas(bench)->grab().toImage(); };
    const auto choose = [&bench](const QString &name) {
        QTest::mouseClick(bench.find<QAbstractButton>(u"maskLooks"_s), Qt::LeftButton);
        auto *menu = bench.window().findChild<QMenu *>(u"maskLookMenu"_s);
        QAction *action = menu->findChild<QAction *>(name);
        const bool wasChosen = action->isChecked();
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        delete menu;
        return wasChosen;
    };
    const QImage usual = seen();
    QVERIFY(!choose(u"maskLook.blue"_s));
    const QImage blue = seen();
    QVERIFY(blue != usual);
    QVERIFY(!choose(u"maskLook.strong"_s));
    QVERIFY(seen() != blue);
    QCOMPARE(bench.settings().toString(Setting::MaskColour), u"blue"_s);
    QCOMPARE(bench.settings().toString(Setting::MaskStrength), u"strong"_s);
    QVERIFY(choose(u"maskLook.blue"_s)); // both are kept
    QVERIFY(choose(u"maskLook.strong"_s));
    choose(u"maskLook.accent"_s);
    choose(u"maskLook.medium"_s);
    QCOMPARE(seen(), usual);
}

void TestMaskPage::worksByKeys()
{
    WindowBench bench;
    ready(bench, {editor});
    MaskCanvas *it = canvas(bench);
    QTest::keyClick(it, Qt::Key_Return); // in the middle
    QCOMPARE(valueAt(bench, {300, 200}), 255);
    QCOMPARE(it->document().steps(), 1);
    for (int step = 0; step < 12; ++step) {
        QTest::keyClick(it, Qt::Key_Right, Qt::ShiftModifier);
    }
    QVERIFY(it->document().steps() > 1);
    const int far = 300 + int(120 / it->zoom());
    QCOMPARE(valueAt(bench, {far, 200}), 255);
    QTest::keyClick(it, Qt::Key_R);
    const int before = it->document().steps();
    for (int step = 0; step < 5; ++step) {
        QTest::keyClick(it, Qt::Key_Up);
    }
    QTest::keyClick(it, Qt::Key_Return);
    for (int step = 0; step < 8; ++step) {
        QTest::keyClick(it, Qt::Key_Up);
        QTest::keyClick(it, Qt::Key_Left);
    }
    QTest::keyClick(it, Qt::Key_Return);
    QTRY_COMPARE(it->document().steps(), before + 1);
    QTest::keyClick(it, Qt::Key_Escape); // nothing to give up: back to the pictures
    QVERIFY(!it->isVisible());
    QVERIFY(bench.find<QWidget>(u"addReference"_s)->hasFocus());
}

void TestMaskPage::keysChooseTools()
{
    WindowBench bench;
    ready(bench, {editor});
    MaskCanvas *it = canvas(bench);
    const QList<std::pair<Qt::Key, QString>> tools {{Qt::Key_E, u"tool.eraser"_s}, {Qt::Key_R, u"tool.rectangle"_s},
                                                    {Qt::Key_L, u"tool.lasso"_s},  {Qt::Key_G, u"tool.fill"_s},
                                                    {Qt::Key_C, u"tool.canvas"_s}, {Qt::Key_B, u"tool.brush"_s}};
    for (const auto &[key, name] : tools) {
        QTest::keyClick(it, key);
        QVERIFY2(bench.find<QAbstractButton>(name)->isChecked(), qPrintable(name));
    }
    QTest::keyClick(it, Qt::Key_X);
    QCOMPARE(it->tool(), MaskCanvas::Tool::Eraser);
    QTest::keyClick(it, Qt::Key_X);
    QCOMPARE(it->tool(), MaskCanvas::Tool::Brush);
    auto *brush = bench.find<QSlider>(u"brushSize"_s);
    auto *feather = bench.find<QSlider>(u"feather"_s);
    const int diameter = brush->value();
    const int soft = feather->value();
    QTest::keyClick(it, Qt::Key_BracketRight);
    QVERIFY(brush->value() > diameter);
    QTest::keyClick(it, Qt::Key_BracketLeft);
    QTest::keyClick(it, Qt::Key_BracketLeft);
    QVERIFY(brush->value() < diameter);
    QTest::keyClick(it, Qt::Key_BraceRight, Qt::ShiftModifier);
    QVERIFY(feather->value() > soft);
    for (int step = 0; step < 200; ++step) {
        QTest::keyClick(it, Qt::Key_BraceLeft, Qt::ShiftModifier);
    }
    QCOMPARE(feather->value(), 0);
}

void TestMaskPage::isUndoneAndRedone()
{
    WindowBench bench;
    ready(bench, {editor});
    MaskCanvas *it = canvas(bench);
    auto *undo = bench.find<QAbstractButton>(u"maskUndo"_s);
    auto *redo = bench.find<QAbstractButton>(u"maskRedo"_s);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    bench.find<QSlider>(u"brushSize"_s)->setValue(4);
    constexpr int strokes = 110;
    for (int step = 0; step < strokes; ++step) {
        stroke(it, {QPointF(40 + step * 4, 200), QPointF(42 + step * 4, 200)});
    }
    QCOMPARE(it->document().steps(), strokes);
    it->setFocus();
    for (int step = 0; step < strokes; ++step) {
        QTest::keyClick(it, Qt::Key_Z, Qt::ControlModifier);
    }
    QVERIFY(it->document().isEmpty());
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
    QTest::keyClick(it, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(it->document().steps(), 1);
    QTest::keyClick(it, Qt::Key_Y, Qt::ControlModifier);
    QTest::mouseClick(redo, Qt::LeftButton);
    QCOMPARE(it->document().steps(), 3);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(it->document().steps(), 2);
}

void TestMaskPage::stepsOutliveThePage()
{
    WindowBench bench;
    ready(bench, {editor});
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskClose"_s), Qt::LeftButton);
    QVERIFY(!canvas(bench)->isVisible());
    QTRY_VERIFY(references(bench).constFirst().mask); // also what was painted just now
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.mask"_s), Qt::LeftButton);
    QTRY_COMPARE(canvas(bench)->document().steps(), 1);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"maskUndo"_s)->isEnabled());
    QTest::keyClick(canvas(bench), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(canvas(bench)->document().isEmpty());
}

void TestMaskPage::zoomsAndPans()
{
    WindowBench bench;
    ready(bench, {editor});
    MaskCanvas *it = canvas(bench);
    const double fitted = it->zoom();
    const QPointF place = it->pointOf({100, 100});
    QWheelEvent wheel(place, it->mapToGlobal(place), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(it, &wheel);
    QVERIFY(it->zoom() > fitted);
    QVERIFY((it->pointOf({100, 100}) - place).manhattanLength() < 0.01); // it stays under the pointer
    QTest::keyClick(it, Qt::Key_1);
    QCOMPARE(it->zoom() * it->devicePixelRatioF(), 1.0);
    const QPointF before = it->pointOf({0, 0});
    QTest::keyPress(it, Qt::Key_Space);
    QTest::mousePress(it, Qt::LeftButton, {}, QPoint(100, 100));
    QTest::mouseMove(it, QPoint(140, 130));
    QTest::mouseRelease(it, Qt::LeftButton, {}, QPoint(140, 130));
    QTest::keyRelease(it, Qt::Key_Space);
    QCOMPARE(it->pointOf({0, 0}) - before, QPointF(40, 30));
    QVERIFY(it->document().isEmpty()); // it was no stroke
    QTest::mousePress(it, Qt::MiddleButton, {}, QPoint(100, 100));
    QTest::mouseMove(it, QPoint(90, 80));
    QTest::mouseRelease(it, Qt::MiddleButton, {}, QPoint(90, 80));
    QCOMPARE(it->pointOf({0, 0}) - before, QPointF(30, 10));
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskFit"_s), Qt::LeftButton);
    QCOMPARE(it->zoom(), fitted);
    it->setFocus();
    QTest::keyClick(it, Qt::Key_Minus);
    QVERIFY(it->zoom() < fitted);
    QVERIFY(bench.text(u"maskZoom"_s).contains(u'%'));
    QTest::keyClick(it, Qt::Key_0);
    QCOMPARE(it->zoom(), fitted);
    // Painting hits the same pixels at any zoom.
    QTest::keyClick(it, Qt::Key_1);
    stroke(it, {{300, 200}, {301, 200}});
    QCOMPARE(valueAt(bench, {300, 200}), 255);
}

void TestMaskPage::growsByHandlesAndNumbers()
{
    WindowBench bench;
    ready(bench, {repainter});
    MaskCanvas *it = canvas(bench);
    const QPoint handle = pointOf(it, {size.width(), size.height() / 2.0});
    QTest::mousePress(it, Qt::LeftButton, {}, handle);
    QTest::mouseMove(it, handle + QPoint(10, 0));
    QTest::mouseMove(it, handle + QPoint(30, 4));
    QTest::mouseRelease(it, Qt::LeftButton, {}, handle + QPoint(30, 4));
    QVERIFY(it->document().growth().right() > 20);
    QCOMPARE(it->document().growth().bottom(), 0);
    QCOMPARE(it->document().steps(), 0);
    QTest::keyClick(it, Qt::Key_C);
    auto *below = bench.find<QSpinBox>(u"growth.below"_s);
    QVERIFY(below->isVisible());
    below->setValue(100);
    bench.find<QSpinBox>(u"growth.right"_s)->setValue(200);
    QCOMPARE(it->document().growth(), QMargins(0, 0, 200, 100));
    QTRY_VERIFY(isWritten(bench));
    const PaintedMask mask = *references(bench).constFirst().mask;
    QCOMPARE(mask.growth, QMargins(0, 0, 200, 100));
    const Result<QImage> picture = decodeImage(mask.canvas);
    QVERIFY(picture);
    QCOMPARE(picture->size(), QSize(800, 500));
    QCOMPARE(picture->pixelColor(700, 10).alpha(), 0);
    QCOMPARE(picture->pixelColor(10, 10).rgb(), samplePicture(size, 1).pixelColor(10, 10).rgb());
    bench.waitForPrices();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    const Request request = bench.images.jobs().constFirst().request;
    QCOMPARE(probeImage(request.images.constFirst().bytes)->size, QSize(800, 500));
    QCOMPARE(probeImage(request.mask->bytes)->size, QSize(800, 500));
    QVERIFY(request.size.isEmpty()); // as the canvas
    QVERIFY(!it->isVisible()); // the pictures are to be seen
    bench.images.completeAll();
}

void TestMaskPage::saysWhoMakesAnotherSize()
{
    WindowBench bench;
    ready(bench, {u"gpt-image-1.5"_s}); // makes three sizes
    bench.waitForPrices();
    MaskCanvas *it = canvas(bench);
    const QString name = u"GPT Image 1.5"_s;
    QTRY_VERIFY2(it->accessibleDescription().startsWith(name + u" makes another size"_s),
                 qPrintable(it->accessibleDescription()));
    QTest::keyClick(it, Qt::Key_C);
    bench.find<QSpinBox>(u"growth.right"_s)->setValue(936);
    bench.find<QSpinBox>(u"growth.below"_s)->setValue(624);
    QCOMPARE(it->document().canvas().size(), QSize(1536, 1024));
    QTRY_VERIFY2(it->accessibleDescription().startsWith(name + u" makes this size"_s),
                 qPrintable(it->accessibleDescription()));
    const QImage said = it->grab().toImage();
    it->setNote({});
    QVERIFY2(it->grab().toImage() != said, "and it is to be seen");
}

void TestMaskPage::anEmptyMaskIsNotSent()
{
    WindowBench bench;
    ready(bench, {editor});
    bench.waitForPrices();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QVERIFY(!generate->isEnabled());
    QVERIFY(!generate->toolTip().isEmpty());
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTRY_VERIFY(generate->isEnabled());
    QTest::keyClick(canvas(bench), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(isWritten(bench));
    QVERIFY(!generate->isEnabled());
    QTest::mouseClick(bench.find<QAbstractButton>(u"maskBack"_s), Qt::LeftButton); // then it is a plain reference
    bench.waitForPrices();
    QTRY_VERIFY(generate->isEnabled());
}

void TestMaskPage::modelsSayWhatTheyMakeOfIt()
{
    WindowBench bench;
    ready(bench, {editor, repainter, painter});
    bench.waitForPrices();
    const auto said = [&bench](int place) {
        const auto *cell = bench.find<QWidget>(u"maskModel.%1"_s.arg(place));
        return cell ? cell->accessibleDescription() : QString();
    };
    QTRY_VERIFY2(said(0).contains(u"takes the mask"_s), qPrintable(said(0)));
    QTRY_VERIFY2(said(1).contains(u"emulated"_s), qPrintable(said(1)));
    QTRY_VERIFY2(said(2).contains(u"takes no pictures"_s), qPrintable(said(2)));
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTRY_VERIFY(isWritten(bench));
    bench.waitForPrices();
    QTRY_COMPARE(bench.text(u"modelSign."_s + repainter), u"mask emulated"_s);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 2); // one cannot: it is not asked
    for (const FakeImageService::Job &job : bench.images.jobs()) {
        QVERIFY(job.request.mask);
        QVERIFY(job.request.model != painter);
    }
    bench.images.completeAll();
}

/// On the row below the canvas, in the line above it, and in the form; where it is as painted, nowhere.
void TestMaskPage::modelsSayInWhichFormTheyGetIt()
{
    const QString swapper = u"ideogram-v3"_s; // wants black where may be painted, and no greys
    const QString hardener = u"recraft-v3"_s; // wants no greys
    WindowBench bench;
    ready(bench, {editor, swapper, hardener});
    QTest::mouseClick(bench.find<QAbstractButton>(u"shapeOfPicture"_s), Qt::LeftButton);
    bench.waitForPrices();
    const auto said = [&bench](int place) {
        const auto *cell = bench.find<QWidget>(u"maskModel.%1"_s.arg(place));
        return cell ? cell->accessibleDescription() : QString();
    };
    QTRY_VERIFY2(said(0).contains(u"soft edges"_s), qPrintable(said(0)));
    QTRY_VERIFY2(said(1).contains(u"swapped"_s) && said(1).contains(u"hard edges"_s), qPrintable(said(1)));
    QTRY_VERIFY2(!said(2).contains(u"swapped"_s) && said(2).contains(u"hard edges"_s), qPrintable(said(2)));
    const auto nameOf = [&bench](const QString &model) { return bench.catalog.find(model)->name; };
    const QString line = bench.text(u"maskPolarity"_s);
    QVERIFY2(line.contains(nameOf(swapper)), qPrintable(line));
    QVERIFY2(!line.contains(nameOf(editor)) && !line.contains(nameOf(hardener)), qPrintable(line));
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTRY_VERIFY(isWritten(bench));
    bench.waitForPrices();
    const auto sign = [&bench](const QString &model) { return bench.find<QLabel>(u"modelSign."_s + model); };
    QTRY_VERIFY2(sign(swapper)->text().contains(u"swapped"_s), qPrintable(sign(swapper)->text()));
    QTRY_VERIFY2(sign(hardener)->text().contains(u"hard"_s), qPrintable(sign(hardener)->text()));
    QCOMPARE(sign(editor)->text(), QString());
    for (const QString &model : {swapper, hardener}) {
        QCOMPARE(sign(model)->foregroundRole(), QPalette::PlaceholderText); // no warning
        const auto *row = bench.find<QWidget>(u"modelRow."_s + model);
        QVERIFY(row->accessibleDescription().contains(nameOf(model)));
    }
}

void TestMaskPage::goesWithItsPicture()
{
    WindowBench bench;
    ready(bench, {editor});
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTRY_VERIFY(isWritten(bench));
    const QString other = m_folder->filePath(u"other.png"_s);
    QVERIFY(samplePicture(QSize(300, 300), 2).save(other));
    bench.window().compare()->addReference(other);
    QTRY_COMPARE(references(bench).size(), 2);
    QTRY_VERIFY(references(bench).constLast().isReady());
    QVERIFY(bench.window().compare()->form().request(editor, 0).mask);
    auto *remove = bench.find<QAbstractButton>(u"reference.0.remove"_s);
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Down, Qt::AltModifier); // the mask is of no other picture
    QVERIFY(!bench.window().compare()->form().request(editor, 0).mask);
    QTest::keyClick(remove, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(bench.window().compare()->form().request(editor, 0).mask);
    QVERIFY(canvas(bench)->isVisible());
    QTest::keyClick(remove, Qt::Key_Delete); // the page goes with its picture
    QVERIFY(!canvas(bench)->isVisible());
    QVERIFY(!bench.window().compare()->form().request(editor, 0).mask);
}

void TestMaskPage::isKeptOverARestart()
{
    WindowBench bench;
    ready(bench, {editor});
    stroke(canvas(bench), {{150, 200}, {300, 200}});
    QTest::keyClick(canvas(bench), Qt::Key_C);
    bench.find<QSpinBox>(u"growth.left"_s)->setValue(64);
    QTRY_VERIFY(isWritten(bench));
    const PaintedMask before = *references(bench).constFirst().mask;
    bench.close();
    QVERIFY(bench.settings().value(Setting::CompareForm).toByteArray().size() < 1000);
    bench.open();
    QTRY_VERIFY(references(bench).constFirst().isReady());
    QVERIFY(references(bench).constFirst().mask);
    QCOMPARE(*references(bench).constFirst().mask, before);
    QCOMPARE(references(bench).constFirst().mask->mask, before.mask);
    QVERIFY(!references(bench).constFirst().mask->canvas.isEmpty());
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.mask"_s), Qt::LeftButton);
    QTRY_COMPARE(canvas(bench)->document().growth().left(), 64);
    QCOMPARE(canvas(bench)->document().valueAt({200, 200}), 255);
}

/// The whole way, to a vendor that refuses what the real one would refuse.
void TestMaskPage::isSentAsItWasPainted()
{
    WindowBench bench;
    OpenAiStandIn vendor;
    HttpClient http;
    Clock clock;
    const std::unique_ptr<Store> store = Store::open(u":memory:"_s).value();
    Ledger ledger(*store);
    Journal journal(*store);
    MediaStore media(bench.folder.filePath(u"made"_s));
    bench.keyring().setBaseUrls({{u"openai"_s, vendor.baseUrl()}});
    Engine engine(EngineParts {bench.adapters, http, journal, ledger, media, bench.keyring(), clock});
    engine.setCatalog(bench.catalog);
    EngineImageService images(engine, journal);
    const Services services {images,           bench.gateway(),
                             bench.starter(),  bench.clients(),
                             bench.keyring(),  bench.books,
                             bench.settings(), bench.clientKey,
                             bench.dialogs,    bench.adapters,
                             bench.catalog,    bench.clock,
                             nullptr,          {},
                             nullptr,          nullptr,
                             nullptr,          nullptr,
                             nullptr,          bench.folder.filePath(u"references"_s)};
    MainWindow window(services, *bench.theme, bench.budget());
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bool stored = false;
    bench.keyring().set(u"openai"_s, OpenAiStandIn::key(), KeySource::Session, &window,
                        [&stored](const Status &status) { stored = status.ok(); });
    QTRY_VERIFY(stored);
    window.findChild<ProviderKeys *>()->noteNewKey(u"openai"_s);
    QTRY_VERIFY(window.findChild<ProviderKeys *>()->isUsable(u"openai"_s));
    CompareForm form;
    form.prompt = u"a rowing boat"_s;
    form.models = QStringList {u"openai/"_s + editor};
    form.size.ratio = AspectRatio {16, 9};
    window.compare()->setForm(form);
    addAndOpen(window);
    window.findChild<QSlider *>(u"feather"_s)->setValue(20);
    stroke(canvas(window), {{150, 200}, {450, 200}});
    const QImage painted = canvas(window)->document().painted();
    auto *generate = window.findChild<QPushButton *>(u"generateButton"_s);
    QTRY_VERIFY(generate->isEnabled() && window.compare()->isPriced());
    QTest::keyClick(canvas(window), Qt::Key_Return, Qt::ControlModifier);
    if (auto *yes = window.findChild<QPushButton *>(u"startYes"_s); yes->isVisible()) {
        bench.clock.milliseconds += 10'000;
        yes->click();
    }
    QTRY_COMPARE(vendor.calls(u"/v1/images/edits"_s), 1);
    const QList<FormPart> parts = formParts(vendor.calls().constLast());
    QCOMPARE(formField(parts, u"prompt"_s), QByteArray("a rowing boat"));
    const std::optional<QByteArray> picture =
        formField(parts, u"image[]"_s) ? formField(parts, u"image[]"_s) : formField(parts, u"image"_s);
    QVERIFY(picture);
    QCOMPARE(decodeImage(*picture)->convertToFormat(QImage::Format_RGB32),
             samplePicture(size, 1).convertToFormat(QImage::Format_RGB32));
    const std::optional<QByteArray> mask = formField(parts, u"mask"_s);
    QVERIFY(mask);
    QImage alpha = decodeImage(*mask)->convertToFormat(QImage::Format_Alpha8);
    alpha.reinterpretAsFormat(QImage::Format_Grayscale8);
    alpha.invertPixels();
    QCOMPARE(alpha, painted); // soft edges too
    QTRY_VERIFY(window.compare()->session().cell(1, 0)->picture());
    QVERIFY(vendor.violations().isEmpty());
    window.close();
}

QTEST_MAIN(TestMaskPage)
#include "test_maskpage.moc"

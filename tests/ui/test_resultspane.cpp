// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/columns.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/runhead.h"
#include "ui/compare/runline.h"
#include "ui/views/picturearea.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/tokens.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPaintEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The runs of the Compare page: how large their cells are, what folds, what is enlarged.
class TestResultsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesAreAsLargeAsTheRuleSays();
    void nothingJumpsWhatsoeverEnds();
    void columnsKeepTheirNamesInSight();
    void columnsThatDoNotFitAreScrolledSideways();
    void anEmptyHeaderHasNothingOfAFullOne();
    void anEnlargedPictureHasThePaneToItself();
    void aPictureThatComesUnderThePointerChangesTheWholeEdge();
    void roundingLeavesNoMarginBesideAPicture();
    void earlierRunsFoldAndUnfoldInPlace();
    void arrowsLeadAcrossRuns();
    void manyCellsComeInParts();
    void whatIsFarFromSightIsLetGo();
    void picturesAreReadForTheirSize();
    void enlargesAndReturns_data();
    void enlargesAndReturns();
    void arrowsStepInTheEnlargedView();
    void aNewRunClosesTheEnlargedView();
    void aPointedAtPictureTellsThatItCanBeEnlarged();
    void timeIsOfAboutWhatItTookBefore_data();
    void timeIsOfAboutWhatItTookBefore();
    void theFormHidesAndComesBackForAQuestion();
    void theHeaderTellsHowThingsStand();
    void keysOfACell();

private:
    static void make(WindowBench &bench, int pictures = 1, QStringList models = {});
    static CellWidget *cell(WindowBench &bench, int index, int run = 1)
    {
        return bench.find<CellWidget>(u"cell.%1.%2"_s.arg(run).arg(index));
    }
    static PictureView *picture(WindowBench &bench, int index, int run = 1)
    {
        return bench.find<PictureView>(u"cell.%1.%2.picture"_s.arg(run).arg(index));
    }
    static QScrollArea *area(WindowBench &bench) { return bench.find<QScrollArea>(u"results"_s); }
    static QRect place(WindowBench &bench, const QWidget *widget)
    {
        return {widget->mapTo(area(bench)->viewport(), QPoint(0, 0)), widget->size()};
    }
};

namespace {

/// What was painted anew of a widget.
class PaintedRegion : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent *>(event)->region();
        }
        return QObject::eventFilter(watched, event);
    }
    QRegion region;
};

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

QString focused()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

void press(int key, Qt::KeyboardModifiers with = {})
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
}

} // namespace

void TestResultsPane::make(WindowBench &bench, int pictures, QStringList models)
{
    CompareForm form = bench.window().compare()->form();
    form.pictures = pictures;
    form.size = {};
    form.size.ratio = AspectRatio {3, 2};
    form.models = models.isEmpty() ? builtIn : models;
    bench.window().compare()->setForm(form);
    bench.clock.milliseconds += 2000;
    bench.generate();
    QCoreApplication::processEvents();
    const CompareSession &session = bench.window().compare()->session();
    if (const CompareRun *run = session.run(session.runs().value(0))) {
        QTRY_VERIFY(bench.find<CellWidget>(u"cell.%1.%2"_s.arg(run->id).arg(run->cells.size() - 1)));
    }
}

void TestResultsPane::picturesAreAsLargeAsTheRuleSays()
{
    WindowBench bench;
    bench.open(QSize(1280, 800));
    make(bench);
    const GridRoom room {area(bench)->size(), 3, 1.5, cell(bench, 0)->captionHeight()};
    const CellGrid grid = flowingGrid(room);
    QCOMPARE(grid.columns, 2);
    QTRY_COMPARE(cell(bench, 0)->size(), grid.cell);
    QCOMPARE(place(bench, cell(bench, 0)).topLeft(), QPoint(16, 16));
    QCOMPARE(place(bench, cell(bench, 1)).topLeft(), QPoint(16 + grid.left(1), 16));
    QCOMPARE(place(bench, cell(bench, 2)).topLeft(), QPoint(16, 16 + grid.top(1)));
    QVERIFY2(!area(bench)->verticalScrollBar()->isVisible(), "all are in sight");
    bench.window().resize(1920, 1080);
    QTRY_VERIFY(cell(bench, 0)->width() > grid.cell.width() + 100);
    QVERIFY(!area(bench)->verticalScrollBar()->isVisible());
}

void TestResultsPane::nothingJumpsWhatsoeverEnds()
{
    WindowBench bench;
    bench.open();
    make(bench);
    QList<QRect> before;
    for (int index = 0; index < 3; ++index) {
        before.append(place(bench, cell(bench, index)));
    }
    Progress waiting;
    waiting.stage = Progress::Stage::Waiting;
    bench.images.progress(0, waiting);
    bench.images.fail(1, GenerationStatus::Failed,
                      notSent(ErrorKind::ContentPolicy, u"A reason that is very long. "_s.repeated(12)));
    bench.images.complete(2, QSize(512, 1024)); // another shape
    QTRY_VERIFY(picture(bench, 2)->isShown());
    bench.images.complete(0);
    QTRY_VERIFY(picture(bench, 0)->isShown());
    for (int index = 0; index < 3; ++index) {
        QCOMPARE(place(bench, cell(bench, index)), before.at(index));
    }
}

void TestResultsPane::columnsKeepTheirNamesInSight()
{
    WindowBench bench;
    bench.open();
    make(bench, 4);
    auto *head = bench.window().findChild<RunHead *>();
    QVERIFY(head && head->isVisible());
    QTRY_VERIFY(area(bench)->verticalScrollBar()->maximum() > 100);
    QCOMPARE(place(bench, head).top(), 0);
    QCOMPARE(place(bench, cell(bench, 3)).left(), place(bench, cell(bench, 0)).left());
    area(bench)->verticalScrollBar()->setValue(100);
    QCOMPARE(place(bench, head).top(), 0);
    QVERIFY(place(bench, cell(bench, 0)).top() < 0);
    make(bench, 4); // and the next run's head pushes it out
    QTRY_COMPARE(place(bench, bench.find<QWidget>(u"run.2"_s)->findChild<RunHead *>()).top(), 0);
    QVERIFY(!head->isVisible());
}

void TestResultsPane::columnsThatDoNotFitAreScrolledSideways()
{
    WindowBench bench;
    bench.open(QSize(1000, 700));
    make(bench, 2, builtIn + QStringList {u"flux-2-pro"_s, u"gpt-image-2"_s});
    if (!cell(bench, 4)) {
        QSKIP("models without a key are held back here");
    }
    QScrollBar *bar = area(bench)->horizontalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QWidget *viewport = area(bench)->viewport();
    QWheelEvent wheel(QPointF(50, 50), viewport->mapToGlobal(QPointF(50, 50)), {}, QPoint(0, -120), Qt::NoButton,
                      Qt::ShiftModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &wheel);
    QVERIFY(bar->value() > 0);
    const QWidget *head = bench.window().findChild<RunHead *>();
    QCOMPARE(place(bench, head).left(), place(bench, bench.find<QWidget>(u"run.1"_s)).left());
}

void TestResultsPane::anEmptyHeaderHasNothingOfAFullOne()
{
    WindowBench bench;
    bench.open();
    const auto *line = bench.find<QWidget>(u"beforeClear"_s);
    QVERIFY(!line->isVisible() && !bench.find<QWidget>(u"clearResults"_s)->isVisible());
    make(bench);
    QTRY_VERIFY(line->isVisible() && bench.find<QWidget>(u"clearResults"_s)->isVisible());
}

void TestResultsPane::anEnlargedPictureHasThePaneToItself()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    QTRY_VERIFY(picture(bench, 0)->isShown());
    const auto *hint = bench.find<QWidget>(u"keyHint"_s);
    QVERIFY(hint->isVisible());
    QTest::mouseClick(picture(bench, 0), Qt::LeftButton);
    QTRY_VERIFY(!hint->isVisible());
    QTest::keyClick(bench.window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(hint->isVisible());
}

void TestResultsPane::aPictureThatComesUnderThePointerChangesTheWholeEdge()
{
    WindowBench bench;
    bench.open();
    make(bench);
    QTRY_VERIFY(cell(bench, 0)->isVisible());
    QTest::qWait(50); // all is painted
    PaintedRegion painted;
    cell(bench, 0)->installEventFilter(&painted);
    bench.images.complete(0);
    QTRY_VERIFY(picture(bench, 0)->isShown());
    QTRY_VERIFY(painted.region.contains(QPoint(0, cell(bench, 0)->height() / 2)));
}

void TestResultsPane::roundingLeavesNoMarginBesideAPicture()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0, QSize(1440, 1000));
    QTRY_VERIFY(picture(bench, 0)->isShown());
    const Picture *made = bench.window().compare()->session().cell(1, 0)->picture();
    PictureView view;
    view.resize(245, 169); // two pixels more than its shape has at this height
    view.setPicture(*made);
    view.setInReach(true);
    view.show();
    QTRY_VERIFY(view.isShown());
    const QImage shown = view.grab().toImage();
    for (const int x : {0, shown.width() - 1}) {
        const QColor edge = shown.pixelColor(x, shown.height() / 2);
        const QColor inside = shown.pixelColor(std::abs(x - 4), shown.height() / 2);
        QVERIFY2(std::abs(edge.lightness() - inside.lightness()) < 40, qPrintable(edge.name() + inside.name()));
    }
}

void TestResultsPane::earlierRunsFoldAndUnfoldInPlace()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    QTRY_VERIFY(picture(bench, 0)->isShown());
    auto *line = bench.find<RunLine>(u"run.1.line"_s);
    QVERIFY(!line->isVisible());
    make(bench);
    QTRY_VERIFY(line->isVisible());
    QTRY_VERIFY2(!cell(bench, 0), "and nothing of it is kept");
    QVERIFY2(line->accessibleName().contains(u"3 of 3 done"_s), qPrintable(line->accessibleName()));
    QTest::mouseClick(line, Qt::LeftButton);
    QVERIFY(cell(bench, 0) && cell(bench, 0)->isVisible());
    QCOMPARE(cell(bench, 0)->size(), cell(bench, 0, 2)->size());
    QTRY_VERIFY(place(bench, cell(bench, 0)).top() > place(bench, line).bottom());
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!cell(bench, 0));
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Space);
    QVERIFY(cell(bench, 0));
}

void TestResultsPane::arrowsLeadAcrossRuns()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    make(bench);
    bench.images.completeAll();
    QTRY_VERIFY(picture(bench, 0, 2) && picture(bench, 0, 2)->isShown());
    picture(bench, 0, 2)->setFocus();
    press(Qt::Key_Right);
    QCOMPARE(focused(), u"cell.2.1.picture"_s);
    press(Qt::Key_Right); // on to the next row
    QCOMPARE(focused(), u"cell.2.2.picture"_s);
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"run.1.line"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"cell.1.0.picture"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), u"run.1.line"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), u"cell.2.2.picture"_s);
}

void TestResultsPane::manyCellsComeInParts()
{
    WindowBench bench;
    bench.open();
    make(bench);
    CompareForm form = bench.window().compare()->form();
    form.pictures = CompareForm::maxPictures;
    bench.window().compare()->setForm(form);
    bench.clock.milliseconds += 2000;
    bench.generate();
    const auto *section = bench.find<QWidget>(u"run.2"_s);
    const auto cells = [section] { return section->findChildren<CellWidget *>().size(); };
    QVERIFY2(cells() > 0 && cells() < 10, "a click does not wait for all of them");
    const int height = section->height();
    bench.images.complete(3 + 29); // of one that is still to come
    QTRY_COMPARE(cells(), 30);
    QCOMPARE(section->height(), height);
    QTRY_COMPARE(bench.window().compare()->session().cell(2, 29)->state, CompareCell::State::Done);
    QVERIFY(bench.find<CellWidget>(u"cell.2.29"_s)->picture()->isVisibleTo(section));
    QVERIFY(!bench.find<CellWidget>(u"cell.2.28"_s)->picture()->isVisibleTo(section));
}

void TestResultsPane::whatIsFarFromSightIsLetGo()
{
    WindowBench bench;
    bench.open(QSize(1280, 700));
    make(bench, 10);
    bench.images.completeAll();
    QTRY_VERIFY(picture(bench, 0)->isShown());
    const int last = 29;
    QVERIFY2(!picture(bench, last)->isShown() && !picture(bench, last)->isAwaited(), "nobody sees it");
    QTRY_VERIFY(bench.window().compare()->arePicturesShown());
    QScrollBar *bar = area(bench)->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_VERIFY(picture(bench, last)->isShown());
    QVERIFY2(!picture(bench, 0)->isShown(), "and it holds no pixels any more");
    bar->setValue(0);
    QTRY_VERIFY(picture(bench, 0)->isShown());
}

void TestResultsPane::picturesAreReadForTheirSize()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0, QSize(3000, 2000));
    QTRY_VERIFY(picture(bench, 0)->isShown());
    const QSize size = picture(bench, 0)->size() * picture(bench, 0)->devicePixelRatioF();
    const QSize wanted = QSize(3000, 2000).scaled(size, Qt::KeepAspectRatio);
    QCOMPARE(picture(bench, 0)->image().size(), wanted);
    bench.window().resize(1920, 1080);
    QTRY_VERIFY(picture(bench, 0)->width() > size.width());
    QTRY_COMPARE(picture(bench, 0)->image().size(),
                 QSize(3000, 2000).scaled(picture(bench, 0)->size(), Qt::KeepAspectRatio));
}

void TestResultsPane::enlargesAndReturns_data()
{
    QTest::addColumn<int>("key"); // 0: a click
    QTest::newRow("click") << 0;
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
}

void TestResultsPane::enlargesAndReturns()
{
    QFETCH(int, key);
    WindowBench bench;
    bench.open();
    make(bench, 4);
    bench.images.completeAll();
    QScrollBar *bar = area(bench)->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 80);
    bar->setValue(80);
    PictureView *view = picture(bench, 4);
    QTRY_VERIFY(view->isShown());
    if (key == 0) {
        QTest::mouseClick(view, Qt::LeftButton);
    } else {
        view->setFocus();
        QTest::keyClick(view, static_cast<Qt::Key>(key));
    }
    const auto *enlarged = bench.find<PictureArea>(u"loupe.1.picture"_s);
    QVERIFY(enlarged && enlarged->isVisible() && enlarged->hasFocus() && !view->isVisible());
    QTRY_VERIFY(enlarged->shown().isShown());
    QVERIFY(enlarged->width() > 2 * view->width());
    QCOMPARE(bench.dialogs.opened.size(), 0);
    press(Qt::Key_Escape);
    QVERIFY(view->isVisible() && !enlarged->isVisible());
    QCOMPARE(focused(), u"cell.1.4.picture"_s);
    QCOMPARE(bar->value(), 80);
    QTRY_VERIFY(view->isShown());
}

void TestResultsPane::arrowsStepInTheEnlargedView()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    bench.images.complete(2);
    QTRY_VERIFY(picture(bench, 2)->isShown());
    picture(bench, 0)->setFocus();
    press(Qt::Key_Return);
    const QString first = bench.text(u"loupe.1.name"_s);
    press(Qt::Key_Left);
    QCOMPARE(bench.text(u"loupe.1.name"_s), first);
    press(Qt::Key_Right); // what failed has nothing to show
    QVERIFY(bench.text(u"loupe.1.name"_s) != first);
    QTRY_VERIFY(bench.find<PictureArea>(u"loupe.1.picture"_s)->shown().isShown());
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(bench.dialogs.suggestion.endsWith(u".png"_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"loupe.strip.1"_s), Qt::LeftButton);
    QCOMPARE(bench.text(u"loupe.1.name"_s), first);
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.columns"_s), Qt::LeftButton);
    QVERIFY(picture(bench, 0)->isVisible());
}

void TestResultsPane::aNewRunClosesTheEnlargedView()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    QTRY_VERIFY(picture(bench, 0)->isShown());
    QTest::mouseClick(picture(bench, 0), Qt::LeftButton);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
    make(bench);
    QVERIFY(!bench.find<QWidget>(u"loupe"_s)->isVisible());
    QVERIFY(cell(bench, 0, 2)->isVisible());
}

void TestResultsPane::aPointedAtPictureTellsThatItCanBeEnlarged()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0);
    PictureView *view = picture(bench, 0);
    QTRY_VERIFY(view->isShown());
    bench.find<QWidget>(u"promptEdit"_s)->setFocus();
    const QImage before = view->grab().toImage();
    const QRect corner(view->width() - 60, 6, 54, 34);
    view->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    view->setFocus(Qt::TabFocusReason);
    const QImage after = view->grab().toImage();
    QVERIFY(before.copy(corner) != after.copy(corner));
    const QRect middle(view->rect().center() - QPoint(40, 20), QSize(80, 40));
    QCOMPARE(before.copy(middle), after.copy(middle));
    QCOMPARE(view->cursor().shape(), Qt::PointingHandCursor);
}

void TestResultsPane::timeIsOfAboutWhatItTookBefore_data()
{
    QTest::addColumn<qint64>("usual");
    QTest::addColumn<QString>("told");
    QTest::newRow("nobody knows") << qint64(0) << u" s"_s; // behind the seconds that it took until then
    QTest::newRow("known") << qint64(20'000) << u" s of about 20 s"_s;
    QTest::newRow("past it") << qint64(1) << u" s, longer than usual"_s;
}

void TestResultsPane::timeIsOfAboutWhatItTookBefore()
{
    QFETCH(qint64, usual);
    WindowBench bench;
    const Result<Resolution> found = bench.catalog.resolve(builtIn.at(0));
    QVERIFY(found.ok());
    const Offer &offer = found->offers.constFirst();
    bench.images.records = QList<OfferRecord> {
        {.provider = offer.provider, .providerModel = offer.providerModel, .made = 9, .medianMs = usual}};
    bench.open();
    make(bench);
    Progress waiting;
    waiting.stage = Progress::Stage::Waiting;
    waiting.provider = offer.provider;
    bench.images.progress(0, waiting);
    QTest::qWait(5);
    bench.images.progress(0, waiting);
    QFETCH(QString, told);
    const auto *elapsed = bench.find<QLabel>(u"cell.1.0.state.elapsed"_s);
    static const QRegularExpression seconds(u"^\\d+"_s);
    QTRY_VERIFY2(elapsed->isVisible() && elapsed->text().remove(seconds) == told, qPrintable(elapsed->text()));
    const auto *line = bench.find<ProgressLine>(u"cell.1.0.state.progress"_s);
    QCOMPARE(line->fraction().has_value(), usual > 0);
    waiting.provider = u"someone else"_s; // of whom these measurements say nothing
    bench.images.progress(0, waiting);
    QTRY_VERIFY2(!line->fraction().has_value(), qPrintable(elapsed->text()));
}

void TestResultsPane::theFormHidesAndComesBackForAQuestion()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.completeAll();
    auto *prompt = bench.find<QWidget>(u"promptEdit"_s);
    QTRY_VERIFY(cell(bench, 0)->width() > 0);
    const int before = area(bench)->width();
    QTest::keyClick(&bench.window(), Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(!prompt->isVisible());
    QTRY_VERIFY(area(bench)->width() > before + 200);
    picture(bench, 0)->setFocus();
    press(Qt::Key_E); // the prompt is wanted
    QTRY_VERIFY(prompt->isVisible() && prompt->hasFocus());
    QTest::mouseClick(bench.find<QAbstractButton>(u"formToggle"_s), Qt::LeftButton);
    QTRY_VERIFY(!prompt->isVisible());
    bench.settings().set(Setting::AskAbovePictures, 1);
    bench.clock.milliseconds += 2000;
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QWidget>(u"startYes"_s)->isVisible());
}

void TestResultsPane::theHeaderTellsHowThingsStand()
{
    WindowBench bench;
    for (const QString &model : builtIn) {
        bench.images.prices.insert(model, Money::fromDollars(0.04));
    }
    bench.open();
    make(bench);
    QTRY_COMPARE(bench.text(u"summary"_s), u"0 of 3 done · ≈ $0.12 under way"_s);
    bench.images.complete(0);
    QTRY_COMPARE(bench.text(u"summary"_s), u"1 of 3 done · $0.040 so far · ≈ $0.08 under way"_s);
    Error lost;
    lost.kind = ErrorKind::Network;
    bench.images.fail(1, GenerationStatus::Unknown, lost);
    QTRY_COMPARE(bench.text(u"summary"_s),
                 u"1 of 3 done · 1 failed · $0.040 so far · ≈ $0.040 under way · $0.040 may be billed"_s);
    QVERIFY(bench.find<QWidget>(u"runProgress"_s)->accessibleDescription().contains(u"2 of 3"_s));
    bench.images.complete(2);
    QTRY_VERIFY(bench.text(u"summary"_s).endsWith(u" s · $0.08 · $0.040 may be billed"_s));
    QVERIFY(bench.find<QWidget>(u"runProgress"_s)->accessibleDescription().isEmpty());
    make(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"run.1.line"_s)->isVisible());
    const QString folded = bench.find<QWidget>(u"run.1.line"_s)->accessibleName();
    QVERIFY2(folded.contains(u"$0.040 may be billed"_s), qPrintable(folded));
}

void TestResultsPane::keysOfACell()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.complete(0);
    QTRY_VERIFY(picture(bench, 0)->isShown());
    auto *cancel = bench.find<QWidget>(u"cell.1.1.footer.cancel"_s);
    cancel->setFocus();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(1, 1), cancel->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(cancel, &menu);
    QVERIFY(bench.find<QMenu>(u"cellMenu"_s) && bench.find<QMenu>(u"cellMenu"_s)->isVisible());
    delete bench.find<QMenu>(u"cellMenu"_s);
    cancel->setFocus();
    press(Qt::Key_Delete);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(1).id});
    picture(bench, 0)->setFocus();
    bench.clock.milliseconds += 2000;
    press(Qt::Key_R);
    QTRY_COMPARE(bench.images.jobs().size(), 4);
    QCOMPARE(bench.images.jobs().at(3).request, bench.images.jobs().at(0).request);
    QTest::keyClick(&bench.window(), Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.images.waiting(), 0);
}

QTEST_MAIN(TestResultsPane)
#include "test_resultspane.moc"

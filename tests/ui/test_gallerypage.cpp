// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/storage/mediastore.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/viewsamples.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/explain/explainpage.h"
#include "ui/gallery/filterpill.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerydetails.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/monthscrubber.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gallery/selectionbar.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/loupeview.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The Gallery page, by mouse and keyboard.
class TestGalleryPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmpty();
    void showsWhatWasMade();
    void choosesByMouse();
    void choosesByRubberBand();
    void choosesByKeyboard();
    void checksChooseBesideOthers();
    void searches();
    void filtersByChoice();
    void seldomFiltersStandInAMenu();
    void offersToTakeAwayWhatHidesMost();
    void sorts();
    void monthsLeadThere();
    void monthsByKeyboard();
    void tellsHowItWasMade();
    void leadsToRelatives();
    void tellsTheWholeRecipe();
    void explainsItsPicture_data();
    void explainsItsPicture();
    void recallsTheRecipe_data();
    void recallsTheRecipe();
    void starsByKey();
    void hidesAndBringsBack();
    void tagsSeveral();
    void tagsOne();
    void deletesAndBringsBack();
    void starredOnesAreAskedAbout();
    void enlarges();
    void looksCloselyInTheLoupe();
    void dragsAllThatIsChosen();
    void keysOfExplainAreThePersons();
    void menuByKeyboard();
    void newPicturesAppear();
    void thePlaceStaysWhenNewOnesCome();
    void missingFilesAreSaid();
    void offersWhatThereIsAPlaceFor();
    void rowsCanBeHigher();
    void coloursAreNotedDown();
    void detailsStandInAPopoverWhereItIsNarrow_data();
    void detailsStandInAPopoverWhereItIsNarrow();
    void detailsStandBesideWhereThereIsRoom();
    void thePopoverGoesWithThePage();

private:
    void open(WindowBench &bench, QSize size = QSize(1280, 800))
    {
        bench.open(size);
        bench.window().showPage(u"gallery"_s);
        m_page = bench.window().gallery();
        m_canvas = bench.find<GalleryCanvas>(u"galleryCanvas"_s);
        QTRY_VERIFY(m_page->model().isLoaded());
        QTRY_VERIFY(m_page->arePicturesShown());
    }
    void clickOn(int row, Qt::KeyboardModifiers how = {}) const
    {
        const QRect place = m_canvas->placeOf(row);
        QVERIFY2(!place.isEmpty(), qPrintable(QString::number(row)));
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, how, place.center());
    }
    static void click(const WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] QList<int> chosen() const
    {
        QList<int> rows;
        for (int row = 0; row < m_page->model().rows().size(); ++row) {
            if (m_page->selection().contains(m_page->model().rows().at(row).key)) {
                rows.append(row);
            }
        }
        return rows;
    }
    [[nodiscard]] QStringList prompts(WindowBench &bench) const
    {
        QList<qint64> keys;
        for (const LibraryRow &row : m_page->model().rows()) {
            keys.append(row.key);
        }
        QStringList texts;
        const QList<LibraryEntry> entries = bench.pictures().library.entries(keys).result().value();
        for (const LibraryEntry &entry : entries) {
            texts.append(entry.prompt);
        }
        return texts;
    }
    /// Opens the menu of a filter and takes the entry of this name.
    void choose(const WindowBench &bench, const QString &pill, const QString &text)
    {
        click(bench, pill);
        auto *menu = bench.find<QMenu>(pill + u".menu"_s);
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&text](const QAction *action) { return action->text() == text; });
        QVERIFY2(found != actions.end(), qPrintable(text));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(*found).center());
        delete menu;
    }
    static void trigger(const WindowBench &bench, const QString &name)
    {
        auto *menu = bench.find<QMenu>(u"galleryPictureMenu"_s);
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        delete menu;
    }
    [[nodiscard]] const LibraryDetails *details(const WindowBench &bench) const
    {
        const auto &details = bench.find<GalleryDetails>(u"galleryDetails"_s)->details();
        return details ? &*details : nullptr;
    }
    void fill(GalleryHome &home, int count)
    {
        for (int i = 0; i < count; ++i) {
            home.make({.prompt = u"picture %1"_s.arg(i)});
        }
    }
    GalleryPage *m_page = nullptr;
    GalleryCanvas *m_canvas = nullptr;
};

void TestGalleryPage::startsEmpty()
{
    WindowBench bench;
    open(bench);
    QVERIFY(!m_canvas->isVisible());
    click(bench, u"galleryStart"_s);
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(bench.find<QWidget>(u"promptEdit"_s)->hasFocus());
}

void TestGalleryPage::showsWhatWasMade()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"fox"_s}, {480, 320}, 2);
    home.make({.prompt = u"owl"_s, .origin = Origin::Kind::Gateway}, {320, 480});
    open(bench);
    QVERIFY(m_canvas->isVisible());
    QCOMPARE(prompts(bench), QStringList({u"owl"_s, u"fox"_s, u"fox"_s}));
    QCOMPARE(m_canvas->places().days().size(), 1);
    QCOMPARE(m_canvas->places().days().first().date, QDate(2026, 7, 18));
    // The picture itself is painted, and no placeholder.
    const QRect place = m_canvas->placeOf(0);
    const QImage shown = m_canvas->viewport()->grab().toImage();
    QSet<QRgb> colours;
    for (int y = place.top() + 8; y < place.bottom() - 8; y += 4) {
        colours.insert(shown.pixel(QPointF(place.center().x(), y).toPoint()));
    }
    QVERIFY(colours.size() > 8);
    QVERIFY(!bench.find<QWidget>(u"gallerySelection"_s)->isVisible());
    QVERIFY(!details(bench));
}

void TestGalleryPage::choosesByMouse()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 12);
    open(bench);
    clickOn(2);
    QCOMPARE(chosen(), QList<int> {2});
    QTRY_VERIFY(details(bench) && details(bench)->entry.prompt == u"picture 9"_s);
    clickOn(5, Qt::ControlModifier);
    QCOMPARE(chosen(), QList<int>({2, 5}));
    clickOn(8, Qt::ShiftModifier);
    QCOMPARE(chosen(), QList<int>({5, 6, 7, 8}));
    clickOn(6, Qt::ControlModifier);
    QCOMPARE(chosen(), QList<int>({5, 7, 8}));
    QVERIFY(bench.find<QWidget>(u"gallerySelection"_s)->isVisible());
    QVERIFY(bench.text(u"gallerySelectionCount"_s).contains(u'3'));
    QVERIFY(bench.text(u"gallerySelectionSums"_s).startsWith(u"$0.09"_s));
    clickOn(7); // one of several: alone, once it is clear that it is no drag
    QCOMPARE(chosen(), QList<int> {7});
    click(bench, u"galleryClearSelection"_s);
    QVERIFY(chosen().isEmpty());
    QVERIFY(m_canvas->hasFocus());
    clickOn(1);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {},
                      m_canvas->viewport()->rect().bottomLeft() - QPoint(-4, 4));
    QVERIFY(chosen().isEmpty());
}

void TestGalleryPage::choosesByRubberBand()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 7);
    open(bench);
    QWidget *view = m_canvas->viewport();
    const QRect first = m_canvas->placeOf(0);
    const QRect second = m_canvas->placeOf(1);
    QTest::mousePress(view, Qt::LeftButton, {}, QPoint(4, first.top() - 4));
    QTest::mouseMove(view, first.center());
    QCOMPARE(chosen(), QList<int> {0});
    QTest::mouseMove(view, second.center());
    QCOMPARE(chosen(), QList<int>({0, 1}));
    QTest::mouseMove(view, first.center());
    QCOMPARE(chosen(), QList<int> {0});
    QTest::mouseRelease(view, Qt::LeftButton, {}, first.center());
    QTest::mouseMove(view, second.center());
    QCOMPARE(chosen(), QList<int> {0}); // it is over
    const QRect last = m_canvas->placeOf(6);
    QTest::mousePress(view, Qt::LeftButton, Qt::ControlModifier, QPoint(last.right() + 40, last.bottom()));
    QTest::mouseMove(view, last.center());
    QTest::mouseRelease(view, Qt::LeftButton, Qt::ControlModifier, last.center());
    QCOMPARE(chosen(), QList<int>({0, 6}));
}

void TestGalleryPage::choosesByKeyboard()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 30);
    open(bench);
    m_canvas->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_page->selection().current(), 0);
    QVERIFY(chosen().isEmpty());
    QTest::keyClick(m_canvas, Qt::Key_Right);
    QCOMPARE(chosen(), QList<int> {1});
    QTest::keyClick(m_canvas, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(chosen(), QList<int>({1, 2}));
    QTest::keyClick(m_canvas, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_canvas, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chosen(), QList<int>({0, 1}));
    QTest::keyClick(m_canvas, Qt::Key_Down);
    const int below = m_page->selection().current();
    QCOMPARE(m_canvas->places().rowOf(below), 1);
    QCOMPARE(chosen(), QList<int> {below});
    QTest::keyClick(m_canvas, Qt::Key_Up);
    QCOMPARE(m_page->selection().current(), 0);
    QTest::keyClick(m_canvas, Qt::Key_End);
    QCOMPARE(chosen(), QList<int> {29});
    QVERIFY(m_canvas->viewport()->rect().contains(m_canvas->placeOf(29)));
    QTest::keyClick(m_canvas, Qt::Key_Home);
    QCOMPARE(chosen(), QList<int> {0});
    QTest::keyClick(m_canvas, Qt::Key_Right, Qt::ControlModifier); // the keyboard alone
    QCOMPARE(chosen(), QList<int> {0});
    QTest::keyClick(m_canvas, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(chosen(), QList<int>({0, 1}));
    QTest::keyClick(m_canvas, Qt::Key_PageDown);
    QVERIFY(m_canvas->places().rowOf(m_page->selection().current()) > 1);
    QTest::keyClick(m_canvas, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen().size(), 30);
    QTest::keyClick(m_canvas, Qt::Key_Escape);
    QVERIFY(chosen().isEmpty());
    QTRY_VERIFY(!m_canvas->accessibleDescription().isEmpty());
}

void TestGalleryPage::checksChooseBesideOthers()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 4);
    open(bench);
    clickOn(0);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, m_canvas->placeOf(2).topLeft() + QPoint(12, 12));
    QCOMPARE(chosen(), QList<int>({0, 2}));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, m_canvas->placeOf(0).topLeft() + QPoint(12, 12));
    QCOMPARE(chosen(), QList<int> {2});
}

void TestGalleryPage::searches()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a red fox in snow"_s});
    home.make({.prompt = u"一只狐狸"_s});
    home.make({.prompt = u"an owl"_s});
    open(bench);
    QTest::keyClick(&bench.window(), Qt::Key_F, Qt::ControlModifier);
    auto *search = bench.find<QLineEdit>(u"gallerySearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"fo"_s);
    QTRY_COMPARE(prompts(bench), QStringList(u"a red fox in snow"_s));
    search->setText(u"狐"_s);
    QTRY_COMPARE(prompts(bench), QStringList(u"一只狐狸"_s));
    search->setText(u"\"owl* ("_s);
    QTRY_COMPARE(prompts(bench), QStringList(u"an owl"_s));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(m_page->model().rows().size(), 3);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(m_canvas->hasFocus());
}

void TestGalleryPage::filtersByChoice()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"fox"_s, .model = u"flux-2-pro"_s, .provider = u"fal"_s});
    home.make({.prompt = u"owl"_s, .cost = Money::zero()});
    open(bench);
    auto *model = bench.find<FilterPill>(u"galleryFilter.model"_s);
    QTRY_VERIFY(!model->isSet());
    choose(bench, u"galleryFilter.model"_s, u"FLUX.2 [pro]"_s);
    QTRY_COMPARE(prompts(bench), QStringList(u"fox"_s));
    QVERIFY(model->isSet());
    QVERIFY(model->accessibleName().contains(u"FLUX.2 [pro]"_s));
    // The cross takes it away, and so does the keyboard.
    QTest::mouseClick(model, Qt::LeftButton, {}, QPoint(model->width() - 12, model->height() / 2));
    QTRY_COMPARE(m_page->model().rows().size(), 2);
    QVERIFY(!model->isSet());
    bench.find<FilterPill>(u"galleryFilter.cost"_s)->setFocus();
    choose(bench, u"galleryFilter.cost"_s, u"Free"_s);
    QTRY_COMPARE(prompts(bench), QStringList(u"owl"_s));
    QTest::keyClick(bench.find<QWidget>(u"galleryFilter.cost"_s), Qt::Key_Delete);
    QTRY_COMPARE(m_page->model().rows().size(), 2);
}

void TestGalleryPage::seldomFiltersStandInAMenu()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"wide"_s}, {480, 320});
    home.make({.prompt = u"tall"_s}, {320, 480});
    open(bench);
    auto *shape = bench.find<FilterPill>(u"galleryFilter.shape"_s);
    QVERIFY(!shape->isVisible());
    click(bench, u"galleryMoreFilters"_s);
    auto *menu = bench.find<QMenu>(u"galleryMoreFilters.menu"_s);
    QVERIFY(menu);
    auto *shapes = menu->findChild<QMenu *>(u"galleryMoreFilters.shape"_s);
    QVERIFY(shapes);
    shapes->actions().at(2)->trigger();
    delete menu;
    QTRY_COMPARE(prompts(bench), QStringList(u"tall"_s));
    QVERIFY(shape->isVisible());
    QTest::keyClick(shape, Qt::Key_Delete);
    QTRY_COMPARE(m_page->model().rows().size(), 2);
    QVERIFY(!shape->isVisible());
}

void TestGalleryPage::offersToTakeAwayWhatHidesMost()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"fox"_s, .model = u"flux-2-pro"_s, .provider = u"fal"_s});
    home.make({.prompt = u"owl"_s});
    home.make({.prompt = u"owl two"_s});
    open(bench);
    choose(bench, u"galleryFilter.model"_s, u"FLUX.2 [pro]"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 1);
    bench.find<QLineEdit>(u"gallerySearch"_s)->setText(u"owl"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryWithout.model"_s));
    QVERIFY(bench.find<QWidget>(u"galleryWithout.words"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"galleryWithout.model"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"galleryWithout.model"_s)->y() < bench.find<QWidget>(u"galleryWithout.words"_s)->y());
    click(bench, u"galleryWithout.model"_s);
    QTRY_COMPARE(prompts(bench), QStringList({u"owl two"_s, u"owl"_s}));
    bench.find<QLineEdit>(u"gallerySearch"_s)->setText(u"nothing at all"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryClearFilters"_s)->isVisible());
    click(bench, u"galleryClearFilters"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 3);
    QTRY_VERIFY(m_canvas->isVisible());
}

void TestGalleryPage::sorts()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"cheap"_s, .cost = Money::fromMicros(10)});
    home.make({.prompt = u"dear"_s, .cost = Money::fromMicros(90'000)});
    home.make({.prompt = u"unknown"_s, .cost = Money::unknown()});
    open(bench);
    choose(bench, u"gallerySort"_s, u"Oldest"_s);
    QTRY_COMPARE(prompts(bench), QStringList({u"cheap"_s, u"dear"_s, u"unknown"_s}));
    choose(bench, u"gallerySort"_s, u"Dearest"_s);
    QTRY_COMPARE(prompts(bench), QStringList({u"dear"_s, u"cheap"_s, u"unknown"_s}));
    QVERIFY(m_canvas->places().days().isEmpty());
    QVERIFY(!bench.find<QWidget>(u"galleryMonths"_s)->isVisible());
}

void TestGalleryPage::monthsLeadThere()
{
    WindowBench bench;
    GalleryHome home(bench);
    for (const int month : {1, 3, 6}) {
        home.setTime(QDateTime(QDate(2026, month, 10), QTime(9, 0)));
        fill(home, 25);
    }
    open(bench);
    auto *months = bench.find<MonthScrubber>(u"galleryMonths"_s);
    QVERIFY(months->isVisible());
    QCOMPARE(months->marks().size(), 4); // and the year
    QVERIFY(months->marks().at(0).isYear);
    QCOMPARE(months->marks().at(2).firstMonth, 3);
    QCOMPARE(m_canvas->verticalScrollBar()->value(), 0);
    const QPoint march(months->width() / 2, months->middleOf(2));
    QTest::mousePress(months, Qt::LeftButton, {}, march);
    QWidget *hint = nullptr;
    for (QWidget *child : m_canvas->parentWidget()->findChildren<QWidget *>()) {
        hint = child->inherits("lightwell::DayHint") ? child : hint;
    }
    QVERIFY(hint && hint->isVisible());
    QCOMPARE(m_canvas->places().days().at(m_canvas->dayInSight()).date, QDate(2026, 3, 10));
    QTest::mouseMove(months, QPoint(march.x(), months->middleOf(3)));
    QCOMPARE(m_canvas->places().days().at(m_canvas->dayInSight()).date, QDate(2026, 1, 10));
    QTest::mouseRelease(months, Qt::LeftButton, {}, QPoint(march.x(), months->middleOf(3)));
    QVERIFY(!hint->isVisible());
    QTRY_VERIFY(m_page->arePicturesShown());
}

void TestGalleryPage::monthsByKeyboard()
{
    WindowBench bench;
    GalleryHome home(bench);
    for (const auto &[year, month] : {std::pair {2025, 11}, {2025, 12}, {2026, 2}, {2026, 3}}) {
        home.setTime(QDateTime(QDate(year, month, 10), QTime(9, 0)));
        fill(home, 25);
    }
    open(bench);
    auto *months = bench.find<MonthScrubber>(u"galleryMonths"_s);
    const auto inSight = [this] {
        const QDate date = m_canvas->places().days().at(m_canvas->dayInSight()).date;
        return date.toString(u"yyyy-MM"_s);
    };
    months->setFocus();
    QTest::keyClick(months, Qt::Key_Down);
    QCOMPARE(inSight(), u"2026-02"_s);
    QTest::keyClick(months, Qt::Key_Down);
    QCOMPARE(inSight(), u"2025-12"_s);
    QTest::keyClick(months, Qt::Key_Up);
    QCOMPARE(inSight(), u"2026-02"_s);
    QTest::keyClick(months, Qt::Key_PageDown);
    QCOMPARE(inSight(), u"2025-12"_s);
    QTest::keyClick(months, Qt::Key_Home);
    QCOMPARE(inSight(), u"2026-03"_s);
    QVERIFY(months->accessibleDescription().contains(u"2026"_s));
}

void TestGalleryPage::tellsHowItWasMade()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a lighthouse"_s,
               .model = u"flux-2-pro"_s,
               .provider = u"fal"_s,
               .project = u"calendar"_s,
               .cost = Money::fromMicros(45'000),
               .origin = Origin::Kind::CommandLine});
    home.make({.prompt = u"an owl"_s});
    open(bench);
    clickOn(1);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a lighthouse"_s);
    QCOMPARE(bench.text(u"galleryFact.model"_s), u"FLUX.2 [pro]"_s);
    QVERIFY(bench.text(u"galleryFact.provider"_s).startsWith(u"fal.ai"_s));
    QVERIFY(bench.text(u"galleryFact.provider"_s).contains(u"5.0 s"_s));
    QVERIFY(bench.text(u"galleryFact.size"_s).startsWith(u"480 × 320"_s));
    QCOMPARE(bench.text(u"galleryFact.seed"_s), u"482910"_s);
    QVERIFY(bench.text(u"galleryFact.cost"_s).startsWith(u"$0.045"_s));
    QCOMPARE(bench.text(u"galleryFact.project"_s), u"calendar"_s);
    QVERIFY(!bench.find<QWidget>(u"galleryFact.revised"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"galleryEditsTitle"_s)->isVisible());
    click(bench, u"galleryPrevious"_s);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"an owl"_s);
    QCOMPARE(chosen(), QList<int> {0});
}

void TestGalleryPage::leadsToRelatives()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a coast"_s});
    const QString original = home.pictures().first().id;
    home.make({.prompt = u"apart"_s});
    home.make({.prompt = u"with a boat"_s, .inputs = {InputImage {"bytes", original + u".jpg"_s}}});
    open(bench);
    clickOn(0);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"with a boat"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryEditsTitle"_s)->isVisible());
    click(bench, u"galleryLineage.0"_s);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a coast"_s);
    QCOMPARE(chosen(), QList<int> {2});
    auto *own = bench.find<QWidget>(u"galleryLineage.0"_s);
    QTRY_VERIFY((own = bench.find<QWidget>(u"galleryLineage.0"_s)) && own->isVisible());
    own->setFocus();
    QTest::keyClick(own, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"with a boat"_s);
}

/// Also what was not wanted and what else was set; nothing of that where there was nothing.
void TestGalleryPage::tellsTheWholeRecipe()
{
    WindowBench bench;
    GalleryHome home(bench);
    Request asked;
    asked.negativePrompt = u"people"_s;
    asked.quality = u"high"_s;
    asked.tuning.steps = 28;
    asked.tuning.promptEnhancement = false;
    asked.tuning.loras = {{u"ink"_s, 0.8}};
    asked.mask = InputImage {"bytes", u"mask.png"_s};
    home.make({.prompt = u"a lighthouse"_s, .asked = asked});
    home.make({.prompt = u"an owl"_s});
    open(bench);
    clickOn(1);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a lighthouse"_s);
    QCOMPARE(bench.text(u"galleryFact.without"_s), u"people"_s);
    const QString settings = bench.text(u"galleryFact.settings"_s);
    for (const QString &part : {u"high"_s, u"28"_s, u"ink:0.8"_s, u"mask"_s}) {
        QVERIFY2(settings.contains(part), qPrintable(settings));
    }
    QCOMPARE(settings.count(u':'), 5); // four, and the one of the LoRA's weight
    click(bench, u"galleryPrevious"_s);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"an owl"_s);
    QVERIFY(!bench.find<QWidget>(u"galleryFact.without"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"galleryFact.settings"_s)->isVisible());
}

void TestGalleryPage::explainsItsPicture_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("button") << u"button"_s;
    QTest::newRow("menu") << u"menu"_s;
    QTest::newRow("key") << u"key"_s;
}

void TestGalleryPage::explainsItsPicture()
{
    QFETCH(const QString, way);
    WindowBench bench;
    GalleryHome home(bench);
    const QString id = home.make({.prompt = u"a lighthouse"_s});
    home.make({.prompt = u"an owl"_s});
    open(bench);
    clickOn(1);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a lighthouse"_s);
    if (way == u"button"_s) {
        click(bench, u"galleryExplain"_s);
    } else if (way == u"menu"_s) {
        click(bench, u"galleryMenu"_s);
        trigger(bench, u"galleryMenu.explain"_s);
    } else {
        QTest::keyClick(m_canvas, Qt::Key_I, Qt::ControlModifier);
    }
    auto *page = bench.find<ExplainPage>(u"explainPage"_s);
    QVERIFY(page->isVisible() && !m_page->isVisible());
    QCOMPARE(page->generation(), id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_page->isVisible());
    QCOMPARE(chosen(), QList<int> {1});
}

void TestGalleryPage::recallsTheRecipe_data()
{
    QTest::addColumn<QString>("button"); // empty: in the menu
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("models");
    QTest::addColumn<std::optional<qint64>>("seed");
    const QStringList before {u"sketchbook-pattern"_s};
    const QStringList recalled {u"flux-2-pro"_s};
    const std::optional<qint64> seed = 482'910;
    QTest::newRow("all") << u"galleryRecallAll"_s << QString() << u"a lighthouse"_s << recalled << seed;
    QTest::newRow("all but the seed") << u"galleryRemix"_s << QString() << u"a lighthouse"_s << recalled
                                      << std::optional<qint64>();
    QTest::newRow("the prompt") << QString() << u"galleryMenu.recallPrompt"_s << u"a lighthouse"_s << before
                                << std::optional<qint64>(7);
    QTest::newRow("the seed") << QString() << u"galleryMenu.recallSeed"_s << u"before"_s << before << seed;
}

void TestGalleryPage::recallsTheRecipe()
{
    QFETCH(const QString, button);
    QFETCH(const QString, entry);
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a lighthouse"_s, .model = u"fal/flux.2-pro"_s, .provider = u"fal"_s});
    open(bench);
    CompareForm form;
    form.prompt = u"before"_s;
    form.models = QStringList {u"sketchbook-pattern"_s};
    form.seed = 7;
    bench.window().compare()->setForm(form);
    clickOn(0);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a lighthouse"_s);
    if (button.isEmpty()) {
        click(bench, u"galleryMenu"_s);
        trigger(bench, entry);
    } else {
        click(bench, button);
    }
    QCOMPARE(bench.window().page(), u"compare"_s);
    const CompareForm now = bench.window().compare()->form();
    QTEST(now.prompt, "prompt");
    QTEST(now.models, "models");
    QTEST(now.seed, "seed");
    if (!button.isEmpty()) {
        QCOMPARE(now.size.ratio, std::optional<AspectRatio>(AspectRatio {3, 2}));
        auto *undo = bench.find<QPushButton>(u"toast.action"_s);
        QTRY_VERIFY(undo->isVisible());
        undo->click();
        QCOMPARE(bench.window().compare()->form().prompt, form.prompt);
        QCOMPARE(bench.window().compare()->form().models, form.models);
    }
}

void TestGalleryPage::starsByKey()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 3);
    open(bench);
    clickOn(0);
    clickOn(1, Qt::ControlModifier);
    QTest::keyClick(m_canvas, Qt::Key_S);
    QVERIFY(m_page->model().rows().at(0).isStarred && m_page->model().rows().at(1).isStarred);
    QCOMPARE(bench.pictures().library.search({.starredOnly = true}, 9).result()->entries.size(), 2);
    QTest::keyClick(m_canvas, Qt::Key_S); // all are: it is taken away
    QVERIFY(bench.pictures().library.search({.starredOnly = true}, 9).result()->entries.isEmpty());
    click(bench, u"galleryStar"_s);
    QCOMPARE(bench.pictures().library.search({.starredOnly = true}, 9).result()->entries.size(), 2);
    choose(bench, u"galleryFilter.stars"_s, u"Starred"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 2);
}

void TestGalleryPage::hidesAndBringsBack()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 3);
    open(bench);
    clickOn(1);
    click(bench, u"galleryHide"_s);
    QTRY_COMPARE(prompts(bench), QStringList({u"picture 2"_s, u"picture 0"_s}));
    QVERIFY(!bench.find<QWidget>(u"gallerySelection"_s)->isVisible());
    click(bench, u"toast.action"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 3);
}

void TestGalleryPage::tagsSeveral()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 3);
    open(bench);
    clickOn(0);
    clickOn(2, Qt::ShiftModifier);
    QTest::keyClick(m_canvas, Qt::Key_T);
    auto *field = bench.find<QLineEdit>(u"galleryTagThemField"_s);
    QVERIFY(field && field->hasFocus());
    QTest::keyClicks(field, u"best of"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(bench.pictures().library.tags().result().value(), QList<TagCount>({{u"best of"_s, 3}}));
    QTRY_VERIFY(bench.find<QWidget>(u"galleryTag.best of"_s));
}

void TestGalleryPage::tagsOne()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 2);
    open(bench);
    clickOn(0);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryTagAdd"_s)->isVisible());
    click(bench, u"galleryTagAdd"_s);
    auto *field = bench.find<QLineEdit>(u"galleryTagField"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"coast"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryTag.coast"_s) && bench.find<QWidget>(u"galleryTag.coast"_s)->isVisible());
    QCOMPARE(bench.pictures().library.search({.tag = u"coast"_s}, 9).result()->entries.size(), 1);
    click(bench, u"galleryTag.coast"_s);
    QTRY_VERIFY(bench.pictures().library.tags().result()->isEmpty());
    click(bench, u"galleryTagAdd"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void TestGalleryPage::deletesAndBringsBack()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 5);
    open(bench);
    const QString path = home.pictures().last().path;
    clickOn(0);
    clickOn(1, Qt::ControlModifier);
    QTest::keyClick(m_canvas, Qt::Key_Delete);
    QCOMPARE(m_page->model().rows().size(), 3); // at once
    QTRY_VERIFY(!QFile::exists(path));
    QVERIFY(!bench.find<Toast>(u"toast"_s)->text().isEmpty());
    click(bench, u"toast.action"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 5);
    QVERIFY(QFile::exists(path));
    // An undo in the same moment finds what was deleted, too.
    clickOn(0);
    click(bench, u"galleryDelete"_s);
    click(bench, u"toast.action"_s);
    QTRY_COMPARE(m_page->model().rows().size(), 5);
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(QDir(bench.folder.filePath(u"media/bin"_s)).isEmpty());
}

void TestGalleryPage::starredOnesAreAskedAbout()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 4);
    open(bench);
    clickOn(0);
    QTest::keyClick(m_canvas, Qt::Key_S);
    QTest::keyClick(m_canvas, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_canvas, Qt::Key_Delete);
    QTRY_VERIFY(bench.find<QWidget>(u"deleteQuestion"_s));
    QCOMPARE(m_page->model().rows().size(), 4);
    click(bench, u"deleteNone"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"deleteQuestion"_s));
    QCOMPARE(m_page->model().rows().size(), 4);
    QTest::keyClick(m_canvas, Qt::Key_Delete);
    QTRY_VERIFY(bench.find<QWidget>(u"deleteQuestion"_s));
    click(bench, u"deleteOthers"_s);
    QCOMPARE(m_page->model().rows().size(), 1);
    QVERIFY(m_page->model().rows().first().isStarred);
    QTRY_VERIFY(!bench.find<QWidget>(u"deleteQuestion"_s));
    clickOn(0);
    QTest::keyClick(m_canvas, Qt::Key_Delete);
    QTRY_VERIFY(bench.find<QWidget>(u"deleteQuestion"_s));
    QVERIFY(!bench.find<QWidget>(u"deleteOthers"_s)->isVisible());
    click(bench, u"deleteAll"_s);
    QTRY_VERIFY(m_page->model().rows().isEmpty());
}

void TestGalleryPage::enlarges()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 3);
    open(bench);
    const QPoint middle = m_canvas->placeOf(1).center();
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, middle);
    auto *view = bench.find<QWidget>(u"galleryEnlargedPicture"_s);
    QTRY_VERIFY(view->isVisible());
    QVERIFY(view->hasFocus());
    QTRY_COMPARE(view->accessibleDescription(), u"picture 1"_s);
    QTest::keyClick(view, Qt::Key_Right);
    QTRY_COMPARE(view->accessibleDescription(), u"picture 0"_s);
    QVERIFY(!bench.find<QWidget>(u"galleryEnlargedNext"_s)->isEnabled());
    QTest::keyClick(view, Qt::Key_S);
    QVERIFY(m_page->model().rows().at(2).isStarred);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(m_canvas->isVisible() && m_canvas->hasFocus());
    QTest::keyClick(m_canvas, Qt::Key_Return);
    QTRY_VERIFY(view->isVisible());
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(m_page->model().rows().size(), 2);
    QTRY_VERIFY(m_canvas->isVisible());
}

/// At one picture, too, and back to the gallery.
void TestGalleryPage::looksCloselyInTheLoupe()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 6);
    open(bench);
    clickOn(1);
    QTest::keyClick(m_canvas, Qt::Key_L);
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    auto *loupe = bench.find<LoupeView>(u"loupe"_s);
    QVERIFY(loupe->isVisible());
    QCOMPARE(loupe->shown().size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(bench.window().page(), u"gallery"_s);
    QCOMPARE(chosen(), QList<int> {1});
    QVERIFY(!loupe->isVisible());
    clickOn(4, Qt::ShiftModifier);
    click(bench, u"galleryMenu"_s);
    trigger(bench, u"galleryMenu.loupe"_s);
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    QCOMPARE(loupe->shown().size(), 4);
    bench.window().showPage(u"gallery"_s);
    clickOn(5, Qt::ControlModifier); // more than fit
    QTest::keyClick(m_canvas, Qt::Key_L);
    QCOMPARE(bench.window().page(), u"gallery"_s);
    QTRY_VERIFY(bench.find<Toast>(u"toast"_s)->isVisible());
}

void TestGalleryPage::dragsAllThatIsChosen()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 6);
    open(bench);
    const auto dragFrom = [this](int row) {
        const QPoint at = m_canvas->placeOf(row).center();
        drag(m_canvas->viewport(), at, at + QPoint(30, 10));
    };
    dragFrom(0); // alone, with its pixels
    QTRY_VERIFY(bench.dialogs.dragged);
    QCOMPARE(bench.dialogs.dragged->urls().size(), 1);
    QVERIFY(bench.dialogs.dragged->hasImage());
    bench.dialogs.dragged.reset();
    clickOn(1);
    clickOn(3, Qt::ShiftModifier);
    dragFrom(2);
    QTRY_VERIFY(bench.dialogs.dragged);
    const QList<QUrl> files = bench.dialogs.dragged->urls();
    QCOMPARE(files.size(), 3);
    for (const QUrl &file : files) {
        QVERIFY(QFile::exists(file.toLocalFile()));
    }
    QVERIFY(!bench.dialogs.dragged->hasImage());
    QCOMPARE(chosen(), QList<int>({1, 2, 3})); // and they stay so
}

void TestGalleryPage::keysOfExplainAreThePersons()
{
    WindowBench bench;
    GalleryHome home(bench);
    const QString id = home.make({.prompt = u"a lighthouse"_s});
    Keymap(bench.settings()).set(KeyAction::Explain, QKeySequence(Qt::CTRL | Qt::Key_E));
    open(bench);
    clickOn(0);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"a lighthouse"_s);
    QVERIFY(bench.find<QWidget>(u"galleryExplain"_s)->toolTip().contains(u"Ctrl+E"_s));
    auto *page = bench.find<ExplainPage>(u"explainPage"_s);
    QTest::keyClick(m_canvas, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(!page->isVisible());
    QTest::keyClick(m_canvas, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QCOMPARE(page->generation(), id);
}

void TestGalleryPage::menuByKeyboard()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 2);
    open(bench);
    m_canvas->setFocus(Qt::TabFocusReason);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), m_canvas->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_canvas->viewport(), &event);
    QTRY_VERIFY(bench.find<QMenu>(u"galleryPictureMenu"_s));
    QCOMPARE(chosen(), QList<int> {0});
    trigger(bench, u"galleryMenu.star"_s);
    QVERIFY(m_page->model().rows().first().isStarred);
}

void TestGalleryPage::newPicturesAppear()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 3);
    open(bench);
    clickOn(1);
    home.make({.prompt = u"fresh"_s});
    Q_EMIT bench.images.changed();
    QTRY_COMPARE(prompts(bench).first(), u"fresh"_s);
    QCOMPARE(chosen(), QList<int> {2}); // the same picture as before
    // What came meanwhile is there when the page is.
    bench.window().showPage(u"compare"_s);
    home.make({.prompt = u"later"_s});
    Q_EMIT bench.images.changed();
    bench.window().showPage(u"gallery"_s);
    QTRY_COMPARE(prompts(bench).first(), u"later"_s);
}

void TestGalleryPage::thePlaceStaysWhenNewOnesCome()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 60);
    open(bench);
    m_canvas->verticalScrollBar()->setValue(m_canvas->verticalScrollBar()->maximum() / 2);
    const int row = m_canvas->places().pictureAt(QPoint(20, m_canvas->verticalScrollBar()->value() + 100));
    QVERIFY(row > 0);
    const qint64 top = m_page->model().rows().at(m_canvas->places().rows().at(m_canvas->places().rowOf(row)).first).key;
    const int y = m_canvas->placeOf(m_page->model().indexOf(top)).top();
    home.setTime(QDateTime(QDate(2026, 7, 19), QTime(9, 0)));
    fill(home, 11);
    Q_EMIT bench.images.changed();
    QTRY_COMPARE(m_page->model().rows().size(), 71);
    QVERIFY(qAbs(m_canvas->placeOf(m_page->model().indexOf(top)).top() - y) < m_canvas->rowHeight());
}

void TestGalleryPage::missingFilesAreSaid()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 2);
    QVERIFY(QFile::remove(home.pictures().first().path));
    open(bench);
    const QImage shown = m_canvas->viewport()->grab(m_canvas->placeOf(1)).toImage();
    QVERIFY(!shown.isNull());
    clickOn(1);
    QTRY_COMPARE(bench.text(u"galleryPrompt"_s), u"picture 0"_s); // the recipe can be used all the same
    QVERIFY(bench.find<QWidget>(u"galleryRecallAll"_s)->isEnabled());
}

void TestGalleryPage::offersWhatThereIsAPlaceFor()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 6);
    open(bench);
    m_page->setCanCompare(false);
    m_page->setCanExport(false);
    m_page->setCanReference(false);
    clickOn(0);
    for (const QString &name : {u"galleryCompare"_s, u"galleryExport"_s, u"galleryReference"_s}) {
        QVERIFY(!bench.find<QWidget>(name)->isVisible());
    }
    m_page->setCanCompare(true);
    m_page->setCanExport(true);
    m_page->setCanReference(true);
    auto *compare = bench.find<QPushButton>(u"galleryCompare"_s);
    QVERIFY(compare->isVisible() && !compare->isEnabled());
    clickOn(1, Qt::ControlModifier);
    QVERIFY(compare->isEnabled());
    QSignalSpy compared(m_page, &GalleryPage::compareWanted);
    QSignalSpy exported(m_page, &GalleryPage::exportWanted);
    QSignalSpy referred(m_page, &GalleryPage::referenceWanted);
    auto *window = qobject_cast<MainWindow *>(m_page->window());
    click(bench, u"galleryCompare"_s);
    QTRY_COMPARE(compared.size(), 1);
    QCOMPARE(window->page(), u"compare"_s); // in its Loupe
    window->showPage(u"gallery"_s);
    QCOMPARE(compared.first().first().value<QList<LibraryEntry>>().size(), 2);
    click(bench, u"galleryExport"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.first().first().toStringList(),
             QStringList({home.pictures().at(5).path, home.pictures().at(4).path}));
    QCOMPARE(window->page(), u"export"_s);
    window->showPage(u"gallery"_s);
    click(bench, u"galleryReference"_s);
    QTRY_COMPARE(referred.size(), 1);
    QCOMPARE(window->page(), u"compare"_s);
    window->showPage(u"gallery"_s);
    clickOn(5, Qt::ShiftModifier);
    QVERIFY(!compare->isEnabled()); // more than four
    QVERIFY(!compare->toolTip().isEmpty());
}

void TestGalleryPage::rowsCanBeHigher()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 20);
    open(bench);
    const int before = m_canvas->placeOf(0).height();
    QWheelEvent wheel(QPointF(50, 50), m_canvas->viewport()->mapToGlobal(QPointF(50, 50)), {}, QPoint(0, 960),
                      Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_canvas->viewport(), &wheel);
    const int higher = m_canvas->rowHeight();
    QVERIFY(m_canvas->placeOf(0).height() > before);
    QTest::keyClick(m_canvas, Qt::Key_Minus); // without a wheel, too
    QVERIFY(m_canvas->rowHeight() < higher);
    QTest::keyClick(m_canvas, Qt::Key_Plus);
    QCOMPARE(m_canvas->rowHeight(), higher);
    m_canvas->setRowHeight(5);
    QCOMPARE(m_canvas->rowHeight(), GalleryCanvas::minRow);
    bench.close();
    open(bench);
    QCOMPARE(m_canvas->rowHeight(), higher); // as the person chose it last
}

void TestGalleryPage::coloursAreNotedDown()
{
    WindowBench bench;
    GalleryHome home(bench);
    fill(home, 2);
    open(bench);
    QVERIFY(m_page->model().rows().first().colour != 0); // seen with its thumbnail
    const QRgb seen = m_page->model().rows().first().colour;
    bench.close(); // which notes it down
    QCOMPARE(bench.pictures().library.index({}).result()->rows.first().colour, seen);
}

void TestGalleryPage::detailsStandInAPopoverWhereItIsNarrow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("narrow") << QSize(1040, 800);
    QTest::newRow("small") << QSize(960, 600);
    QTest::newRow("least") << QSize(860, 480);
}

/// Whole, in the window, and reached by mouse and key.
void TestGalleryPage::detailsStandInAPopoverWhereItIsNarrow()
{
    QFETCH(const QSize, size);
    WindowBench bench;
    GalleryHome home(bench);
    for (int i = 0; i < 4; ++i) {
        home.make({.prompt = u"a picture"_s});
    }
    open(bench, size);
    clickOn(1);
    auto *button = bench.find<QAbstractButton>(u"galleryDetailsButton"_s);
    const auto *details = bench.find<GalleryDetails>(u"galleryDetails"_s);
    QVERIFY(button->isVisible() && !details->isVisible());
    QVERIFY(m_canvas->width() > size.width() / 2);
    click(bench, u"galleryDetailsButton"_s);
    QTRY_VERIFY(details->isVisible() && details->details());
    const auto inWindow = [&bench](const QWidget *widget) {
        return QRect(widget->mapTo(&bench.window(), QPoint(0, 0)), widget->size());
    };
    QVERIFY(bench.window().rect().contains(inWindow(details)));
    for (const QString &name : {u"galleryRecallAll"_s, u"galleryRemix"_s, u"galleryPrevious"_s, u"galleryNext"_s,
                                u"galleryMenu"_s, u"galleryPlace"_s}) {
        const auto *part = bench.find<QWidget>(name);
        QVERIFY2(part->isVisible() && inWindow(details).contains(inWindow(part)), qPrintable(name));
        QVERIFY2(part->width() >= part->minimumSizeHint().width(), qPrintable(name));
    }
    click(bench, u"galleryNext"_s);
    QCOMPARE(m_page->selection().current(), 2);
    QVERIFY(details->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!details->isVisible());
    QVERIFY(button->hasFocus());
    m_canvas->setFocus();
    QTest::keyClick(m_canvas, Qt::Key_I);
    QVERIFY(details->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    m_canvas->setFocus();
    QTest::keyClick(m_canvas, Qt::Key_Return);
    auto *view = bench.find<QWidget>(u"galleryEnlargedPicture"_s);
    QTRY_VERIFY(view->isVisible());
    QTest::keyClick(view, Qt::Key_T); // the field for it is in there
    QVERIFY(details->isVisible());
    QVERIFY(bench.find<QLineEdit>(u"galleryTagField"_s)->hasFocus());
    bench.window().resize(1280, 800); // there is room again
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(details->isVisible());
    QVERIFY(details->parentWidget() != bench.find<QWidget>(u"galleryDetailsPopover"_s));
}

void TestGalleryPage::detailsStandBesideWhereThereIsRoom()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a picture"_s});
    open(bench);
    clickOn(0);
    const auto *details = bench.find<GalleryDetails>(u"galleryDetails"_s);
    QTRY_VERIFY(details->isVisible() && details->details());
    QVERIFY(!bench.find<QWidget>(u"galleryDetailsButton"_s)->isVisible());
    const QRect place(details->mapTo(&bench.window(), QPoint(0, 0)), details->size());
    QVERIFY(bench.window().rect().contains(place));
    QTest::keyClick(m_canvas, Qt::Key_I); // nothing to be opened
    QVERIFY(m_canvas->hasFocus());
    bench.window().resize(960, 700);
    QTRY_VERIFY(bench.find<QWidget>(u"galleryDetailsButton"_s)->isVisible());
    QVERIFY(!details->isVisible());
}

void TestGalleryPage::thePopoverGoesWithThePage()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a picture"_s});
    open(bench, QSize(960, 700));
    clickOn(0);
    click(bench, u"galleryDetailsButton"_s);
    const auto *details = bench.find<GalleryDetails>(u"galleryDetails"_s);
    QTRY_VERIFY(details->isVisible() && details->details());
    click(bench, u"galleryRecallAll"_s);
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(!details->isVisible());
    bench.window().showPage(u"gallery"_s);
    QVERIFY(!details->isVisible());
    click(bench, u"galleryDetailsButton"_s);
    QTRY_VERIFY(details->isVisible());
    doubleClick(bench.find<QWidget>(u"galleryPicture"_s)); // enlarged, it would be hidden behind it
    QTRY_VERIFY(!details->isVisible());
}

QTEST_MAIN(TestGalleryPage)
#include "test_gallerypage.moc"

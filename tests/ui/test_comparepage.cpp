// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/budgetreasons.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/pictureview.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSlider>
#include <QSpinBox>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The Compare page as a person uses it: keys and mouse.
class TestComparePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstStartIsReady();
    void generatesByKeyAndButton();
    void needsAPrompt();
    void announcesItsCalls();
    void priceNamesTheUnknown();
    void budgetStandsBesideThePrice();
    void budgetWarnsBeforeTheClick();
    void budgetsTellOnceWhenAllHaveEnded();
    void picturesAreForAProject();
    void pickerWorksByKeyboard();
    void pickerStaysInsideTheWindow();
    void pickerIsAsHighAsItsRows_data();
    void pickerIsAsHighAsItsRows();
    void pickerAddsWhatNeedsAKey();
    void pickerPutsTheNameThatWasTypedFirst_data();
    void pickerPutsTheNameThatWasTypedFirst();
    void aDoubleClickRemovesOneModel();
    void pickerTakesModelsOfAnOwnServer();
    void chipsGoByKeyboard();
    void advancedWishesCountAlsoWhileFolded();
    void losslessFormatsHaveNoQuality();
    void theDiceIsReachedByTab();

private:
    static void settled(WindowBench &bench);
    static void click(WindowBench &bench, const QString &name);
};

namespace {

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

} // namespace

/// The plans of the form have arrived.
void TestComparePage::settled(WindowBench &bench)
{
    bench.waitForPrices();
}

void TestComparePage::click(WindowBench &bench, const QString &name)
{
    auto *button = bench.find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestComparePage::firstStartIsReady()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    QCOMPARE(bench.find<QPlainTextEdit>(u"promptEdit"_s)->toPlainText(), ComparePage::examplePrompt());
    for (const QString &model : builtIn) {
        QVERIFY2(bench.find<QWidget>(u"modelRow."_s + model), qPrintable(model));
    }
    QVERIFY(bench.find<QWidget>(u"generateButton"_s)->isEnabled());
    QTRY_VERIFY(bench.find<QWidget>(u"keyHint"_s)->isVisible());
    QCOMPARE(bench.text(u"priceTotal"_s), u"free"_s);
    const auto priced = [&bench] {
        const QList<QLabel *> labels = bench.find<QWidget>(u"modelRow.sketchbook-scene"_s)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [](const QLabel *label) { return label->text() == u"free"_s; });
    };
    QVERIFY(priced());
    QSignalSpy heard(bench.window().findChild<ProviderKeys *>(), &ProviderKeys::changed);
    Q_EMIT bench.keyring().changed(u"fal"_s);
    QTRY_VERIFY(!heard.isEmpty());
    QVERIFY2(priced(), "a change of keys must not take the prices away");
    click(bench, u"keyHint.dismiss"_s);
    QVERIFY(!bench.find<QWidget>(u"keyHint"_s)->isVisible());
    bench.open();
    QTest::qWait(0);
    QVERIFY2(!bench.find<QWidget>(u"keyHint"_s)->isVisible(), "a dismissed hint stays away");
}

void TestComparePage::generatesByKeyAndButton()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    prompt->setFocus();
    prompt->selectAll();
    QTest::keyClicks(prompt, u"a red boat"_s);
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.images.jobs().size(), 3);
    QCOMPARE(bench.images.jobs().at(0).request.prompt, u"a red boat"_s);
    bench.images.completeAll();
    auto *view = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(view->isVisible() && view->isShown());
    QTRY_VERIFY(bench.text(u"summary"_s).startsWith(u"3 of 3 done"_s));
    bench.clock.milliseconds += 1000;
    click(bench, u"generateButton"_s);
    QCOMPARE(bench.images.jobs().size(), 6);
}

void TestComparePage::needsAPrompt()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    bench.find<QPlainTextEdit>(u"promptEdit"_s)->clear();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QTRY_VERIFY(!generate->isEnabled());
    QVERIFY(!generate->toolTip().isEmpty());
    QTest::keyClick(bench.find<QPlainTextEdit>(u"promptEdit"_s), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.images.jobs().size(), 0);
}

/// So that a connection may stand when the button is pressed: once the person changes something, not at the start.
void TestComparePage::announcesItsCalls()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    QCOMPARE(bench.images.prepared, QList<QStringList>());
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    QTRY_VERIFY(!bench.images.prepared.isEmpty());
    QCOMPARE(bench.images.prepared.constLast(), QStringList(2 * builtIn.size(), u"sketchbook"_s));
    const qsizetype before = bench.images.prepared.size();
    bench.find<QPlainTextEdit>(u"promptEdit"_s)->clear();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(1);
    const int asked = bench.images.planned;
    QTRY_VERIFY(bench.images.planned > asked);
    QCoreApplication::processEvents(); // the plans are on their way
    QCOMPARE(bench.images.prepared.size(), before); // without a prompt nothing can be sent
}

void TestComparePage::priceNamesTheUnknown()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.03));
    bench.images.prices.insert(builtIn.at(1), Money::fromDollars(0.05));
    bench.images.prices.insert(builtIn.at(2), Money::unknown());
    bench.open();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    QTRY_COMPARE(bench.text(u"priceTotal"_s), u"≈ $0.16 + 2 unknown"_s);
    QCOMPARE(bench.text(u"pictureCount"_s), u"6 pictures"_s);
    click(bench, u"removeModel."_s + builtIn.at(2));
    QTRY_COMPARE(bench.text(u"priceTotal"_s), u"≈ $0.16"_s);
    QCOMPARE(bench.text(u"pictureCount"_s), u"4 pictures"_s);
}

void TestComparePage::budgetStandsBesideThePrice()
{
    WindowBench bench;
    bench.usage.total = Money::fromDollars(1.5);
    bench.open();
    QTRY_COMPARE(bench.text(u"budgetLeft"_s), u"$1.50"_s);
    QVERIFY(bench.text(u"budgetLabel"_s).startsWith(u"Spent"_s));
    bench.usage.unknown = 3;
    bench.budget().refresh();
    QTRY_COMPARE(bench.text(u"budgetLeft"_s), u"$1.50 + 3 unknown"_s);
    QCOMPARE(bench.text(u"footBudget"_s), u"$1.50 + 3 unknown spent"_s);
    const auto *foot = bench.find<QLabel>(u"footBudget"_s);
    QTRY_VERIFY2(foot->heightForWidth(foot->width()) <= foot->height(), "it is cut");
    BudgetState month;
    month.budget.limit = Money::fromDollars(20);
    month.spent = Money::fromDollars(7);
    month.reserved = Money::fromDollars(0.61);
    bench.budgets = {month};
    bench.budget().refresh();
    QTRY_COMPARE(bench.text(u"budgetLeft"_s), u"$12.39"_s);
    QVERIFY(bench.text(u"budgetLabel"_s).startsWith(u"Left"_s));
    QCOMPARE(bench.text(u"footBudget"_s), u"$7.61 of $20.00"_s);
}

void TestComparePage::budgetWarnsBeforeTheClick()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.6));
    bench.images.prices.insert(builtIn.at(1), Money::unknown());
    bench.open();
    settled(bench);
    auto *warning = bench.find<QLabel>(u"budgetWarning"_s);
    QVERIFY2(!warning->isVisible(), "what is asked about is not refused");
    bench.settings().set(Setting::UnknownPrices, u"refuse"_s);
    BudgetState month;
    month.budget.limit = Money::fromDollars(1);
    month.spent = Money::zero();
    month.reserved = Money::zero();
    bench.budgets = {month};
    bench.budget().refresh();
    QTRY_VERIFY2(warning->text().contains(u"without a known price"_s), qPrintable(warning->text()));
    QVERIFY(warning->isVisible());
    bench.settings().set(Setting::UnknownPrices, u"ask"_s);
    QVERIFY(!warning->isVisible());
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    QTRY_VERIFY2(warning->text().contains(u"More than is left"_s), qPrintable(warning->text()));
    QVERIFY2(bench.find<QWidget>(u"generateButton"_s)->isEnabled(), "what fits may still be made");
}

void TestComparePage::budgetsTellOnceWhenAllHaveEnded()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    const Reason month = reasons::budgetOfAMonth(Money::fromDollars(6));
    const Reason day = reasons::budgetOfADay(Money::fromDollars(1));
    bench.generate();
    QTRY_COMPARE(bench.images.jobs().size(), 3);
    auto *toast = bench.find<QWidget>(u"toast"_s);
    bench.images.notices = {reasons::priceUnknownAllowed(), reasons::budgetNearlyUsed(80, month)};
    bench.images.complete(0);
    bench.images.notices = {reasons::budgetNearlyUsed(79, month),
                            reasons::budgetExceeded(Money::fromDollars(0.5), day)};
    bench.images.complete(1);
    QTRY_COMPARE(bench.window().compare()->session().summary().done, 2);
    QVERIFY(!toast->isVisible());
    bench.images.notices = {};
    bench.images.complete(2);
    QTRY_VERIFY(toast->isVisible());
    const Names shown {{}, {}, {}, texts::total};
    QCOMPARE(bench.text(u"toast.text"_s),
             wording::sentence(reasons::budgetNearlyUsed(80, month), shown) + u' '
                 + wording::sentence(reasons::budgetExceeded(Money::fromDollars(0.5), day), shown));
    toast->hide();
    bench.generate(); // and what was told is not told again
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(!toast->isVisible());
}

void TestComparePage::picturesAreForAProject()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    auto *name = bench.find<QLineEdit>(u"projectName"_s);
    QVERIFY(name->text().isEmpty());
    bench.generate();
    QTRY_VERIFY(!bench.images.projects.isEmpty());
    QCOMPARE(bench.images.projects.last(), QString());
    name->setText(u" shoes "_s);
    const auto before = bench.images.projects.size();
    bench.generate();
    QTRY_VERIFY(bench.images.projects.size() > before);
    QCOMPARE(bench.images.projects.last(), u"shoes"_s);
    name->setText(u"a\u202eb"_s);
    QTRY_VERIFY2(!bench.find<QWidget>(u"generateButton"_s)->isEnabled(), "what cannot be a name is not left out");
}

void TestComparePage::pickerWorksByKeyboard()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    click(bench, u"removeModel."_s + builtIn.at(2));
    auto *add = bench.find<QPushButton>(u"addModel"_s);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    QTRY_VERIFY(picker->isVisible());
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    auto *list = picker->findChild<QListView *>(u"modelList"_s);
    const int all = list->model()->rowCount();
    QTest::keyClicks(search, u"poster light"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + builtIn.at(2)));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!bench.find<QWidget>(u"modelRow."_s + builtIn.at(2)));
    search->clear();
    QCOMPARE(list->model()->rowCount(), all);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!picker->isVisible());
}

void TestComparePage::pickerStaysInsideTheWindow()
{
    WindowBench bench;
    bench.open(QSize(860, 560));
    settled(bench);
    click(bench, u"addModel"_s);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    QTRY_VERIFY(picker->isVisible());
    const auto card = [picker] {
        const QWidget *list = picker->findChild<QListView *>(u"modelList"_s);
        return QRect(list->mapTo(list->window(), QPoint(0, 0)), list->size());
    };
    QVERIFY(bench.window().rect().contains(card()));
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(picker->isAncestorOf(QApplication::focusWidget()), "Tab stays inside");
    }
    click(bench, u"addModel"_s);
    QVERIFY2(!picker->isVisible(), "a second click closes it");
    click(bench, u"addModel"_s);
    QVERIFY(picker->isVisible() && search->hasFocus());
    QTest::mouseClick(bench.find<QWidget>(u"results"_s), Qt::LeftButton);
    QVERIFY2(!picker->isVisible(), "a click elsewhere closes it");
    click(bench, u"addModel"_s);
    bench.window().showPage(u"keys"_s);
    QVERIFY2(!picker->isVisible(), "another page closes it");
}

void TestComparePage::pickerIsAsHighAsItsRows_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("small") << QSize(860, 560) << 6;
    QTest::newRow("usual") << QSize(1280, 800) << 9;
    QTest::newRow("large") << QSize(1600, 1300) << 14;
}

void TestComparePage::pickerIsAsHighAsItsRows()
{
    QFETCH(QSize, window);
    QFETCH(int, atLeast);
    WindowBench bench;
    bench.open(window);
    settled(bench);
    click(bench, u"addModel"_s);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    auto *list = picker->findChild<QListView *>(u"modelList"_s);
    QTRY_VERIFY(picker->isVisible());
    const int row = list->sizeHintForRow(0);
    const int top = picker->y();
    const auto rowsSeen = [&] {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return static_cast<double>(list->viewport()->height()) / row;
    };
    const double all = rowsSeen();
    QVERIFY2(all >= atLeast && all == std::floor(all), qPrintable(QString::number(all)));
    QTest::keyClicks(search, u"poster light"_s);
    QCOMPARE(rowsSeen(), 1.0);
    QCOMPARE(picker->y(), top);
    search->setText(u"nobody knows this"_s);
    QCOMPARE(rowsSeen(), 1.0);
    search->clear();
    QCOMPARE(rowsSeen(), all);
    QCOMPARE(picker->y(), top);
}

void TestComparePage::pickerAddsWhatNeedsAKey()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    click(bench, u"addModel"_s);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    auto *list = picker->findChild<QListView *>(u"modelList"_s);
    QTest::keyClicks(search, u"gpt image 1.5"_s);
    QVERIFY(list->model()->rowCount() > 0);
    const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"needs a key for OpenAI"_s), qPrintable(spoken));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(bench.find<QWidget>(u"modelRow.gpt-image-1.5"_s));
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(picker->isVisible());
}

void TestComparePage::pickerPutsTheNameThatWasTypedFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("exactly") << u"gpt image 2"_s << u"GPT Image 2"_s;
    QTest::newRow("a word of it") << u"poster"_s << u"Sketchbook Poster"_s;
}

void TestComparePage::pickerPutsTheNameThatWasTypedFirst()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    WindowBench bench;
    bench.open();
    settled(bench);
    click(bench, u"addModel"_s);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    QTest::keyClicks(picker->findChild<QLineEdit *>(u"modelSearch"_s), typed);
    const QString name = picker->findChild<QListView *>(u"modelList"_s)->currentIndex().data().toString();
    QCOMPARE(name, first);
}

/// The next chip slides under the pointer.
void TestComparePage::aDoubleClickRemovesOneModel()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    auto *remove = bench.find<QPushButton>(u"removeModel."_s + builtIn.at(0));
    const QPoint pointer = remove->mapTo(&bench.window(), remove->rect().center());
    QTest::mouseDClick(bench.window().windowHandle(), Qt::LeftButton, {}, pointer);
    QCOMPARE(bench.window().compare()->form().models, builtIn.mid(1));
    doubleClick(bench.find<QPushButton>(u"removeModel."_s + builtIn.at(1)));
    auto *next = bench.find<QPushButton>(u"removeModel."_s + builtIn.at(2));
    QTest::mouseDClick(next, Qt::LeftButton);
    QTest::mouseRelease(next, Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().models, builtIn.mid(2));
}

void TestComparePage::pickerTakesModelsOfAnOwnServer()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    click(bench, u"addModel"_s);
    auto *picker = bench.find<ModelPicker>(u"modelPicker"_s);
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    QTest::keyClicks(search, u"my-Model:v2"_s);
    QTest::keyClick(search, Qt::Key_Return);
    const QString slug = u"openai-compatible/my-Model:v2"_s;
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + slug));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(bench.text(u"priceTotal"_s), u"3 free + 1 unknown"_s);
    bench.waitForPrices();
    click(bench, u"generateButton"_s);
    bench.clock.milliseconds += 1000;
    click(bench, u"startYes"_s);
    QCOMPARE(bench.images.jobs().constLast().request.model, slug);
    bench.open();
    QVERIFY2(bench.find<QWidget>(u"modelRow."_s + slug), "and it is kept");
}

void TestComparePage::chipsGoByKeyboard()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    auto *remove = bench.find<QPushButton>(u"removeModel."_s + builtIn.at(0));
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QTRY_VERIFY(!bench.find<QWidget>(u"modelRow."_s + builtIn.at(0)));
    QVERIFY2(bench.find<QPushButton>(u"removeModel."_s + builtIn.at(1))->hasFocus(), "the keyboard stays among them");
}

void TestComparePage::advancedWishesCountAlsoWhileFolded()
{
    WindowBench bench;
    bench.open();
    auto *quality = bench.find<QComboBox>(u"quality"_s);
    QVERIFY(!quality->isVisible());
    auto *toggle = bench.find<QPushButton>(u"advancedToggle"_s);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(quality->isVisible());
    quality->setFocus();
    QTest::keyClick(quality, Qt::Key_End);
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!quality->isVisible());
    QVERIFY2(toggle->text().contains(u'1'), qPrintable(toggle->text()));
    bench.generate();
    QCOMPARE(bench.images.jobs().constLast().request.quality, u"high"_s);
    bench.open();
    QCOMPARE(bench.window().compare()->form().quality, u"high"_s);
}

void TestComparePage::losslessFormatsHaveNoQuality()
{
    WindowBench bench;
    bench.open();
    auto *format = bench.find<QComboBox>(u"format"_s);
    auto *slider = bench.find<QSlider>(u"compressionSlider"_s);
    format->setCurrentText(u"PNG"_s);
    QVERIFY(!slider->isEnabled());
    QVERIFY(!slider->toolTip().isEmpty());
    QCOMPARE(bench.text(u"compressionReason"_s), slider->toolTip());
    format->setCurrentText(u"WebP"_s);
    QVERIFY(slider->isEnabled());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(bench.find<QSpinBox>(u"compression"_s)->value(), 84);
}

void TestComparePage::theDiceIsReachedByTab()
{
    WindowBench bench;
    bench.open();
    auto *seed = bench.find<QLineEdit>(u"seed"_s);
    seed->setFocus();
    QTest::keyClick(seed, Qt::Key_Tab);
    auto *dice = bench.find<QPushButton>(u"seedDice"_s);
    QVERIFY(dice && dice->hasFocus());
    QTest::keyClick(dice, Qt::Key_Space);
    const QString first = seed->text();
    QVERIFY(first.toInt() > 0);
    QTest::keyClick(&bench.window(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(seed->text() != first);
    QTest::keyClick(dice, Qt::Key_Tab);
    QVERIFY(bench.find<QWidget>(u"format"_s)->hasFocus());
}

QTEST_MAIN(TestComparePage)
#include "test_comparepage.moc"

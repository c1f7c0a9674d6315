// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/pictureview.h"
#include "ui/keys/providerkeys.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QMimeData>
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
    void cancelsOneAndAll();
    void failureSaysWhatToDo();
    void unknownOutcomeWarnsBeforeTheRetry();
    void priceNamesTheUnknown();
    void budgetStandsBesideThePrice();
    void pickerWorksByKeyboard();
    void pickerLeadsToTheKey();
    void pickerTakesModelsOfAnOwnServer();
    void chipsGoByKeyboard();
    void losslessFormatsHaveNoQuality();
    void marksWhatWasEmulated();
    void savesInTheFormatOfTheSuffix();
    void copiesThePicture();

private:
    static QString text(const WindowBench &bench, const QString &name) { return bench.find<QLabel>(name)->text(); }
    static void settled(WindowBench &bench);
    static void click(WindowBench &bench, const QString &name);
    static void start(WindowBench &bench);
};

namespace {

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

} // namespace

/// The plans of the form have arrived.
void TestComparePage::settled(WindowBench &bench)
{
    QTRY_VERIFY(!text(bench, u"sizeOutcome"_s).isEmpty());
}

void TestComparePage::click(WindowBench &bench, const QString &name)
{
    auto *button = bench.find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestComparePage::start(WindowBench &bench)
{
    bench.open();
    settled(bench);
    click(bench, u"generateButton"_s);
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestComparePage::firstStartIsReady()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    QCOMPARE(bench.find<QPlainTextEdit>(u"promptEdit"_s)->toPlainText(), ComparePage::examplePrompt());
    for (const QString &model : builtIn) {
        QVERIFY2(bench.find<QWidget>(u"modelChip."_s + model), qPrintable(model));
    }
    QVERIFY(bench.find<QWidget>(u"generateButton"_s)->isEnabled());
    QVERIFY(bench.find<QWidget>(u"keyHint"_s)->isVisible());
    QCOMPARE(text(bench, u"priceTotal"_s), u"free"_s);
    const auto priced = [&bench] {
        const QList<QLabel *> labels = bench.find<QWidget>(u"modelChip.sketchbook-scene"_s)->findChildren<QLabel *>();
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
    QTRY_VERIFY(text(bench, u"summary"_s).startsWith(u"3 of 3 done"_s));
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

void TestComparePage::cancelsOneAndAll()
{
    WindowBench bench;
    start(bench);
    click(bench, u"cell.1.1.state.cancel"_s);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(1).id});
    QTRY_COMPARE(text(bench, u"cell.1.1.state.title"_s), u"Cancelled"_s);
    QVERIFY(text(bench, u"cell.1.1.state.billing"_s).contains(u"Nothing was billed"_s));
    QCOMPARE(text(bench, u"cell.1.0.state.title"_s), u"Waiting for its turn"_s);
    click(bench, u"cancelAll"_s);
    QTRY_COMPARE(bench.images.waiting(), 0);
    QTRY_VERIFY(!bench.find<QWidget>(u"cancelAll"_s)->isVisible());
}

void TestComparePage::failureSaysWhatToDo()
{
    WindowBench bench;
    start(bench);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"No room just now."_s));
    QTRY_COMPARE(text(bench, u"cell.1.0.state.title"_s), u"Sketchbook is busy"_s);
    QCOMPARE(text(bench, u"cell.1.0.state.text"_s), u"No room just now."_s);
    QCOMPARE(text(bench, u"cell.1.0.state.billing"_s), u"Nothing was billed."_s);
    click(bench, u"cell.1.0.state.step"_s);
    QCOMPARE(bench.images.jobs().size(), 4);
    QCOMPARE(bench.images.jobs().at(3).request, bench.images.jobs().at(0).request);
}

void TestComparePage::unknownOutcomeWarnsBeforeTheRetry()
{
    WindowBench bench;
    start(bench);
    Error lost;
    lost.kind = ErrorKind::Network;
    lost.message = u"The connection was lost."_s;
    bench.images.fail(2, GenerationStatus::Unknown, lost);
    QTRY_COMPARE(text(bench, u"cell.1.2.state.title"_s), u"Outcome unknown"_s);
    QVERIFY(text(bench, u"cell.1.2.state.billing"_s).contains(u"may be billed again"_s));
    QCOMPARE(bench.find<QPushButton>(u"cell.1.2.state.step"_s)->text(), u"Retry anyway"_s);
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestComparePage::priceNamesTheUnknown()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.03));
    bench.images.prices.insert(builtIn.at(1), Money::fromDollars(0.05));
    bench.images.prices.insert(builtIn.at(2), Money::unknown());
    bench.open();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    QTRY_COMPARE(text(bench, u"priceTotal"_s), u"≈ $0.16 + unknown"_s);
    QCOMPARE(text(bench, u"pictureCount"_s), u"6 pictures"_s);
    click(bench, u"removeModel."_s + builtIn.at(2));
    QTRY_COMPARE(text(bench, u"priceTotal"_s), u"≈ $0.16"_s);
    QCOMPARE(text(bench, u"pictureCount"_s), u"4 pictures"_s);
}

void TestComparePage::budgetStandsBesideThePrice()
{
    WindowBench bench;
    bench.usage.total = Money::fromDollars(1.5);
    bench.open();
    QTRY_COMPARE(text(bench, u"budgetLeft"_s), u"$1.50"_s);
    QVERIFY(text(bench, u"budgetLabel"_s).startsWith(u"Spent"_s));
    BudgetState month;
    month.budget.limit = Money::fromDollars(20);
    month.spent = Money::fromDollars(7);
    month.reserved = Money::fromDollars(0.61);
    bench.budgets = {month};
    bench.budget().refresh();
    QTRY_COMPARE(text(bench, u"budgetLeft"_s), u"$12.39"_s);
    QVERIFY(text(bench, u"budgetLabel"_s).startsWith(u"Left"_s));
    QCOMPARE(text(bench, u"footBudget"_s), u"$7.61 of $20.00"_s);
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
    QVERIFY(bench.find<QWidget>(u"modelChip."_s + builtIn.at(2)));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!bench.find<QWidget>(u"modelChip."_s + builtIn.at(2)));
    search->clear();
    QCOMPARE(list->model()->rowCount(), all);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!picker->isVisible());
}

void TestComparePage::pickerLeadsToTheKey()
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
    QTRY_VERIFY(bench.find<QDialog>(u"keyDialog"_s));
    QCOMPARE(bench.window().page(), u"keys"_s);
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
    QVERIFY(bench.find<QWidget>(u"modelChip."_s + slug));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(text(bench, u"priceTotal"_s), u"price unknown"_s);
    click(bench, u"generateButton"_s);
    QCOMPARE(bench.images.jobs().constLast().request.model, slug);
    bench.open();
    QVERIFY2(bench.find<QWidget>(u"modelChip."_s + slug), "and it is kept");
}

void TestComparePage::chipsGoByKeyboard()
{
    WindowBench bench;
    bench.open();
    settled(bench);
    auto *remove = bench.find<QPushButton>(u"removeModel."_s + builtIn.at(0));
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QTRY_VERIFY(!bench.find<QWidget>(u"modelChip."_s + builtIn.at(0)));
    QVERIFY2(bench.find<QPushButton>(u"removeModel."_s + builtIn.at(1))->hasFocus(), "the keyboard stays among them");
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
    QCOMPARE(text(bench, u"compressionReason"_s), slider->toolTip());
    format->setCurrentText(u"WebP"_s);
    QVERIFY(slider->isEnabled());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(bench.find<QSpinBox>(u"compression"_s)->value(), 84);
}

void TestComparePage::marksWhatWasEmulated()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0, QSize(1024, 1024));
    auto *mark = bench.find<QPushButton>(u"cell.1.0.footer.mark"_s);
    QTRY_VERIFY(mark->isVisible());
    QVERIFY2(mark->toolTip().contains(u"16 : 9 asked, 1024 × 1024 made"_s), qPrintable(mark->toolTip()));
    mark->setFocus();
    QTest::keyClick(mark, Qt::Key_Space);
    QWidget *popover = nullptr;
    QTRY_VERIFY((popover = bench.find<QWidget>(u"reportPopover"_s)) && popover->isVisible());
    QTest::keyClick(popover, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QWidget>(u"reportPopover"_s));
}

void TestComparePage::savesInTheFormatOfTheSuffix()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    bench.dialogs.nextFile = bench.folder.filePath(u"kept.webp"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    QTRY_VERIFY(QFile::exists(bench.dialogs.nextFile));
    QVERIFY(bench.dialogs.suggestion.startsWith(u"a-lighthouse-on"_s));
    QVERIFY(bench.dialogs.suggestion.endsWith(u".png"_s));
    QVERIFY(bench.dialogs.filters.startsWith(u"PNG"_s));
    QFile saved(bench.dialogs.nextFile);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const Result<ImageInfo> info = probeImage(saved.readAll());
    QVERIFY(info.ok());
    QCOMPARE(info->format, ImageFormat::Webp);
    bench.dialogs.nextFile = bench.folder.filePath(u"kept.doc"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"toast"_s)->accessibleName().contains(u"doc"_s));
    QVERIFY(!QFile::exists(bench.dialogs.nextFile));
}

void TestComparePage::copiesThePicture()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QApplication::clipboard()->setText(u"before"_s);
    click(bench, u"cell.1.0.footer.copy"_s);
    QTRY_VERIFY(QApplication::clipboard()->mimeData()->hasImage());
    QCOMPARE(QApplication::clipboard()->mimeData()->urls().size(), 1);
}

QTEST_MAIN(TestComparePage)
#include "test_comparepage.moc"

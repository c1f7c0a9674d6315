// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/environment.h"
#include "tests/support/sanitizer.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/keys/keyspage.h"
#include "ui/texts.h"
#include "ui/widgets/sign.h"

#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QTimer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The window as a whole: names, keyboard, what is kept, light and dark, and that it never stands still.
class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasItsNames();
    void linksShowTheirFocus_data();
    void linksShowTheirFocus();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void tabFollowsTheForm();
    void smallWindowsShowThreeColumns();
    void sizeIsKeptWithoutClosing();
    void startsAtThePrompt();
    void anExampleIsWrittenOver();
    void theHintKnowsOfMoneySpent();
    void scrollAreasShowThatTheKeyboardIsInThem();
    void menusStayInsideTheWindow();
    void iconsGrowWithTheLetters();
    void pagesAreInTheMiddle();
    void theSwitchShowsItsFocusInTheAccent();
    void keyboardStaysOnItsPage();
    void failuresLeadToTheirSetting();
    void tellsWhichVariableSetsAnAddress();
    void pagesByKeyboard();
    void noticeStaysUntilItIsDismissed();
    void damagedSettingsAreSaidUntilTheyAreUsed();
    void settingsAreKept();
    void theLongestWaitIsShownAsItIs();
    void lettersForAltShowWhileItIsHeld();
    void themeChangesAtRunTime();
    void staysAliveWithEightRunningCells();
    void survivesClosingWhileItRuns();

private:
    static void fill(WindowBench &bench);
};

namespace {

bool isControl(const QWidget *widget)
{
    // Parts of a control (the field inside a spin box, the view behind a scroll area) are reached through it.
    return widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"_s)
        && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
        && !qobject_cast<const QComboBox *>(widget->parentWidget()) && !widget->inherits("QComboBoxPrivateContainer")
        && !widget->inherits("QComboBoxListView") && !widget->inherits("QToolTip")
        && !widget->inherits("QLineEditIconButton");
}

} // namespace

/// A window in which every kind of control is there: pictures, failures, dialogs.
void TestWindow::fill(WindowBench &bench)
{
    bench.settings().set(Setting::ProviderOrder, QStringList {u"fal"_s, u"replicate"_s});
    bench.open();
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
    form.size.pixels = QSize(1536, 640);
    form.negativePrompt = u"people"_s;
    bench.window().compare()->setForm(form);
    bench.generate();
    bench.images.complete(0, QSize(512, 512));
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 1);
}

void TestWindow::everyControlHasItsNames()
{
    WindowBench bench;
    fill(bench);
    bench.find<KeysPage>(u"keysPage"_s)->openDialog(u"fal"_s);
    QSet<QString> names;
    QStringList wrong;
    int controls = 0;
    const QList<QWidget *> widgets = bench.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!isControl(widget)) {
            continue;
        }
        ++controls;
        const QString what =
            QLatin1StringView(widget->metaObject()->className()) + u" \""_s + widget->objectName() + u'"';
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()) {
            wrong.append(what + u" lacks a name"_s);
        } else if (widget->accessibleName().contains(u'&')) {
            wrong.append(what + u" says its mnemonic"_s);
        }
    }
    QVERIFY(controls > 60);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestWindow::linksShowTheirFocus_data()
{
    QTest::addColumn<Theme::Choice>("theme");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
}

/// By a ring that leaves the letters alone.
void TestWindow::linksShowTheirFocus()
{
    QFETCH(Theme::Choice, theme);
    WindowBench bench;
    bench.open();
    bench.theme->setChoice(theme);
    bench.find<KeysPage>(u"keysPage"_s)->openDialog(u"fal"_s);
    auto *link = bench.find<QPushButton>(u"keyPage"_s);
    link->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    const QImage before = link->grab().toImage();
    link->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(link->hasFocus());
    const QImage after = link->grab().toImage();
    QVERIFY(before != after);
    const QString text = texts::withoutMnemonic(link->text());
    const QRect letters = link->style()->itemTextRect(link->fontMetrics(), link->rect(), Qt::AlignCenter, true, text);
    QVERIFY(link->rect().adjusted(3, 0, -3, 0).contains(letters));
    QCOMPARE(after.copy(letters), before.copy(letters));
}

void TestWindow::tabReachesEverything_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page :
         {u"compare"_s, u"gallery"_s, u"catalog"_s, u"keys"_s, u"budgets"_s, u"gateway"_s, u"settings"_s}) {
        QTest::newRow(qPrintable(page)) << page;
    }
}

void TestWindow::tabReachesEverything()
{
    QFETCH(QString, page);
    WindowBench bench;
    fill(bench);
    MainWindow &window = bench.window();
    window.showPage(page);
    QSet<QWidget *> wanted;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool byTab =
            (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(&window) && widget->isEnabled();
        // In a group of which one holds, Tab leads to that one and the arrows to the others.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool other = button && button->group() && button->group()->exclusive() && !button->isChecked();
        if (byTab && isControl(widget) && !other && !widget->focusProxy()) {
            wanted.insert(widget);
        }
    }
    QVERIFY(wanted.size() > 5);
    window.findChild<QWidget *>(u"place."_s + page)->setFocus();
    QSet<QWidget *> reached;
    for (int step = 0; step < 200; ++step) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    for (const QWidget *widget : wanted) {
        if (!reached.contains(const_cast<QWidget *>(widget))) {
            missed.append(widget->objectName());
        }
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u", "_s)));
}

void TestWindow::tabFollowsTheForm()
{
    WindowBench bench;
    fill(bench);
    bench.find<QWidget>(u"promptEdit"_s)->setFocus();
    QStringList order;
    for (int step = 0; step < 60; ++step) {
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    qsizetype last = -1;
    for (const QString &name : {u"promptEdit"_s, u"negativePromptEdit"_s, u"removeModel.sketchbook-scene"_s,
                                u"removeModel.sketchbook-poster"_s, u"addModel"_s, u"shape.exact"_s, u"exactWidth"_s,
                                u"fit"_s, u"pictures"_s, u"seed"_s, u"format"_s, u"generateButton"_s, u"cancelAll"_s,
                                u"cell.1.0.picture"_s, u"cell.1.0.footer.save"_s, u"cell.1.1.state.step"_s}) {
        const qsizetype position = order.indexOf(name);
        QVERIFY2(position > last, qPrintable(name + u" after "_s + order.value(last)));
        last = position;
    }
}

void TestWindow::smallWindowsShowThreeColumns()
{
    WindowBench bench;
    MainWindow &window = bench.open(QSize(1280, 800));
    auto *keys = bench.find<QAbstractButton>(u"place.keys"_s);
    QVERIFY(keys->toolTip().isEmpty());
    const int wide = keys->width();
    window.resize(window.minimumSize());
    QTRY_VERIFY(keys->width() < wide / 2);
    QCOMPARE(keys->toolTip(), u"Keys"_s);
    QVERIFY(bench.find<QWidget>(u"footBudget"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"sidebarFoot"_s)->toolTip().contains(u"Gateway off"_s));
    bench.generate();
    bench.images.completeAll();
    auto *last = bench.find<QWidget>(u"cell.1.2.picture"_s);
    QTRY_VERIFY(last && last->isVisible());
    const auto *results = bench.find<QAbstractScrollArea>(u"results"_s);
    QTRY_VERIFY2(!results->horizontalScrollBar()->isVisible(), "the three of the first start side by side");
    window.resize(1280, 800);
    QTRY_COMPARE(keys->width(), wide);
    QVERIFY(keys->toolTip().isEmpty());
}

void TestWindow::sizeIsKeptWithoutClosing()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.resize(1001, 701);
    // A session that ends does not close its windows one by one.
    QTRY_VERIFY(bench.settings().value(Setting::WindowGeometry).toByteArray() == window.saveGeometry());
}

void TestWindow::startsAtThePrompt()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QCOMPARE(QApplication::focusWidget(), bench.find<QWidget>(u"promptEdit"_s));
    bench.waitForPrices();
    window.findChild<QWidget *>(u"place.compare"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(bench.images.jobs().size() == 3, "wherever the keyboard is in the window");
    window.showPage(u"keys"_s);
    bench.clock.milliseconds += 1000;
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(bench.images.jobs().size() == 3, "but only while the form can be seen");
}

void TestWindow::keyboardStaysOnItsPage()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.find<QWidget>(u"seed"_s)->setFocus();
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QVERIFY(bench.find<QWidget>(u"keysPage"_s)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(bench.find<QWidget>(u"seed"_s)->hasFocus());
}

void TestWindow::failuresLeadToTheirSetting()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.generate();
    bench.images.prices.insert(bench.images.jobs().at(0).request.model, Money::unknown());
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Budget, u"Not known."_s));
    auto *step = bench.find<QAbstractButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(window.page(), u"settings"_s);
    QVERIFY(bench.find<QWidget>(u"unknownPrices"_s)->hasFocus());
    window.showPage(u"keys"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"keyRow.openai-compatible.add"_s), Qt::LeftButton);
    QCOMPARE(window.page(), u"settings"_s);
    QVERIFY(bench.find<QWidget>(u"address.openai-compatible"_s)->hasFocus());
}

void TestWindow::tellsWhichVariableSetsAnAddress()
{
    const QString variable = environment::baseUrlVariable(u"openai"_s);
    qputenv(variable.toLatin1().constData(), "https://proxy.example/v1");
    const auto restore = qScopeGuard([&variable] { qunsetenv(variable.toLatin1().constData()); });
    WindowBench bench;
    bench.open().showPage(u"settings"_s);
    const auto *told = bench.find<QLabel>(u"address.openai.variable"_s);
    QVERIFY(told && told->isVisible() && told->text().contains(variable));
    QCOMPARE(bench.find<QLineEdit>(u"address.openai"_s)->placeholderText(), u"https://proxy.example/v1"_s);
    QVERIFY(!bench.find<QLabel>(u"address.fal.variable"_s));
}

void TestWindow::pagesByKeyboard()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(window.page(), u"budgets"_s);
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(window.page(), u"gateway"_s);
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(window.page(), u"compare"_s);
    QVERIFY(bench.find<QWidget>(u"promptEdit"_s)->hasFocus());
    auto *keys = bench.find<QAbstractButton>(u"place.keys"_s);
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_Space);
    QCOMPARE(window.page(), u"keys"_s);
}

void TestWindow::noticeStaysUntilItIsDismissed()
{
    WindowBench bench;
    bench.open();
    auto *text = bench.find<QLabel>(u"notice.text"_s);
    QVERIFY(!text->isVisible());
    bench.window().setNotices({u"Your catalog <b>/home/me/catalog.json</b>: no name."_s, u"And another."_s});
    QTRY_VERIFY(text->isVisible());
    QVERIFY2(text->text().contains(u"no name"_s) && text->text().contains(u"another"_s), qPrintable(text->text()));
    QCOMPARE(text->textFormat(), Qt::PlainText); // it may repeat what stands in a file
    bench.window().showPage(u"keys"_s);
    QVERIFY(text->isVisible());
    QTest::keyClick(bench.find<QPushButton>(u"notice.dismiss"_s), Qt::Key_Space);
    QVERIFY(!text->isVisible());
    const QWidget *pages = bench.window().findChild<QStackedWidget *>();
    QTRY_COMPARE(pages->y(), 0); // nothing is left of it
}

void TestWindow::damagedSettingsAreSaidUntilTheyAreUsed()
{
    WindowBench bench;
    bench.open();
    QVERIFY(!bench.find<QWidget>(u"settingsDamage"_s)->isVisible());
    bench.settings().set(Setting::DamagedFile, u"/kept/aside.ini"_s);
    for (int start = 0; start < 2; ++start) {
        bench.open();
        QVERIFY(bench.find<QWidget>(u"settingsDamage"_s)->isVisible());
        QVERIFY(bench.text(u"settingsDamage.text"_s).contains(u"/kept/aside.ini"_s));
        QVERIFY(!bench.text(u"settingsDamage.text"_s).contains(u"lightwell-cli"_s));
    }
    QTest::mouseClick(bench.find<QPushButton>(u"settingsDamage.second"_s), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"settings"_s);
    QVERIFY(!bench.settings().trouble().isEmpty());
    QTest::mouseClick(bench.find<QPushButton>(u"settingsDamage.action"_s), Qt::LeftButton);
    QVERIFY(!bench.find<QWidget>(u"settingsDamage"_s)->isVisible());
    QVERIFY(bench.settings().trouble().isEmpty());
    bench.open();
    QVERIFY(!bench.find<QWidget>(u"settingsDamage"_s)->isVisible());
}

void TestWindow::anExampleIsWrittenOver()
{
    WindowBench bench;
    bench.open();
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    QVERIFY(prompt->toPlainText().size() > 2);
    QTest::keyClicks(prompt, u"fox"_s);
    QCOMPARE(prompt->toPlainText(), u"fox"_s);
    bench.open(); // what the person wrote is gone on with
    prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    QTest::keyClicks(prompt, u"es"_s);
    QCOMPARE(prompt->toPlainText(), u"foxes"_s);
}

void TestWindow::theHintKnowsOfMoneySpent()
{
    WindowBench bench;
    bench.open();
    QTRY_VERIFY(bench.find<QWidget>(u"keyHint"_s)->isVisible());
    const QString before = bench.text(u"keyHint.text"_s);
    bench.usage.total = Money::fromMicros(40'000);
    bench.budget().refresh();
    QTRY_VERIFY(bench.text(u"keyHint.text"_s) != before);
}

void TestWindow::scrollAreasShowThatTheKeyboardIsInThem()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QScrollArea area(&window); // of those that take the keyboard, as Qt makes them
    area.resize(200, 100);
    area.show();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // somebody goes on by the keyboard
    area.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(area.hasFocus());
    auto *ring = area.findChild<QWidget *>(u"scrollRing"_s);
    QVERIFY(ring && ring->isVisible());
    QCOMPARE(ring->geometry(), area.rect());
    QCOMPARE(bench.find<QScrollArea>(u"results"_s)->focusPolicy(), Qt::NoFocus); // its pictures have it instead
    QTest::keyClick(&area, Qt::Key_Tab);
    QVERIFY(!ring->isVisible());
}

void TestWindow::menusStayInsideTheWindow()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QMenu menu(&window);
    for (int i = 0; i < 5; ++i) {
        menu.addAction(u"Something that can be done with it"_s);
    }
    for (const QPoint corner : {window.rect().topLeft(), window.rect().bottomRight()}) {
        menu.popup(window.mapToGlobal(corner));
        QTRY_VERIFY(menu.isVisible());
        QVERIFY(window.geometry().contains(menu.geometry()));
        QVERIFY2(!menu.mask().contains(QPoint(0, 0)) && menu.mask().contains(menu.rect().center()), "round corners");
        menu.hide();
    }
}

void TestWindow::iconsGrowWithTheLetters()
{
    const QFont before = QApplication::font();
    const auto restore = qScopeGuard([before] { QApplication::setFont(before); });
    WindowBench bench;
    bench.open();
    auto *more = bench.find<QPushButton>(u"addModel"_s);
    QVERIFY(more);
    const int usual = more->iconSize().width();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QTRY_VERIFY(more->iconSize().width() >= usual * 3 / 2);
    QVERIFY(more->style()->pixelMetric(QStyle::PM_SmallIconSize) >= usual * 3 / 2);
    const QList<Sign *> signs = bench.window().findChildren<Sign *>(); // beside words
    QVERIFY(!signs.isEmpty());
    for (const Sign *sign : signs) {
        const bool isDot = sign->width() < sign->height();
        QVERIFY(isDot || sign->height() >= usual * 3 / 2);
    }
}

/// Whether there is something to scroll or not.
void TestWindow::pagesAreInTheMiddle()
{
    WindowBench bench;
    MainWindow &window = bench.open(QSize(1600, 1000));
    for (const QString &name : {u"settings"_s, u"keys"_s}) {
        window.showPage(name);
        const QWidget *page = bench.find<QWidget>(name + u"Page"_s);
        const auto *scroll = page->findChild<QScrollArea *>(u"pageScroll"_s);
        QVERIFY(scroll);
        const QWidget *column = scroll->widget()->findChild<QWidget *>({}, Qt::FindDirectChildrenOnly);
        const int left = column->mapTo(page, QPoint(0, 0)).x();
        const int right = page->width() - left - column->width();
        QVERIFY2(std::abs(left - right) <= 1, qPrintable(u"%1: %2, %3"_s.arg(name).arg(left).arg(right)));
    }
}

void TestWindow::theSwitchShowsItsFocusInTheAccent()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.showPage(u"gateway"_s);
    auto *toggle = bench.find<QAbstractButton>(u"gatewaySwitch"_s);
    const QColor accent = toggle->palette().color(QPalette::Highlight);
    const auto edge = [toggle] { return toggle->grab().toImage().pixelColor(toggle->width() / 2, 0); };
    QVERIFY(edge() != accent);
    toggle->setFocus(Qt::TabFocusReason);
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    QTRY_COMPARE(edge(), accent);
    const QColor between = toggle->grab().toImage().pixelColor(toggle->width() / 2, 2);
    QVERIFY2(between != accent, "the ring stands off what it is around");
}

void TestWindow::settingsAreKept()
{
    WindowBench bench;
    MainWindow &first = bench.open();
    bench.find<QPlainTextEdit>(u"promptEdit"_s)->setPlainText(u"three red boats"_s);
    bench.find<QSpinBox>(u"pictures"_s)->setValue(3);
    bench.find<QLineEdit>(u"seed"_s)->setText(u"1234"_s);
    bench.find<QComboBox>(u"format"_s)->setCurrentText(u"AVIF"_s);
    bench.find<QSpinBox>(u"compression"_s)->setValue(61);
    QTest::mouseClick(bench.find<QAbstractButton>(u"shape.2:3"_s), Qt::LeftButton);
    QTest::mouseClick(bench.find<QAbstractButton>(u"removeModel.sketchbook-pattern"_s), Qt::LeftButton);
    QVERIFY(first.screen()->availableGeometry().contains(QRect(150, 120, 1111, 777)));
    first.setGeometry(150, 120, 1111, 777);
    first.showPage(u"settings"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"theme.dark"_s), Qt::LeftButton);
    QTest::mouseClick(bench.find<QAbstractButton>(u"embedRecipe"_s), Qt::LeftButton);

    MainWindow &second = bench.open();
    QCOMPARE(second.page(), u"settings"_s);
    QCOMPARE(second.geometry(), QRect(150, 120, 1111, 777));
    QCOMPARE(bench.find<QPlainTextEdit>(u"promptEdit"_s)->toPlainText(), u"three red boats"_s);
    QCOMPARE(bench.find<QSpinBox>(u"pictures"_s)->value(), 3);
    QCOMPARE(bench.find<QLineEdit>(u"seed"_s)->text(), u"1234"_s);
    QCOMPARE(bench.find<QComboBox>(u"format"_s)->currentText(), u"AVIF"_s);
    QCOMPARE(bench.find<QSpinBox>(u"compression"_s)->value(), 61);
    QVERIFY(bench.find<QAbstractButton>(u"shape.2:3"_s)->isChecked());
    QVERIFY(!bench.find<QWidget>(u"modelRow.sketchbook-pattern"_s));
    QVERIFY(bench.find<QWidget>(u"modelRow.sketchbook-poster"_s));
    QVERIFY(bench.find<QAbstractButton>(u"theme.dark"_s)->isChecked());
    QVERIFY(!bench.find<QAbstractButton>(u"embedRecipe"_s)->isChecked());
    QVERIFY(tokensOf(QApplication::palette()).dark);
}

/// The page shows what is in force, to the second, and changes nothing by being opened.
void TestWindow::theLongestWaitIsShownAsItIs()
{
    for (const int seconds : {10, 95, 600}) {
        WindowBench bench;
        bench.settings().set(Setting::RequestTimeoutSeconds, seconds);
        bench.open().showPage(u"settings"_s);
        auto *wait = bench.find<QSpinBox>(u"requestTimeout"_s);
        QCOMPARE(wait->value(), seconds);
        QVERIFY2(wait->text().endsWith(u" s"_s), qPrintable(wait->text()));
        QCOMPARE(bench.settings().toInt(Setting::RequestTimeoutSeconds), seconds);
        wait->setValue(1); // less than can be
        QCOMPARE(bench.settings().toInt(Setting::RequestTimeoutSeconds), 10);
    }
}

void TestWindow::lettersForAltShowWhileItIsHeld()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    const auto shown = [&window] { return window.style()->styleHint(QStyle::SH_UnderlineShortcut) != 0; };
    QVERIFY(!shown());
    QTest::keyPress(&window, Qt::Key_Alt, Qt::AltModifier);
    QVERIFY(shown());
    // X11 still names the modifier in the event of its own release.
    QTest::keyRelease(&window, Qt::Key_Alt, Qt::AltModifier);
    QVERIFY(!shown());
}

void TestWindow::themeChangesAtRunTime()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.theme->setChoice(Theme::Choice::Light);
    QTRY_VERIFY(window.grab().toImage().pixelColor(600, 780).lightness() > 200);
    bench.theme->setChoice(Theme::Choice::Dark);
    QTRY_VERIFY(window.grab().toImage().pixelColor(600, 780).lightness() < 60);
    QCOMPARE(window.grab().toImage().pixelColor(600, 780), darkTokens().bg);
    // The sign's tile, which is brown on a light ground, is no hole in a dark one.
    const QImage sidebar = bench.find<QWidget>(u"sidebar"_s)->grab().toImage();
    QCOMPARE(sidebar.pixelColor(28, 21), darkTokens().accent);
}

void TestWindow::staysAliveWithEightRunningCells()
{
    WindowBench bench;
    MainWindow &window = bench.open(QSize(1280, 1400)); // all of them are in sight or close to it
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-poster"_s};
    form.size.pixels = QSize(2048, 2048);
    form.pictures = 4;
    window.compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 8);
    // The pictures are painted before the clock runs: that is the test's own work.
    bench.images.completeAll();
    int ticks = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, &ticker, [&ticks] { ++ticks; });
    ticker.start(1);
    Progress progress;
    progress.stage = Progress::Stage::Waiting;
    QTRY_VERIFY(window.compare()->session().summary().done == 8 && window.compare()->arePicturesShown());
    // Eight pictures of four megapixels were read and scaled meanwhile. On the window's thread the timer would get
    // one turn between two of them, so at most eight in all.
    QVERIFY2(isSanitized || ticks > 8, qPrintable(QString::number(ticks)));
}

void TestWindow::survivesClosingWhileItRuns()
{
    WindowBench bench;
    fill(bench);
    bench.close();
    bench.images.completeAll();
    bench.open();
    QTest::qWait(0);
    QVERIFY(bench.window().isVisible());
}

int main(int argc, char **argv)
{
    // The offscreen platform's own screen is smaller than the window, and newer versions of Qt rightly restore no
    // window larger than the screen it is on.
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen") {
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" LIGHTWELL_TEST_SCREEN);
    }
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_window.moc"

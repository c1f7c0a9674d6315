// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/pictureview.h"
#include "ui/shortcuts/keysfield.h"
#include "ui/shortcuts/shortcutsdialog.h"
#include "ui/shortcuts/shortcuttable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hintline.h"
#include "ui/widgets/rowtable.h"

#include <QAction>
#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The shortcuts of the window: changed in the settings by real keys, they hold at once wherever they are pressed or
/// named.
class TestShortcuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openedFromTheSettings();
    void foundByNameGroupAndKeys();
    void changedByKeyboardAlone();
    void changedKeysHoldAtOnceEverywhere();
    void aConflictIsToldAndTakenOver();
    void whatWritesTextIsRefused();
    void noneAndReset();
    void allAreResetAndBroughtBack();
    void takenUsualKeysAreToldAndTakenBack();
    void lettersOfPicturesAreThePersons();
    void damagedOnesAreTold();
    void theDialogFits_data();
    void theDialogFits();
    void everyControlHasItsNames();

private:
    static ShortcutsDialog *open(WindowBench &bench);
    static void choose(WindowBench &bench, KeyAction action);
    static KeysField *field(WindowBench &bench) { return bench.find<KeysField>(u"shortcutKeys"_s); }
    static Banner *notice(WindowBench &bench) { return bench.find<Banner>(u"shortcutNotice"_s); }
    static Button *button(WindowBench &bench, const QString &name) { return bench.find<Button>(name); }
    static ShortcutTable *list(WindowBench &bench)
    {
        return static_cast<ShortcutTable *>(bench.find<RowTable>(u"shortcutTable"_s)->model());
    }
    static QVariantMap kept(WindowBench &bench) { return bench.settings().value(Setting::Shortcuts).toMap(); }
};

/// As by a window manager. QTest::qWaitForWindowActive() is content with any of its family.
bool isActivated(QWidget *window)
{
    window->activateWindow();
    return QTest::qWaitFor([window] { return QApplication::activeWindow() == window; });
}

/// By the keyboard, as far as the window lets one.
ShortcutsDialog *TestShortcuts::open(WindowBench &bench)
{
    bench.window().showPage(u"settings"_s);
    auto *opener = button(bench, u"shortcuts"_s);
    opener->setFocus();
    QTest::keyClick(opener, Qt::Key_Space);
    auto *dialog = bench.find<ShortcutsDialog>(u"shortcutsDialog"_s);
    if (!dialog || !isActivated(dialog)) {
        qWarning("the dialog did not open");
    }
    return dialog;
}

void TestShortcuts::choose(WindowBench &bench, KeyAction action)
{
    auto *table = bench.find<RowTable>(u"shortcutTable"_s);
    table->setCurrentIndex(table->model()->index(list(bench)->rowOf(action), ShortcutTable::What));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
}

void TestShortcuts::openedFromTheSettings()
{
    WindowBench bench;
    bench.open();
    ShortcutsDialog *dialog = open(bench);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"shortcutSearch"_s);
    // All of them, under the headings of their groups.
    const auto *all = list(bench);
    QSet<KeyGroup> groups;
    int actions = 0;
    for (int row = 0; row < all->rowCount(); ++row) {
        if (const auto action = all->actionAt(row)) {
            ++actions;
            groups.insert(keyactions::of(*action).group);
        } else {
            QVERIFY(!all->flags(all->index(row, 0)).testFlag(Qt::ItemIsSelectable));
        }
    }
    QCOMPARE(actions, keyactions::all().size());
    QCOMPARE(all->rowCount(), actions + groups.size());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<ShortcutsDialog>(u"shortcutsDialog"_s));
}

void TestShortcuts::foundByNameGroupAndKeys()
{
    WindowBench bench;
    bench.open();
    open(bench);
    auto *search = bench.find<QLineEdit>(u"shortcutSearch"_s);
    const auto *all = list(bench);
    const auto found = [&](const QString &words) {
        search->setFocus();
        search->clear();
        QTest::keyClicks(search, words);
        QSet<KeyAction> actions;
        for (int row = 0; row < all->rowCount(); ++row) {
            if (const auto action = all->actionAt(row)) {
                actions.insert(*action);
            }
        }
        return actions;
    };
    QCOMPARE(found(u"lasso"_s), QSet<KeyAction> {KeyAction::Lasso});
    QCOMPARE(found(u"ctrl+m"_s), QSet<KeyAction> {KeyAction::AddModel});
    QVERIFY(found(u"gallery hide"_s).contains(KeyAction::HidePicture));
    const QSet<KeyAction> ofMask = found(keyactions::groupName(KeyGroup::Mask));
    QVERIFY(ofMask.contains(KeyAction::Brush) && ofMask.contains(KeyAction::Redo));
    QVERIFY(!ofMask.contains(KeyAction::Star));
    QVERIFY(found(u"nothing of this name"_s).isEmpty());
    QVERIFY(!field(bench)->isEnabled());
    QVERIFY(!button(bench, u"shortcutNone"_s)->isEnabled());
    found({});
    QVERIFY(field(bench)->isEnabled());
}

void TestShortcuts::changedByKeyboardAlone()
{
    WindowBench bench;
    bench.open();
    open(bench);
    QTest::keyClicks(QApplication::focusWidget(), u"add a model"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"shortcutTable"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), field(bench));
    QCOMPARE(field(bench)->text(), u"Ctrl+M"_s);
    QTest::keyPress(field(bench), Qt::Key_Control);
    QVERIFY2(kept(bench).isEmpty() && notice(bench)->isHidden(), "Ctrl alone is only the beginning");
    QTest::keyClick(field(bench), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(field(bench)->text(), u"Ctrl+G"_s);
    QCOMPARE(kept(bench), (QVariantMap {{u"add_model"_s, u"Ctrl+G"_s}}));
    QTest::keyClick(field(bench), Qt::Key_Tab);
    QVERIFY2(QApplication::focusWidget() != field(bench), "Tab leads on");
}

void TestShortcuts::changedKeysHoldAtOnceEverywhere()
{
    WindowBench bench;
    bench.open();
    ShortcutsDialog *dialog = open(bench);
    choose(bench, KeyAction::WritePrompt);
    QTest::keyClick(field(bench), Qt::Key_F6);
    choose(bench, KeyAction::Generate);
    QTest::keyClick(field(bench), Qt::Key_F9);
    choose(bench, KeyAction::AddModel);
    QTest::keyClick(field(bench), Qt::Key_J, Qt::ControlModifier);
    choose(bench, KeyAction::Flicker);
    QTest::keyClick(field(bench), Qt::Key_Y);
    dialog->accept();
    QTRY_VERIFY(!bench.find<ShortcutsDialog>(u"shortcutsDialog"_s));
    QVERIFY(isActivated(&bench.window()));
    // Pressed.
    QCOMPARE(bench.window().page(), u"settings"_s);
    QTest::keyClick(&bench.window(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(bench.window().page(), u"settings"_s);
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QCOMPARE(bench.window().page(), u"compare"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"promptEdit"_s);
    bench.waitForPrices();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.window().compare()->session().runs().size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QTRY_COMPARE(bench.window().compare()->session().runs().size(), 1);
    // Named: tips, buttons, hints.
    QCOMPARE(button(bench, u"generateButton"_s)->hint(), u"F9"_s);
    QVERIFY(button(bench, u"addModel"_s)->toolTip().contains(u"Ctrl+J"_s));
    QVERIFY(bench.find<HintLine>(u"ab.hints"_s)->accessibleDescription().contains(u"Y: "_s));
    // And after a start.
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    bench.open();
    QCOMPARE(button(bench, u"generateButton"_s)->hint(), u"F9"_s);
}

void TestShortcuts::aConflictIsToldAndTakenOver()
{
    WindowBench bench;
    bench.open();
    open(bench);
    choose(bench, KeyAction::Generate);
    QTest::keyClick(field(bench), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(notice(bench)->isVisible());
    QVERIFY(notice(bench)->text().contains(keyactions::of(KeyAction::AddModel).title));
    QCOMPARE(field(bench)->text(), u"Ctrl+M"_s);
    QVERIFY2(kept(bench).isEmpty(), "nothing is taken unasked");
    QVERIFY(button(bench, u"addModel"_s)->toolTip().contains(u"Ctrl+M"_s));
    // Other keys after all.
    QTest::keyClick(field(bench), Qt::Key_F9);
    QVERIFY(!notice(bench)->isVisible());
    QCOMPARE(kept(bench), (QVariantMap {{u"generate"_s, u"F9"_s}}));
    // Or these, by Enter.
    QTest::keyClick(field(bench), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(field(bench), Qt::Key_Return);
    QCOMPARE(kept(bench), (QVariantMap {{u"generate"_s, u"Ctrl+M"_s}}));
    QVERIFY(!notice(bench)->isVisible());
    QVERIFY(!button(bench, u"addModel"_s)->toolTip().contains(u"Ctrl"_s));
    const auto *all = list(bench);
    QCOMPARE(all->index(all->rowOf(KeyAction::Generate), ShortcutTable::Keys).data().toString().contains(u"Ctrl+M"_s),
             true);
    // By the mouse likewise.
    choose(bench, KeyAction::DrawSeed);
    QTest::keyClick(field(bench), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(notice(bench)->isVisible());
    QTest::mouseClick(bench.find<QPushButton>(u"shortcutNotice.action"_s), Qt::LeftButton);
    QCOMPARE(kept(bench).value(u"draw_seed"_s).toString(), u"Ctrl+B"_s);
}

void TestShortcuts::whatWritesTextIsRefused()
{
    WindowBench bench;
    bench.open();
    open(bench);
    choose(bench, KeyAction::AddModel);
    QTest::keyClick(field(bench), Qt::Key_M);
    QVERIFY(notice(bench)->isVisible());
    QVERIFY2(!bench.find<QPushButton>(u"shortcutNotice.action"_s)->isVisible(), "there is nothing to take over");
    QVERIFY(kept(bench).isEmpty());
    QCOMPARE(field(bench)->text(), u"Ctrl+M"_s);
    QTest::keyClick(field(bench), Qt::Key_Left);
    QVERIFY(notice(bench)->isVisible());
    choose(bench, KeyAction::Align);
    QVERIFY2(!notice(bench)->isVisible(), "it was about another one");
    QTest::keyClick(field(bench), Qt::Key_Q);
    QCOMPARE(kept(bench), (QVariantMap {{u"align"_s, u"Q"_s}}));
}

void TestShortcuts::noneAndReset()
{
    WindowBench bench;
    bench.open();
    open(bench);
    choose(bench, KeyAction::AddModel);
    auto *none = button(bench, u"shortcutNone"_s);
    auto *reset = button(bench, u"shortcutReset"_s);
    QVERIFY(none->isEnabled() && !reset->isEnabled());
    none->setFocus();
    QTest::keyClick(none, Qt::Key_Space);
    QCOMPARE(kept(bench), (QVariantMap {{u"add_model"_s, QString()}}));
    QCOMPARE(field(bench)->text(), QString());
    QVERIFY(!none->isEnabled() && reset->isEnabled());
    QVERIFY2(QApplication::focusWidget() == field(bench), "a second press presses nothing else");
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(kept(bench).isEmpty());
    QCOMPARE(field(bench)->text(), u"Ctrl+M"_s);
}

void TestShortcuts::allAreResetAndBroughtBack()
{
    WindowBench bench;
    const QVariantMap own {{u"star"_s, u"Q"_s}, {u"quit"_s, u"Ctrl+Shift+Q"_s}};
    bench.settings().set(Setting::Shortcuts, own);
    bench.open();
    open(bench);
    auto *all = button(bench, u"shortcutResetAll"_s);
    QVERIFY(all->isEnabled());
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(kept(bench).isEmpty());
    QVERIFY(!all->isEnabled());
    QVERIFY(notice(bench)->isVisible());
    QTest::mouseClick(bench.find<QPushButton>(u"shortcutNotice.action"_s), Qt::LeftButton);
    QCOMPARE(kept(bench), own);
}

void TestShortcuts::takenUsualKeysAreToldAndTakenBack()
{
    WindowBench bench;
    bench.settings().set(Setting::Shortcuts, QVariantMap {{u"generate"_s, u"Ctrl+M"_s}});
    bench.open();
    open(bench);
    choose(bench, KeyAction::AddModel);
    QCOMPARE(field(bench)->text(), QString());
    QVERIFY(notice(bench)->isVisible());
    QVERIFY(notice(bench)->text().contains(keyactions::of(KeyAction::Generate).title));
    QTest::keyClick(field(bench), Qt::Key_Return);
    QCOMPARE(field(bench)->text(), u"Ctrl+M"_s);
    QCOMPARE(kept(bench), (QVariantMap {{u"generate"_s, QString()}}));
}

/// Single letters, on the pictures of Compare: in the grid, its menus and the Loupe.
void TestShortcuts::lettersOfPicturesAreThePersons()
{
    WindowBench bench;
    bench.settings().set(Setting::Shortcuts,
                         QVariantMap {{u"star"_s, u"Q"_s}, {u"open_loupe"_s, u"W"_s}, {u"take_off"_s, u"Ctrl+W"_s}});
    bench.open();
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s};
    bench.window().compare()->setForm(form);
    bench.generate();
    bench.images.complete(0, QSize(256, 256));
    bench.images.complete(1, QSize(256, 256));
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    auto *picture = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QVERIFY(picture);
    picture->setFocus();
    const QString id = bench.window().compare()->session().cell(1, 0)->picture()->id;
    QTest::keyClick(picture, Qt::Key_S);
    QVERIFY(!bench.marks.marks.value(id).isStarred);
    QTest::keyClick(picture, Qt::Key_Q);
    QTRY_VERIFY(bench.marks.marks.value(id).isStarred);
    QTest::keyClick(picture, Qt::Key_Delete);
    QVERIFY2(!bench.window().compare()->session().cell(1, 0)->isOff, "Delete is nobody’s now");
    QTest::keyClick(picture, Qt::Key_W);
    QTRY_VERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
}

void TestShortcuts::damagedOnesAreTold()
{
    WindowBench bench;
    bench.settings().set(Setting::Shortcuts, QVariantMap {{u"star"_s, u"Hyperspace"_s}, {u"generate"_s, u"F9"_s}});
    bench.open();
    auto *told = bench.find<Banner>(u"notice"_s);
    QVERIFY(told->isVisible());
    QVERIFY(told->text().contains(u"window/shortcuts/star"_s) && told->text().contains(u"Hyperspace"_s));
    QVERIFY(!told->text().contains(u"generate"_s));
    QCOMPARE(button(bench, u"generateButton"_s)->hint(), u"F9"_s);
    bench.window().setNotices({u"Something of the program."_s});
    QVERIFY(told->text().contains(u"Something of the program."_s) && told->text().contains(u"Hyperspace"_s));
}

void TestShortcuts::theDialogFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Theme::Choice>("theme");
    QTest::newRow("least, light") << QSize(860, 480) << Theme::Choice::Light;
    QTest::newRow("usual, dark") << QSize(1280, 800) << Theme::Choice::Dark;
}

/// With a message, too.
void TestShortcuts::theDialogFits()
{
    QFETCH(QSize, size);
    QFETCH(Theme::Choice, theme);
    WindowBench bench;
    bench.open(size);
    bench.theme->setChoice(theme);
    ShortcutsDialog *dialog = open(bench);
    choose(bench, KeyAction::Generate);
    QTest::keyClick(field(bench), Qt::Key_M, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QVERIFY2(dialog->width() <= size.width() && dialog->height() <= size.height(),
             qPrintable(u"%1 × %2"_s.arg(dialog->width()).arg(dialog->height())));
    for (const QString &name : {u"shortcutSearch"_s, u"shortcutTable"_s, u"shortcutKeys"_s, u"shortcutReset"_s,
                                u"shortcutNotice"_s, u"shortcutResetAll"_s, u"shortcutsClose"_s}) {
        auto *widget = bench.find<QWidget>(name);
        QVERIFY2(widget->isVisible(), qPrintable(name));
        QVERIFY2(dialog->rect().contains({widget->mapTo(dialog, QPoint()), widget->size()}), qPrintable(name));
    }
    auto *table = bench.find<RowTable>(u"shortcutTable"_s);
    QVERIFY(table->viewport()->height() >= 2 * table->rowHeight());
}

void TestShortcuts::everyControlHasItsNames()
{
    WindowBench bench;
    bench.open();
    ShortcutsDialog *dialog = open(bench);
    QStringList wrong;
    const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isPart = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLineEditIconButton");
        if (widget->focusPolicy() != Qt::NoFocus && !isPart
            && (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()
                || widget->accessibleName().contains(u'&'))) {
            wrong.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
    // Tab goes around through all that can be pressed.
    QStringList reached;
    for (int step = 0; step < 12; ++step) {
        reached.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name :
         {u"shortcutSearch"_s, u"shortcutTable"_s, u"shortcutKeys"_s, u"shortcutNone"_s, u"shortcutsClose"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

QTEST_MAIN(TestShortcuts)
#include "test_shortcuts.moc"

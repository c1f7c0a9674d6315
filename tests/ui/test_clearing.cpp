// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// A slip of the finger loses no pictures.
class TestClearing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelAndClearKeepTheirPlaces();
    void aDoubleClickOnCancelClearsNothing();
    void aDoubleClickOnRetryCancelsNothing();
    void clearingCanBeUndone();
    void undoByKeyboard();
    void picturesInMemoryAreAskedAbout();
    void picturesInMemoryAreNotMadeAgain();
    void picturesInMemoryHoldTheWindow();
    void whatIsSavedStaysSaved();
    void aFileHoldsOnePicture();

private:
    static void make(WindowBench &bench);
    static int runs(WindowBench &bench) { return static_cast<int>(bench.window().compare()->session().runs().size()); }
    static QPushButton *button(WindowBench &bench, const QString &name) { return bench.find<QPushButton>(name); }
    static bool isOfferedAgain(WindowBench &bench, const QString &cell);
    static QRect place(WindowBench &bench, const QString &name)
    {
        const QPushButton *it = button(bench, name);
        return {it->mapTo(&bench.window(), QPoint()), it->size()};
    }
};

void TestClearing::make(WindowBench &bench)
{
    bench.generate();
    bench.images.completeAll();
    QTRY_VERIFY(!bench.window().compare()->session().isBusy());
}

bool TestClearing::isOfferedAgain(WindowBench &bench, const QString &cell)
{
    QTest::mouseClick(button(bench, cell + u".footer.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QWidget>(cell)->findChild<QMenu *>(u"cellMenu"_s);
    const bool isOffered = menu && menu->findChild<QAction *>(u"cellMenu.again"_s)->isEnabled();
    delete menu;
    return isOffered;
}

void TestClearing::cancelAndClearKeepTheirPlaces()
{
    WindowBench bench;
    bench.open();
    bench.generate();
    QCoreApplication::processEvents();
    const QRect cancel = place(bench, u"cancelAll"_s);
    const QRect clear = place(bench, u"clearResults"_s);
    QVERIFY(!cancel.intersects(clear));
    QVERIFY(button(bench, u"cancelAll"_s)->isEnabled() && !button(bench, u"clearResults"_s)->isEnabled());
    bench.images.completeAll();
    QTRY_VERIFY(button(bench, u"clearResults"_s)->isEnabled());
    QVERIFY(!button(bench, u"cancelAll"_s)->isEnabled());
    QCoreApplication::processEvents();
    QCOMPARE(place(bench, u"cancelAll"_s), cancel);
    QCOMPARE(place(bench, u"clearResults"_s), clear);
}

void TestClearing::aDoubleClickOnCancelClearsNothing()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.generate();
    QCOMPARE(runs(bench), 2);
    const QPoint pointer = place(bench, u"cancelAll"_s).center();
    // Whatever stands under the pointer gets the second click.
    for (int click = 0; click < 3; ++click) {
        QTest::mouseClick(bench.window().windowHandle(), Qt::LeftButton, {}, pointer);
        QTest::qWait(0);
        QTRY_COMPARE(bench.images.waiting(), 0);
    }
    QCOMPARE(runs(bench), 2);
}

void TestClearing::aDoubleClickOnRetryCancelsNothing()
{
    WindowBench bench;
    bench.open();
    bench.generate();
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    auto *step = button(bench, u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 4);
    auto *cancel = button(bench, u"cell.1.0.footer.cancel"_s);
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(bench.images.cancelled.isEmpty());
    bench.images.completeAll();
}

void TestClearing::clearingCanBeUndone()
{
    WindowBench bench;
    bench.open();
    for (int run = 0; run < 3; ++run) {
        make(bench);
    }
    const QList<int> before = bench.window().compare()->session().runs();
    doubleClick(button(bench, u"clearResults"_s));
    QCOMPARE(runs(bench), 0);
    auto *undo = button(bench, u"toast.action"_s);
    QVERIFY(undo->isVisible());
    const QString said = bench.find<QWidget>(u"toast"_s)->accessibleName();
    QVERIFY2(said.contains(u'3'), qPrintable(said));
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(bench.window().compare()->session().runs(), before);
    QVERIFY(!undo->isVisible());
    QTRY_VERIFY(bench.window().compare()->arePicturesShown());
    QVERIFY(bench.find<QWidget>(u"cell.3.0.picture"_s)->isVisible());
    QVERIFY2(bench.find<QWidget>(u"run.3"_s)->y() < bench.find<QWidget>(u"run.1"_s)->y(), "newest on top");
}

void TestClearing::undoByKeyboard()
{
    WindowBench bench;
    bench.open();
    make(bench);
    auto *clear = button(bench, u"clearResults"_s);
    clear->setFocus();
    QTest::keyClick(clear, Qt::Key_Space);
    QCOMPARE(runs(bench), 0);
    QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
    bench.find<QWidget>(u"toast"_s)->hide(); // also when nobody offers it any more
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(runs(bench), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier); // once
    QCOMPARE(runs(bench), 1);
}

void TestClearing::picturesInMemoryAreAskedAbout()
{
    WindowBench bench;
    bench.open();
    make(bench);
    bench.images.diskIsFull = true;
    make(bench);
    auto *clear = button(bench, u"clearResults"_s);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(bench.window().compare()->session().runs(), QList<int> {2});
    QTest::mouseClick(button(bench, u"toast.action"_s), Qt::LeftButton);
    QCOMPARE(runs(bench), 2); // that was Undo
    QTest::mouseClick(clear, Qt::LeftButton);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(bench.window().compare()->session().runs(), QList<int> {2});
    QTest::mouseClick(button(bench, u"toast.action"_s), Qt::LeftButton); // all the same
    QCOMPARE(runs(bench), 0);
    QTest::mouseClick(button(bench, u"toast.action"_s), Qt::LeftButton);
    QCOMPARE(bench.window().compare()->session().runs(), QList<int> {2});
    bench.images.diskIsFull = false;
    bench.window().compare()->session().removeFinishedRuns(CompareSession::Keep::Nothing);
}

/// Another try would take the only place a picture has.
void TestClearing::picturesInMemoryAreNotMadeAgain()
{
    WindowBench bench;
    bench.open();
    for (const bool full : {true, false}) {
        bench.images.diskIsFull = full;
        make(bench);
        const QString cell = full ? u"cell.1.0"_s : u"cell.2.0"_s;
        QCOMPARE(isOfferedAgain(bench, cell), !full);
    }
    bench.window().compare()->session().removeFinishedRuns(CompareSession::Keep::Nothing);
}

void TestClearing::picturesInMemoryHoldTheWindow()
{
    WindowBench bench;
    bench.open();
    bench.images.diskIsFull = true;
    make(bench);
    QVERIFY(!bench.window().close());
    auto *stay = button(bench, u"closingStay"_s);
    QVERIFY(stay && stay->isVisible() && stay->isDefault());
    QTest::mouseClick(stay, Qt::LeftButton);
    QVERIFY(bench.window().isVisible());
    for (const QString &cell : {u"cell.1.0"_s, u"cell.1.1"_s, u"cell.1.2"_s}) {
        QVERIFY(bench.window().compare()->session().holdsUnsaved());
        QVERIFY(!isOfferedAgain(bench, cell));
        bench.dialogs.nextFile = bench.folder.filePath(cell + u".png"_s);
        QTest::keyClick(bench.find<QWidget>(cell + u".picture"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(isOfferedAgain(bench, cell));
        QVERIFY(QFile::exists(bench.dialogs.nextFile));
    }
    QVERIFY(bench.window().close());
}

/// What was saved stays so under a retry that ends without a picture; the picture of one that has one is another.
void TestClearing::whatIsSavedStaysSaved()
{
    WindowBench bench;
    bench.open();
    bench.images.diskIsFull = true;
    make(bench);
    CompareSession &session = bench.window().compare()->session();
    const auto isOnlyHere = [&session] { return session.cell(1, 0)->isOnlyHere(); };
    session.noteSaved(session.cell(1, 0)->picture()->id, u"/boat.png"_s);
    QVERIFY(!isOnlyHere());
    session.retry(1, 0);
    bench.images.fail(3, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QTRY_VERIFY(!session.isBusy());
    QVERIFY(session.cell(1, 0)->picture() && !isOnlyHere());
    session.retry(1, 0);
    bench.images.complete(4);
    QTRY_VERIFY(!session.isBusy());
    QVERIFY(isOnlyHere());
    session.removeFinishedRuns(CompareSession::Keep::Nothing);
}

/// Two pictures saved to one file: the first one is in none any more.
void TestClearing::aFileHoldsOnePicture()
{
    WindowBench bench;
    bench.open();
    bench.images.diskIsFull = true;
    make(bench);
    bench.dialogs.nextFile = bench.folder.filePath(u"boat.png"_s);
    for (int index = 0; index < 3; ++index) {
        const QString cell = u"cell.1.%1"_s.arg(index);
        QTest::keyClick(bench.find<QWidget>(cell + u".picture"_s), Qt::Key_S, Qt::ControlModifier);
        const CompareSession &session = bench.window().compare()->session();
        QTRY_VERIFY(!session.cell(1, index)->isOnlyHere());
        QCOMPARE(index > 0 && !session.cell(1, index - 1)->isOnlyHere(), false);
    }
    QVERIFY(!bench.window().close());
    QTest::mouseClick(button(bench, u"closingStay"_s), Qt::LeftButton);
    bench.window().compare()->session().removeFinishedRuns(CompareSession::Keep::Nothing);
}

QTEST_MAIN(TestClearing)
#include "test_clearing.moc"

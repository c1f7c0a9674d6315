// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/pictureview.h"

#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Stars and hidden pictures on the Compare page: what the database has, and what a press does.
class TestCellMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStarIsPressedAndTakenAway();
    void keyAndMenuDoTheSame();
    void hidesByTheMenu();
    void showsWhatIsThere();
    void whatCannotBeKeptGoesBack();
    void earlierRunsKeepIt();
    void onlyPicturesHaveOne();

private:
    static void start(WindowBench &bench);
    static QAbstractButton *star(WindowBench &bench, int cell = 0)
    {
        return bench.find<QAbstractButton>(u"cell.1.%1.footer.star"_s.arg(cell));
    }
    static bool isStarred(WindowBench &bench, int cell = 0)
    {
        return bench.marks.marks.value(bench.images.jobs().at(cell).id).isStarred;
    }
    static QMenu *menu(WindowBench &bench)
    {
        delete bench.find<QMenu>(u"cellMenu"_s);
        QTest::mouseClick(bench.find<QAbstractButton>(u"cell.1.0.footer.more"_s), Qt::LeftButton);
        return bench.find<QMenu>(u"cellMenu"_s);
    }
};

void TestCellMarks::start(WindowBench &bench)
{
    bench.open();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.images.complete(0);
    bench.images.complete(1);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.1.picture"_s)->isShown());
}

void TestCellMarks::theStarIsPressedAndTakenAway()
{
    WindowBench bench;
    start(bench);
    const QString off = star(bench)->accessibleName();
    QVERIFY(star(bench)->isVisible());
    QTest::mouseClick(star(bench), Qt::LeftButton);
    QTRY_VERIFY(isStarred(bench));
    QVERIFY2(star(bench)->accessibleName() != off, "not by its looks alone");
    QCOMPARE(star(bench, 1)->accessibleName().section(u',', 0, 0), off.section(u',', 0, 0));
    QTest::mouseClick(star(bench), Qt::LeftButton);
    QTRY_VERIFY(!isStarred(bench));
    QCOMPARE(star(bench)->accessibleName(), off);
}

void TestCellMarks::keyAndMenuDoTheSame()
{
    WindowBench bench;
    start(bench);
    auto *picture = bench.find<QWidget>(u"cell.1.0.picture"_s);
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_S);
    QTRY_VERIFY(isStarred(bench));
    QVERIFY2(bench.dialogs.suggestion.isEmpty(), "Ctrl+S saves, S alone does not");
    QMenu *opened = menu(bench);
    QVERIFY(opened);
    opened->findChild<QAction *>(u"cellMenu.star"_s)->trigger();
    QTRY_VERIFY(!isStarred(bench));
    delete opened;
}

void TestCellMarks::hidesByTheMenu()
{
    WindowBench bench;
    start(bench);
    const QString id = bench.images.jobs().at(0).id;
    QMenu *opened = menu(bench);
    const QString hide = opened->findChild<QAction *>(u"cellMenu.hide"_s)->text();
    opened->findChild<QAction *>(u"cellMenu.hide"_s)->trigger();
    QTRY_VERIFY(bench.marks.marks.value(id).isHidden);
    QVERIFY2(bench.find<QWidget>(u"cell.1.0.picture"_s)->isVisible(), "in the gallery, not here");
    opened = menu(bench);
    QVERIFY(opened->findChild<QAction *>(u"cellMenu.hide"_s)->text() != hide);
    opened->findChild<QAction *>(u"cellMenu.hide"_s)->trigger();
    QTRY_VERIFY(!bench.marks.marks.value(id).isHidden);
    delete opened;
}

void TestCellMarks::showsWhatIsThere()
{
    WindowBench bench;
    start(bench);
    const QString off = star(bench)->accessibleName();
    bench.marks.marks.insert(bench.images.jobs().at(0).id, {.isStarred = true, .isHidden = false});
    bench.window().showPage(u"keys"_s); // there another page may do that
    bench.window().showPage(u"compare"_s);
    QTRY_VERIFY(star(bench)->accessibleName() != off);
}

void TestCellMarks::whatCannotBeKeptGoesBack()
{
    WindowBench bench;
    start(bench);
    const QString off = star(bench)->accessibleName();
    bench.marks.error = notSent(ErrorKind::Storage, u"err-17"_s);
    QTest::mouseClick(star(bench), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QWidget>(u"toast"_s)->accessibleName().contains(u"err-17"_s));
    QTRY_COMPARE(star(bench)->accessibleName(), off);
}

void TestCellMarks::earlierRunsKeepIt()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(2);
    QTest::mouseClick(star(bench), Qt::LeftButton);
    QTRY_VERIFY(isStarred(bench));
    bench.generate();
    auto *line = bench.find<QAbstractButton>(u"run.1.line"_s);
    QTRY_VERIFY(line->isVisible());
    const QString with = line->accessibleName();
    const QImage shown = line->grab().toImage();
    bench.marks.marks.clear();
    bench.window().showPage(u"keys"_s);
    bench.window().showPage(u"compare"_s);
    QTRY_VERIFY(line->accessibleName() != with);
    QVERIFY2(line->grab().toImage() != shown, "it is on its thumbnail");
}

void TestCellMarks::onlyPicturesHaveOne()
{
    WindowBench bench;
    start(bench);
    QVERIFY2(!star(bench, 2)->isVisible(), "it is still painted");
    bench.images.fail(2, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"err-17"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"cell.1.2.state.step"_s)->isVisible());
    QVERIFY(!star(bench, 2)->isVisible());
}

QTEST_MAIN(TestCellMarks)
#include "test_cellmarks.moc"

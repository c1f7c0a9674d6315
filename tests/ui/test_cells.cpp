// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/pictureview.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The cells of the grid: their states, and what can be done with a picture.
class TestCells : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelsOneAndAll();
    void failureSaysWhatToDo();
    void unknownOutcomeWarnsBeforeTheRetry();
    void runningCellsTellTheirPrice();
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
void TestCells::settled(WindowBench &bench)
{
    QTRY_VERIFY(!text(bench, u"sizeOutcome"_s).isEmpty());
}

void TestCells::click(WindowBench &bench, const QString &name)
{
    auto *button = bench.find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestCells::start(WindowBench &bench)
{
    bench.open();
    settled(bench);
    click(bench, u"generateButton"_s);
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestCells::cancelsOneAndAll()
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

void TestCells::failureSaysWhatToDo()
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

void TestCells::unknownOutcomeWarnsBeforeTheRetry()
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

void TestCells::runningCellsTellTheirPrice()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.03));
    bench.images.prices.insert(builtIn.at(1), Money::unknown());
    start(bench);
    QCOMPARE(text(bench, u"cell.1.0.footer.cost"_s), u"≈ $0.03"_s);
    QVERIFY2(text(bench, u"cell.1.1.footer.cost"_s).isEmpty(), "unknown is not zero");
    const int before = bench.find<QWidget>(u"cell.1.0.state"_s)->height();
    bench.images.completeAll();
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isVisible());
    QVERIFY2(bench.find<QWidget>(u"cell.1.0.picture"_s)->height() == before, "the grid does not jump");
}

void TestCells::marksWhatWasEmulated()
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

void TestCells::savesInTheFormatOfTheSuffix()
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

void TestCells::copiesThePicture()
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

QTEST_MAIN(TestCells)
#include "test_cells.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/cellactions.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/picturefiles.h"
#include "ui/compare/pictureview.h"
#include "ui/keys/providerkeys.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSpinBox>

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
    void aNewKeyIsTriedAgain();
    void unknownOutcomeWarnsBeforeTheRetry();
    void runningCellsTellTheirPrice();
    void marksWhatWasEmulated();
    void showsTheChangedPrompt();
    void savesInTheFormatOfTheSuffix();
    void ownFormatIsSavedUnchanged();
    void qualityCountsAndIsRemembered();
    void qualityCanBeDeclined();
    void dragCarriesFileAndPixels();
    void menuTellsWhatItDoes();
    void keyboardWalksTheGrid();
    void escapeCancelsOneAndShiftEscapeAll();
    void copiesThePicture();
    void handsOutCopiesUnderGoodNames();
    void savesWhatLiesInNoFile();

private:
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
    bench.waitForPrices();
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
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestCells::cancelsOneAndAll()
{
    WindowBench bench;
    start(bench);
    click(bench, u"cell.1.1.footer.cancel"_s);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(1).id});
    QTRY_COMPARE(bench.text(u"cell.1.1.state.title"_s), u"Cancelled"_s);
    QVERIFY(bench.text(u"cell.1.1.state.billing"_s).contains(u"Nothing was billed"_s));
    QCOMPARE(bench.text(u"cell.1.0.state.title"_s), u"Queued"_s);
    click(bench, u"cancelAll"_s);
    QTRY_COMPARE(bench.images.waiting(), 0);
    QTRY_VERIFY(!bench.find<QWidget>(u"cancelAll"_s)->isEnabled());
}

void TestCells::failureSaysWhatToDo()
{
    WindowBench bench;
    start(bench);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"No room just now."_s));
    QTRY_COMPARE(bench.text(u"cell.1.0.state.title"_s), u"Sketchbook is busy"_s);
    QCOMPARE(bench.text(u"cell.1.0.state.text"_s), u"No room just now."_s);
    QCOMPARE(bench.text(u"cell.1.0.state.billing"_s), u"Nothing was billed."_s);
    click(bench, u"cell.1.0.state.step"_s);
    QCOMPARE(bench.images.jobs().size(), 4);
    QCOMPARE(bench.images.jobs().at(3).request, bench.images.jobs().at(0).request);
}

void TestCells::aNewKeyIsTriedAgain()
{
    WindowBench bench;
    start(bench);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Auth, u"No."_s));
    auto *step = bench.find<QPushButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    const QString replace = step->text();
    auto *keys = bench.window().findChild<ProviderKeys *>();
    keys->noteNewKey(u"sketchbook"_s);
    QVERIFY2(step->text() != replace, qPrintable(replace));
    keys->setTrial(u"sketchbook"_s, KeyTrial::Refused);
    QCOMPARE(step->text(), replace);
    keys->setTrial(u"sketchbook"_s, KeyTrial::Works);
    click(bench, u"cell.1.0.state.step"_s);
    QCOMPARE(bench.images.jobs().size(), 4);
}

void TestCells::unknownOutcomeWarnsBeforeTheRetry()
{
    WindowBench bench;
    start(bench);
    Error lost;
    lost.kind = ErrorKind::Network;
    lost.message = u"The connection was lost."_s;
    bench.images.fail(2, GenerationStatus::Unknown, lost);
    QTRY_COMPARE(bench.text(u"cell.1.2.state.title"_s), u"Outcome unknown"_s);
    QVERIFY(bench.text(u"cell.1.2.state.billing"_s).contains(u"may be billed again"_s));
    QCOMPARE(bench.find<QPushButton>(u"cell.1.2.state.step"_s)->text(), u"Retry anyway"_s);
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestCells::runningCellsTellTheirPrice()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.03));
    bench.images.prices.insert(builtIn.at(1), Money::unknown());
    start(bench);
    QCOMPARE(bench.text(u"cell.1.0.footer.cost"_s), u"≈ $0.030"_s);
    QVERIFY2(bench.text(u"cell.1.1.footer.cost"_s).isEmpty(), "unknown is not zero");
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

void TestCells::showsTheChangedPrompt()
{
    WindowBench bench;
    start(bench);
    bench.images.revisedPrompt = u"A tall lighthouse, no 夜"_s;
    bench.images.complete(0);
    auto *mark = bench.find<QPushButton>(u"cell.1.0.footer.mark"_s);
    QTRY_VERIFY(mark->isVisible());
    QVERIFY2(mark->toolTip().contains(u"no 夜"_s), qPrintable(mark->toolTip()));
    const auto *detail = bench.find<QLabel>(u"cell.1.0.footer.detail"_s);
    bench.window().resize(1700, 900);
    QTRY_VERIFY2(detail->text().contains(u" × "_s), "it takes nothing else's place");
    bench.window().resize(bench.window().minimumSize());
    QTRY_VERIFY2(!detail->text().contains(u"Sketchbook"_s), "but stays where room is scarce");
    QTRY_VERIFY2(mark->isVisible() && !mark->text().isEmpty(), qPrintable(QString::number(mark->width())));
    mark->setFocus();
    QTest::keyClick(mark, Qt::Key_Space);
    QTRY_VERIFY(bench.find<QWidget>(u"revisedPrompt"_s) && bench.find<QWidget>(u"revisedPrompt"_s)->isVisible());
    auto *words = bench.find<QPlainTextEdit>(u"revisedPrompt"_s);
    QCOMPARE(words->toPlainText(), bench.images.revisedPrompt);
    QTest::keyClick(words->window()->focusWidget(), Qt::Key_Tab);
    QVERIFY(words->hasFocus());
    QApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(words, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(words, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), bench.images.revisedPrompt);
    QTest::keyClick(words, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QWidget>(u"reportPopover"_s));
    bench.images.revisedPrompt.clear();
    bench.images.complete(2);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.2.picture"_s)->isShown());
    QVERIFY(!bench.find<QPushButton>(u"cell.1.2.footer.mark"_s)->isVisible());
}

void TestCells::savesInTheFormatOfTheSuffix()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    bench.dialogs.nextFile = bench.folder.filePath(u"kept.webp"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    auto *quality = bench.find<QDialog>(u"qualityDialog"_s);
    QVERIFY2(quality && quality->isVisible(), "another, lossy format asks how good it should be");
    quality->findChild<QSpinBox *>(u"exportQuality"_s)->setValue(20);
    QTest::mouseClick(quality->findChild<QAbstractButton *>(u"qualitySave"_s), Qt::LeftButton);
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

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCells::ownFormatIsSavedUnchanged()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    const QString kept = bench.find<PictureView>(u"cell.1.0.picture"_s)->file();
    bench.dialogs.nextFile = bench.folder.filePath(u"same.png"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    QTRY_VERIFY(QFile::exists(bench.dialogs.nextFile));
    QVERIFY(!bench.find<QDialog>(u"qualityDialog"_s));
    QVERIFY(!bytesOf(kept).isEmpty());
    QVERIFY2(bytesOf(bench.dialogs.nextFile) == bytesOf(kept), "every byte of it, with the recipe inside");
}

void TestCells::qualityCountsAndIsRemembered()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    const auto save = [&bench](const QString &name, int quality) {
        bench.dialogs.nextFile = bench.folder.filePath(name);
        click(bench, u"cell.1.0.footer.save"_s);
        auto *dialog = bench.find<QDialog>(u"qualityDialog"_s);
        auto *box = dialog->findChild<QSpinBox *>(u"exportQuality"_s);
        const int offered = box->value();
        box->setValue(quality);
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"qualitySave"_s), Qt::LeftButton);
        [&bench] { QTRY_VERIFY(QFile::exists(bench.dialogs.nextFile)); }();
        [&bench] { QTRY_VERIFY(!bench.find<QDialog>(u"qualityDialog"_s)); }();
        return offered;
    };
    QCOMPARE(save(u"good.jpg"_s, 90), 85);
    QCOMPARE(save(u"small.jpg"_s, 15), 90);
    const auto size = [&bench](const QString &name) { return QFileInfo(bench.folder.filePath(name)).size(); };
    QVERIFY2(size(u"small.jpg"_s) > 0 && size(u"small.jpg"_s) < size(u"good.jpg"_s), "the choice is used");
}

void TestCells::qualityCanBeDeclined()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    bench.dialogs.nextFile = bench.folder.filePath(u"never.avif"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    QTest::keyClick(bench.find<QDialog>(u"qualityDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QDialog>(u"qualityDialog"_s));
    QVERIFY(!QFile::exists(bench.dialogs.nextFile));
}

void TestCells::dragCarriesFileAndPixels()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(0, QSize(640, 360));
    auto *view = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(view->isShown());
    QTest::mousePress(view, Qt::LeftButton, {}, QPoint(40, 40));
    QTest::mouseMove(view, QPoint(42, 40));
    QMouseEvent far(QEvent::MouseMove, QPointF(90, 60), view->mapToGlobal(QPointF(90, 60)), Qt::NoButton,
                    Qt::LeftButton, {});
    QApplication::sendEvent(view, &far);
    QTRY_VERIFY(bench.dialogs.dragged);
    // Whoever gets it may change or move it: never the one that the store has.
    const CompareCell &cell = *bench.window().compare()->session().cell(1, 0);
    const Picture *picture = cell.picture();
    const QList<QUrl> files = bench.dialogs.dragged->urls();
    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().isLocalFile() && files.first().toLocalFile() != picture->path);
    QCOMPARE(files.first().fileName(), picturefiles::suggestedName(*cell.outcome, *picture));
    QCOMPARE(QImage(files.first().toLocalFile()).size(), QSize(640, 360));
    QCOMPARE(bench.dialogs.dragged->imageData().value<QImage>().size(), QSize(640, 360));
}

void TestCells::menuTellsWhatItDoes()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.03));
    start(bench);
    bench.images.completeAll();
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.1.picture"_s)->isShown());
    const auto menuOf = [&bench](int cell) {
        delete bench.find<QMenu>(u"cellMenu"_s);
        click(bench, u"cell.1.%1.footer.more"_s.arg(cell));
        return bench.find<QMenu>(u"cellMenu"_s);
    };
    const QString path = bench.find<PictureView>(u"cell.1.0.picture"_s)->file();
    QMenu *menu = menuOf(0);
    QVERIFY(menu);
    QCOMPARE(menu->findChild<QAction *>(u"cellMenu.again"_s)->text(), u"&Make again (≈ $0.030)"_s);
    menu->findChild<QAction *>(u"cellMenu.folder"_s)->trigger();
    QCOMPARE(bench.dialogs.shownInFolder, QStringList {path});
    menu->findChild<QAction *>(u"cellMenu.open"_s)->trigger();
    QTRY_COMPARE(bench.dialogs.opened.size(), 1);
    QFile copy(QUrl(bench.dialogs.opened.constFirst()).toLocalFile());
    QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write("as an editor left it") > 0);
    copy.close();
    menu->findChild<QAction *>(u"cellMenu.open"_s)->trigger();
    QTRY_COMPARE(bench.dialogs.opened.size(), 2);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), "as an editor left it");
    menu = menuOf(1);
    QVERIFY(menu);
    QCOMPARE(menu->findChild<QAction *>(u"cellMenu.again"_s)->text(), u"&Make again"_s);
}

void TestCells::keyboardWalksTheGrid()
{
    WindowBench bench;
    bench.open();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    settled(bench);
    click(bench, u"generateButton"_s);
    QCOMPARE(bench.images.jobs().size(), 6);
    bench.images.complete(0);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    bench.find<QWidget>(u"cell.1.0.picture"_s)->setFocus();
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, with);
        return QApplication::focusWidget()->objectName();
    };
    QCOMPARE(press(Qt::Key_Right), u"cell.1.1.state.step"_s);
    QCOMPARE(press(Qt::Key_Down), u"cell.1.4.footer.cancel"_s);
    QCOMPARE(press(Qt::Key_Right), u"cell.1.5.footer.cancel"_s);
    QCOMPARE(press(Qt::Key_Right), u"cell.1.5.footer.cancel"_s);
    QCOMPARE(press(Qt::Key_Up), u"cell.1.2.footer.cancel"_s);
    press(Qt::Key_Left);
    QCOMPARE(press(Qt::Key_Left), u"cell.1.0.picture"_s);
    QCOMPARE(press(Qt::Key_Up), u"cell.1.0.picture"_s);
    for (const QString &tool : {u"star"_s, u"save"_s, u"copy"_s, u"more"_s}) { // wherever in a cell it is
        bench.find<QWidget>(u"cell.1.0.footer."_s + tool)->setFocus();
        QCOMPARE(press(Qt::Key_Right), u"cell.1.1.state.step"_s);
    }
    bench.find<QWidget>(u"cell.1.0.picture"_s)->setFocus();
    QApplication::clipboard()->setText(u"before"_s);
    press(Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::clipboard()->mimeData()->hasImage());
    bench.dialogs.nextFile.clear();
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(bench.dialogs.suggestion.endsWith(u".png"_s));
    press(Qt::Key_Return);
    QVERIFY(bench.find<QWidget>(u"loupe"_s)->isVisible());
}

void TestCells::escapeCancelsOneAndShiftEscapeAll()
{
    WindowBench bench;
    start(bench);
    QTest::keyClick(bench.find<QWidget>(u"promptEdit"_s), Qt::Key_Escape);
    QVERIFY2(bench.images.cancelled.isEmpty(), "Escape in the form stops nothing that costs money");
    auto *cancel = bench.find<QWidget>(u"cell.1.1.footer.cancel"_s);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Escape);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(1).id});
    QTest::keyClick(bench.find<QWidget>(u"promptEdit"_s), Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_COMPARE(bench.images.waiting(), 0);
    QCOMPARE(bench.images.cancelled.size(), 3);
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

/// Nobody gets hold of the store's own file, and nobody has to look at its name.
void TestCells::handsOutCopiesUnderGoodNames()
{
    QString copied;
    {
        WindowBench bench;
        start(bench);
        bench.images.completeAll();
        QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
        const CompareCell &cell = *bench.window().compare()->session().cell(1, 0);
        const QString own = cell.picture()->path;
        QFile stored(own);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray content = stored.readAll();
        const QString name = picturefiles::suggestedName(*cell.outcome, *cell.picture());
        const auto isGood = [&](const QString &path) {
            QFile file(path);
            return path != own && QFileInfo(path).fileName() == name && !QFileInfo(path).isSymbolicLink()
                && file.open(QIODevice::ReadOnly) && file.readAll() == content;
        };
        QApplication::clipboard()->setText(u"before"_s);
        click(bench, u"cell.1.0.footer.copy"_s);
        QTRY_COMPARE(QApplication::clipboard()->mimeData()->urls().size(), 1);
        copied = QApplication::clipboard()->mimeData()->urls().constFirst().toLocalFile();
        QVERIFY2(isGood(copied), qPrintable(copied));
        click(bench, u"cell.1.0.footer.more"_s);
        bench.find<QAction>(u"cellMenu.open"_s)->trigger();
        QTRY_COMPARE(bench.dialogs.opened.size(), 1);
        QVERIFY2(isGood(QUrl(bench.dialogs.opened.constFirst()).toLocalFile()),
                 qPrintable(bench.dialogs.opened.constFirst()));
        QFile changed(copied); // as an editor would
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write("other");
        changed.close();
        QFile again(own);
        QVERIFY(again.open(QIODevice::ReadOnly) && again.readAll() == content);
        click(bench, u"cell.1.1.footer.copy"_s); // two of the same prompt stand side by side
        QTRY_VERIFY(QApplication::clipboard()->mimeData()->urls().value(0).toLocalFile() != copied);
        QVERIFY(QFile::exists(copied));
    }
    QVERIFY2(!QFile::exists(copied), "copies go with the program");
}

void TestCells::savesWhatLiesInNoFile()
{
    WindowBench bench;
    start(bench);
    bench.images.diskIsFull = true;
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    auto *mark = bench.find<QPushButton>(u"cell.1.0.footer.mark"_s);
    QTRY_VERIFY(mark->isVisible());
    QVERIFY2(mark->toolTip().contains(u"The disk is full."_s), qPrintable(mark->toolTip()));
    QVERIFY2(mark->toolTip().contains(u"save it"_s), qPrintable(mark->toolTip()));
    bench.dialogs.nextFile = bench.folder.filePath(u"saved.png"_s);
    click(bench, u"cell.1.0.footer.save"_s);
    QTRY_VERIFY(!QImage(bench.dialogs.nextFile).isNull());
    QApplication::clipboard()->setText(u"before"_s);
    click(bench, u"cell.1.0.footer.copy"_s);
    QTRY_VERIFY(QApplication::clipboard()->mimeData()->hasImage());
    QCOMPARE(QApplication::clipboard()->mimeData()->urls().size(), 1); // of a copy, as for any other
}

QTEST_MAIN(TestCells)
#include "test_cells.moc"

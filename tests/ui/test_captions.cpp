// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paintedtexts.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/cellfooter.h"
#include "ui/compare/cellmarks.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/columns.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparerun.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/runhead.h"
#include "ui/compare/runline.h"
#include "ui/compare/spokennames.h"
#include "ui/shortcuts/keymap.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What stands over, under and beside the pictures of a run: whatever the names and the room are, nothing covers
/// anything else, and the time is there.
class TestCaptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void captionsOfCells_data();
    void captionsOfCells();
    void headsOfColumns_data() { widths({240, 468, 700, 1248}); }
    void headsOfColumns();
    void linesOfRuns_data() { widths({300, 360, 451, 668, 768, 1248}); }
    void linesOfRuns();
    void allOfARun_data();
    void allOfARun();
    void linesStayInSightBesideAWideRun();

private:
    static void widths(const QList<int> &all);
    static void make(WindowBench &bench, int pictures);
};

namespace {

const QString longPrompt =
    u"A lighthouse on a rocky coast at dusk, soft fog over the water, warm lamp light, a sailboat far out, "
    "gulls over the cliffs, in the manner of an old travel poster with flat colours and a wide margin"_s;
const QString longName = u"Stable Diffusion 3.5 Large Turbo Ultra Preview (November 2026)"_s;
const QString longMaker = u"A Laboratory for Generative Pictures and Films"_s;
constexpr qint64 took = 8'400; ///< milliseconds

QDateTime start()
{
    return {QDate(2026, 11, 20), QTime(14, 37)};
}

CompareCell cellIn(CompareCell::State state)
{
    CompareCell cell;
    cell.state = state;
    cell.expected.price = Money::fromMicros(1'234'000);
    if (cell.isUnderWay()) {
        return cell;
    }
    Generation outcome;
    outcome.createdAt = start();
    outcome.endedAt = start().addMSecs(took);
    outcome.cost = Money::fromMicros(1'234'000);
    if (state == CompareCell::State::Done) {
        Picture picture;
        picture.size = QSize(1536, 640);
        outcome.pictures.append(picture);
    } else {
        Error error;
        error.kind = ErrorKind::Network;
        error.billing = Billing::MayBeBilled;
        error.httpStatus = 503;
        outcome.error = error;
    }
    cell.outcome = outcome;
    return cell;
}

/// Those in sight, and buttons.
QList<QWidget *> partsOf(const QWidget &whole)
{
    QList<QWidget *> parts = whole.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    parts.removeIf([](const QWidget *part) { return !part->isVisible() || part->size().isEmpty(); });
    return parts;
}

QString overlaps(const QWidget &whole)
{
    const QList<QWidget *> parts = partsOf(whole);
    QStringList found;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!whole.rect().contains(parts.at(i)->geometry())) {
            found.append(parts.at(i)->objectName() + u" leaves it"_s);
        }
        for (qsizetype j = i + 1; j < parts.size(); ++j) {
            if (parts.at(i)->geometry().intersects(parts.at(j)->geometry())) {
                found.append(parts.at(i)->objectName() + u" and "_s + parts.at(j)->objectName());
            }
        }
    }
    return found.join(u'\n');
}

QString overlapsOf(const QList<PaintedText> &texts)
{
    QStringList found;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            // Lines may touch; letters are lower than their line.
            if (texts.at(i).place.adjusted(1, 2, -1, -2).intersects(texts.at(j).place.adjusted(1, 2, -1, -2))) {
                found.append(u"“%1” and “%2”"_s.arg(texts.at(i).text, texts.at(j).text));
            }
        }
    }
    return found.join(u'\n');
}

} // namespace

void TestCaptions::widths(const QList<int> &all)
{
    QTest::addColumn<int>("width");
    for (const int width : all) {
        QTest::newRow(qPrintable(QString::number(width))) << width;
    }
}

void TestCaptions::captionsOfCells_data()
{
    using State = CompareCell::State;
    QTest::addColumn<CellFooter::Naming>("naming");
    QTest::addColumn<CompareCell::State>("state");
    QTest::addColumn<int>("width");
    for (const auto &[name, state] :
         {std::pair("done", State::Done), {"running", State::Running}, {"may be billed", State::Unknown}}) {
        for (const int width : {218, 246, 376, 700}) {
            QTest::addRow("%s, named, %d", name, width) << CellFooter::Naming::Here << state << width;
            QTest::addRow("%s, in a column, %d", name, width) << CellFooter::Naming::AboveColumn << state << width;
        }
    }
}

void TestCaptions::captionsOfCells()
{
    QFETCH(const CellFooter::Naming, naming);
    QFETCH(const CompareCell::State, state);
    QFETCH(const int, width);
    WindowBench bench;
    bench.open(); // in its style
    const Keymap keymap(bench.settings());
    QWidget host;
    CellFooter footer(u"caption"_s, longName, naming, keymap, &host);
    host.resize(width, footer.height());
    footer.setGeometry(host.rect());
    host.show();
    footer.show(cellIn(state), longMaker, spokenNames(longName, [](const QString &id) { return id; }));
    footer.showStar(true, false);
    QCoreApplication::processEvents();
    QVERIFY2(overlaps(footer).isEmpty(), qPrintable(overlaps(footer)));
    const auto *cost = footer.findChild<QLabel *>(u"caption.cost"_s);
    QVERIFY2(cost->width() >= cost->sizeHint().width(), "it is cut");
    if (naming == CellFooter::Naming::AboveColumn) {
        const auto *time = footer.findChild<QLabel *>(u"caption.title"_s);
        QVERIFY2(time->fontMetrics().horizontalAdvance(time->text()) <= time->width(), qPrintable(time->text()));
        QVERIFY2(!time->text().isEmpty(), "the time, or how it stands");
    }
}

void TestCaptions::headsOfColumns()
{
    QFETCH(const int, width);
    WindowBench bench;
    bench.open();
    constexpr int models = 3;
    const QList<CompareColumn> columns(models, CompareColumn {u"model"_s, longName, longMaker, {}});
    const CellGrid grid = columnGrid({QSize(width, 700), 2 * models, 1.5, 57}, models);
    QWidget host;
    auto *head = new RunHead(columns, &host);
    host.resize(2 * GridRoom::margin + grid.left(models), head->height());
    head->setGeometry(host.rect());
    head->arrange(grid, GridRoom::margin);
    host.show();
    QVERIFY2(overlaps(*head).isEmpty(), qPrintable(overlaps(*head)));
    const QList<PaintedText> texts = paintedTexts(host);
    QVERIFY(texts.size() >= models);
    QVERIFY2(overlapsOf(texts).isEmpty(), qPrintable(overlapsOf(texts)));
    for (int column = 0; column < models; ++column) {
        const QRect place(GridRoom::margin + grid.left(column), 0, grid.cell.width(), head->height());
        const auto names = std::count_if(texts.cbegin(), texts.cend(), [&place](const PaintedText &text) {
            return place.contains(text.place.center().toPoint());
        });
        QVERIFY2(names >= 1, qPrintable(QString::number(column)));
    }
}

void TestCaptions::linesOfRuns()
{
    QFETCH(const int, width);
    WindowBench bench;
    bench.open();
    CellMarks marks(nullptr);
    QWidget host;
    RunLine line(u"line"_s, marks, &host);
    CompareRun run;
    run.form.prompt = longPrompt;
    run.startedAt = start();
    run.columns = QList<CompareColumn>(2, CompareColumn {u"model"_s, longName, longMaker, {}});
    run.cells = {cellIn(CompareCell::State::Done), cellIn(CompareCell::State::Done)};
    const QString time = QLocale().toString(run.startedAt.time(), QLocale::ShortFormat);
    for (const bool mayBeBilled : {false, true}) {
        if (mayBeBilled) {
            run.cells.append({cellIn(CompareCell::State::Unknown), cellIn(CompareCell::State::Unknown)});
        }
        line.show(run);
        host.resize(width, line.height());
        line.setGeometry(host.rect());
        host.show();
        const QList<PaintedText> texts = paintedTexts(host);
        QVERIFY2(overlapsOf(texts).isEmpty(), qPrintable(overlapsOf(texts)));
        QStringList all;
        for (const PaintedText &text : texts) {
            QVERIFY2(QRectF(host.rect()).contains(text.place), qPrintable(text.text));
            all.append(text.text);
        }
        QVERIFY2(mayBeBilled || all.join(u'\n').contains(time), qPrintable(all.join(u'\n')));
        QVERIFY2(!mayBeBilled || width < 600 || all.join(u'\n').contains(time), qPrintable(all.join(u'\n')));
    }
}

void TestCaptions::make(WindowBench &bench, int pictures)
{
    CompareForm form = bench.window().compare()->form();
    form.prompt = longPrompt;
    form.pictures = pictures;
    form.size = {};
    form.size.ratio = AspectRatio {3, 2};
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
    bench.window().compare()->setForm(form);
    bench.clock.milliseconds += 2000;
    bench.generate();
    bench.images.completeAll();
    QTRY_VERIFY(!bench.window().compare()->session().isBusy());
}

void TestCaptions::allOfARun_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("pictures");
    for (const QSize size : {QSize(860, 700), QSize(1180, 700), QSize(1280, 800)}) {
        QTest::addRow("%d, one picture each", size.width()) << size << 1;
        QTest::addRow("%d, two", size.width()) << size << 2;
    }
}

/// In the window, below the line of an earlier one.
void TestCaptions::allOfARun()
{
    QFETCH(const QSize, size);
    QFETCH(const int, pictures);
    WindowBench bench;
    bench.open(size);
    make(bench, 3 - pictures);
    make(bench, pictures);
    const auto *cell = bench.find<CellWidget>(u"cell.2.%1"_s.arg(3 * pictures - 1));
    QTRY_VERIFY(cell->isVisible());
    QTRY_VERIFY(bench.find<QWidget>(u"run.1.line"_s)->isVisible());
    QString overlaps;
    const auto isSettled = [&] { // a narrow pane has room for a cell and the line alone
        const QList<PaintedText> texts = paintedTexts(*bench.find<QScrollArea>(u"results"_s)->viewport());
        overlaps = overlapsOf(texts);
        return texts.size() > 2 && overlaps.isEmpty();
    };
    QTRY_VERIFY2(isSettled(), qPrintable(overlaps));
}

void TestCaptions::linesStayInSightBesideAWideRun()
{
    WindowBench bench;
    bench.open(QSize(860, 700));
    make(bench, 1);
    make(bench, 2); // columns, wider than the pane
    auto *area = bench.find<QScrollArea>(u"results"_s);
    const auto *line = bench.find<RunLine>(u"run.1.line"_s);
    const auto placeOf = [area](const QWidget *widget) {
        return QRect(widget->mapTo(area->viewport(), QPoint(0, 0)), widget->size());
    };
    QTRY_VERIFY(line->isVisible());
    QScrollBar *bar = area->horizontalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(placeOf(line).left(), GridRoom::margin);
    for (const int value : {bar->maximum(), bar->maximum() / 2, 0}) {
        bar->setValue(value);
        QCOMPARE(placeOf(bench.find<CellWidget>(u"cell.2.0"_s)).left(), GridRoom::margin - value);
        QCOMPARE(placeOf(line).left(), GridRoom::margin);
        QVERIFY(placeOf(line).right() < area->viewport()->width());
    }
}

QTEST_MAIN(TestCaptions)
#include "test_captions.moc"

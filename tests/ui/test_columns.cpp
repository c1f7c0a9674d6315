// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/columns.h"

#include <QTest>

using namespace lightwell;

/// The rule by which the cells of a run get their size.
class TestColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesAreAsLargeAsThePaneAllows_data();
    void picturesAreAsLargeAsThePaneAllows();
    void allOfThemAreInSightOrOneIs();
    void cellsAreWideEnoughForTheirCaption();
    void columnsStayUntilOthersAreClearlyBetter();
    void noWidthLetsThemFlicker();
    void modelsKeepTheirColumns_data();
    void modelsKeepTheirColumns();
};

namespace {

constexpr QSize usual(800, 742); ///< the pane of a window of 1280 × 800
constexpr QSize large(1392, 1022); ///< and of 1920 × 1080
constexpr QSize small(632, 582); ///< and of 1000 × 640

GridRoom room(QSize pane, int cells, double shape)
{
    return {pane, cells, shape, 57};
}

int heightOf(const CellGrid &grid, int cells)
{
    return grid.top(grid.rows(cells)) - GridRoom::gap;
}

} // namespace

void TestColumns::picturesAreAsLargeAsThePaneAllows_data()
{
    QTest::addColumn<QSize>("pane");
    QTest::addColumn<int>("cells");
    QTest::addColumn<double>("shape");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QSize>("picture");
    QTest::newRow("one") << usual << 1 << 1.5 << 1 << QSize(766, 511);
    QTest::newRow("three") << usual << 3 << 1.5 << 2 << QSize(376, 251);
    QTest::newRow("four wide") << usual << 4 << 16 / 9.0 << 2 << QSize(376, 212);
    QTest::newRow("eight wide") << usual << 8 << 16 / 9.0 << 3 << QSize(246, 138);
    QTest::newRow("twenty are scrolled") << usual << 20 << 1.5 << 2 << QSize(372, 248);
    QTest::newRow("eight wide, large") << large << 8 << 16 / 9.0 << 3 << QSize(443, 249);
    QTest::newRow("eight upright, large") << large << 8 << 9 / 16.0 << 4 << QSize(243, 432);
    QTest::newRow("eight in a small window") << small << 8 << 16 / 9.0 << 1 << QSize(590, 332);
    QTest::newRow("no room at all") << QSize(40, 30) << 2 << 1.0 << 1 << QSize(60, 60);
}

void TestColumns::picturesAreAsLargeAsThePaneAllows()
{
    QFETCH(QSize, pane);
    QFETCH(int, cells);
    QFETCH(double, shape);
    const CellGrid grid = flowingGrid(room(pane, cells, shape));
    QTEST(grid.columns, "columns");
    QTEST(grid.picture, "picture");
    QCOMPARE(grid.cell.height(), grid.picture.height() + 57);
}

void TestColumns::allOfThemAreInSightOrOneIs()
{
    for (const QSize pane : {usual, large, small, QSize(1000, 400), QSize(400, 1000)}) {
        for (const double shape : {0.3, 9 / 16.0, 2 / 3.0, 1.0, 1.5, 16 / 9.0, 3.5}) {
            for (int cells = 1; cells <= 24; ++cells) {
                const CellGrid grid = flowingGrid(room(pane, cells, shape));
                const int width = grid.left(grid.columns) - GridRoom::gap;
                QVERIFY(width <= std::max(pane.width() - 32, 220));
                QVERIFY(grid.columns <= cells);
                const bool fits = heightOf(grid, cells) <= pane.height() - 32 + grid.rows(cells);
                QVERIFY2(fits || grid.cell.height() <= pane.height() - 32 + 1, "one picture is never higher");
            }
        }
    }
}

void TestColumns::cellsAreWideEnoughForTheirCaption()
{
    const CellGrid grid = flowingGrid(room({800, 500}, 2, 0.3));
    QVERIFY(grid.picture.width() < 200);
    QCOMPARE(grid.cell.width(), 220);
}

void TestColumns::columnsStayUntilOthersAreClearlyBetter()
{
    // Three at 1 : 1: the wider the pane, the better is a row of them.
    CellGrid before = flowingGrid(room({700, 742}, 3, 1));
    int changes = 0;
    int back = 0;
    for (int width = 700; width <= 1500; ++width) {
        const CellGrid fresh = flowingGrid(room({width, 742}, 3, 1));
        const CellGrid kept = flowingGrid(room({width, 742}, 3, 1), before);
        QVERIFY2(kept.picture.width() * 1.03 + 1 >= fresh.picture.width(), "it is no more than 3 % smaller");
        changes += kept.columns != before.columns ? 1 : 0;
        before = kept;
    }
    for (int width = 1500; width >= 700; --width) {
        const CellGrid kept = flowingGrid(room({width, 742}, 3, 1), before);
        back += kept.columns != before.columns ? 1 : 0;
        before = kept;
    }
    QCOMPARE(changes, 1);
    QCOMPARE(back, 1);
}

/// Back and forth by a pixel changes nothing, also where they are scrolled.
void TestColumns::noWidthLetsThemFlicker()
{
    for (const int cells : {3, 8, 20, 60}) {
        CellGrid before = flowingGrid(room({500, 742}, cells, 1.5));
        for (int width = 500; width < 1800; ++width) {
            const CellGrid now = flowingGrid(room({width, 742}, cells, 1.5), before);
            if (now.columns != before.columns) {
                const CellGrid again = flowingGrid(room({width - 1, 742}, cells, 1.5), now);
                QVERIFY2(again.columns == now.columns,
                         qPrintable(QStringLiteral("%1 cells at %2").arg(cells).arg(width)));
            }
            before = now;
        }
    }
}

void TestColumns::modelsKeepTheirColumns_data()
{
    QTest::addColumn<QSize>("pane");
    QTest::addColumn<int>("models");
    QTest::addColumn<double>("shape");
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<bool>("fits");
    QTest::newRow("three") << usual << 3 << 1.44 << QSize(246, 171) << true;
    QTest::newRow("eight are wider than the pane") << usual << 8 << 1.0 << QSize(218, 218) << false;
    QTest::newRow("one upright is no higher than the pane")
        << usual << 1 << 9 / 16.0 << QSize(766, 742 - 32 - 38 - 57) << true;
}

void TestColumns::modelsKeepTheirColumns()
{
    QFETCH(QSize, pane);
    QFETCH(int, models);
    QFETCH(double, shape);
    const CellGrid grid = columnGrid(room(pane, models * 3, shape), models);
    QCOMPARE(grid.columns, models);
    QTEST(grid.picture, "picture");
    QTEST(grid.left(models) - GridRoom::gap <= pane.width() - 32, "fits");
}

QTEST_APPLESS_MAIN(TestColumns)
#include "test_columns.moc"

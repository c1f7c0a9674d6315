// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/columns.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr int gap = GridRoom::gap;
constexpr int border = 2; ///< both sides of a cell
constexpr int scrollBar = 8;
constexpr int lowestHead = 38; ///< of columns, which stays in sight
constexpr double largeEnough = 240; ///< the longer side of a picture that need not be scrolled for
constexpr double goodWidth = 320; ///< where they are scrolled
constexpr double goodWidthUpright = 240;
constexpr double smallest = 60; ///< in a pane that is no room at all
constexpr double aboutTheSame = 1.03;

CellGrid gridOf(const GridRoom &room, int columns, double width)
{
    CellGrid grid;
    grid.columns = columns;
    const int whole = static_cast<int>(std::max(width, smallest));
    grid.picture = QSize(whole, std::max(1, static_cast<int>(std::lround(whole / room.shape))));
    grid.cell = QSize(std::max(whole + border, GridRoom::narrowestCell), grid.picture.height() + room.beside);
    return grid;
}

/// Of `columns` beside each other in `room`, whatever their height.
double widthBeside(double room, int columns)
{
    return (room - gap * (columns - 1)) / columns - border;
}

CellGrid scrollingGrid(const GridRoom &room, QSize inner, const std::optional<CellGrid> &before)
{
    const double width = inner.width() - scrollBar;
    const double good = room.shape >= 1 ? goodWidth : goodWidthUpright;
    const auto fitting = [&](double wished) {
        return std::max(1, static_cast<int>(std::floor((width + gap) / (wished + gap))));
    };
    const int columns = before ? std::clamp(before->columns, fitting(good * aboutTheSame), fitting(good / aboutTheSame))
                               : fitting(good);
    const double highest = room.shape * (inner.height() - room.beside); // no picture is higher than the pane
    CellGrid grid = gridOf(room, columns, std::min(widthBeside(width, columns), highest));
    grid.isScrolled = true;
    return grid;
}

} // namespace

CellGrid flowingGrid(const GridRoom &room, const std::optional<CellGrid> &before)
{
    const QSize inner = room.pane - QSize(2 * GridRoom::margin, 2 * GridRoom::margin);
    const int most = std::max(1, (inner.width() + gap) / (GridRoom::narrowestCell + gap));
    const int candidates = std::min(room.cells, most);
    const auto rowsOf = [&room](int columns) { return (room.cells + columns - 1) / columns; };
    const auto widthOf = [&](int columns) {
        const int rows = rowsOf(columns);
        const double high = static_cast<double>(inner.height() - gap * (rows - 1)) / rows - room.beside;
        return std::min(widthBeside(inner.width(), columns), room.shape * high);
    };
    double largest = 0;
    for (int columns = 1; columns <= candidates; ++columns) {
        largest = std::max(largest, widthOf(columns));
    }
    const double enough = !before ? largeEnough
        : before->isScrolled      ? largeEnough * aboutTheSame
                                  : largeEnough / aboutTheSame;
    if (std::max(largest, largest / room.shape) < enough) {
        return scrollingGrid(room, inner, before);
    }
    const int kept = before && !before->isScrolled ? before->columns : 0;
    if (kept > 0 && kept <= candidates && widthOf(kept) * aboutTheSame >= largest) {
        return gridOf(room, kept, widthOf(kept));
    }
    int best = 0;
    const auto empty = [&](int columns) { return rowsOf(columns) * columns - room.cells; };
    for (int columns = 1; columns <= candidates; ++columns) {
        if (widthOf(columns) * aboutTheSame < largest) {
            continue;
        }
        const bool isBetter = best == 0 || empty(columns) < empty(best)
            || (empty(columns) == empty(best) && widthOf(columns) > widthOf(best));
        best = isBetter ? columns : best;
    }
    return gridOf(room, best, widthOf(best));
}

CellGrid columnGrid(const GridRoom &room, int models)
{
    const QSize inner = room.pane - QSize(2 * GridRoom::margin, 2 * GridRoom::margin);
    const double width = std::max<double>(GridRoom::narrowestCell - border, widthBeside(inner.width(), models));
    CellGrid grid = gridOf(room, models, width);
    // As wide as their column; a high one is no higher than what is left of the pane under the head.
    const int highest = std::max(static_cast<int>(smallest), inner.height() - lowestHead - room.beside);
    grid.picture.setHeight(std::min(grid.picture.height(), highest));
    grid.cell.setHeight(grid.picture.height() + room.beside);
    return grid;
}

} // namespace lightwell

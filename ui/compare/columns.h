// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <optional>

namespace lightwell {

/// What the cells of one run have to stand in, in device-independent pixels.
struct GridRoom
{
    static constexpr int margin = 16; ///< of the pane, on each side
    static constexpr int gap = 12; ///< between cells
    static constexpr int narrowestCell = 220;

    QSize pane; ///< all of it below the header, whatever else stands in it
    int cells = 0;
    double shape = 1; ///< width over height of the pictures
    int beside = 57; ///< height of a cell without its picture: caption and border
};

/// How they stand: all alike, row by row.
struct CellGrid
{
    int columns = 1;
    QSize picture; ///< of the place it stands in; another shape is fitted whole into the same
    QSize cell; ///< with caption and border
    bool isScrolled = false; ///< they are more than there is room for

    [[nodiscard]] int rows(int cells) const { return (cells + columns - 1) / columns; }
    [[nodiscard]] int left(int column) const { return column * (cell.width() + GridRoom::gap); }
    [[nodiscard]] int top(int row) const { return row * (cell.height() + GridRoom::gap); }
    friend bool operator==(const CellGrid &, const CellGrid &) = default;
};

/// One picture a model: as many columns as make whole pictures largest. If even those were small, they take a good size
/// and are scrolled. What was there before stays until something else is clearly better, so that the cells do not
/// flicker while the window's edge is dragged.
[[nodiscard]] CellGrid flowingGrid(const GridRoom &room, const std::optional<CellGrid> &before = {});

/// Several pictures a model: each of `models` keeps its column. They may be wider than the pane together.
[[nodiscard]] CellGrid columnGrid(const GridRoom &room, int models);

} // namespace lightwell

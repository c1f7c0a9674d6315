// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"

#include <QDate>
#include <QRect>

namespace lightwell {

/// How pictures are to be laid out. Lengths in device-independent pixels.
struct GalleryMeasures
{
    int width = 0; ///< of a row
    int rowHeight = 135; ///< that rows are about as high as
    int gap = 8; ///< between pictures, and between rows
    int headHeight = 30; ///< of the line over a day
    int dayGap = 16; ///< between a day's last row and the next line
    bool isByDay = true; ///< pictures follow each other in time; else there are no lines

    friend bool operator==(const GalleryMeasures &, const GalleryMeasures &) = default;
};

/// Where each picture stands: in rows that fill the width, whole and in their own shapes. Made of their sizes alone, so
/// that the height of all is right before a single one is read.
class GalleryLayout
{
public:
    struct Row
    {
        int top = 0;
        int height = 0;
        int first = 0; ///< of its pictures
        int count = 0;
    };
    struct Day
    {
        QDate date;
        int top = 0; ///< of its line
        int first = 0; ///< of its pictures
        int count = 0;
    };

    GalleryLayout() = default;
    GalleryLayout(const QList<LibraryRow> &pictures, const GalleryMeasures &measures);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int count() const { return static_cast<int>(m_spans.size()); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const QList<Day> &days() const { return m_days; }
    [[nodiscard]] QRect rect(int picture) const;
    [[nodiscard]] int pictureAt(QPoint point) const; ///< -1: beside all of them
    [[nodiscard]] int rowOf(int picture) const;
    [[nodiscard]] int rowAt(int y) const; ///< the first one that ends below; rows().size(): there is none
    [[nodiscard]] int dayAt(int y) const; ///< whose line or pictures are there; -1: there are none
    /// Of those that touch the area, in their order.
    [[nodiscard]] QList<int> picturesIn(const QRect &area) const;
    /// The picture `rows` rows below (above, where negative) that lies most nearly under it.
    [[nodiscard]] int besides(int picture, int rows) const;

private:
    void addDay(const QList<LibraryRow> &pictures, int first, int last);
    void addRow(const QList<LibraryRow> &pictures, int first, int last, bool isLast);
    void place(const QList<LibraryRow> &pictures, int first, int last, int height, bool fills);

    struct Span
    {
        int left = 0;
        int width = 0;
    };
    GalleryMeasures m_measures;
    QList<Span> m_spans; ///< one a picture
    QList<Row> m_rows;
    QList<Day> m_days;
    int m_height = 0;
};

} // namespace lightwell

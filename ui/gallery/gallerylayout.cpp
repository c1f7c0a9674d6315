// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerylayout.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double panorama = 3.0; ///< wider ones have a row of their own
constexpr double minShape = 0.2; ///< narrower ones stand in a box of this shape, so that they can be pointed at
constexpr double maxShape = 8.0;
// How far the height of a row may be from the wished one, so that it fills the width.
constexpr double least = 110.0 / 135.0;
constexpr double most = 160.0 / 135.0;

double shapeOf(const LibraryRow &picture)
{
    const bool isKnown = picture.width > 0 && picture.height > 0;
    return isKnown ? std::clamp(double(picture.width) / picture.height, minShape, maxShape) : 1.0;
}

/// Days change at midnight in local time. What it is in most of a day is known from the picture before: to ask for each
/// takes longer than all the rest. Only near midnight, and where a day has another length, it is asked.
class DayOf
{
public:
    QDate operator()(qint64 at)
    {
        if (!m_day.isValid() || at < m_from || at >= m_until) {
            constexpr qint64 hour = 3'600'000;
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(at);
            m_day = local.date();
            const qint64 midnight = at - local.time().msecsSinceStartOfDay(); // up to an hour beside it
            m_from = midnight + 4 * hour;
            m_until = midnight + 22 * hour;
        }
        return m_day;
    }

private:
    QDate m_day;
    qint64 m_from = 0;
    qint64 m_until = 0;
};

} // namespace

GalleryLayout::GalleryLayout(const QList<LibraryRow> &pictures, const GalleryMeasures &measures)
    : m_measures(measures)
{
    if (measures.width <= 0) {
        return;
    }
    m_spans.reserve(pictures.size());
    const int count = static_cast<int>(pictures.size());
    DayOf dayOf;
    for (int first = 0; first < count;) {
        int last = count;
        if (measures.isByDay) {
            const QDate day = dayOf(pictures.at(first).createdAt);
            for (last = first + 1; last < count && dayOf(pictures.at(last).createdAt) == day;) {
                ++last;
            }
            m_height += m_days.isEmpty() ? 0 : measures.dayGap - measures.gap;
            m_days.append({day, m_height, first, last - first});
            m_height += measures.headHeight;
        }
        addDay(pictures, first, last);
        first = last;
    }
    m_height = std::max(0, m_height - measures.gap);
}

/// Row after row, each as long as one more picture brings it nearer to the wished height.
void GalleryLayout::addDay(const QList<LibraryRow> &pictures, int first, int last)
{
    const double wished = m_measures.rowHeight;
    int begin = first;
    double shapes = 0;
    const auto heightWith = [this, &begin](double sum, int end) {
        return (m_measures.width - m_measures.gap * (end - begin - 1)) / sum;
    };
    for (int i = first; i < last; ++i) {
        const double shape = shapeOf(pictures.at(i));
        if (shape > panorama) {
            if (begin < i) {
                addRow(pictures, begin, i, false);
            }
            addRow(pictures, i, i + 1, false);
            begin = i + 1;
            shapes = 0;
            continue;
        }
        const double height = heightWith(shapes + shape, i + 1);
        if (height > wished * most) {
            shapes += shape;
            continue;
        }
        const double without = i > begin ? heightWith(shapes, i) : 0;
        const bool isTooLow = height < wished * least && i > begin && without - wished * most < wished * least - height;
        const int end = isTooLow ? i : i + 1;
        addRow(pictures, begin, end, false);
        begin = end;
        shapes = isTooLow ? shape : 0;
    }
    if (begin < last) {
        addRow(pictures, begin, last, true);
    }
}

void GalleryLayout::addRow(const QList<LibraryRow> &pictures, int first, int last, bool isLast)
{
    double shapes = 0;
    for (int i = first; i < last; ++i) {
        shapes += shapeOf(pictures.at(i));
    }
    const double room = m_measures.width - m_measures.gap * (last - first - 1);
    const double filling = room / shapes;
    const double highest = m_measures.rowHeight * (isLast ? 1.0 : most);
    const bool isWide = last - first == 1 && shapes > panorama;
    // What is alone before a panorama is no reason for a row as high as the window.
    const bool fills = filling <= highest || isWide;
    const double height = fills ? std::min(filling, 2.0 * m_measures.rowHeight) : highest;
    place(pictures, first, last, std::max(1, static_cast<int>(std::lround(height))), fills && height == filling);
}

void GalleryLayout::place(const QList<LibraryRow> &pictures, int first, int last, int height, bool fills)
{
    m_rows.append({m_height, height, first, last - first});
    double shapes = 0;
    for (int i = first; i < last; ++i) {
        shapes += shapeOf(pictures.at(i));
    }
    const int room = m_measures.width - m_measures.gap * (last - first - 1);
    const double unit = fills ? room / shapes : height;
    double passed = 0; // in shapes: so that no pixel is lost to rounding
    for (int i = first; i < last; ++i) {
        const int gaps = m_measures.gap * (i - first);
        const int left = static_cast<int>(std::lround(passed * unit));
        passed += shapeOf(pictures.at(i));
        const int right = static_cast<int>(std::lround(passed * unit));
        m_spans.append({left + gaps, std::max(1, right - left)});
    }
    m_height += height + m_measures.gap;
}

QRect GalleryLayout::rect(int picture) const
{
    if (picture < 0 || picture >= count()) {
        return {};
    }
    const Row &row = m_rows.at(rowOf(picture));
    const Span &span = m_spans.at(picture);
    return {span.left, row.top, span.width, row.height};
}

int GalleryLayout::rowOf(int picture) const
{
    const auto next = std::upper_bound(m_rows.cbegin(), m_rows.cend(), picture,
                                       [](int wanted, const Row &row) { return wanted < row.first; });
    return static_cast<int>(next - m_rows.cbegin()) - 1;
}

int GalleryLayout::rowAt(int y) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), y,
                                        [](const Row &row, int wanted) { return row.top + row.height <= wanted; });
    return static_cast<int>(found - m_rows.cbegin());
}

int GalleryLayout::dayAt(int y) const
{
    const auto next = std::upper_bound(m_days.cbegin(), m_days.cend(), y,
                                       [](int wanted, const Day &day) { return wanted < day.top; });
    return m_days.isEmpty() ? -1 : std::max(0, static_cast<int>(next - m_days.cbegin()) - 1);
}

int GalleryLayout::pictureAt(QPoint point) const
{
    const QList<int> there = picturesIn(QRect(point, QSize(1, 1)));
    return there.isEmpty() ? -1 : there.constFirst();
}

QList<int> GalleryLayout::picturesIn(const QRect &area) const
{
    QList<int> found;
    for (int i = rowAt(area.top()); i < m_rows.size() && m_rows.at(i).top <= area.bottom(); ++i) {
        const Row &row = m_rows.at(i);
        for (int picture = row.first; picture < row.first + row.count; ++picture) {
            const Span &span = m_spans.at(picture);
            if (span.left <= area.right() && span.left + span.width > area.left()) {
                found.append(picture);
            }
        }
    }
    return found;
}

int GalleryLayout::besides(int picture, int rows) const
{
    if (m_rows.isEmpty()) {
        return -1;
    }
    const int from = rowOf(picture);
    const int to = std::clamp(from + rows, 0, static_cast<int>(m_rows.size()) - 1);
    if (to == from) {
        return picture;
    }
    const Span &span = m_spans.at(picture);
    const int middle = span.left + span.width / 2;
    const Row &row = m_rows.at(to);
    int nearest = row.first;
    int distance = std::numeric_limits<int>::max();
    for (int i = row.first; i < row.first + row.count; ++i) {
        const Span &other = m_spans.at(i);
        const int away = std::max({other.left - middle, middle - (other.left + other.width), 0});
        if (away < distance) {
            nearest = i;
            distance = away;
        }
    }
    return nearest;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskfill.h"

#include <QList>

#include <algorithm>

namespace lightwell {

namespace {

constexpr uchar middle = 128;

struct Flood
{
    QImage &channel;
    QImage reached; ///< 1 where it was
    bool side;
    QList<QPoint> seeds = {};

    [[nodiscard]] bool isOpen(int x, int y) const
    {
        return (channel.constScanLine(y)[x] >= middle) == side && reached.constScanLine(y)[x] == 0;
    }

    /// A seed for each run of open pixels in the row.
    void seed(int from, int to, int y)
    {
        if (y < 0 || y >= channel.height()) {
            return;
        }
        bool isInRun = false;
        for (int x = from; x <= to; ++x) {
            const bool open = isOpen(x, y);
            if (open && !isInRun) {
                seeds.append(QPoint(x, y));
            }
            isInRun = open;
        }
    }

    QRect run(QPoint at)
    {
        QRect all;
        seeds.append(at);
        while (!seeds.isEmpty()) {
            const QPoint place = seeds.takeLast();
            if (!isOpen(place.x(), place.y())) {
                continue;
            }
            int left = place.x();
            int right = place.x();
            while (left > 0 && isOpen(left - 1, place.y())) {
                --left;
            }
            while (right + 1 < channel.width() && isOpen(right + 1, place.y())) {
                ++right;
            }
            std::fill(reached.scanLine(place.y()) + left, reached.scanLine(place.y()) + right + 1, uchar(1));
            all |= QRect(left, place.y(), right - left + 1, 1);
            seed(left, right, place.y() - 1);
            seed(left, right, place.y() + 1);
        }
        return all;
    }
};

} // namespace

QRect fillRegion(QImage &channel, QPoint at, uchar value)
{
    const bool side = channel.constScanLine(at.y())[at.x()] >= middle;
    if (side == (value >= middle)) {
        return {};
    }
    Flood flood {channel, QImage(channel.size(), QImage::Format_Grayscale8), side};
    flood.reached.fill(0);
    const QRect changed = flood.run(at).adjusted(-1, -1, 1, 1).intersected(channel.rect());
    for (int y = changed.top(); y <= changed.bottom(); ++y) {
        uchar *line = channel.scanLine(y);
        const uchar *own = flood.reached.constScanLine(y);
        const uchar *above = y > 0 ? flood.reached.constScanLine(y - 1) : own;
        const uchar *below = y + 1 < channel.height() ? flood.reached.constScanLine(y + 1) : own;
        for (int x = changed.left(); x <= changed.right(); ++x) {
            const int left = std::max(x - 1, 0);
            const int right = std::min(x + 1, channel.width() - 1);
            const bool isNear = (own[x] | own[left] | own[right] | above[x] | below[x]) != 0;
            line[x] = isNear ? value : line[x];
        }
    }
    return changed;
}

} // namespace lightwell

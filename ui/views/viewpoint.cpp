// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewpoint.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

/// From the least to the most; the middle where all of it is in sight.
std::pair<double, double> range(double inSight)
{
    return inSight >= 1 ? std::pair(0.5, 0.5) : std::pair(inSight / 2, 1 - inSight / 2);
}

} // namespace

double ViewPlace::fit() const
{
    if (picture.isEmpty() || room.isEmpty()) {
        return 1;
    }
    return std::min(room.width() / picture.width(), room.height() / picture.height());
}

double ViewPlace::actualZoom() const
{
    return 1 / (ratio * fit());
}

double ViewPlace::percent(double zoom) const
{
    return 100 * zoom / actualZoom();
}

QSizeF ViewPlace::inSight(double zoom) const
{
    const QSizeF shown = QSizeF(picture) * fit() * zoom;
    if (shown.isEmpty()) {
        return {1, 1};
    }
    return {std::min(1.0, room.width() / shown.width()), std::min(1.0, room.height() / shown.height())};
}

QRectF ViewPlace::centres(double zoom) const
{
    const QSizeF part = inSight(zoom);
    const auto [left, right] = range(part.width());
    const auto [top, bottom] = range(part.height());
    return {QPointF(left, top), QPointF(right, bottom)};
}

ViewPoint ViewPlace::bounded(const ViewPoint &view) const
{
    const QRectF all = centres(view.zoom);
    return {
        view.zoom,
        {std::clamp(view.centre.x(), all.left(), all.right()), std::clamp(view.centre.y(), all.top(), all.bottom())}};
}

QRectF ViewPlace::target(const ViewPoint &view) const
{
    const double scale = fit() * view.zoom;
    const auto onPixel = [this](double at) { return std::round(at * ratio) / ratio; };
    const QSizeF size(std::max(onPixel(picture.width() * scale), 1 / ratio),
                      std::max(onPixel(picture.height() * scale), 1 / ratio));
    return {QPointF(onPixel(room.width() / 2 - view.centre.x() * size.width()),
                    onPixel(room.height() / 2 - view.centre.y() * size.height())),
            size};
}

QPointF ViewPlace::shareAt(const ViewPoint &view, QPointF position) const
{
    const QSizeF shown = QSizeF(picture) * fit() * view.zoom;
    if (shown.isEmpty()) {
        return view.centre;
    }
    return {view.centre.x() + (position.x() - room.width() / 2) / shown.width(),
            view.centre.y() + (position.y() - room.height() / 2) / shown.height()};
}

ViewPoint ViewPlace::zoomedAt(const ViewPoint &view, double zoom, QPointF position) const
{
    const QPointF kept = shareAt(view, position);
    const QPointF there = shareAt({zoom, view.centre}, position);
    return {zoom, view.centre + kept - there};
}

ViewPoint ViewPlace::moved(const ViewPoint &view, QPointF by) const
{
    const QSizeF shown = QSizeF(picture) * fit() * view.zoom;
    if (shown.isEmpty()) {
        return view;
    }
    return {view.zoom, view.centre - QPointF(by.x() / shown.width(), by.y() / shown.height())};
}

} // namespace lightwell

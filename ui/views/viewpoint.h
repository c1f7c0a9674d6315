// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace lightwell {

/// Where one looks at a picture from, in terms that hold for pictures of any size: what is shown is the same part of
/// each of them.
struct ViewPoint
{
    double zoom = 1; ///< 1: the picture is whole and as large as its place
    QPointF centre {0.5, 0.5}; ///< what is in the middle of the place, as a share of the picture, 0 to 1

    friend bool operator==(const ViewPoint &, const ViewPoint &) = default;
};

/// A picture and the place it is shown in. All pure; lengths of the place in device-independent pixels.
struct ViewPlace
{
    QSize picture; ///< in its own pixels; empty: not known yet
    QSizeF room;
    double ratio = 1; ///< screen pixels in a device-independent one

    /// Device-independent pixels that one of the picture's takes where it is whole.
    [[nodiscard]] double fit() const;
    /// The zoom at which each of its pixels is one of the screen's.
    [[nodiscard]] double actualZoom() const;
    [[nodiscard]] double percent(double zoom) const; ///< of its own pixels: 100 at actualZoom()
    /// The share of the picture that is in sight, 1 at most.
    [[nodiscard]] QSizeF inSight(double zoom) const;
    /// Where the middle may be so that nothing beside the picture is seen which need not be.
    [[nodiscard]] QRectF centres(double zoom) const;
    [[nodiscard]] ViewPoint bounded(const ViewPoint &view) const;
    /// Where the whole picture lies, from the place's upper left corner; on whole pixels of the screen.
    [[nodiscard]] QRectF target(const ViewPoint &view) const;
    /// The point of the picture at a point of the place, as shares; beyond 0 to 1 beside the picture.
    [[nodiscard]] QPointF shareAt(const ViewPoint &view, QPointF position) const;
    /// Another zoom at which `position` keeps the part of the picture it shows. Not bounded.
    [[nodiscard]] ViewPoint zoomedAt(const ViewPoint &view, double zoom, QPointF position) const;
    /// The picture follows the hand by `by`, in device-independent pixels. Not bounded.
    [[nodiscard]] ViewPoint moved(const ViewPoint &view, QPointF by) const;

    friend bool operator==(const ViewPlace &, const ViewPlace &) = default;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace lightwell {

/// Where on a widget the pixels of a picture are: pure.
struct MaskView
{
    static constexpr double most = 32; ///< points a pixel
    double scale = 1; ///< points a pixel of the picture
    QPointF origin; ///< where the picture's top left corner is

    [[nodiscard]] QPointF toWidget(QPointF picture) const { return origin + picture * scale; }
    [[nodiscard]] QPointF toPicture(QPointF widget) const { return (widget - origin) / scale; }
    [[nodiscard]] QRectF toWidget(const QRectF &picture) const
    {
        return {toWidget(picture.topLeft()), picture.size() * scale};
    }
    /// All of `canvas` (in the picture's pixels) in the middle of a widget, no larger than it is.
    [[nodiscard]] static MaskView fitted(const QRectF &canvas, QSizeF widget, double margin);
    /// The same place stays under `at`.
    [[nodiscard]] MaskView zoomed(double factor, QPointF at, double least) const;
    [[nodiscard]] MaskView moved(QPointF by) const { return {scale, origin + by}; }
    friend bool operator==(const MaskView &, const MaskView &) = default;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>

namespace lightwell {

/// A picture in several sizes, each half of the one before, so that any scale has one that is quickly drawn from. In
/// sRGB, as the screen is taken to be.
struct Pyramid
{
    /// Of the largest level: what is larger is only kept at half its size or less, so that four of them fit into
    /// memory.
    static constexpr qint64 maxPixels = 24'000'000;

    QSize size; ///< the picture's own
    QList<QImage> levels; ///< the largest first; none: the picture cannot be read

    [[nodiscard]] bool isEmpty() const { return levels.isEmpty(); }
    [[nodiscard]] bool isWhole() const { return !isEmpty() && levels.constFirst().size() == size; }
    /// The smallest level that has a pixel for each of `width`, the picture's on the screen; else the largest.
    [[nodiscard]] const QImage &levelFor(int width) const;
    [[nodiscard]] qint64 bytes() const;
};

// These take their time: call them on the thread pool.

/// As it is shown: in sRGB, with 8 bits a channel.
[[nodiscard]] QImage shownColours(const QImage &image);
[[nodiscard]] Pyramid pyramidOf(const QImage &image, qint64 maxPixels = Pyramid::maxPixels);

} // namespace lightwell

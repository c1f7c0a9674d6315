// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <functional>

class QPainter;
class QWidget;

namespace lightwell {

struct ViewPlace;
struct ViewPoint;
class ShownPicture;

/// What is painted over pictures: always on a ground of its own with an edge, so that it can be read on any of them.
namespace overlay {

constexpr int inset = 8; ///< from the edge of the place
constexpr double mapFrom = 1.05; ///< the zoom from which there is a small map

/// A letter or a number in a corner.
[[nodiscard]] QRect badgeRect(const QWidget *widget, const QString &text, QPoint corner);
void badge(QPainter &painter, const QWidget *widget, const QRect &rect, const QString &text, bool active);

/// Where the small map of the whole picture lies; empty: all of it is in sight anyhow, or there is no room.
[[nodiscard]] QRectF mapRect(const ViewPlace &place, const ViewPoint &view);
void map(QPainter &painter, const QWidget *widget, const ViewPlace &place, const ViewPoint &view,
         const std::function<void(const QRectF &all)> &paintSmall);
/// `part` of it, in shares, is the picture's.
void map(QPainter &painter, const QWidget *widget, const ViewPlace &place, const ViewPoint &view,
         const ShownPicture &picture, const QRectF &part = QRectF(0, 0, 1, 1));

} // namespace overlay

} // namespace lightwell

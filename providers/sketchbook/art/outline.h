// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPainterPath>
#include <QPointF>

namespace lightwell::sketchbook {

using Points = QList<QPointF>;

[[nodiscard]] QPainterPath polygon(const Points &points);
/// A closed soft shape through the points (Catmull-Rom).
[[nodiscard]] QPainterPath blob(const Points &points);
/// An open soft line through the points.
[[nodiscard]] QPainterPath flow(const Points &points);
/// Soft on top, straight down to `floor`: a hill from its crest.
[[nodiscard]] QPainterPath bank(const Points &crest, double floor, bool soft);

} // namespace lightwell::sketchbook

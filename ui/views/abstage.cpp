// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abstage.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double alike = 0.015; ///< vendors round 3:2 to their own steps, and nobody sees that

double shapeOf(QSize size)
{
    return static_cast<double>(size.width()) / size.height();
}

} // namespace

AbStage abStage(QSize a, QSize b)
{
    const QSize first = a.isEmpty() ? b : a;
    const QSize second = b.isEmpty() ? first : b;
    if (first.isEmpty()) {
        return {};
    }
    const QRectF whole(QPointF(0, 0), QSizeF(first));
    if (std::abs(shapeOf(first) / shapeOf(second) - 1) <= alike) {
        return {first, whole, whole};
    }
    const double side = std::max(first.width(), first.height());
    const QSizeF fitted = QSizeF(second).scaled(QSizeF(side, side), Qt::KeepAspectRatio);
    const QSizeF stage = whole.size().expandedTo(fitted);
    const auto middle = [&stage](QSizeF size) {
        return QRectF((stage.width() - size.width()) / 2, (stage.height() - size.height()) / 2, size.width(),
                      size.height());
    };
    return {QSize(qRound(stage.width()), qRound(stage.height())), middle(whole.size()), middle(fitted)};
}

} // namespace lightwell

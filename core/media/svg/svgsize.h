// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSize>
#include <QString>

#include <optional>

namespace lightwell::svg {

/// What the outermost element says of the size of a drawing.
struct RootSize
{
    QSize pixels; ///< at 96 pixels an inch, each side at least 1
    QRectF viewBox; ///< never empty

    [[nodiscard]] QString viewBoxText() const;
};

/// From its attributes, as they stand in the document. Nothing where a side is negative, zero or beyond all measure.
[[nodiscard]] std::optional<RootSize> rootSize(const QString &width, const QString &height, const QString &viewBox);

} // namespace lightwell::svg

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSize>
#include <QString>

namespace lightwell::svg {

/// What the outermost element says of the size of a drawing.
struct RootSize
{
    QSize pixels; ///< at 96 pixels an inch, each side 1 to 4096: what is larger is drawn smaller
    QRectF viewBox; ///< never empty

    [[nodiscard]] QString viewBoxText() const;
};

/// From its attributes, as they stand in the document. A side that is negative, zero or beyond all measure is not said.
[[nodiscard]] RootSize rootSize(const QString &width, const QString &height, const QString &viewBox);

} // namespace lightwell::svg

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace lightwell::test {

/// One piece of text as a widget painted it, whether a label, a style or a delegate did.
struct PaintedText
{
    QString text;
    QFont font;
    QColor ink; ///< with its transparency
    QRectF place; ///< in the widget that was asked
};

/// All texts that are to be seen in a widget and in those within, as they are painted now.
[[nodiscard]] QList<PaintedText> paintedTexts(QWidget &widget);

} // namespace lightwell::test

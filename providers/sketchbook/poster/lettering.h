// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace lightwell::sketchbook {

/// Type as outlines. Without a font (a program without a screen system, or a machine without any font) everything here
/// is empty, and a poster does without words.
class Lettering
{
public:
    Lettering();

    [[nodiscard]] bool available() const { return m_available; }
    /// What can be set: emoji and letters the fonts do not have are left out.
    [[nodiscard]] QStringList settable(const QString &text) const;
    /// The words as large as they fit into the box, broken between words only, from the top left; at most `largest`
    /// high. What does not fit even at `smallest` is cut and ends with an ellipsis.
    [[nodiscard]] QPainterPath set(const QStringList &words, const QRectF &box, double largest, double smallest,
                                   int weight, double leading) const;

private:
    [[nodiscard]] QFont font(int weight) const;
    bool m_available = false;
};

} // namespace lightwell::sketchbook

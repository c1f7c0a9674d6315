// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace lightwell::sketchbook {

/// What of a text can be set.
struct Typeset
{
    QStringList words; ///< in the order of the text
    QStringList missing; ///< words and signs the type has no letters for
};

/// The two faces of the house.
enum class Face { Headline, Text };

/// Type as outlines. The faces are compiled in, so that a poster looks the same on every machine: Latin, Greek and
/// Cyrillic letters. In a program without a screen system nothing can be set, and a poster does without words.
class Lettering
{
public:
    Lettering();

    [[nodiscard]] bool available() const { return m_available; }
    [[nodiscard]] Typeset settable(const QString &text) const;
    /// The words as large as they fit into the box, broken between words only, from the top left; at most `largest`
    /// high. What does not fit even at `smallest` is cut and ends with an ellipsis.
    [[nodiscard]] QPainterPath set(const QStringList &words, const QRectF &box, double largest, double smallest,
                                   Face face, double leading) const;

private:
    [[nodiscard]] static QFont font(Face face);
    bool m_available = false;
};

} // namespace lightwell::sketchbook

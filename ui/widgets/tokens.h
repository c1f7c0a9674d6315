// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace lightwell {

/// The colours of the window, by what they are for. All of them stand in tokens.cpp and nowhere else.
struct Tokens
{
    bool dark = false;
    QColor bg; ///< window
    QColor surface; ///< panels, cards, inputs
    QColor raised; ///< buttons, chips, the ground under pictures
    QColor line; ///< hairlines
    QColor text;
    QColor muted; ///< the second and last level of text
    QColor accent; ///< one primary action a page, selection, progress
    QColor onAccent;
    QColor selected; ///< current row or page
    QColor ok; ///< these four always go with a word or a sign
    QColor warn;
    QColor bad;
    QColor info;
};

[[nodiscard]] Tokens lightTokens();
[[nodiscard]] Tokens darkTokens();
/// The same tokens with another accent, moved in lightness until text in it can be read on every ground.
[[nodiscard]] Tokens withAccent(Tokens tokens, const QColor &accent);

[[nodiscard]] QPalette paletteFor(const Tokens &tokens);
/// The way back: what a widget paints with. Follows the palette, so nothing has to be told when the theme changes.
[[nodiscard]] Tokens tokensOf(const QPalette &palette);

/// `share` of a over b, 0 to 1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);
/// WCAG 2 contrast, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace lightwell

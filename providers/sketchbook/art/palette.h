// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/reading.h"

#include <QColor>
#include <QList>

namespace lightwell::sketchbook {

/// Flat colours that go together: for patterns and posters.
struct Palette
{
    QColor ground; ///< the paper
    QColor ink; ///< for type, far from the ground
    QList<QColor> inks; ///< four to six, from calm to loud
};

/// From the prompt's colour words, place, hour and mood; what they leave open, the seed decides.
[[nodiscard]] Palette paletteFor(const Reading &reading, quint64 seed);

} // namespace lightwell::sketchbook

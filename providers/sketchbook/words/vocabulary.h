// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/sense.h"

#include <QList>

namespace lightwell::sketchbook {

/// One sense and the words for it, separated by spaces; '_' joins the words of a fixed pair. English first, then
/// some German, French and Spanish; without accents.
struct Entry
{
    Sense sense;
    const char *words;
};

[[nodiscard]] const QList<Entry> &sceneWords(); ///< places, hours, weather, seasons, moods
[[nodiscard]] const QList<Entry> &subjectWords(); ///< things and creatures, amounts
[[nodiscard]] const QList<Entry> &colourWords(); ///< colours and materials

} // namespace lightwell::sketchbook

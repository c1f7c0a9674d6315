// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/hour.h"
#include "providers/sketchbook/words/mood.h"
#include "providers/sketchbook/words/place.h"
#include "providers/sketchbook/words/season.h"
#include "providers/sketchbook/words/subject.h"
#include "providers/sketchbook/words/weather.h"

#include <QColor>

#include <variant>

namespace lightwell::sketchbook {

/// "three", "a few": how many of what follows.
struct Amount
{
    int count = 1;
};

/// "without", "no": what follows is not wanted.
struct Negation
{
};

/// A word about the picture rather than about what it shows.
enum class Hint { Sky, Background, On, Colourless, Riding, Abstract };

/// What one word of a prompt means to the painter.
using Sense = std::variant<Place, Hour, Weather, Season, Mood, Subject, QColor, Amount, Negation, Hint>;

} // namespace lightwell::sketchbook

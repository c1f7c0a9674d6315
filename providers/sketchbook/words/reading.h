// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/hour.h"
#include "providers/sketchbook/words/mention.h"
#include "providers/sketchbook/words/mood.h"
#include "providers/sketchbook/words/place.h"
#include "providers/sketchbook/words/season.h"
#include "providers/sketchbook/words/weather.h"

#include <QColor>
#include <QList>
#include <QString>

#include <optional>

namespace lightwell::sketchbook {

/// What the painter understood of a prompt.
struct Reading
{
    Place place = Place::None;
    QList<Place> furtherPlaces; ///< "a village by a lake": the lake
    Hour hour = Hour::None;
    Weather weather = Weather::None;
    Season season = Season::None;
    Mood mood = Mood::None;
    QList<Mention> mentions; ///< in the order of the prompt
    QList<QColor> colours; ///< those that belong to no subject
    std::optional<QColor> sky; ///< "a purple sky"
    std::optional<QColor> ground; ///< "red mountains", "a golden field"
    std::optional<QColor> paper; ///< "on black", "blue background"
    bool colourless = false; ///< "black and white", "monochrome"
    bool abstract = false; ///< shapes and colours, no things
    bool riding = false; ///< "an astronaut riding a horse"
    quint64 fingerprint = 0; ///< of all words, known or not: decides what the words leave open

    [[nodiscard]] bool shows(Subject subject) const;
    [[nodiscard]] bool speaksOf(Place wanted) const { return place == wanted || furtherPlaces.contains(wanted); }
};

/// Reads a prompt. What `negative` names is left out.
[[nodiscard]] Reading read(const QString &prompt, const QString &negative = {});

} // namespace lightwell::sketchbook

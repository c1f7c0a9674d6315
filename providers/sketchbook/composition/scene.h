// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/composition/light.h"
#include "providers/sketchbook/words/reading.h"

#include <QPointF>
#include <QSizeF>

namespace lightwell::sketchbook {

/// What will be painted and where: decided before the first stroke. Lengths are parts of the square root of the
/// picture's area, so a composition is the same at every resolution; y grows downwards.
struct Scene
{
    Place place = Place::Hills;
    Hour hour = Hour::Noon;
    Weather weather = Weather::None;
    Season season = Season::None;
    Mood mood = Mood::None;
    QList<Mention> sky; ///< subjects that fly
    QList<Mention> water; ///< subjects that swim
    QList<Mention> builds; ///< buildings and other things of the middle distance
    QList<Mention> near; ///< creatures and things in front
    QList<QColor> accents; ///< the prompt's own colours
    Reading reading;
    Light light;
    QSizeF size;
    double horizon = 0.55; ///< y of the horizon
    QPointF sun; ///< middle of sun or moon
    double sunRadius = 0.06;
    bool sunVisible = true;
    double hero = 0.35; ///< x of the main subject
    quint64 seed = 0;

    [[nodiscard]] double w() const { return size.width(); }
    [[nodiscard]] double h() const { return size.height(); }
    /// A length that looks alike in tall and wide pictures.
    [[nodiscard]] double unit() const { return std::min(size.width(), size.height()); }
    [[nodiscard]] bool wintry() const
    {
        return season == Season::Winter || weather == Weather::Snow || place == Place::Arctic;
    }
};

/// Decides the composition. `aspect` is width / height.
[[nodiscard]] Scene compose(const Reading &reading, quint64 seed, double aspect);

} // namespace lightwell::sketchbook

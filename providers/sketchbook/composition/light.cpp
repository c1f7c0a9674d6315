// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/composition/light.h"

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/composition/skies.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lightwell::sketchbook {

namespace {

template<typename F>
void eachColour(Light &light, F change)
{
    for (QColor *colour :
         {&light.zenith, &light.upper, &light.lower, &light.glow, &light.haze, &light.key, &light.shade}) {
        *colour = change(*colour);
    }
}

void pull(Light &light, const QColor &towards, double amount)
{
    eachColour(light, [&](const QColor &colour) {
        // Only hue and chroma move: the brightness of an hour is what makes it that hour.
        Lch target = toLch(towards);
        target.lightness = toLch(colour).lightness;
        return mix(colour, fromLch(target), amount);
    });
}

void applyWeather(Light &light, Weather weather)
{
    const QColor grey = mix(light.haze, rgb(light.night ? 0x39465c : 0xb9c2c8), 0.55);
    switch (weather) {
    case Weather::Fog:
        light.hazing = 0.97;
        light.haze = mix(light.haze, lighter(grey, 0.06), 0.5);
        light.zenith = mix(light.zenith, light.haze, 0.5);
        light.upper = mix(light.upper, light.haze, 0.5);
        light.lower = mix(light.lower, light.haze, 0.5);
        light.stars *= 0.2;
        eachColour(light, [](const QColor &c) { return saturated(c, 0.8); });
        break;
    case Weather::Rain:
    case Weather::Storm: {
        const bool storm = weather == Weather::Storm;
        eachColour(light,
                   [&](const QColor &c) { return lighter(saturated(mix(c, grey, 0.3), 0.75), storm ? -0.12 : -0.05); });
        light.exposure *= storm ? 0.62 : 0.78;
        light.hazing = 0.9;
        light.stars = 0;
        break;
    }
    case Weather::Cloudy:
        eachColour(light, [&](const QColor &c) { return saturated(mix(c, grey, 0.18), 0.9); });
        light.stars *= 0.4;
        break;
    case Weather::Snow:
        eachColour(light, [&](const QColor &c) { return mix(c, grey, light.night ? 0.2 : 0.4); });
        light.hazing = 0.92;
        light.stars *= 0.3;
        break;
    default:
        break;
    }
}

void applyMood(Light &light, Mood mood)
{
    const auto each = [&light](double chroma, double lightness) {
        eachColour(light, [=](const QColor &c) { return lighter(saturated(c, chroma), lightness); });
    };
    switch (mood) {
    case Mood::Sad:
        each(0.55, -0.04);
        pull(light, rgb(0x51708f), 0.35);
        break;
    case Mood::Joyful:
        each(1.25, 0.01);
        break;
    case Mood::Dramatic:
        each(1.12, -0.03);
        light.zenith = lighter(light.zenith, -0.1);
        light.backlight = std::min(1.0, light.backlight + 0.2);
        break;
    case Mood::Dreamy:
        pull(light, rgb(0xc58fd0), 0.35);
        break;
    case Mood::Mysterious:
        pull(light, rgb(0x2f8f8c), 0.4);
        light.exposure *= 0.82;
        light.hazing = 0.94;
        break;
    case Mood::Neon:
        pull(light, rgb(0xb13fd1), 0.45);
        light.glow = mix(light.glow, rgb(0xff4fa3), 0.7);
        light.lower = mix(light.lower, rgb(0xa13fc9), 0.5);
        light.haze = mix(light.haze, rgb(0x8f3fb8), 0.55);
        break;
    case Mood::Vintage:
        each(0.7, 0.01);
        pull(light, rgb(0xc59a58), 0.45);
        break;
    case Mood::Cold:
        pull(light, rgb(0x5f9fd6), 0.4);
        break;
    case Mood::Warm:
        pull(light, rgb(0xe7953f), 0.35);
        break;
    case Mood::Calm:
        each(0.85, 0.01);
        break;
    case Mood::None:
        break;
    }
}

/// A colour with the hue of the wish and some of its lightness.
QColor towards(const QColor &own, const QColor &wish, double lightness)
{
    Lch lch = toLch(wish);
    lch.lightness = toLch(own).lightness * (1 - lightness) + lch.lightness * lightness;
    return fromLch(lch);
}

/// Who gets which of the prompt's colours.
struct Wishes
{
    QList<QColor> sky; ///< from above to the horizon
    double skyStrength = 0.82;
    std::optional<QColor> ground;
};

/// How far a colour is from what a place has by itself, in degrees of hue.
double strangeness(const QColor &colour, Place place)
{
    const Lch lch = toLch(colour);
    if (lch.chroma < 0.04) {
        return 75;
    }
    double home = 130;
    switch (place) {
    case Place::Sea:
    case Place::Coast:
    case Place::Island:
    case Place::Lake:
    case Place::Harbour:
    case Place::Underwater:
        home = 220;
        break;
    case Place::Desert:
    case Place::Canyon:
    case Place::Table:
        home = 70;
        break;
    case Place::City:
    case Place::Mountains:
    case Place::Arctic:
        home = 260;
        break;
    default:
        break;
    }
    return std::abs(std::remainder(lch.hue - home, 360.0));
}

Wishes wishesOf(const Reading &reading, Place place)
{
    Wishes wishes;
    if (reading.colourless) {
        return wishes;
    }
    QList<QColor> open = reading.colours;
    wishes.ground = reading.ground;
    if (reading.ground) {
        open.removeOne(*reading.ground);
    }
    if (reading.sky) {
        open.removeOne(*reading.sky);
        wishes.sky.append(*reading.sky);
    }
    if (!wishes.ground && reading.paper && place == Place::Table) {
        wishes.ground = reading.paper; // "on a wooden table": the table, not the wall
        open.removeOne(*reading.paper);
    }
    if (!wishes.ground && !open.isEmpty()) {
        // The land takes the colour that is least strange there; a single one is for everything.
        const auto least = std::min_element(open.cbegin(), open.cend(), [place](const QColor &a, const QColor &b) {
            return strangeness(a, place) < strangeness(b, place);
        });
        wishes.ground = *least;
        if (open.size() > 1 || reading.sky) {
            open.removeOne(*wishes.ground);
        }
    }
    wishes.sky += open;
    if (wishes.sky.isEmpty() && reading.ground) {
        wishes.sky.append(*reading.ground); // an echo of the land
        wishes.skyStrength = 0.3;
    }
    return wishes;
}

void dyeSky(Light &light, const Wishes &wishes)
{
    if (wishes.sky.isEmpty()) {
        return;
    }
    const QColor high = wishes.sky.first();
    const QColor low = wishes.sky.last();
    const double k = wishes.skyStrength;
    const double lightness = light.night ? 0.12 : 0.34;
    const auto dye = [](QColor &colour, const QColor &wish, double share, double amount) {
        colour = mix(colour, towards(colour, wish, share), amount);
    };
    dye(light.zenith, high, lightness, k);
    dye(light.upper, high, lightness, k);
    dye(light.lower, low, lightness, k * 0.95);
    dye(light.glow, low, lightness * 0.5, k * 0.7);
    dye(light.haze, wishes.ground.value_or(low), lightness * 0.6, k * 0.7);
    dye(light.key, low, 0, k * 0.12);
    dye(light.shade, wishes.ground.value_or(high), 0, k * 0.5);
}

} // namespace

QColor Light::on(const QColor &surface, double depth) const
{
    const QColor dyed = tinting > 0 ? mix(surface, towards(surface, tint, 0.5), tinting) : surface;
    const QColor lit = multiply(dyed, key, exposure);
    const QColor grounded = mix(lit, shade, backlight * 0.72);
    return mix(grounded, haze, std::pow(std::clamp(depth, 0.0, 1.0), 1.15) * hazing);
}

Light lightFor(const Reading &reading, Hour hour, Place place, Dice dice)
{
    Light light = dice.pick(skiesOf(hour));
    applyWeather(light, reading.weather);
    applyMood(light, reading.mood);
    if (reading.season == Season::Winter) {
        pull(light, rgb(0x7fa8d8), 0.18);
    }
    if (reading.season == Season::Summer && !light.night) {
        eachColour(light, [](const QColor &c) { return saturated(c, 1.18); });
        light.key = mix(light.key, rgb(0xfff1c4), 0.5);
    }
    if (light.night && (reading.season == Season::Winter || reading.weather == Weather::Snow)) {
        // Snow keeps what little light there is.
        light.exposure += 0.42;
        light.backlight *= 0.12;
    }
    const Wishes wishes = wishesOf(reading, place);
    dyeSky(light, wishes);
    if (wishes.ground) {
        light.tint = *wishes.ground;
        // Faces and things on a table keep their own colours.
        light.tinting = place == Place::Portrait || place == Place::Table ? 0 : 0.86;
    }
    return light;
}

} // namespace lightwell::sketchbook

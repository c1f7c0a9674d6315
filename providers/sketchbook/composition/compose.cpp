// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/composition/habitat.h"
#include "providers/sketchbook/composition/scene.h"

#include <QHash>

#include <cmath>

namespace lightwell::sketchbook {

namespace {

Place choosePlace(const Reading &reading, Dice &dice)
{
    const bool openLand = reading.place == Place::Hills || reading.place == Place::Meadow;
    if (openLand && reading.speaksOf(Place::River)) {
        return Place::River;
    }
    if (reading.place != Place::None) {
        return reading.place;
    }
    if (!reading.mentions.isEmpty()) {
        // Flowers in a vase stand on the table, whatever is named first.
        for (const Mention &mention : reading.mentions) {
            if (homeOf(mention.subject) == Place::Table) {
                return Place::Table;
            }
        }
        return homeOf(reading.mentions.first().subject);
    }
    if (reading.weather == Weather::Aurora) {
        return Place::Lake;
    }
    // Words that name nothing the painter knows: they still decide, each prompt in its own way.
    static const QList<Place> open = {Place::Hills,  Place::Mountains, Place::Lake,   Place::Coast,  Place::Sea,
                                      Place::Desert, Place::Forest,    Place::Island, Place::Clouds, Place::Canyon};
    // Two colours need a sky and a land to live in.
    static const QList<Place> wide = {Place::Hills, Place::Mountains, Place::Lake,
                                      Place::Coast, Place::Desert,    Place::Canyon};
    return dice.pick(reading.colours.size() > 1 ? wide : open);
}

/// The hour in which a colour is at home: nobody paints yellow at midnight.
Hour hourOf(const QColor &colour, Dice &dice)
{
    const Lch lch = toLch(colour);
    const auto either = [&dice](Hour a, Hour b) { return dice.chance(0.5) ? a : b; };
    const double hue = lch.hue < 0 ? lch.hue + 360 : lch.hue;
    if (lch.lightness < 0.36) {
        return either(Hour::Night, Hour::Twilight);
    }
    if (lch.chroma < 0.04) {
        return either(Hour::Morning, Hour::Noon);
    }
    if (hue > 85 && hue < 280) {
        return either(Hour::Morning, Hour::Noon);
    }
    if (hue > 62 && hue <= 85) {
        return either(Hour::Golden, Hour::Noon);
    }
    if (lch.lightness > 0.72) {
        return either(Hour::Dawn, Hour::Morning);
    }
    return either(Hour::Golden, Hour::Dusk);
}

Hour chooseHour(const Reading &reading, Dice &dice)
{
    if (reading.hour != Hour::None) {
        return reading.hour;
    }
    if (reading.weather == Weather::Aurora || reading.mood == Mood::Neon || reading.shows(Subject::Moon)
        || reading.shows(Subject::Owl) || reading.shows(Subject::Campfire) || reading.shows(Subject::Lantern)) {
        return Hour::Night;
    }
    if (reading.weather == Weather::Rain || reading.weather == Weather::Storm || reading.weather == Weather::Rainbow) {
        static const QList<Hour> grey = {Hour::Morning, Hour::Noon, Hour::Noon};
        return dice.pick(grey);
    }
    if (reading.shows(Subject::Sunflower) || reading.shows(Subject::Butterfly) || reading.speaksOf(Place::Jungle)
        || reading.place == Place::Waterfall || reading.place == Place::River) {
        static const QList<Hour> day = {Hour::Morning, Hour::Noon, Hour::Golden};
        return dice.pick(day);
    }
    if (reading.place == Place::Table || reading.place == Place::Portrait) {
        static const QList<Hour> indoors = {Hour::Morning, Hour::Noon, Hour::Golden};
        return dice.pick(indoors);
    }
    if (!reading.colours.isEmpty() && !reading.colourless) {
        return hourOf(reading.sky ? *reading.sky : reading.colours.first(), dice);
    }
    switch (reading.mood) {
    case Mood::Dramatic:
    case Mood::Warm:
        return dice.chance(0.5) ? Hour::Dusk : Hour::Golden;
    case Mood::Mysterious:
    case Mood::Sad:
        return dice.chance(0.5) ? Hour::Twilight : Hour::Dawn;
    case Mood::Calm:
    case Mood::Dreamy:
        return dice.chance(0.5) ? Hour::Dawn : Hour::Morning;
    case Mood::Joyful:
        return Hour::Noon;
    default:
        break;
    }
    if (reading.season == Season::Spring || reading.season == Season::Summer) {
        static const QList<Hour> bright = {Hour::Dawn, Hour::Morning, Hour::Noon, Hour::Golden};
        return dice.pick(bright);
    }
    static const QList<Hour> any = {Hour::Dawn,   Hour::Morning, Hour::Noon, Hour::Golden,
                                    Hour::Golden, Hour::Dusk,    Hour::Dusk};
    return dice.pick(any);
}

void sortMentions(Scene &scene)
{
    for (const Mention &mention : scene.reading.mentions) {
        if (mention.subject == Subject::Person && scene.reading.shows(Subject::Umbrella)) {
            continue; // who holds the umbrella is that person
        }
        if (mention.subject == Subject::Flowers && scene.reading.shows(Subject::Vase)) {
            continue; // the vase holds them
        }
        switch (habitatOf(mention.subject)) {
        case Habitat::Sky:
            scene.sky.append(mention);
            break;
        case Habitat::Water:
            scene.water.append(mention);
            break;
        case Habitat::Building:
            scene.builds.append(mention);
            break;
        case Habitat::Near:
            scene.near.append(mention);
            break;
        case Habitat::Light:
            break;
        }
    }
}

double sunHeight(Hour hour, Dice &dice)
{
    switch (hour) {
    case Hour::Dawn:
    case Hour::Dusk:
        return dice.between(-0.02, 0.16);
    case Hour::Twilight:
        return dice.between(0.3, 0.6);
    case Hour::Golden:
        return dice.between(0.22, 0.42);
    case Hour::Morning:
        return dice.between(0.4, 0.62);
    case Hour::Night:
        return dice.between(0.5, 0.78);
    default:
        return dice.between(0.62, 0.84);
    }
}

void placeSun(Scene &scene, Dice dice)
{
    const bool left = scene.hero > scene.w() / 2;
    const double offset = dice.between(0.2, 0.36) * scene.w();
    // Low suns may stand right behind the subject: the strongest picture there is.
    const bool behind = (scene.hour == Hour::Dusk || scene.hour == Hour::Dawn) && dice.chance(0.35);
    const double x = behind ? scene.hero + dice.between(-0.08, 0.08) : scene.w() / 2 + (left ? -offset : offset);
    const double height = sunHeight(scene.hour, dice);
    scene.sun = QPointF(x, scene.horizon * (1 - height));
    const bool low = scene.hour == Hour::Dusk || scene.hour == Hour::Dawn;
    scene.sunRadius = scene.unit() * (low ? dice.between(0.07, 0.13) : dice.between(0.045, 0.075));
    if (scene.reading.shows(Subject::Moon) || scene.reading.shows(Subject::Sun)) {
        scene.sunRadius = scene.unit() * dice.between(0.12, 0.17);
    }
    const bool hidden = scene.weather == Weather::Rain || scene.weather == Weather::Storm
        || scene.weather == Weather::Cloudy || scene.weather == Weather::Snow;
    scene.sunVisible = !hidden || scene.reading.shows(Subject::Moon) || scene.reading.shows(Subject::Sun);
}

/// Where the sky is not what lights the subject.
void relight(Scene &scene)
{
    Light &light = scene.light;
    switch (scene.place) {
    case Place::Space:
        light.key = rgb(0xfff8ee);
        light.shade = rgb(0x0c1026);
        light.exposure = 1;
        light.backlight = 0.04;
        light.hazing = 0;
        break;
    case Place::Underwater:
        light.key = rgb(0xe6fff6);
        light.shade = rgb(0x0c3358);
        light.exposure = light.night ? 0.6 : 0.98;
        light.backlight = 0.06;
        break;
    case Place::Table:
        light.exposure = std::max(light.exposure, light.night ? 0.62 : 0.85);
        light.backlight = std::min(light.backlight, 0.16);
        break;
    case Place::Portrait:
        light.key = mix(light.key, rgb(0xfff6ea), 0.75);
        light.exposure = std::max(light.exposure, light.night ? 0.7 : 0.92);
        light.backlight = std::min(light.backlight, 0.1);
        break;
    default:
        break;
    }
}

/// Words that name nothing the painter knows still get a picture with somebody or something in it.
void inviteGuest(Scene &scene, Dice dice)
{
    static const QHash<Place, QList<Subject>> guests = {
        {Place::Hills, {Subject::Tree, Subject::House, Subject::Windmill, Subject::Horse, Subject::Balloon}},
        {Place::Mountains, {Subject::Cabin, Subject::Tent, Subject::Person, Subject::Deer, Subject::Castle}},
        {Place::Lake, {Subject::Rowboat, Subject::Cabin, Subject::Temple, Subject::Deer}},
        {Place::Coast, {Subject::Lighthouse, Subject::Sailboat, Subject::Person}},
        {Place::Sea, {Subject::Sailboat, Subject::Ship, Subject::Whale, Subject::Birds}},
        {Place::Desert, {Subject::Camel, Subject::Cactus, Subject::Person, Subject::Tent}},
        {Place::Forest, {Subject::Deer, Subject::Fox, Subject::Person, Subject::Owl}},
        {Place::Island, {Subject::Palm, Subject::Sailboat, Subject::Lighthouse}},
        {Place::Clouds, {Subject::Balloon, Subject::Birds, Subject::Airplane}},
        {Place::Canyon, {Subject::Cactus, Subject::Person, Subject::Birds}},
    };
    const QList<Subject> candidates = guests.value(scene.place);
    if (!candidates.isEmpty()) {
        scene.reading.mentions.append({dice.pick(candidates), 1, std::nullopt});
    }
}

double horizonOf(Place place, Dice &dice)
{
    switch (place) {
    case Place::Sea:
    case Place::Coast:
    case Place::Island:
        return dice.between(0.5, 0.64);
    case Place::Clouds:
        return dice.between(0.6, 0.72);
    case Place::City:
        return dice.between(0.66, 0.76);
    case Place::Harbour:
        return dice.between(0.5, 0.58);
    case Place::River:
        return dice.between(0.4, 0.48);
    case Place::Lake:
    case Place::Waterfall:
        return dice.between(0.54, 0.64);
    case Place::Table:
        return dice.between(0.64, 0.7);
    case Place::Fields:
    case Place::Meadow:
        return dice.between(0.46, 0.58);
    default:
        return dice.between(0.52, 0.64);
    }
}

} // namespace

Scene compose(const Reading &reading, quint64 seed, double aspect)
{
    Scene scene;
    scene.reading = reading;
    scene.seed = Dice::mix(seed + 0x5bd1e995) ^ reading.fingerprint;
    Dice open(reading.fingerprint, 1); // what only the words decide
    Dice dice(scene.seed, 2);
    scene.place = choosePlace(reading, open);
    scene.hour = chooseHour(reading, dice);
    scene.weather = reading.weather;
    scene.season = reading.season;
    scene.mood = reading.mood;
    scene.accents = reading.colours;
    scene.size = QSizeF(std::sqrt(aspect), 1 / std::sqrt(aspect));
    const bool blank = reading.place == Place::None && reading.mentions.isEmpty();
    scene.light = lightFor(scene.reading, scene.hour, scene.place, dice.fork(3));
    relight(scene);
    if (blank) {
        inviteGuest(scene, open.fork(5));
    }
    scene.horizon = horizonOf(scene.place, dice) * scene.h();
    const double third = dice.between(0.3, 0.38);
    scene.hero = (dice.chance(0.5) ? third : 1 - third) * scene.w();
    sortMentions(scene);
    placeSun(scene, dice.fork(4));
    return scene;
}

} // namespace lightwell::sketchbook

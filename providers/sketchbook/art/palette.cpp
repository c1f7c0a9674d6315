// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/palette.h"

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/dice.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

struct Row
{
    quint32 ground, ink, a, b, c, d, e;
};

/// Sets that have stood the test of time: mid-century prints, Swiss posters, tiles, textiles.
constexpr Row rows[] = {
    {0xf3e9d6, 0x22303c, 0xd9593d, 0xe9a23b, 0x2f6f73, 0x8fb3a3, 0x22303c},
    {0xf6f1e7, 0x1d1f2b, 0xe4572e, 0x17bebb, 0xffc914, 0x2e4057, 0x76b041},
    {0xefe6dd, 0x2b2d42, 0xb23a48, 0xfcb9b2, 0x7d8ca3, 0x3d5a80, 0xe0a458},
    {0x1f2a38, 0xf5ead6, 0xe76f51, 0xf4a261, 0xe9c46a, 0x2a9d8f, 0x8ab17d},
    {0xf4ead9, 0x34312d, 0x5f7a61, 0xb5838d, 0xe5b769, 0xc7573d, 0x8aa29e},
    {0x14213d, 0xf7f3e9, 0xfca311, 0xe5e5e5, 0x4f7cac, 0xc44536, 0x86bbd8},
    {0xfbf3e4, 0x2a2440, 0xf25f5c, 0xffb400, 0x247ba0, 0x70c1b3, 0x50514f},
    {0xe8eee9, 0x1b3a4b, 0x006466, 0x4d908e, 0xf9c74f, 0xf3722c, 0x90be6d},
    {0xf7ede2, 0x3c2a4d, 0xf28482, 0x84a59d, 0xf6bd60, 0x6d597a, 0xb56576},
    {0x26213a, 0xfdf0e0, 0xef6f6c, 0xf2a65a, 0x59a5d8, 0x9b72cf, 0xf6d6a8},
};

/// Sets for words that are colours of their own: a season, a place, a temperature. Grounds stay light; the dark hours
/// swap ground and ink later.
const Row *rowFor(const Reading &reading)
{
    static constexpr Row autumn {0xfaeedb, 0x3a2318, 0xc4501f, 0xe59a2f, 0x8f2f24, 0xd9b04a, 0x7a5034};
    static constexpr Row winter {0xeef4f9, 0x1e3350, 0x5f8fc4, 0xa9cbe6, 0x2f5687, 0xc9d6e2, 0x86a8c0};
    static constexpr Row spring {0xfbf6ea, 0x33502f, 0xf28fae, 0x9ac56a, 0xf6c6d3, 0xf3d45a, 0x6aa86a};
    static constexpr Row summer {0xfff6dd, 0x1f4a52, 0xf4633a, 0xffc02e, 0x1f9c97, 0xf78fa0, 0x2f6fc4};
    static constexpr Row sea {0xeef5f2, 0x12344d, 0x1f6f9c, 0x63b5c9, 0x154a73, 0xb9dfe0, 0x2c9a9a};
    static constexpr Row leaves {0xf2f3e2, 0x1f3a2a, 0x2f7d4c, 0x86b85a, 0x1f5a48, 0xc3d58a, 0x5f9f6a};
    static constexpr Row warm {0xfbefdc, 0x4a2218, 0xd9532c, 0xf2a23c, 0xa8342f, 0xf6cf6a, 0xc97a3f};
    static constexpr Row cold {0xedf3f6, 0x1b3048, 0x3f78b0, 0x8fbfd8, 0x2a4f86, 0xb9d3de, 0x5fa0a8};
    static constexpr Row desert {0xf8ead2, 0x4d2c22, 0xd08a4a, 0xe8b869, 0xb4582f, 0x8fa07a, 0xc7704a};
    static constexpr Row neon {0xf7effa, 0x160a2c, 0xff2e93, 0x22d3ee, 0xa855f7, 0xfde047, 0x34f5a4};
    static constexpr Row pastel {0xfdf8f3, 0x5a4a63, 0xf6b8c5, 0xb9d9ea, 0xf7dfae, 0xc9e2c0, 0xd7c4ea};
    static constexpr Row night {0xf0ecdc, 0x101d3f, 0x3f5fa8, 0xf1cf6a, 0x7f8fd0, 0xd8dff0, 0x5a4a9a};
    switch (reading.mood) {
    case Mood::Warm:
        return &warm;
    case Mood::Cold:
        return &cold;
    case Mood::Neon:
        return &neon;
    case Mood::Dreamy:
        return &pastel;
    default:
        break;
    }
    switch (reading.season) {
    case Season::Autumn:
        return &autumn;
    case Season::Winter:
        return &winter;
    case Season::Spring:
        return &spring;
    case Season::Summer:
        return &summer;
    case Season::None:
        break;
    }
    if (reading.weather == Weather::Snow) {
        return &winter;
    }
    switch (reading.place) {
    case Place::Sea:
    case Place::Coast:
    case Place::Lake:
    case Place::River:
    case Place::Harbour:
    case Place::Waterfall:
    case Place::Underwater:
        return &sea;
    case Place::Forest:
    case Place::Jungle:
    case Place::Meadow:
        return &leaves;
    case Place::Desert:
    case Place::Canyon:
        return &desert;
    case Place::Arctic:
        return &winter;
    default:
        return reading.hour == Hour::Night ? &night : nullptr;
    }
}

/// What stands beside the colours that were asked for: one wish gets neighbours, several get tints and shades of
/// themselves and nothing else.
QColor companion(const QList<QColor> &wishes, qsizetype index)
{
    Lch lch = toLch(wishes.at(index % wishes.size()));
    const auto round = index / wishes.size();
    if (wishes.size() == 1 && lch.chroma > 0.04) {
        lch.hue += round % 2 == 0 ? 22 : -22;
    }
    const double step = lch.lightness > 0.7 ? -0.16 : lch.lightness < 0.4 ? 0.2 : round % 2 == 0 ? -0.14 : 0.15;
    lch.lightness += step * (1 + 0.45 * double((round - 1) / 2));
    lch.chroma *= 0.85;
    return fromLch(lch);
}

void follow(Palette &palette, const QList<QColor> &wishes, const std::optional<QColor> &paper)
{
    if (wishes.isEmpty() && !paper) {
        return;
    }
    QList<QColor> inks = wishes;
    if (paper && inks.size() > 1) {
        inks.removeAll(*paper);
    }
    for (qsizetype i = 0; i < palette.inks.size() && !inks.isEmpty(); ++i) {
        palette.inks[i] = i < inks.size() ? inks.at(i) : companion(inks, i);
    }
    if (paper) {
        palette.ground = *paper;
        return;
    }
    for (const QColor &wish : wishes) {
        // Black and white make the best paper there is.
        const Lch lch = toLch(wish);
        if (lch.chroma < 0.04 && (lch.lightness < 0.35 || lch.lightness > 0.9)) {
            palette.ground = wish;
            return;
        }
    }
    Lch ground = toLch(palette.ground);
    ground.hue = toLch(wishes.first()).hue;
    ground.chroma = std::min(0.03 + ground.chroma * 0.5, toLch(wishes.first()).chroma);
    palette.ground = fromLch(ground);
}

/// Inks that would vanish on the paper move away from it.
void keepVisible(Palette &palette)
{
    const Lch ground = toLch(palette.ground);
    for (QColor &ink : palette.inks) {
        Lch lch = toLch(ink);
        const double distance =
            std::hypot((lch.lightness - ground.lightness) * 1.6,
                       lch.chroma * std::cos(lch.hue * M_PI / 180) - ground.chroma * std::cos(ground.hue * M_PI / 180),
                       lch.chroma * std::sin(lch.hue * M_PI / 180) - ground.chroma * std::sin(ground.hue * M_PI / 180));
        if (distance < 0.16) {
            lch.lightness += ground.lightness > 0.55 ? -0.11 : 0.2;
            ink = fromLch(lch);
        }
    }
}

bool isDark(const Reading &reading)
{
    return reading.hour == Hour::Night || reading.hour == Hour::Twilight || reading.mood == Mood::Neon
        || reading.mood == Mood::Mysterious || reading.place == Place::Space;
}

} // namespace

Palette paletteFor(const Reading &reading, quint64 seed)
{
    Dice dice(seed ^ reading.fingerprint, 40);
    const Row &any = rows[dice.next() % std::size(rows)];
    const Row *own = rowFor(reading);
    const Row &row = own ? *own : any;
    Palette palette {rgb(row.ground), rgb(row.ink), {rgb(row.a), rgb(row.b), rgb(row.c), rgb(row.d), rgb(row.e)}};
    QList<QColor> wishes = reading.colours;
    for (const Mention &mention : reading.mentions) {
        if (mention.colour) {
            wishes.append(*mention.colour);
        }
    }
    follow(palette, wishes, reading.paper);
    const bool dark = isDark(reading);
    const bool chosen = reading.paper.has_value() || toLch(palette.ground).chroma < 0.01;
    if (!chosen && dark != (toLch(palette.ground).lightness < 0.5) && (dark || reading.hour != Hour::None)) {
        std::swap(palette.ground, palette.ink);
        palette.ground = dark ? lighter(palette.ground, 0.02) : palette.ground;
    }
    const double distance = std::abs(toLch(palette.ground).lightness - toLch(palette.ink).lightness);
    if (distance < 0.5) {
        palette.ink = toLch(palette.ground).lightness < 0.55 ? rgb(0xf7f2e8) : rgb(0x1d1f2b);
    }
    keepVisible(palette);
    if (reading.mood == Mood::Vintage || reading.mood == Mood::Calm || reading.mood == Mood::Sad) {
        for (QColor &ink : palette.inks) {
            ink = saturated(ink, 0.7);
        }
    }
    if (reading.colourless) {
        for (QColor &ink : palette.inks) {
            ink = saturated(ink, 0);
        }
        palette.ground = saturated(palette.ground, 0);
        palette.ink = saturated(palette.ink, 0);
    }
    return palette;
}

} // namespace lightwell::sketchbook

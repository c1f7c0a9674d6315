// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/palette.h"

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/dice.h"

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

void follow(Palette &palette, const QList<QColor> &wishes)
{
    for (qsizetype i = 0; i < palette.inks.size() && !wishes.isEmpty(); ++i) {
        const Lch wish = toLch(wishes.at(i % wishes.size()));
        Lch own = toLch(palette.inks.at(i));
        if (i < wishes.size()) {
            palette.inks[i] = wishes.at(i);
            continue;
        }
        // The rest become companions: neighbours of the wish, and one opposite for tension.
        own.hue = wish.hue + (i % 3 == 2 ? 165 : (i % 2 == 0 ? 24 : -28));
        own.chroma = 0.35 * own.chroma + 0.65 * wish.chroma * (i % 3 == 2 ? 0.8 : 0.9);
        palette.inks[i] = fromLch(own);
    }
    if (!wishes.isEmpty()) {
        Lch paper = toLch(palette.ground);
        paper.hue = toLch(wishes.first()).hue;
        paper.chroma = std::min(0.03 + paper.chroma * 0.5, toLch(wishes.first()).chroma);
        palette.ground = fromLch(paper);
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
    const Row &row = rows[dice.next() % std::size(rows)];
    Palette palette {rgb(row.ground), rgb(row.ink), {rgb(row.a), rgb(row.b), rgb(row.c), rgb(row.d), rgb(row.e)}};
    QList<QColor> wishes = reading.colours;
    for (const Mention &mention : reading.mentions) {
        if (mention.colour) {
            wishes.append(*mention.colour);
        }
    }
    follow(palette, wishes);
    const bool dark = isDark(reading);
    if (dark != (toLch(palette.ground).lightness < 0.5) && (dark || reading.hour != Hour::None)) {
        std::swap(palette.ground, palette.ink);
        palette.ground = dark ? lighter(palette.ground, 0.02) : palette.ground;
    }
    const double distance = std::abs(toLch(palette.ground).lightness - toLch(palette.ink).lightness);
    if (distance < 0.5) {
        palette.ink = toLch(palette.ground).lightness < 0.55 ? rgb(0xf7f2e8) : rgb(0x1d1f2b);
    }
    if (reading.mood == Mood::Vintage || reading.mood == Mood::Calm || reading.mood == Mood::Sad) {
        for (QColor &ink : palette.inks) {
            ink = saturated(ink, 0.7);
        }
    }
    return palette;
}

} // namespace lightwell::sketchbook

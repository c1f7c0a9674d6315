// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/composition/skies.h"

#include "providers/sketchbook/art/colour.h"

namespace lightwell::sketchbook {

namespace {

struct Row
{
    quint32 zenith, upper, lower, glow, haze, disc, key, shade;
    double exposure, backlight, hazing, stars;
    bool night;
};

Light toLight(const Row &row)
{
    return {rgb(row.zenith), rgb(row.upper), rgb(row.lower), rgb(row.glow), rgb(row.haze), rgb(row.disc), rgb(row.key),
            rgb(row.shade),  row.exposure,   row.backlight,  row.hazing,    row.stars,     row.night};
}

QList<Light> toLights(const QList<Row> &rows)
{
    QList<Light> lights;
    for (const Row &row : rows) {
        lights.append(toLight(row));
    }
    return lights;
}

const QList<Light> &dawns()
{
    static const QList<Light> list = toLights({
        {0x3d4f86, 0x9a84b4, 0xf3b6a1, 0xffdfae, 0xeebfb0, 0xfff0cf, 0xffd8bd, 0x3a3560, 0.72, 0.42, 0.86, 0.1, false},
        {0x4b7396, 0xa9c0c4, 0xf7d3b0, 0xffe9c2, 0xe6cdbb, 0xfff4d9, 0xffe3c6, 0x35475f, 0.80, 0.34, 0.86, 0, false},
        {0x5a4a7d, 0xc07f9e, 0xf6a590, 0xffd4a3, 0xe9aea6, 0xffeecb, 0xffcdb6, 0x43305a, 0.70, 0.45, 0.85, 0.1, false},
    });
    return list;
}

const QList<Light> &days()
{
    static const QList<Light> list = toLights({
        {0x2e7cb8, 0x63aed6, 0xaed9e6, 0xe4f3ea, 0xbfdfe3, 0xfffbe6, 0xfffaf0, 0x2f5673, 1.02, 0.02, 0.78, 0, false},
        {0x1f6fa8, 0x56a5c9, 0xa6d4d3, 0xf1eed2, 0xc4dcd2, 0xfffbe0, 0xfff6e2, 0x2a4f68, 1.02, 0.02, 0.78, 0, false},
        {0x3f8fb5, 0x86c3cf, 0xcde6d9, 0xfbf3d9, 0xd3e4d7, 0xfffbe6, 0xfff8e8, 0x33586a, 1.04, 0.0, 0.8, 0, false},
    });
    return list;
}

const QList<Light> &mornings()
{
    static const QList<Light> list = toLights({
        {0x4f97c4, 0x97c8dc, 0xdbe7d8, 0xffeec4, 0xd9e3d3, 0xfff8dc, 0xfff0d0, 0x38576e, 0.96, 0.1, 0.84, 0, false},
        {0x6aa5b8, 0xb2d3cf, 0xf2e2c0, 0xffe7b5, 0xe6dfc6, 0xfff7d8, 0xffecc6, 0x3f5a66, 0.95, 0.12, 0.84, 0, false},
    });
    return list;
}

const QList<Light> &goldens()
{
    static const QList<Light> list = toLights({
        {0x4a6f94, 0xb8a88f, 0xf2bf73, 0xffe29c, 0xeec48a, 0xfff6d0, 0xffd591, 0x5b4148, 0.86, 0.3, 0.84, 0, false},
        {0x5d7f8c, 0xc9b98c, 0xf6cb7c, 0xffe8ae, 0xeccf97, 0xfff7d6, 0xffdc9a, 0x51444a, 0.88, 0.26, 0.84, 0, false},
        {0x6b6a8a, 0xcf9a86, 0xf5b172, 0xffdd95, 0xe9b384, 0xfff3c8, 0xffc98a, 0x4e3550, 0.82, 0.36, 0.84, 0, false},
    });
    return list;
}

const QList<Light> &dusks()
{
    static const QList<Light> list = toLights({
        {0x241f4e, 0x7c3f7f, 0xe2675f, 0xffc070, 0xb9607a, 0xffe6b0, 0xf0a08a, 0x251a3e, 0.5, 0.66, 0.82, 0.18, false},
        {0x233a63, 0x6f6496, 0xe7947f, 0xffd28c, 0xb98091, 0xffeab8, 0xf3b296, 0x20264a, 0.55, 0.6, 0.84, 0.14, false},
        {0x3b1f55, 0xa83e6c, 0xf27a4b, 0xffcb66, 0xc25f5c, 0xffe7a6, 0xf59a72, 0x2c1538, 0.5, 0.68, 0.8, 0.1, false},
        {0x173e52, 0x4e7c80, 0xd9a06f, 0xffd28a, 0x9a8a78, 0xffedc0, 0xefb88a, 0x142c38, 0.55, 0.6, 0.84, 0.1, false},
    });
    return list;
}

const QList<Light> &twilights()
{
    static const QList<Light> list = toLights({
        {0x0f1c40, 0x2a4a80, 0x7d86ad, 0xeab193, 0x6273a0, 0xf7e3c4, 0x9fb0da, 0x101a38, 0.42, 0.62, 0.84, 0.5, true},
        {0x122a44, 0x2c5b76, 0x7ba0a4, 0xf0c79c, 0x6a8f9c, 0xf8e9cc, 0xa6c4d4, 0x0f2233, 0.44, 0.6, 0.84, 0.4, true},
        {0x1d1740, 0x4b3a80, 0x9a76ab, 0xf2ac9c, 0x7c64a0, 0xf9e2cc, 0xb7a3dc, 0x18123a, 0.42, 0.62, 0.84, 0.45, true},
    });
    return list;
}

const QList<Light> &nights()
{
    static const QList<Light> list = toLights({
        {0x060b22, 0x10224c, 0x24457a, 0x4c73a0, 0x2b4a7c, 0xf6f1dc, 0x88a6dc, 0x060d22, 0.30, 0.5, 0.84, 1, true},
        {0x04141f, 0x0b3040, 0x1c5863, 0x4f9490, 0x215a66, 0xf2f2dc, 0x86c0c0, 0x041620, 0.30, 0.5, 0.84, 0.9, true},
        {0x0d0a29, 0x241d55, 0x473a82, 0x7f69ac, 0x42387c, 0xf7ecdc, 0xa49be0, 0x0c0a26, 0.30, 0.5, 0.84, 1, true},
    });
    return list;
}

} // namespace

const QList<Light> &skiesOf(Hour hour)
{
    switch (hour) {
    case Hour::Dawn:
        return dawns();
    case Hour::Morning:
        return mornings();
    case Hour::Golden:
        return goldens();
    case Hour::Dusk:
        return dusks();
    case Hour::Twilight:
        return twilights();
    case Hour::Night:
        return nights();
    case Hour::None:
    case Hour::Noon:
        break;
    }
    return days();
}

} // namespace lightwell::sketchbook

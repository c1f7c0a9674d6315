// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/pattern/emblems.h"
#include "providers/sketchbook/pattern/motifs.h"
#include "providers/sketchbook/styles.h"
#include "providers/sketchbook/words/lexicon.h"

#include <QHash>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

/// Words that name a pattern outright.
std::optional<Motif> motifByName(const QStringList &words)
{
    static const QHash<QString, Motif> names = {
        {u"foliage"_s, drawLeaves},     {u"petals"_s, drawBlooms},       {u"terrazzo"_s, drawTerrazzo},
        {u"stone"_s, drawTerrazzo},     {u"pebble"_s, drawTerrazzo},     {u"confetti"_s, drawTerrazzo},
        {u"wave"_s, drawWaves},         {u"waves"_s, drawWaves},         {u"stripes"_s, drawWaves},
        {u"weave"_s, drawWeave},        {u"woven"_s, drawWeave},         {u"textile"_s, drawWeave},
        {u"fabric"_s, drawWeave},       {u"basket"_s, drawWeave},        {u"tartan"_s, drawWeave},
        {u"plaid"_s, drawWeave},        {u"bloom"_s, drawBlooms},        {u"floral"_s, drawBlooms},
        {u"blossoms"_s, drawBlooms},    {u"flowers"_s, drawBlooms},      {u"tile"_s, drawTiles},
        {u"tiles"_s, drawTiles},        {u"geometric"_s, drawTiles},     {u"bauhaus"_s, drawTiles},
        {u"mosaic"_s, drawTriangles},   {u"triangles"_s, drawTriangles}, {u"crystal"_s, drawTriangles},
        {u"polygons"_s, drawTriangles}, {u"arches"_s, drawArches},       {u"scallop"_s, drawArches},
        {u"scales"_s, drawArches},      {u"seigaiha"_s, drawArches},     {u"deco"_s, drawArches},
        {u"leaf"_s, drawLeaves},        {u"leaves"_s, drawLeaves},       {u"botanical"_s, drawLeaves},
        {u"stars"_s, drawStarfield},    {u"star"_s, drawStarfield},      {u"snowflakes"_s, drawStarfield},
        {u"flow"_s, drawRibbons},       {u"ribbons"_s, drawRibbons},     {u"swirl"_s, drawRibbons},
        {u"wind"_s, drawRibbons},       {u"hair"_s, drawRibbons},
    };
    for (const QString &word : words) {
        if (const auto found = names.constFind(word); found != names.cend()) {
            return *found;
        }
    }
    return std::nullopt;
}

Motif motifFor(const Reading &reading, Dice &dice)
{
    if (reading.place == Place::Meadow || reading.season == Season::Spring) {
        return drawBlooms;
    }
    if (reading.speaksOf(Place::Sea) || reading.speaksOf(Place::Lake) || reading.speaksOf(Place::River)) {
        return drawWaves;
    }
    if (reading.place == Place::Forest || reading.place == Place::Jungle || reading.season == Season::Autumn) {
        return drawLeaves;
    }
    if (reading.place == Place::Space || reading.hour == Hour::Night) {
        return drawStarfield;
    }
    if (reading.place == Place::City) {
        return drawTiles;
    }
    static const QList<Motif> all = {drawTerrazzo, drawWaves,  drawWeave,     drawBlooms,    drawTiles,
                                     drawArches,   drawLeaves, drawStarfield, drawTriangles, drawRibbons};
    return dice.pick(all);
}

} // namespace

bool namesMotif(const QString &word)
{
    return motifByName({word}).has_value();
}

QImage paintPattern(const Order &order, quint64 seed, const Ticker &ticker)
{
    Reading reading = read(order.prompt, order.negativePrompt);
    const auto named = motifByName(splitWords(order.prompt));
    if (named && reading.place == Place::None && reading.season == Season::None) {
        // What the pattern shows has colours of its own, unless the words say otherwise.
        reading.place = *named == drawLeaves ? Place::Forest : *named == drawWaves ? Place::Sea : Place::None;
    }
    QImage image(order.size, QImage::Format_RGB32);
    Dice open(reading.fingerprint, 30);
    const Palette palette = paletteFor(reading, seed);
    image.fill(palette.ground);
    if (!ticker(0.1)) {
        return {};
    }
    if (!named && printEmblems(image, reading, palette, seed, ticker)) {
        return ticker(0.9) ? image : QImage();
    }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(image.width(), image.height());
    Cloth cloth {painter, QSizeF(image.width() / unit, image.height() / unit), palette,
                 Dice(seed ^ reading.fingerprint, 31)};
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);
    (named ? *named : motifFor(reading, open))(cloth);
    painter.end();
    return ticker(0.9) ? image : QImage();
}

} // namespace lightwell::sketchbook

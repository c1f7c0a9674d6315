// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/words/vocabulary.h"

namespace lightwell::sketchbook {

const QList<Entry> &colourWords()
{
    static const QList<Entry> list = {
        {rgb(0xd7332c), "red crimson scarlet ruby rot rouge rojo"},
        {rgb(0x9c2a35), "maroon burgundy wine"},
        {rgb(0xee7a2b), "orange naranja tangerine amber"},
        {rgb(0xf4c430), "yellow gelb jaune amarillo saffron mustard lemon"},
        {rgb(0xe2b04a), "gold golden or_gold dorado wheat honey goldene"},
        {rgb(0x3f9b4f), "green grun vert verde emerald jade"},
        {rgb(0xa6c83f), "lime chartreuse"},
        {rgb(0x7f8f4e), "olive moss sage khaki"},
        {rgb(0x1f9c97), "teal turquoise aqua cyan turkis petrol"},
        {rgb(0x2f6fc4), "blue blau bleu azul cobalt sapphire azure"},
        {rgb(0x23346b), "navy indigo"},
        {rgb(0x7b4bb3), "purple violet lila violett morado"},
        {rgb(0xa890d8), "lavender lilac mauve"},
        {rgb(0xd63a92), "magenta fuchsia"},
        {rgb(0xef8fb0), "pink rosa rose_pink blush salmon_pink"},
        {rgb(0x7a5034), "brown braun marron chocolate wooden umber"},
        {rgb(0xc9693f), "terracotta rust copper kupfer sienna clay brick"},
        {rgb(0xc79a45), "brass bronze messing laiton"},
        {rgb(0xf2efe6), "white weiss blanc blanco ivory cream pearl porcelain marble"},
        {rgb(0x24262c), "black schwarz noir negro ebony onyx obsidian"},
        {rgb(0x8b929b), "gray grey grau gris silver silber steel chrome iron"},
        {rgb(0x515a66), "slate graphite charcoal anthracite concrete stone"},
    };
    return list;
}

} // namespace lightwell::sketchbook

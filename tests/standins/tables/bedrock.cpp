// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define BEDROCK_FORMATS "output_format=png|jpeg|webp "
#define BEDROCK_SEED "seed=0..4294967294 "
#define BEDROCK_WORDS "negative_prompt " BEDROCK_SEED
#define BEDROCK_RATIO "aspect_ratio=1:1|16:9|21:9|2:3|3:2|4:5|5:4|9:16|9:21 "
#define BEDROCK_STYLE                                                                                                  \
    "style_preset=3d-model|analog-film|anime|cinematic|comic-book|digital-art|enhance|fantasy-art|isometric|line-art|" \
    "low-poly|modeling-compound|neon-punk|origami|photographic|pixel-art|tile-texture "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"stability.sd3-5-large-v1:0",
     BEDROCK_WORDS BEDROCK_RATIO BEDROCK_FORMATS "mode=text-to-image|image-to-image image strength=0..1"},
    {"stability.stable-image-ultra-v1:1", BEDROCK_WORDS BEDROCK_RATIO "output_format=png|jpeg image strength=0..1"},
    {"stability.stable-image-core-v1:1", BEDROCK_WORDS BEDROCK_RATIO "output_format=png|jpeg"},
    {"us.stability.stable-image-inpaint-v1:0",
     BEDROCK_WORDS BEDROCK_FORMATS BEDROCK_STYLE "image! mask grow_mask=0..20"},
    {"us.stability.stable-image-erase-object-v1:0", BEDROCK_SEED BEDROCK_FORMATS "image! mask grow_mask=0..20"},
    {"us.stability.stable-image-search-replace-v1:0",
     BEDROCK_WORDS BEDROCK_FORMATS BEDROCK_STYLE "image! search_prompt! grow_mask=0..20"},
    {"us.stability.stable-image-remove-background-v1:0", "image! output_format=png|webp"},
    {"us.stability.stable-fast-upscale-v1:0", "image! " BEDROCK_FORMATS},
    {"us.stability.stable-conservative-upscale-v1:0", BEDROCK_WORDS BEDROCK_FORMATS "image! creativity=0.1..0.5"},
    {"us.stability.stable-creative-upscale-v1:0",
     BEDROCK_WORDS BEDROCK_FORMATS BEDROCK_STYLE "image! creativity=0.1..0.5"},
    {"us.stability.stable-outpaint-v1:0",
     BEDROCK_SEED BEDROCK_FORMATS BEDROCK_STYLE
     "image! left=0..2000 right=0..2000 up=0..2000 down=0..2000 creativity=0..1"},
};

} // namespace

std::span<const VendorTableRow> bedrockTable()
{
    return rows;
}

} // namespace lightwell::test

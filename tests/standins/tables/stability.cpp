// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define STABILITY_FORMAT "output_format=png|jpeg|webp "
#define STABILITY_USUAL STABILITY_FORMAT "seed=0..4294967294 "
#define STABILITY_RATIO "aspect_ratio=1:1|16:9|21:9|2:3|3:2|4:5|5:4|9:16|9:21 "
#define STABILITY_STYLE                                                                                                \
    "style_preset=enhance|anime|photographic|digital-art|comic-book|fantasy-art|line-art|analog-film|neon-punk|"       \
    "isometric|low-poly|origami|modeling-compound|cinematic|3d-model|pixel-art|tile-texture "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"stable-image/generate/core", STABILITY_USUAL STABILITY_RATIO STABILITY_STYLE "negative_prompt"},
    {"stable-image/generate/ultra",
     STABILITY_USUAL STABILITY_RATIO STABILITY_STYLE "negative_prompt image strength=0..1"},
    {"stable-image/generate/sd3",
     STABILITY_USUAL STABILITY_RATIO STABILITY_STYLE
     "negative_prompt image strength=0..1 cfg_scale=1..10 mode=text-to-image|image-to-image "
     "model=sd3.5-large|sd3.5-large-turbo|sd3.5-medium|sd3.5-flash|sd3-large|sd3-large-turbo|sd3-medium"},
    {"stable-image/edit/erase", STABILITY_USUAL "-prompt image! mask grow_mask=0..100"},
    {"stable-image/edit/inpaint", STABILITY_USUAL STABILITY_STYLE "negative_prompt image! mask grow_mask=0..100"},
    {"stable-image/edit/outpaint",
     STABILITY_USUAL STABILITY_STYLE
     "prompt image! left=0..2000 right=0..2000 up=0..2000 down=0..2000 creativity=0..1"},
    {"stable-image/edit/search-and-replace",
     STABILITY_USUAL STABILITY_STYLE "negative_prompt image! search_prompt! grow_mask=0..100"},
    {"stable-image/edit/remove-background", "-prompt image! output_format=png|webp"},
    {"stable-image/upscale/fast", STABILITY_FORMAT "-prompt image!"},
    {"stable-image/upscale/conservative", STABILITY_USUAL "negative_prompt image! creativity=0.2..0.5"},
    {"stable-image/upscale/creative", STABILITY_USUAL STABILITY_STYLE "negative_prompt image! creativity=0.1..0.5"},
};

} // namespace

std::span<const VendorTableRow> stabilityTable()
{
    return rows;
}

} // namespace lightwell::test

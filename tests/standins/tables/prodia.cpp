// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

#define PRODIA_USUAL "seed=0..4294967295 "
#define PRODIA_SIDES "width=256..1920 height=256..1920 "
#define PRODIA_LARGE_SIDES "width=64..4096 height=64..4096 "
#define PRODIA_STYLE                                                                                                   \
    "style_preset=3d-model|analog-film|anime|cinematic|comic-book|digital-art|enhance|fantasy-art|isometric|line-art|" \
    "low-poly|neon-punk|origami|photographic|pixel-art|texture|craft-clay "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"inference.flux-fast.schnell.txt2img.v2 inference.flux.schnell.txt2img.v2",
     PRODIA_USUAL PRODIA_SIDES PRODIA_STYLE "steps=1..4 loras progressive"},
    {"inference.flux.dev.txt2img.v2", PRODIA_USUAL PRODIA_SIDES "steps=1..50"},
    {"inference.flux-2.max.txt2img.v1 inference.flux-2.pro.txt2img.v1 inference.flux-2.flex.txt2img.v1 "
     "inference.flux-2.dev.txt2img.v1 inference.flux-2.klein.9b.txt2img.v1 inference.flux-2.klein.4b.txt2img.v1",
     PRODIA_USUAL PRODIA_LARGE_SIDES},
    {"inference.flux-2.max.img2img.v1 inference.flux-2.pro.img2img.v1 inference.flux-2.flex.img2img.v1 "
     "inference.flux-2.dev.img2img.v1 inference.flux-2.klein.9b.img2img.v1 inference.flux-2.klein.4b.img2img.v1",
     PRODIA_USUAL PRODIA_LARGE_SIDES "input!"},
    {"inference.sdxl.inpainting.v1 inference.sd15.inpainting.v1",
     PRODIA_USUAL "negative_prompt steps=1..50 cfg_scale=0..30 input!"},
};

} // namespace

std::span<const VendorTableRow> prodiaTable()
{
    return rows;
}

} // namespace lightwell::test

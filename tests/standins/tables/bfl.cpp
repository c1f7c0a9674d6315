// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define BFL_USUAL "seed output_format=jpeg|png|webp "
#define BFL_FLUX2 BFL_USUAL "width height safety_tolerance=0..5 input_image input_image_2 input_image_3 input_image_4 "
#define BFL_FLUX1 BFL_USUAL "width height safety_tolerance=0..6 image_prompt prompt_upsampling "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"flux-3-image", "images aspect_ratio resolution grounding safety_tolerance version"},
    {"flux-2-pro flux-2-max", BFL_FLUX2 "input_image_5 input_image_6 input_image_7 input_image_8"},
    {"flux-2-flex",
     BFL_FLUX2
     "input_image_5 input_image_6 input_image_7 input_image_8 prompt_upsampling guidance=1.5..10 steps=1..50"},
    {"flux-2-klein-4b flux-2-klein-9b", BFL_FLUX2},
    {"flux-kontext-pro flux-kontext-max",
     "seed output_format=png|jpeg|webp aspect_ratio safety_tolerance=0..6 prompt_upsampling input_image input_image_2 "
     "input_image_3 input_image_4"},
    {"flux-pro-1.1", BFL_FLUX1},
    {"flux-pro", BFL_FLUX1 "steps=1..50 guidance=1.5..5"},
    {"flux-dev", BFL_FLUX1 "steps=1..50 guidance=1.5..5"},
    {"flux-pro-1.1-ultra",
     BFL_USUAL "aspect_ratio safety_tolerance=0..6 prompt_upsampling raw image_prompt image_prompt_strength=0..1"},
    {"flux-pro-1.0-fill",
     BFL_USUAL "image! mask safety_tolerance=0..6 prompt_upsampling steps=15..50 guidance=1.5..100"},
    {"flux-pro-1.0-expand",
     BFL_USUAL "image! top=0..2048 bottom=0..2048 left=0..2048 right=0..2048 safety_tolerance=0..6 prompt_upsampling "
               "steps=15..50 guidance=1.5..100"},
};

} // namespace

std::span<const VendorTableRow> bflTable()
{
    return rows;
}

} // namespace lightwell::test

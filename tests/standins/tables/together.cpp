// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define TOGETHER_USUAL                                                                                                 \
    "model n=1..4 seed steps=1..50 output_format=jpeg|png response_format=url|base64 disable_safety_checker "
#define TOGETHER_FLUX TOGETHER_USUAL "width=256..1440 height=256..1440 guidance_scale "
#define TOGETHER_FLUX2 TOGETHER_USUAL "width=64..2048 height=64..2048 guidance_scale "
#define TOGETHER_PLAIN TOGETHER_USUAL "width=512..2048 height=512..2048 guidance_scale negative_prompt "
#define TOGETHER_PARTNER "model width height response_format=url|base64 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"black-forest-labs/FLUX.1-schnell black-forest-labs/FLUX.1-krea-dev black-forest-labs/FLUX.1.1-pro",
     TOGETHER_FLUX},
    {"black-forest-labs/FLUX.1-kontext-pro black-forest-labs/FLUX.1-kontext-max",
     TOGETHER_USUAL "aspect_ratio guidance_scale image_url"},
    {"black-forest-labs/FLUX.2-pro black-forest-labs/FLUX.2-flex", TOGETHER_FLUX2 "image_url reference_images"},
    {"black-forest-labs/FLUX.2-dev", TOGETHER_FLUX2 "reference_images image_loras"},
    {"black-forest-labs/FLUX.2-max", TOGETHER_FLUX2},
    {"RunDiffusion/Juggernaut-pro-flux Rundiffusion/Juggernaut-Lightning-Flux", TOGETHER_FLUX},
    // Others' models behind the same door: they refuse the knobs of diffusion, and their counts are their makers'.
    {"openai/gpt-image-1.5", TOGETHER_PARTNER},
    {"google/gemini-3-pro-image", TOGETHER_PARTNER "reference_images"},
    {"ideogram/ideogram-3.0 ideogram/ideogram-4.0 Qwen/Qwen-Image-2.0 Qwen/Qwen-Image-2.0-Pro "
     "ByteDance-Seed/Seedream-3.0 ByteDance-Seed/Seedream-4.0",
     TOGETHER_PARTNER "seed"},
    {"Wan-AI/Wan2.6-image", TOGETHER_PARTNER "seed=0..2147483647"},
    {"stabilityai/stable-diffusion-xl-base-1.0 Qwen/Qwen-Image HiDream-ai/HiDream-I1-Full HiDream-ai/HiDream-I1-Fast",
     TOGETHER_PLAIN},
};

} // namespace

std::span<const VendorTableRow> togetherTable()
{
    return rows;
}

} // namespace lightwell::test

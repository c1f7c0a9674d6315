// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows. Prompts may be missing where something is upscaled.
#define LUMENFALL_USUAL                                                                                                \
    "model prompt n=1..10 size response_format=url|b64_json output_format=png|jpeg|gif|webp|avif "                     \
    "output_compression=0..100 image "
#define LUMENFALL_UPSCALE "model prompt image! response_format=url|b64_json output_format=png|jpeg|gif|webp|avif "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"gpt-image-1.5 gpt-image-2", LUMENFALL_USUAL "mask quality=standard|hd|auto|low|medium|high"},
    {"flux.1-schnell flux.1-dev flux.1-kontext-pro flux.1-kontext-max flux.2-dev flux.2-pro flux.2-max seedream-4 "
     "seedream-4.5 qwen-image-edit-2511 p-image-edit",
     LUMENFALL_USUAL "seed"},
    {"gemini-3-pro-image grok-imagine-image lucid-origin", LUMENFALL_USUAL},
    {"stable-diffusion-3.5-large", LUMENFALL_USUAL "seed negative_prompt"},
    {"topaz-image-upscale seedvr-image-upscale", LUMENFALL_UPSCALE "scale_factor=1..10"},
    {"google-upscaler", LUMENFALL_UPSCALE "scale_factor=2..4"},
    {"recraft-crisp-upscale recraft-creative-upscale clarity-upscaler crystal-upscaler real-esrgan aura-sr",
     LUMENFALL_UPSCALE "scale_factor"},
};

} // namespace

std::span<const VendorTableRow> lumenfallTable()
{
    return rows;
}

} // namespace lightwell::test

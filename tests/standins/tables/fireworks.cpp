// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

#define FW(name) "accounts/fireworks/models/" name

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {FW("flux-1-schnell-fp8") " " FW("flux-1-dev-fp8"),
     "aspect_ratio=1:1|21:9|16:9|3:2|5:4|4:5|2:3|9:16|9:21|4:3|3:4 guidance_scale num_inference_steps seed samples "
     "safety_check"},
    {FW("flux-kontext-pro") " " FW("flux-kontext-max"),
     "aspect_ratio input_image output_format=jpeg|png seed prompt_upsampling safety_tolerance=0..6 webhook_url "
     "webhook_secret"},
    // "size": the legal pairs of width and height.
    {FW("stable-diffusion-xl-1024-v1-0") " " FW("SSD-1B") " " FW("playground-v2-5-1024px-aesthetic") " " FW(
         "playground-v2-1024px-aesthetic") " " FW("japanese-stable-diffusion-xl"),
     "negative_prompt width height cfg_scale steps=10..150 sampler samples=1..10 seed=0..4294967295 safety_check "
     "size=1024x1024|640x1536|768x1344|832x1216|896x1152|1152x896|1216x832|1344x768|1536x640"},
};

} // namespace

std::span<const VendorTableRow> fireworksTable()
{
    return rows;
}

} // namespace lightwell::test

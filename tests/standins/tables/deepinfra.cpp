// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows. The fields of edits as uploads stand among them.
#define DEEPINFRA_USUAL "num_images=1..4 seed num_inference_steps=1..50 webhook "
#define DEEPINFRA_SIZED DEEPINFRA_USUAL "width=256..1440 height=256..1440 guidance_scale=0..20 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"black-forest-labs/FLUX-1-dev black-forest-labs/FLUX-1-schnell black-forest-labs/FLUX-pro "
     "black-forest-labs/FLUX-1.1-pro black-forest-labs/FLUX-2-dev black-forest-labs/FLUX-2-klein-4b "
     "stabilityai/sdxl-turbo",
     DEEPINFRA_SIZED},
    {"stabilityai/sd3.5 stabilityai/sd3.5-medium",
     DEEPINFRA_USUAL "guidance_scale=0..20 negative_prompt aspect_ratio=1:1|16:9|9:16|21:9|9:21|3:2|2:3|4:5|5:4"},
    {"black-forest-labs/FLUX.1-Kontext-dev PrunaAI/p-image-Edit",
     "model! image! mask n=1..4 size seed num_inference_steps=1..50 guidance_scale=0..20 response_format=b64_json"},
    {"PrunaAI/p-image", "seed"},
    {"Bria/Bria-3.2", "width height num_results negative_prompt num_inference_steps=20..50 seed"},
    {"Bria/remove_background", "prompt image!"},
    {"Bria/erase", "prompt image! mask!"},
    {"Bria/gen_fill", "image! mask! negative_prompt seed"},
};

} // namespace

std::span<const VendorTableRow> deepinfraTable()
{
    return rows;
}

} // namespace lightwell::test

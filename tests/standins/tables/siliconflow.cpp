// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

#define SILICONFLOW_USUAL "model negative_prompt seed=0..9999999999 num_inference_steps=1..100 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"Kwai-Kolors/Kolors",
     SILICONFLOW_USUAL "image batch_size=1..4 guidance_scale=0..20 "
                       "image_size!=1024x1024|960x1280|768x1024|720x1440|720x1280"},
    {"Qwen/Qwen-Image",
     SILICONFLOW_USUAL "cfg=0.1..20 "
                       "image_size!=1328x1328|1664x928|928x1664|1472x1140|1140x1472|1584x1056|1056x1584"},
    {"Qwen/Qwen-Image-Edit", SILICONFLOW_USUAL "cfg=0.1..20 image!"},
    {"Qwen/Qwen-Image-Edit-2509", SILICONFLOW_USUAL "cfg=0.1..20 image! image2 image3"},
};

} // namespace

std::span<const VendorTableRow> siliconflowTable()
{
    return rows;
}

} // namespace lightwell::test

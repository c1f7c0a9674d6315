// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define FAL_RATIOS "aspect_ratio=16:9|21:9|4:3|3:2|5:4|1:1|4:5|2:3|3:4|9:16|9:21"
#define FAL_COUNT "num_images=1..4"
#define FAL_TUNED "num_inference_steps guidance_scale acceleration=none|regular|high"
#define FAL_FLUX2 "image_size=512..2048 " FAL_COUNT " seed output_format=png|jpeg|webp "
#define FAL_KLEIN "image_size " FAL_COUNT " seed output_format=png|jpeg|webp "
#define FAL_FLUX2PRO "image_size seed output_format=jpeg|png "
#define FAL_BANANA                                                                                                     \
    "aspect_ratio=1:1|21:9|16:9|4:3|3:2|5:4|4:5|2:3|3:4|9:16|9:21|auto resolution=1K|2K|4K " FAL_COUNT                 \
    " seed output_format=png|jpeg|webp "
#define FAL_SEEDREAM "image_size=960..4096 num_images=1..6 max_images seed "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"fal-ai/flux/schnell fal-ai/flux/dev fal-ai/flux/krea",
     "image_size " FAL_COUNT " seed output_format=jpeg|png " FAL_TUNED},
    // The first FLUX.1 [pro] has no table of its own at hand; its successor took over its inputs.
    {"fal-ai/flux-pro/new fal-ai/flux-pro/v1.1",
     "image_size " FAL_COUNT " seed output_format=jpeg|png safety_tolerance"},
    {"fal-ai/flux-pro/v1.1-ultra", FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png raw image_url"},
    {"fal-ai/flux-pro/kontext/text-to-image fal-ai/flux-pro/kontext/max/text-to-image",
     FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png"},
    {"fal-ai/flux-pro/kontext fal-ai/flux-pro/kontext/max",
     FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png image_url!"},
    {"fal-ai/flux-pro/v1/fill", FAL_COUNT " seed output_format=jpeg|png image_url! mask_url!"},
    {"fal-ai/flux-2 fal-ai/flux-2/turbo", FAL_FLUX2 FAL_TUNED},
    {"fal-ai/flux-2/edit fal-ai/flux-2/turbo/edit", FAL_FLUX2 FAL_TUNED " image_urls!"},
    {"fal-ai/flux-2/klein/4b fal-ai/flux-2/klein/9b", FAL_KLEIN},
    {"fal-ai/flux-2/klein/4b/edit fal-ai/flux-2/klein/9b/edit", FAL_KLEIN "image_urls!"},
    {"fal-ai/flux-2-pro fal-ai/flux-2-max fal-ai/flux-2-flex", FAL_FLUX2PRO},
    {"fal-ai/flux-2-pro/edit fal-ai/flux-2-max/edit fal-ai/flux-2-flex/edit", FAL_FLUX2PRO "image_urls!"},
    {"fal-ai/qwen-image",
     "image_size " FAL_COUNT " seed negative_prompt output_format=png|jpeg|webp num_inference_steps guidance_scale"},
    {"fal-ai/qwen-image-edit", "image_size " FAL_COUNT " seed negative_prompt output_format=png|jpeg|webp image_url!"},
    {"fal-ai/z-image/turbo", "image_size " FAL_COUNT " seed output_format=png|jpeg|webp num_inference_steps"},
    {"fal-ai/bytedance/seedream/v4/text-to-image fal-ai/bytedance/seedream/v4.5/text-to-image", FAL_SEEDREAM},
    {"fal-ai/bytedance/seedream/v4/edit fal-ai/bytedance/seedream/v4.5/edit", FAL_SEEDREAM "image_urls!"},
    {"fal-ai/nano-banana-pro", FAL_BANANA},
    {"fal-ai/nano-banana-pro/edit", FAL_BANANA "image_urls!"},
    {"fal-ai/gpt-image-1.5",
     "image_size=1024x1024|1536x1024|1024x1536 " FAL_COUNT " seed output_format=png|jpeg|webp quality background"},
    {"fal-ai/recraft/v3/text-to-image", "image_size style colors"},
    {"fal-ai/recraft/v4.1/utility/pro/text-to-image", "image_size colors background_color enable_safety_checker"},
    {"fal-ai/ideogram/v3",
     "image_size rendering_speed=BALANCED|TURBO|QUALITY style expand_prompt num_images seed negative_prompt"},
    {"fal-ai/luma-photon fal-ai/luma-photon/flash", "aspect_ratio=1:1|16:9|9:16|4:3|3:4|21:9|9:21"},
    {"fal-ai/hidream-i1-full fal-ai/hidream-i1-fast",
     "image_size " FAL_COUNT " seed negative_prompt output_format=jpeg|png num_inference_steps guidance_scale"},
};

} // namespace

std::span<const VendorTableRow> falTable()
{
    return rows;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/vendortables.h"

using namespace Qt::StringLiterals;

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
#define COG_RATIOS "aspect_ratio=1:1|16:9|21:9|3:2|2:3|4:5|5:4|3:4|4:3|9:16|9:21"
#define COG_FLUX                                                                                                       \
    COG_RATIOS " megapixels=1|0.25 num_outputs=1..4 output_format=webp|jpg|png output_quality=0..100 seed go_fast "    \
               "disable_safety_checker "
#define SD35_FIELDS                                                                                                    \
    "aspect_ratio=1:1|16:9|21:9|3:2|2:3|4:5|5:4|9:16|9:21 cfg=0..20 image prompt_strength=0..1 "                       \
    "output_format=webp|jpg|png seed"
#define BFL_USUAL "seed output_format=jpeg|png|webp "
#define BFL_FLUX2 BFL_USUAL "width height safety_tolerance=0..5 input_image input_image_2 input_image_3 input_image_4 "
#define BFL_FLUX1 BFL_USUAL "width height safety_tolerance=0..6 image_prompt prompt_upsampling "

#define TOGETHER_USUAL                                                                                                 \
    "model n=1..4 seed steps=1..50 output_format=jpeg|png response_format=url|base64 disable_safety_checker "
#define TOGETHER_FLUX TOGETHER_USUAL "width=256..1440 height=256..1440 guidance_scale "
#define TOGETHER_FLUX2 TOGETHER_USUAL "width=64..2048 height=64..2048 guidance_scale "
#define TOGETHER_PLAIN TOGETHER_USUAL "width=512..2048 height=512..2048 guidance_scale negative_prompt "

namespace lightwell::test {

namespace {

constexpr VendorTableRow fal[] = {
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

constexpr VendorTableRow replicate[] = {
    {"black-forest-labs/flux-schnell", COG_FLUX "num_inference_steps=1..4"},
    {"black-forest-labs/flux-dev", COG_FLUX "num_inference_steps=1..50 guidance=0..10 image prompt_strength=0..1"},
    {"black-forest-labs/flux-1.1-pro", COG_RATIOS " output_format=webp|jpg|png output_quality=0..100 seed"},
    {"black-forest-labs/flux-fill-pro", "image! mask output_format=webp|jpg|png seed"},
    {"black-forest-labs/flux-1.1-pro-ultra", COG_RATIOS " raw safety_tolerance=1..6 output_format=jpg|png seed"},
    {"black-forest-labs/flux-2-pro black-forest-labs/flux-2-max",
     "aspect_ratio=1:1|16:9|3:2|2:3|4:5|5:4|9:16|3:4|4:3|match_input_image "
     "resolution=1~MP|0.5~MP|2~MP|4~MP|match_input_image input_images output_format=webp|jpg|png "
     "output_quality=0..100 safety_tolerance=1..5 seed"},
    {"stability-ai/stable-diffusion-3.5-large stability-ai/stable-diffusion-3.5-medium",
     SD35_FIELDS " negative_prompt"},
    {"stability-ai/stable-diffusion-3.5-large-turbo", SD35_FIELDS},
    {"stability-ai/sdxl", "width=64..2048 height=64..2048 num_outputs=1..4 seed negative_prompt image mask"},
    {"bytedance/seedream-5-lite", "aspect_ratio size image_input sequential_image_generation max_images output_format"},
    {"bytedance/seedream-4.5", "aspect_ratio size width height image_input sequential_image_generation max_images"},
    {"wan-video/wan-2.7-image wan-video/wan-2.7-image-pro", "size images thinking_mode seed"},
    {"tencent/hunyuan-image-3", COG_RATIOS " go_fast output_format=webp|jpg|png output_quality=0..100 seed"},
    {"luma/photon luma/photon-flash", "aspect_ratio=1:1|16:9|9:16|4:3|3:4|21:9|9:21"},
    {"example/layers", "width=64..2048 height=64..2048 seed"}, // no model of Replicate's: it answers with named outputs
};

constexpr VendorTableRow bfl[] = {
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

/// The model's id stands in the body. Its OpenAPI document has one list for all; what its guides say of one model alone
/// (who takes a ratio, pictures, no negative prompt) is kept apart.
constexpr VendorTableRow together[] = {
    {"black-forest-labs/FLUX.1-schnell black-forest-labs/FLUX.1-krea-dev black-forest-labs/FLUX.1.1-pro",
     TOGETHER_FLUX},
    {"black-forest-labs/FLUX.1-kontext-pro black-forest-labs/FLUX.1-kontext-max",
     TOGETHER_USUAL "aspect_ratio guidance_scale image_url"},
    {"black-forest-labs/FLUX.2-pro black-forest-labs/FLUX.2-flex", TOGETHER_FLUX2 "image_url reference_images"},
    {"black-forest-labs/FLUX.2-dev", TOGETHER_FLUX2 "reference_images image_loras"},
    {"black-forest-labs/FLUX.2-max", TOGETHER_FLUX2},
    {"stabilityai/stable-diffusion-xl-base-1.0 Qwen/Qwen-Image HiDream-ai/HiDream-I1-Full HiDream-ai/HiDream-I1-Fast",
     TOGETHER_PLAIN},
};

constexpr VendorTableRow luma[] = {
    {"photon-1 photon-flash-1",
     "model! aspect_ratio=16:9|1:1|9:16|4:3|3:4|21:9|9:21 format=jpg|png generation_type=image image_ref style_ref "
     "character_ref modify_image_ref callback_url sync sync_timeout"},
};

} // namespace

std::span<const VendorTableRow> vendorTable(const QString &provider)
{
    if (provider == "fal"_L1) {
        return fal;
    }
    if (provider == "together"_L1) {
        return together;
    }
    if (provider == "luma"_L1) {
        return luma;
    }
    return provider == "replicate"_L1 ? std::span<const VendorTableRow>(replicate) : bfl;
}

} // namespace lightwell::test

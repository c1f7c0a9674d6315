// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define COG_RATIOS "aspect_ratio=1:1|16:9|21:9|3:2|2:3|4:5|5:4|3:4|4:3|9:16|9:21"
#define COG_FLUX                                                                                                       \
    COG_RATIOS " megapixels=1|0.25 num_outputs=1..4 output_format=webp|jpg|png output_quality=0..100 seed go_fast "    \
               "disable_safety_checker "
#define SD35_FIELDS                                                                                                    \
    "aspect_ratio=1:1|16:9|21:9|3:2|2:3|4:5|5:4|9:16|9:21 cfg=0..20 image prompt_strength=0..1 "                       \
    "output_format=webp|jpg|png seed"
#define IDEOGRAM_V3_RATIOS "aspect_ratio=1:1|1:3|3:1|1:2|2:1|9:16|16:9|10:16|16:10|2:3|3:2|3:4|4:3|4:5|5:4"
#define RECRAFT_FIELDS                                                                                                 \
    "aspect_ratio size=1024x1024|1365x1024|1024x1365|1536x1024|1024x1536|1820x1024|1024x1820|"                         \
    "1024x2048|2048x1024|1434x1024|1024x1434|1024x1280|1280x1024|1024x1707|1707x1024"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
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
    // As the pages of the models' versions have them.
    {"google/nano-banana-pro",
     "aspect_ratio=match_input_image|1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9|21:9 resolution=2K|1K|4K image_input "
     "output_format=jpg|png safety_filter_level=block_only_high|block_medium_and_above|block_low_and_above"},
    {"black-forest-labs/flux-kontext-pro black-forest-labs/flux-kontext-max",
     "aspect_ratio input_image prompt_upsampling seed output_format=png|jpg safety_tolerance=0..6"},
    {"ideogram-ai/ideogram-v3-turbo ideogram-ai/ideogram-v3-balanced ideogram-ai/ideogram-v3-quality",
     IDEOGRAM_V3_RATIOS " resolution magic_prompt_option=Auto|On|Off image mask style_type=None|Auto|General|Realistic|"
                        "Design style_reference_images seed=0..2147483647"},
    {"ideogram-ai/ideogram-v2a-turbo",
     "aspect_ratio resolution magic_prompt_option=Auto|On|Off style_type seed=0..2147483647"},
    {"ideogram-ai/ideogram-v2-turbo",
     "aspect_ratio=1:1|16:9|9:16|4:3|3:4|3:2|2:3|16:10|10:16|3:1|1:3 resolution magic_prompt_option=Auto|On|Off "
     "style_type negative_prompt image mask seed=0..2147483647"},
    {"recraft-ai/recraft-v3", RECRAFT_FIELDS " style"},
    {"recraft-ai/recraft-20b recraft-ai/recraft-20b-svg", RECRAFT_FIELDS " style"},
    {"black-forest-labs/flux-pro",
     COG_RATIOS " width=256..1440 height=256..1440 steps=1..50 guidance=2..5 interval=1..4 "
                "image_prompt safety_tolerance=1..6 prompt_upsampling seed "
                "output_format=webp|jpg|png output_quality=0..100"},
    {"stability-ai/stable-diffusion",
     "width=64..1024 height=64..1024 num_outputs=1..4 num_inference_steps=1..500 guidance_scale=1..20 scheduler "
     "negative_prompt seed"},
    {"bytedance/bagel",
     "task image enable_thinking cfg_text_scale=1..20 cfg_img_scale=1..10 num_inference_steps=1..100 "
     "timestep_shift=1..10 cfg_renorm_type cfg_renorm_min=0..1 seed output_format=webp|jpg|png output_quality=1..100"},
    {"fofr/aura-flow",
     "width height steps cfg=0..20 shift sampler scheduler number_of_images negative_prompt seed "
     "output_format=webp|jpg|png output_quality=0..100"},
    {"leonardoai/phoenix-1.0",
     "aspect_ratio generation_mode=quality|fast|ultra contrast=medium|low|high prompt_enhance num_images=1..8 style"},
    {"minimax/image-01", "aspect_ratio number_of_images=1..9 prompt_optimizer subject_reference"},
    {"prunaai/z-image-turbo",
     "width=64..1440 height=64..1440 num_inference_steps=1..50 guidance_scale=0..20 seed output_format=jpg|png "
     "output_quality=0..100"},
    {"bytedance/sdxl-lightning-4step",
     "width=256..1280 height=256..1280 num_outputs=1..4 seed negative_prompt scheduler guidance_scale "
     "num_inference_steps"},
    {"black-forest-labs/flux-2-dev",
     "aspect_ratio=1:1|match_input_image|custom|16:9|3:2|2:3|4:5|5:4|9:16|3:4|4:3 width=256..1440 height=256..1440 "
     "input_images go_fast output_format=webp|jpg|png output_quality=0..100 seed disable_safety_checker"},
    {"black-forest-labs/flux-2-klein-4b",
     "aspect_ratio images output_megapixels go_fast output_format=jpg|png|webp output_quality=0..100 seed "
     "disable_safety_checker"},
    {"black-forest-labs/flux-2-klein-9b-base",
     "aspect_ratio images output_megapixels go_fast output_format=jpg|png|webp output_quality=0..100 seed "
     "guidance=1..10 disable_safety_checker"},
    {"black-forest-labs/flux-krea-dev", COG_FLUX "num_inference_steps=1..50 guidance=0..10 image prompt_strength=0..1"},
    {"black-forest-labs/flux-kontext-dev",
     "aspect_ratio input_image! num_inference_steps=4..50 guidance=0..10 output_format=webp|jpg|png "
     "output_quality=0..100 seed go_fast disable_safety_checker"},
    {"black-forest-labs/flux-fill-dev",
     "image! mask num_outputs=1..4 num_inference_steps=1..50 guidance=0..100 megapixels=1|0.25|match_input "
     "output_format=webp|jpg|png output_quality=0..100 seed lora_weights lora_scale=-1..3 disable_safety_checker"},
    {"recraft-ai/recraft-v3-svg", RECRAFT_FIELDS " style"},
    {"recraft-ai/recraft-crisp-upscale recraft-ai/recraft-creative-upscale recraft-ai/recraft-vectorize "
     "recraft-ai/recraft-remove-background",
     "-prompt image!"},
    {"leonardoai/lucid-origin",
     "aspect_ratio generation_mode=standard|ultra contrast=medium|low|high prompt_enhance num_images=1..8 style"},
    {"nvidia/sana",
     "width height num_inference_steps guidance_scale=1..20 pag_guidance_scale=1..20 seed negative_prompt "
     "model_variant"},
    {"playgroundai/playground-v2.5-1024px-aesthetic",
     "width height num_outputs=1..4 num_inference_steps scheduler guidance_scale prompt_strength=0..1 lora_scale=0..1 "
     "seed negative_prompt image mask apply_watermark disable_safety_checker"},
    {"luma/photon luma/photon-flash", "aspect_ratio=1:1|16:9|9:16|4:3|3:4|21:9|9:21"},
    {"example/layers", "width=64..2048 height=64..2048 seed"}, // no model of Replicate's: it answers with named outputs
};

} // namespace

std::span<const VendorTableRow> replicateTable()
{
    return rows;
}

} // namespace lightwell::test

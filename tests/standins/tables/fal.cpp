// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define FAL_RATIOS "aspect_ratio=16:9|21:9|4:3|3:2|1:1|2:3|3:4|9:16|9:21"
#define FAL_COUNT "num_images=1..4"
#define FAL_TUNED "num_inference_steps guidance_scale acceleration=none|regular|high"
#define FAL_DIFFUSION                                                                                                  \
    "image_size " FAL_COUNT " seed negative_prompt output_format=jpeg|png num_inference_steps guidance_scale "
#define FAL_STYLES                                                                                                     \
    "style_name=(No~style)|Cinematic|Photographic|Anime|Manga|Digital~Art|Pixel~art|Fantasy~art|Neonpunk|3D~Model"
#define FAL_FLUX2 "image_size=512..2048 " FAL_COUNT " seed output_format=png|jpeg|webp "
#define FAL_KLEIN "image_size " FAL_COUNT " seed output_format=png|jpeg num_inference_steps "
#define FAL_FLUX2PRO "image_size seed output_format=jpeg|png "
#define FAL_BANANA                                                                                                     \
    "aspect_ratio=1:1|21:9|16:9|4:3|3:2|5:4|4:5|2:3|3:4|9:16|auto resolution=1K|2K|4K " FAL_COUNT                      \
    " seed output_format=png|jpeg|webp "
#define FAL_SEEDREAM "image_size=960..4096 num_images=1..6 max_images seed "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"fal-ai/flux/schnell fal-ai/flux/dev fal-ai/flux/krea",
     "image_size " FAL_COUNT " seed output_format=jpeg|png " FAL_TUNED},
    {"fal-ai/flux-pro/v1.1", "image_size " FAL_COUNT " seed output_format=jpeg|png safety_tolerance enhance_prompt"},
    {"fal-ai/flux-pro/new",
     "image_size " FAL_COUNT " seed output_format=jpeg|png safety_tolerance enhance_prompt num_inference_steps "
     "guidance_scale"},
    {"fal-ai/flux-pro/v1.1/redux",
     "prompt image_size " FAL_COUNT " seed output_format=jpeg|png safety_tolerance enhance_prompt num_inference_steps "
     "guidance_scale image_url!"},
    {"fal-ai/flux-pro/v1.1-ultra",
     FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png raw enhance_prompt image_url"},
    {"fal-ai/flux-pro/kontext/text-to-image fal-ai/flux-pro/kontext/max/text-to-image",
     FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png guidance_scale enhance_prompt"},
    {"fal-ai/flux-pro/kontext fal-ai/flux-pro/kontext/max",
     FAL_RATIOS " " FAL_COUNT " seed output_format=jpeg|png guidance_scale enhance_prompt image_url!"},
    {"fal-ai/flux-pro/v1/fill", FAL_COUNT " seed output_format=jpeg|png image_url! mask_url!"},
    {"fal-ai/flux-2", FAL_FLUX2 FAL_TUNED " enable_prompt_expansion"},
    {"fal-ai/flux-2/edit", FAL_FLUX2 FAL_TUNED " enable_prompt_expansion image_urls!"},
    {"fal-ai/flux-2/turbo", FAL_FLUX2 "guidance_scale enable_prompt_expansion"},
    {"fal-ai/flux-2/turbo/edit", FAL_FLUX2 "guidance_scale enable_prompt_expansion image_urls!"},
    {"fal-ai/flux-2/klein/4b fal-ai/flux-2/klein/9b", FAL_KLEIN},
    {"fal-ai/flux-2/klein/4b/edit fal-ai/flux-2/klein/9b/edit", FAL_KLEIN "image_urls!"},
    {"fal-ai/flux-2-pro fal-ai/flux-2-max", FAL_FLUX2PRO},
    {"fal-ai/flux-2-pro/edit fal-ai/flux-2-max/edit", FAL_FLUX2PRO "image_urls!"},
    {"fal-ai/flux-2-flex", FAL_FLUX2PRO "num_inference_steps guidance_scale"},
    {"fal-ai/flux-2-flex/edit", FAL_FLUX2PRO "num_inference_steps guidance_scale image_urls!"},
    {"fal-ai/qwen-image",
     "image_size " FAL_COUNT " seed negative_prompt output_format=png|jpeg num_inference_steps guidance_scale"},
    {"fal-ai/qwen-image-edit",
     "image_size " FAL_COUNT " seed negative_prompt output_format=png|jpeg num_inference_steps guidance_scale "
     "image_url!"},
    {"fal-ai/z-image/turbo",
     "image_size " FAL_COUNT " seed output_format=png|jpeg|webp num_inference_steps "
     "enable_prompt_expansion"},
    {"fal-ai/bytedance/seedream/v4/text-to-image fal-ai/bytedance/seedream/v4.5/text-to-image", FAL_SEEDREAM},
    {"fal-ai/bytedance/seedream/v4/edit fal-ai/bytedance/seedream/v4.5/edit", FAL_SEEDREAM "image_urls!"},
    {"fal-ai/nano-banana-pro", FAL_BANANA},
    {"fal-ai/nano-banana-pro/edit", FAL_BANANA "image_urls!"},
    {"fal-ai/gpt-image-1.5",
     "image_size=1024x1024|1536x1024|1024x1536 " FAL_COUNT " output_format=png|jpeg|webp quality background"},
    {"fal-ai/recraft/v3/text-to-image", "image_size style colors"},
    {"fal-ai/recraft/v4.1/utility/pro/text-to-image", "image_size colors background_color enable_safety_checker"},
    {"fal-ai/ideogram/v3",
     "image_size rendering_speed=BALANCED|TURBO|QUALITY style expand_prompt num_images seed negative_prompt"},
    {"fal-ai/luma-photon fal-ai/luma-photon/flash", "aspect_ratio=1:1|16:9|9:16|4:3|3:4|21:9|9:21"},
    {"fal-ai/hidream-i1-full fal-ai/stable-diffusion-v35-medium", FAL_DIFFUSION},
    {"fal-ai/hidream-i1-fast",
     "image_size " FAL_COUNT " seed negative_prompt output_format=jpeg|png num_inference_steps"},
    {"fal-ai/hidream-e1-1",
     FAL_COUNT " seed negative_prompt output_format=jpeg|png num_inference_steps guidance_scale image_guidance_scale "
               "target_image_description image_url!"},
    // From here on as the vendor's own client (@fal-ai/client 1.10.1) has their inputs.
    {"fal-ai/flux-kontext/dev",
     "resolution_mode=match_input|auto|1:1|16:9|21:9|3:2|2:3|4:5|5:4|3:4|4:3|9:16|9:21 " FAL_COUNT
     " seed output_format=jpeg|png enhance_prompt image_url! " FAL_TUNED},
    {"fal-ai/flux/dev/redux fal-ai/flux/schnell/redux",
     "-prompt image_size " FAL_COUNT " seed output_format=jpeg|png num_inference_steps acceleration image_url!"},
    {"fal-ai/flux-pro/v1.1-ultra/redux",
     "prompt " FAL_RATIOS " " FAL_COUNT
     " seed output_format=jpeg|png raw enhance_prompt image_prompt_strength=0..1 image_url!"},
    {"fal-ai/ideogram/v2 fal-ai/ideogram/v2/turbo",
     "aspect_ratio=1:1|10:16|16:10|9:16|16:9|4:3|3:4|1:3|3:1|3:2|2:3 seed negative_prompt expand_prompt "
     "style=auto|general|realistic|design|render_3D|anime"},
    {"fal-ai/recraft/v4/text-to-image fal-ai/recraft/v4/text-to-vector fal-ai/recraft/v4/pro/text-to-image",
     "image_size colors background_color enable_safety_checker"},
    {"fal-ai/recraft/vectorize fal-ai/bria/background/remove", "-prompt image_url!"},
    {"bria/text-to-image/3.2",
     "aspect_ratio=1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9 seed negative_prompt num_inference_steps guidance_scale "
     "prompt_enhancer truncate_prompt"},
    {"fal-ai/clarity-upscaler",
     "prompt image_url! seed negative_prompt num_inference_steps guidance_scale upscale_factor creativity resemblance"},
    {"fal-ai/ccsr", "-prompt image_url! seed scale steps color_fix_type=adain|none|wavelet"},
    {"fal-ai/aura-sr", "-prompt image_url! checkpoint=v1|v2 overlapping_tiles upscale_factor=4..4"},
    {"fal-ai/esrgan", "-prompt image_url! output_format=png|jpeg scale face tile model"},
    {"fal-ai/bytedance/seedream/v3/text-to-image", "image_size=512..2048 " FAL_COUNT " seed guidance_scale"},
    {"fal-ai/bytedance/dreamina/v3.1/text-to-image", "image_size=512..2048 " FAL_COUNT " seed enhance_prompt"},
    {"fal-ai/wan/v2.2-a14b/text-to-image",
     "image_size seed negative_prompt num_inference_steps guidance_scale guidance_scale_2 shift=1..10 "
     "acceleration=regular|none enable_prompt_expansion"},
    {"fal-ai/ovis-image", "image_size " FAL_COUNT " seed negative_prompt output_format=png|jpeg|webp " FAL_TUNED},
    {"fal-ai/hunyuan-image/v3/text-to-image", FAL_DIFFUSION "enable_prompt_expansion"},
    {"fal-ai/sana/v1.5/1.6b fal-ai/sana/v1.5/4.8b fal-ai/sana/sprint", FAL_DIFFUSION FAL_STYLES},
    {"fal-ai/omnigen-v2",
     "image_size " FAL_COUNT " seed negative_prompt output_format=jpeg|png num_inference_steps input_image_urls "
     "text_guidance_scale image_guidance_scale scheduler=euler|dpmsolver "
     "cfg_range_start cfg_range_end"},
};

} // namespace

std::span<const VendorTableRow> falTable()
{
    return rows;
}

} // namespace lightwell::test

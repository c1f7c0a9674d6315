// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"flux-1-schnell",
     "width!=64..2048 height!=64..2048 steps!=1..100 seed!=0..4294967295 image_num!=1..8 "
     "response_image_format=png|webp|jpeg"},
    {"qwen-image-txt2img", "size"},
    {"z-image-turbo", "size seed=-1..2147483647 enable_base64_output"},
    {"flux-2-pro flux-2-flex", "size seed=-1..2147483647 images"},
    {"flux-2-dev", "size seed=-1..2147483647 images loras"},
    {"flux-1-kontext-pro flux-1-kontext-max",
     "images aspect_ratio=1:1|21:9|16:9|4:3|3:2|2:3|3:4|9:16|9:21 guidance_scale=1..20 seed=-1..2147483647 "
     "safety_tolerance=1|2|3|4|5"},
    {"hunyuan-image-3", "size seed=-1..2147483647"},
    {"seedream-4.5",
     "size image watermark sequential_image_generation=auto|disabled sequential_image_generation_options.max_images "
     "optimize_prompt_options.mode"},
    {"seedream-4.0", "size images sequential_image_generation=auto|disabled max_images"},
    {"seedream-3-0-txt2img", "model! size response_format=url|b64_json seed guidance_scale=1..10 watermark"},
    {"txt2img img2img",
     "-prompt extra.response_image_type=png|webp|jpeg extra.enable_nsfw_detection extra.nsfw_detection_level "
     "request.model_name! request.prompt! request.negative_prompt request.width!=128..2048 "
     "request.height!=128..2048 request.image_num!=1..8 request.steps!=1..100 request.guidance_scale!=1..30 "
     "request.sampler_name!=Euler~a|Euler|LMS|Heun|DPM2|DDIM|PLMS|UniPC|DPM++~2M~Karras request.seed request.loras "
     "request.image_base64 request.strength=0..1"},
    {"inpainting",
     "-prompt extra.response_image_type=png|webp|jpeg extra.enable_nsfw_detection extra.nsfw_detection_level "
     "request.model_name!=realisticVisionV40_v40VAE-inpainting_81543.safetensors request.prompt! "
     "request.negative_prompt request.image_num!=1..8 request.steps!=1..100 request.guidance_scale!=1..30 "
     "request.sampler_name!=Euler~a|Euler|LMS|Heun|DPM2|DDIM|PLMS|UniPC|DPM++~2M~Karras request.seed request.loras "
     "request.image_base64! request.mask_image_base64! request.mask_blur=0..64 request.strength=0..1"},
    {"remove-background", "-prompt extra.response_image_type=png|webp|jpeg image_file!"},
    {"upscale",
     "-prompt extra.response_image_type=png|webp|jpeg "
     "request.model_name!=RealESRGAN_x4plus_anime_6B|RealESRNet_x4plus|4x-UltraSharp request.image_base64! "
     "request.scale_factor=2..4"},
};

} // namespace

std::span<const VendorTableRow> novitaTable()
{
    return rows;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/vendorinputs.h"

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

struct Inputs
{
    const char
        *endpoints; ///< separated by spaces, "{/edit}" stands for the endpoint itself and the one with the ending
    const char *fields;
};

constexpr Inputs fal[] = {
    {"fal-ai/flux/schnell fal-ai/flux/dev",
     "image_size num_images seed output_format num_inference_steps guidance_scale"},
    {"fal-ai/flux-pro/v1.1", "image_size num_images seed output_format safety_tolerance"},
    {"fal-ai/flux-pro/v1.1-ultra", "aspect_ratio num_images seed output_format raw image_url"},
    {"fal-ai/flux-pro/kontext{/text-to-image} fal-ai/flux-pro/kontext/max{/text-to-image}",
     "aspect_ratio num_images seed output_format image_url"},
    {"fal-ai/flux-2{/edit} fal-ai/flux-2/turbo{/edit} fal-ai/flux-2/klein/4b{/edit} fal-ai/flux-2/klein/9b{/edit}",
     "image_size num_images seed output_format image_urls"},
    {"fal-ai/flux-2-pro{/edit} fal-ai/flux-2-max{/edit} fal-ai/flux-2-flex{/edit}",
     "image_size seed output_format image_urls"},
    {"fal-ai/qwen-image", "image_size num_images seed negative_prompt output_format"},
    {"fal-ai/qwen-image-edit", "image_size num_images seed negative_prompt output_format image_url"},
    {"fal-ai/z-image/turbo", "image_size num_images seed output_format num_inference_steps"},
    {"fal-ai/bytedance/seedream/v4/text-to-image fal-ai/bytedance/seedream/v4/edit "
     "fal-ai/bytedance/seedream/v4.5/text-to-image fal-ai/bytedance/seedream/v4.5/edit",
     "image_size num_images max_images seed image_urls"},
    {"fal-ai/nano-banana-pro{/edit}", "aspect_ratio resolution num_images seed output_format image_urls"},
    {"fal-ai/recraft/v3/text-to-image", "image_size style colors"},
    {"fal-ai/recraft/v4.1/utility/pro/text-to-image", "image_size colors background_color enable_safety_checker"},
    {"fal-ai/ideogram/v3", "image_size rendering_speed style expand_prompt num_images seed negative_prompt"},
    {"fal-ai/luma-photon fal-ai/luma-photon/flash", "aspect_ratio"},
    {"fal-ai/hidream-i1-full fal-ai/hidream-i1-fast", "image_size num_images seed negative_prompt output_format"},
};

constexpr Inputs replicate[] = {
    {"black-forest-labs/flux-schnell",
     "aspect_ratio megapixels num_outputs output_format output_quality seed go_fast num_inference_steps"},
    {"black-forest-labs/flux-dev",
     "aspect_ratio megapixels num_outputs output_format output_quality seed go_fast num_inference_steps guidance image "
     "prompt_strength"},
    {"black-forest-labs/flux-1.1-pro-ultra", "aspect_ratio raw safety_tolerance output_format seed"},
    {"black-forest-labs/flux-2-pro black-forest-labs/flux-2-max",
     "aspect_ratio resolution input_images output_format output_quality safety_tolerance seed"},
    {"stability-ai/stable-diffusion-3.5-large stability-ai/stable-diffusion-3.5-medium",
     "aspect_ratio cfg image prompt_strength negative_prompt output_format seed"},
    {"stability-ai/stable-diffusion-3.5-large-turbo", "aspect_ratio cfg image prompt_strength output_format seed"},
    {"bytedance/seedream-5-lite", "aspect_ratio size image_input sequential_image_generation max_images output_format"},
    {"bytedance/seedream-4.5", "aspect_ratio size width height image_input sequential_image_generation max_images"},
    {"wan-video/wan-2.7-image wan-video/wan-2.7-image-pro", "size images thinking_mode seed"},
    {"tencent/hunyuan-image-3", "aspect_ratio go_fast output_format output_quality seed"},
    {"luma/photon luma/photon-flash", "aspect_ratio"},
};

constexpr Inputs bfl[] = {
    {"flux-3-image", "images aspect_ratio resolution grounding safety_tolerance version"},
    {"flux-2-pro flux-2-max",
     "width height seed output_format safety_tolerance input_image input_image_2 input_image_3 input_image_4 "
     "input_image_5 input_image_6 input_image_7 input_image_8"},
    {"flux-2-flex",
     "width height seed output_format safety_tolerance prompt_upsampling guidance steps input_image input_image_2"},
    {"flux-2-klein-4b flux-2-klein-9b",
     "width height seed output_format safety_tolerance input_image input_image_2 input_image_3 input_image_4"},
    {"flux-kontext-pro flux-kontext-max",
     "aspect_ratio seed output_format safety_tolerance prompt_upsampling input_image input_image_2 input_image_3"},
    {"flux-pro-1.1", "width height seed output_format safety_tolerance image_prompt prompt_upsampling"},
    {"flux-dev", "width height seed output_format safety_tolerance image_prompt prompt_upsampling steps guidance"},
    {"flux-pro-1.1-ultra", "aspect_ratio seed output_format safety_tolerance raw image_prompt image_prompt_strength"},
    {"flux-pro-1.0-fill", "image mask seed output_format safety_tolerance prompt_upsampling steps guidance"},
    {"flux-pro-1.0-expand",
     "image top bottom left right seed output_format safety_tolerance prompt_upsampling steps guidance"},
};

bool names(const Inputs &inputs, const QString &endpoint)
{
    const QStringList words = QString::fromLatin1(inputs.endpoints).split(u' ');
    for (const QString &word : words) {
        const QString base = word.section(u'{', 0, 0);
        const QString ending = word.section(u'{', 1).chopped(word.contains(u'{') ? 1 : 0);
        if (endpoint == base || (!ending.isEmpty() && endpoint == QString(base + ending))) {
            return true;
        }
    }
    return false;
}

template<size_t count>
std::optional<QStringList> find(const Inputs (&table)[count], const QString &endpoint)
{
    for (const Inputs &inputs : table) {
        if (names(inputs, endpoint)) {
            return QString::fromLatin1(inputs.fields).split(u' ') + QStringList {u"prompt"_s};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QStringList> vendorInputs(const QString &provider, const QString &endpoint)
{
    return provider == "fal"_L1      ? find(fal, endpoint)
        : provider == "replicate"_L1 ? find(replicate, endpoint)
                                     : find(bfl, endpoint);
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"image/generate",
     "prompt images structured_prompt aspect_ratio=1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9 resolution=1MP|4MP "
     "negative_prompt steps_num=35..50 seed model_version output_type=png|jpeg sync webhook_url ip_signal "
     "prompt_content_moderation visual_input_content_moderation visual_output_content_moderation"},
    {"image/generate/lite",
     "prompt images structured_prompt aspect_ratio=1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9 seed model_version "
     "output_type=png|jpeg sync webhook_url ip_signal prompt_content_moderation visual_input_content_moderation "
     "visual_output_content_moderation"},
    {"image/edit",
     "-prompt images! instruction structured_instruction mask negative_prompt guidance_scale model_version steps_num "
     "seed sync webhook_url ip_signal prompt_content_moderation visual_input_content_moderation "
     "visual_output_content_moderation"},
    {"image/edit/gen_fill",
     "prompt! image! mask! mask_type=manual|automatic negative_prompt seed sync webhook_url prompt_content_moderation "
     "visual_input_content_moderation visual_output_content_moderation"},
    {"image/edit/erase",
     "-prompt image! mask! sync webhook_url visual_input_content_moderation visual_output_content_moderation"},
    {"image/edit/expand",
     "prompt image! aspect_ratio canvas_size original_image_size original_image_location seed negative_prompt sync "
     "webhook_url prompt_content_moderation visual_input_content_moderation visual_output_content_moderation"},
    {"image/edit/remove_background",
     "-prompt image! sync webhook_url visual_input_content_moderation visual_output_content_moderation"},
    {"image/edit/increase_resolution",
     "-prompt image! desired_increase=2..4 sync webhook_url visual_input_content_moderation "
     "visual_output_content_moderation"},
};

} // namespace

std::span<const VendorTableRow> briaTable()
{
    return rows;
}

} // namespace lightwell::test

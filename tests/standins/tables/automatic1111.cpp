// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// modules/api/models.py and processing.py of both servers.
#define A1111_USUAL                                                                                                    \
    "negative_prompt styles seed=-1..4294967295 subseed subseed_strength width=64..2048 height=64..2048 batch_size "   \
    "n_iter steps=1..150 cfg_scale=0..30 distilled_cfg_scale sampler_name scheduler restore_faces tiling "             \
    "override_settings override_settings_restore_afterwards send_images save_images script_name script_args "          \
    "alwayson_scripts force_task_id infotext denoising_strength=0..1 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"txt2img", A1111_USUAL "enable_hr hr_scale hr_upscaler hr_second_pass_steps hr_resize_x hr_resize_y"},
    {"img2img",
     A1111_USUAL "init_images! mask resize_mode=0..3 mask_blur inpainting_fill=0..3 inpaint_full_res "
                 "inpaint_full_res_padding inpainting_mask_invert initial_noise_multiplier include_init_images"},
};

} // namespace

std::span<const VendorTableRow> automatic1111Table()
{
    return rows;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"img_gen",
     "negative_prompt width=1..16384 height=1..16384 seed=-1..4294967295 batch_count=1..8 strength=0..1 clip_skip "
     "init_image ref_images mask_image control_image control_strength ip_adapter_image ip_adapter_strength "
     "auto_resize_ref_image increase_ref_index embed_image_metadata lora sample_params hires vae_tiling_params "
     "cache_mode output_format=png|jpeg|webp output_compression=0..100"},
};

} // namespace

std::span<const VendorTableRow> sdCppTable()
{
    return rows;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

/// The content of the one message as if it lay in two fields.
constexpr VendorTableRow rows[] = {
    {"qwen-image-3.0-pro qwen-image-3.0 qwen-image-2.0-pro qwen-image-2.0",
     "-prompt model! input.messages.text! input.messages.image parameters.size parameters.n=1..6 "
     "parameters.seed=0..2147483647 parameters.negative_prompt parameters.prompt_extend parameters.watermark"},
    {"wan2.7-image-pro wan2.7-image",
     "-prompt model! input.messages.text! input.messages.image parameters.size parameters.n=1..4 "
     "parameters.seed=0..2147483647 parameters.watermark parameters.thinking_mode parameters.enable_sequential "
     "parameters.bbox_list parameters.color_palette"},
    {"wan2.6-t2i",
     "-prompt model! input.messages.text! parameters.size parameters.n=1..4 parameters.seed=0..2147483647 "
     "parameters.negative_prompt parameters.prompt_extend parameters.watermark"},
    {"wan2.5-t2i-preview wan2.2-t2i-plus wan2.2-t2i-flash",
     "-prompt model! input.prompt! input.negative_prompt parameters.size parameters.n=1..4 "
     "parameters.seed=0..2147483647 parameters.prompt_extend parameters.watermark"},
    {"z-image-turbo",
     "-prompt model! input.messages.text! parameters.size parameters.seed=0..2147483647 parameters.prompt_extend"},
};

} // namespace

std::span<const VendorTableRow> alibabaTable()
{
    return rows;
}

} // namespace lightwell::test

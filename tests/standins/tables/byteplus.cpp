// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define BYTEPLUS_USUAL "model size response_format=url|b64_json watermark stream seed=-1..2147483647 "
#define BYTEPLUS_GROUPS "image sequential_image_generation=disabled|auto sequential_image_generation_options "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"dola-seedream-5-0-pro-260628 seedream-5-0-pro-260628 seedream-5-0-flash-260915",
     BYTEPLUS_USUAL "image output_format=jpeg|png optimize_prompt_options"},
    {"seedream-5-0-lite-260128 seedream-5-0-260128",
     BYTEPLUS_USUAL BYTEPLUS_GROUPS "output_format=jpeg|png optimize_prompt_options"},
    {"seedream-4-5-251128 seedream-4-0-250828", BYTEPLUS_USUAL BYTEPLUS_GROUPS "optimize_prompt_options"},
    {"seedream-3-0-t2i-250415", BYTEPLUS_USUAL "guidance_scale=1..10"},
    {"seededit-3-0-i2i-250628", BYTEPLUS_USUAL "image! guidance_scale=1..10"},
};

} // namespace

std::span<const VendorTableRow> byteplusTable()
{
    return rows;
}

} // namespace lightwell::test

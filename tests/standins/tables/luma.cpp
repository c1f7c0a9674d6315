// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"photon-1 photon-flash-1",
     "model! aspect_ratio=16:9|1:1|9:16|4:3|3:4|21:9|9:21 format=jpg|png generation_type=image image_ref style_ref "
     "character_ref modify_image_ref callback_url sync sync_timeout"},
    {"uni-1 uni-1-max",
     "model type=image|image_edit aspect_ratio=3:2|3:1|2:1|16:9|1:1|2:3|9:16|1:2|1:3 output_format=png|jpeg "
     "style=auto|manga source image_ref web_search user_id"},
};

} // namespace

std::span<const VendorTableRow> lumaTable()
{
    return rows;
}

} // namespace lightwell::test

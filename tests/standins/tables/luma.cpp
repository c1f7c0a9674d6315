// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"photon-1 photon-flash-1",
     "model! aspect_ratio=16:9|1:1|9:16|4:3|3:4|21:9|9:21 format=jpg|png generation_type=image image_ref style_ref "
     "character_ref modify_image_ref callback_url sync sync_timeout"},
};

} // namespace

std::span<const VendorTableRow> lumaTable()
{
    return rows;
}

} // namespace lightwell::test

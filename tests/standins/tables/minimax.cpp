// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"image-01",
     "model! n=1..9 seed width=512..2048 height=512..2048 response_format=url|base64 prompt_optimizer aigc_watermark "
     "aspect_ratio=1:1|16:9|4:3|3:2|2:3|3:4|9:16|21:9 subject_reference"},
    {"MiniMax-H3-Image MiniMax-H3-Image-Highspeed",
     "model! n=1..10 size aspect_ratio resolution=4K|1K|2K stream image image[]"},
};

} // namespace

std::span<const VendorTableRow> minimaxTable()
{
    return rows;
}

} // namespace lightwell::test

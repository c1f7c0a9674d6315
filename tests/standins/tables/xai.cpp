// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define XAI_USUAL "model n=1..10 response_format=url|b64_json user "
#define XAI_IMAGINE                                                                                                    \
    XAI_USUAL "resolution=1k|2k image images "                                                                         \
              "aspect_ratio=auto|1:1|3:4|4:3|9:16|16:9|2:3|3:2|9:19.5|19.5:9|9:20|20:9|1:2|2:1 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"grok-imagine-image grok-imagine-image-quality", XAI_IMAGINE "quality=medium|low|high"},
    {"grok-imagine-image-2.0", XAI_IMAGINE "quality=medium|low"},
    {"grok-2-image grok-2-image-1212", XAI_USUAL},
};

} // namespace

std::span<const VendorTableRow> xaiTable()
{
    return rows;
}

} // namespace lightwell::test

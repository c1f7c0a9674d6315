// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define CLOUDFLARE_FLUX2                                                                                               \
    "width=256..1920 height=256..1920 seed input_image_0 input_image_1 input_image_2 input_image_3 "
#define CLOUDFLARE_LEONARDO "width=0..2500 height=0..2500 guidance seed "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"@cf/black-forest-labs/flux-1-schnell", "steps=1..8 seed"},
    {"@cf/black-forest-labs/flux-2-dev", CLOUDFLARE_FLUX2 "steps guidance"},
    {"@cf/black-forest-labs/flux-2-klein-9b @cf/black-forest-labs/flux-2-klein-4b", CLOUDFLARE_FLUX2},
    {"@cf/leonardo/lucid-origin", CLOUDFLARE_LEONARDO "num_steps=1..40 steps=1..40"},
    {"@cf/leonardo/phoenix-1.0", CLOUDFLARE_LEONARDO "negative_prompt num_steps=1..50"},
};

} // namespace

std::span<const VendorTableRow> cloudflareTable()
{
    return rows;
}

} // namespace lightwell::test

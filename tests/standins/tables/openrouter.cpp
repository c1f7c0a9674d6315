// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define OPENROUTER_USUAL                                                                                               \
    "model n=1..10 output_format=png|jpeg|webp|svg output_compression=0..100 background=auto|transparent|opaque "      \
    "stream provider user quality=auto|low|medium|high "
#define OPENROUTER_RATIO                                                                                               \
    "aspect_ratio=1:1|1:2|1:4|1:8|2:1|2:3|2.35:1|3:2|3:4|4:1|4:3|4:5|5:2|5:4|8:1|9:16|16:9|9:19.5|19.5:9|9:20|20:9|"   \
    "9:21|21:9|auto "
#define OPENROUTER_TIER "resolution=512|1K|2K|4K "
#define OPENROUTER_CHAT "model messages! modalities! image_config stream prompt"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"openai/gpt-5.4-image-2", OPENROUTER_CHAT},
    {"google/gemini-3.1-flash-lite-image google/gemini-3-pro-image google/gemini-3.1-flash-image",
     OPENROUTER_USUAL OPENROUTER_RATIO OPENROUTER_TIER "input_references"},
    {"bytedance-seed/seedream-4.5 minimax/minimax-h3-image-highspeed",
     OPENROUTER_USUAL OPENROUTER_RATIO OPENROUTER_TIER "input_references seed"},
    {"microsoft/mai-image-2.5", OPENROUTER_USUAL OPENROUTER_RATIO "input_references"},
    {"black-forest-labs/flux.2-pro black-forest-labs/flux.2-max black-forest-labs/flux.2-flex",
     OPENROUTER_USUAL "size seed input_references"},
    {"recraft/recraft-v4.1 recraft/recraft-v4.1-pro", OPENROUTER_USUAL "size input_references"},
    {"recraft/recraft-v4.1-vector recraft/recraft-v4.1-pro-vector "
     "recraft/recraft-v4 recraft/recraft-v4-pro recraft/recraft-v3",
     OPENROUTER_USUAL "size"},
    {"sourceful/riverflow-v2.5-pro sourceful/riverflow-v2.5-fast", OPENROUTER_USUAL "input_references"},
};

} // namespace

std::span<const VendorTableRow> openrouterTable()
{
    return rows;
}

} // namespace lightwell::test

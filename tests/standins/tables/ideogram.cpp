// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define IDEOGRAM_USUAL "num_images=1..8 async=true|false enable_copyright_detection webhook_url "
#define IDEOGRAM_SEED "seed=0..2147483647 "
#define IDEOGRAM_MAGIC "magic_prompt=auto|on|off "
#define IDEOGRAM_SPEED "rendering_speed=default|turbo|quality "
#define IDEOGRAM_STYLE                                                                                                 \
    "style_type=general|auto|realistic|design|fiction style_preset style_codes style_reference_images "
#define IDEOGRAM_RATIO "aspect_ratio=1x1|auto|1x3|3x1|1x2|2x1|9x16|16x9|10x16|16x10|2x3|3x2|3x4|4x3|4x5|5x4 "
#define IDEOGRAM_SIZES4                                                                                                \
    "1024x1024|896x1120|1120x896|864x1152|1152x864|832x1248|1248x832|720x1280|1280x720|800x1280|1280x800|2048x2048|"   \
    "1792x2240|2240x1792|1728x2304|2304x1728|1664x2496|2496x1664|1440x2560|2560x1440|1600x2560|2560x1600|1440x2880|"   \
    "2880x1440"
#define IDEOGRAM_RESOLUTION3                                                                                           \
    "resolution=512x1536|576x1408|576x1472|576x1536|640x1344|640x1408|640x1472|640x1536|704x1152|704x1216|704x1280|"   \
    "704x1344|704x1408|704x1472|736x1312|768x1088|768x1216|768x1280|768x1344|800x1280|832x960|832x1024|832x1088|"      \
    "832x1152|832x1216|832x1248|864x1152|896x960|896x1024|896x1088|896x1120|896x1152|960x832|960x896|960x1024|"        \
    "960x1088|1024x832|1024x896|1024x960|1024x1024|1088x768|1088x832|1088x896|1088x960|1120x896|1152x704|1152x832|"    \
    "1152x864|1152x896|1216x704|1216x768|1216x832|1248x832|1280x704|1280x768|1280x800|1312x736|1344x640|1344x704|"     \
    "1344x768|1408x576|1408x640|1408x704|1472x576|1472x640|1472x704|1536x512|1536x576|1536x640 "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"generate/ideogram-4-5",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC
     "quality=high|medium|low images mask size=auto|720x1440|1440x720|" IDEOGRAM_SIZES4},
    {"precise-edit/ideogram-4-5",
     IDEOGRAM_USUAL IDEOGRAM_SEED "quality=medium|very_low|low|high image! reference_images mask"},
    {"generate/ideogram-4", IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED "resolution=" IDEOGRAM_SIZES4},
    {"remix/ideogram-4", IDEOGRAM_USUAL IDEOGRAM_SPEED "image! image_weight=1..100 resolution=" IDEOGRAM_SIZES4},
    {"generate/ideogram-3",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_STYLE IDEOGRAM_RATIO IDEOGRAM_RESOLUTION3
     "negative_prompt color_palette"},
    {"generate/ideogram-3-character",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_RATIO IDEOGRAM_RESOLUTION3
     "negative_prompt style_type=auto|fiction|realistic character_reference_images!"},
    {"remix/ideogram-3",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_STYLE IDEOGRAM_RATIO IDEOGRAM_RESOLUTION3
     "negative_prompt color_palette image! image_weight=1..100"},
    {"inpaint/ideogram-3", IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_STYLE "image! mask!"},
    {"generate/ideogram-2",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_RATIO
     "negative_prompt style_type=auto|general|realistic|design|render_3d|anime"},
    {"generate/ideogram-2a",
     IDEOGRAM_USUAL IDEOGRAM_SEED IDEOGRAM_MAGIC IDEOGRAM_SPEED IDEOGRAM_RATIO
     "style_type=auto|general|realistic|design|render_3d|anime"},
    {"remove-background/ideogram-1", "-prompt image! async=true|false webhook_url"},
};

} // namespace

std::span<const VendorTableRow> ideogramTable()
{
    return rows;
}

} // namespace lightwell::test

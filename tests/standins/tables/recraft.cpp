// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows.
#define RECRAFT_USUAL "model n=1..6 random_seed=0..4294967295 response_format=url|b64_json controls block_nsfw expire "
#define RECRAFT_RASTER RECRAFT_USUAL "image_format=webp|png "
#define RECRAFT_STYLE                                                                                                  \
    "negative_prompt style=any|realistic_image|digital_illustration|vector_illustration|icon|logo_raster substyle "    \
    "style_id style_reference_urls text_layout "
#define RECRAFT_RATIOS "1:1|2:1|1:2|3:2|2:3|4:3|3:4|5:4|4:5|6:10|14:10|10:14|16:9|9:16"
#define RECRAFT_SIZES2                                                                                                 \
    "1024x1024|2048x1024|1024x2048|1536x1024|1024x1536|1365x1024|1024x1365|1280x1024|1024x1280|1024x1707|1707x1024|"   \
    "1434x1024|1024x1434|1820x1024|1024x1820"
#define RECRAFT_SIZES4                                                                                                 \
    "1024x1024|1536x768|768x1536|1280x832|832x1280|1216x896|896x1216|1152x896|896x1152|832x1344|1280x896|896x1280|"    \
    "1344x768|768x1344"
#define RECRAFT_SIZES4PRO                                                                                              \
    "2048x2048|3072x1536|1536x3072|2560x1664|1664x2560|2432x1792|1792x2432|2304x1792|1792x2304|1664x2688|2560x1792|"   \
    "1792x2560|2688x1536|1536x2688"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"recraftv4_1 recraftv4_1_utility recraftv4_1_flash recraftv4",
     RECRAFT_RASTER "size=" RECRAFT_SIZES4 "|" RECRAFT_RATIOS},
    {"recraftv4_1_pro recraftv4_1_utility_pro recraftv4_pro",
     RECRAFT_RASTER "size=" RECRAFT_SIZES4PRO "|" RECRAFT_RATIOS},
    {"recraftv4_1_vector recraftv4_1_pro_vector recraftv4_vector recraftv4_pro_vector",
     RECRAFT_USUAL "size=" RECRAFT_RATIOS},
    {"recraftv3 recraftv2", RECRAFT_RASTER RECRAFT_STYLE "size=" RECRAFT_SIZES2 "|" RECRAFT_RATIOS},
    {"recraftv3_vector recraftv2_vector", RECRAFT_USUAL RECRAFT_STYLE "size=" RECRAFT_RATIOS},
    {"imageToImage", RECRAFT_RASTER RECRAFT_STYLE "image_url! strength!=0..1"},
    {"inpaint", RECRAFT_RASTER RECRAFT_STYLE "image_url! mask_url!"},
    {"variateImage",
     "-prompt n=1..6 random_seed=0..4294967295 response_format=url|b64_json image_format=webp|png image_url! "
     "size!=" RECRAFT_SIZES2},
    {"crispUpscale creativeUpscale removeBackground vectorize",
     "-prompt response_format=url|b64_json image_format=webp|png image_url!"},
    {"eraseRegion", "-prompt response_format=url|b64_json image_format=webp|png image_url! mask_url!"},
};

} // namespace

std::span<const VendorTableRow> recraftTable()
{
    return rows;
}

} // namespace lightwell::test

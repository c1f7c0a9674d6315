// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"7b592283-e8a7-4c5a-9ba6-d18c31f258b9 de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3",
     "modelId! width=32..1536 height=32..1536 num_images=1..8 negative_prompt seed=0..2147483637 "
     "num_inference_steps=10..60 guidance_scale=1..20 alchemy ultra contrast enhancePrompt styleUUID public"},
    {"variations/universal-upscaler",
     "-prompt initImageId! generatedImageId variationId upscalerStyle=GENERAL|CINEMATIC|2D~ART~&~ILLUSTRATION|CG~ART "
     "creativityStrength=1..10 "
     "ultraUpscaleStyle=ARTISTIC|REALISTIC detailContrast=1..10 similarity=1..10 upscaleMultiplier=1..2 prompt"},
    {"gemini-image-2",
     "-prompt model! public parameters.prompt! parameters.width! parameters.height! parameters.quantity=1..8 "
     "parameters.seed parameters.style_ids parameters.prompt_enhance=ON|OFF parameters.guidances.image_reference"},
};

} // namespace

std::span<const VendorTableRow> leonardoTable()
{
    return rows;
}

} // namespace lightwell::test

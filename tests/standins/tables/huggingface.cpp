// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

#define HUGGINGFACE_PARAMETERS "width height seed guidance_scale negative_prompt "

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"hf-inference/black-forest-labs/FLUX.1-dev hf-inference/stabilityai/stable-diffusion-xl-base-1.0",
     "inputs! parameters prompt"},
    {"together/black-forest-labs/FLUX.1-schnell together/black-forest-labs/FLUX.1-dev",
     HUGGINGFACE_PARAMETERS "model! steps=1..50 response_format=url|base64"},
    {"nscale/stabilityai/stable-diffusion-xl-base-1.0 nscale/black-forest-labs/FLUX.1-schnell",
     HUGGINGFACE_PARAMETERS "model! num_inference_steps=1..50 response_format=b64_json"},
    {"deepinfra/black-forest-labs/FLUX.1-schnell",
     HUGGINGFACE_PARAMETERS "model! num_inference_steps=1..50 response_format=b64_json|url"},
};

} // namespace

std::span<const VendorTableRow> huggingfaceTable()
{
    return rows;
}

} // namespace lightwell::test

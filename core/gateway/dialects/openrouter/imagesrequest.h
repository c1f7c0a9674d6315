// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/bodyfields.h"
#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/httpmessage.h"

namespace lightwell::openrouter {

/// Reads a POST to /images, as OpenRouter's guide "Image Generation" and its OpenAPI description have it. Beside its
/// fields, those that Lightwell has for all vendors are taken (negative_prompt, style, fit, partial_images, those of
/// Tuning); others go to the vendor as they are.
[[nodiscard]] Result<GenerationCall> readImagesCall(const GatewayRequest &request);

// What a chat that asks for pictures has as well, under the same names.

/// Whether the header X-OpenRouter-Metadata asks how the provider was found.
[[nodiscard]] bool wantsRouteTold(const GatewayRequest &request);
/// What a call says in query and headers: dryRun, strict, whether the route is to be told, and whether it waits.
void readHead(const GatewayRequest &request, GenerationCall &call);
/// `size` (of pixels or a tier), `resolution` and `aspect_ratio`; what contradicts pixels is a mistake.
void takeSize(BodyFields &fields, SizeRequest &size);
/// Format, compression, quality, style, background, fit and tuning.
void takeOutput(BodyFields &fields, Request &request);
/// At the end: what is left goes to the vendor. The first mistake, if there was one.
[[nodiscard]] Result<GenerationCall> finished(BodyFields &fields, GenerationCall call);

} // namespace lightwell::openrouter

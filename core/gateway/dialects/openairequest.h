// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/model/request.h"

namespace lightwell::openai {

/// A call of POST /images/generations, understood.
struct GenerationCall
{
    Request request;
    bool asBase64 = false; ///< else links
    bool dryRun = false; ///< only plan and price
    bool streams = false; ///< the answer comes as events

    friend bool operator==(const GenerationCall &, const GenerationCall &) = default;
};

/// OpenAI's fields with Lumenfall's (aspect_ratio, resolution, fit, seed, negative_prompt …) and "matte" (#rrggbb).
/// Fields nobody knows go to the vendor as they are; null counts as absent. With "stream" the answer comes as events,
/// with previews where "partial_images" asks for some and one picture is made. Reference pictures in
/// "image" come as data URLs only: the gateway fetches nothing a client points at.
[[nodiscard]] Result<GenerationCall> readGenerationCall(const GatewayRequest &request);

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/result.h"

namespace lightwell::openai {

/// A call of POST /images/generations, /images/edits or /images/variations.
///
/// OpenAI's fields with Lumenfall's (aspect_ratio, resolution, fit, seed, negative_prompt …) and "matte" (#rrggbb).
/// Fields nobody knows go to the vendor as they are; null counts as absent. With "stream" the answer comes as events,
/// with previews where "partial_images" asks for some and one picture is made.
///
/// Reference pictures: in JSON as data URLs in "image" (one or several), for edits also as OpenAI's
/// "images": [{"image_url": …}] and "mask": {"image_url": …}; in a form (edits and variations only) as the files
/// "image", "image[]" and "mask". In their place https links may stand, for vendors that take links: the gateway
/// fetches nothing a client points at. Numbers and truth come as text in a form.
[[nodiscard]] Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind);

} // namespace lightwell::openai

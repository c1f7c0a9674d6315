// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"

namespace lightwell::openrouter {

/// The answer of /images: {created, data: [{b64_json, media_type}], usage}, with what Lightwell has to tell beside it
/// (`id`, `metadata`, `openrouter_metadata` where the call asked for it).
[[nodiscard]] GatewayResponse imagesAnswer(const GenerationCall &call, const Generation &generation,
                                           const QList<DeliveredPicture> &pictures);

/// The end of a stream: a drawing (SVG) as text first, an event for each picture, then "[DONE]".
[[nodiscard]] QByteArray imagesEvents(const GenerationCall &call, const Generation &generation,
                                      const QList<DeliveredPicture> &pictures);
[[nodiscard]] QByteArray partialImageEvent(const QByteArray &preview, int index);
/// `error` is the object of an answer that says so.
[[nodiscard]] QByteArray imagesErrorEvent(const QJsonObject &error);

/// The generation's id and cost, who made it, in OpenRouter's headers and Lightwell's.
void addHeaders(GatewayResponse &response, const Generation &generation);

// For what writes pictures into JSON: straight into the text, since a value in between would hold them several times.

/// `object` without its closing brace, so that more may follow.
[[nodiscard]] QByteArray openObject(const QJsonObject &object);
/// About how many bytes the pictures take as base64.
[[nodiscard]] qsizetype sizeAsText(const QList<DeliveredPicture> &pictures);

} // namespace lightwell::openrouter

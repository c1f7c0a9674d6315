// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openairequest.h"

/// The answer of POST /images/generations to "stream": true as server-sent events, after OpenAI's API reference:
/// image_generation.partial_image (image_edit.… for edits) for each preview, image_generation.completed for each
/// picture, error for a failure after the stream had begun. "completed" carries Lightwell's id and metadata, too, as
/// the whole answer does.
namespace lightwell::openai {

/// `preview` is an encoded picture; `index` counts from 0; `createdAt` is in seconds since 1970. Empty: it is no
/// picture.
[[nodiscard]] QByteArray partialEvent(CallKind kind, const QByteArray &preview, int index, qint64 createdAt);

/// `deliveries` match the generation's pictures; those that are links carry "url" in place of "b64_json".
[[nodiscard]] QByteArray completedEvents(const GenerationCall &call, const Generation &generation,
                                         const QList<DeliveredPicture> &deliveries);

/// The error that would have been this answer, had no event left yet.
[[nodiscard]] QByteArray errorEvent(const GatewayResponse &response);

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <functional>

/// The Images API's answer to "stream": true, as its API reference has it: image_generation.partial_image and
/// image_generation.completed (image_edit.… for edits), each with the picture as b64_json; "completed" brings the
/// usage. A final "data: [DONE]" and unknown events are passed over.
namespace lightwell {

/// A sketch, where the event has one. `previews`: how many were asked for.
[[nodiscard]] QList<Interim> openAiInterim(const StreamEvent &event, int previews);

/// Reads what would have been an error answer.
using ErrorReader = std::function<Error(const HttpResponse &)>;

/// The whole stream. Work had begun before it: an error that it tells may be billed.
[[nodiscard]] Step openAiStreamAnswer(const Plan &plan, const HttpResponse &response, const QString &provider,
                                      const QByteArray &key, const ErrorReader &readError);

} // namespace lightwell

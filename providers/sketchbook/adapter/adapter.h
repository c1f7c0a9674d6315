// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Speaks to the built-in painter (see Studio) as if it were any vendor. Its wire format, `sketchbook://studio`:
///   POST   /v1/paintings       {"model", "prompt", …} -> 200 with the pictures, or 202 {"id", "status_url"}
///   GET    /v1/paintings/ID    {"status": "queued" | "painting" | "ready" | "failed" | "cancelled",
///                               "progress": 0 to 1, "retry_after_ms", "pictures": [{"url" | "b64", "seed"}],
///                               "words_left_out": [not set on a poster], "words_not_drawn": [not understood]}
///   DELETE /v1/paintings/ID    stops the job
///   GET    /v1/pictures/ID     the bytes
///   GET    /v1/models          what it can paint
/// Fields: prompt, negative_prompt and seed everywhere; aspect_ratio and output_format (scene); size (pattern);
/// size, n, output_format and output_compression (poster). Errors: {"error": {"code", "message", "param"}}.
class SketchbookAdapter final : public Adapter
{
public:
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;
};

} // namespace lightwell

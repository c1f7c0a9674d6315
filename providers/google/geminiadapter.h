// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Speaks the Gemini API (v1beta, models.generateContent) for models that answer with pictures, as Google's API
/// reference has it. Every call makes one picture and is answered at once; there is no job to resume or cancel.
///
/// The API's own names are fixed, so of Offer::fields only the keys count here: aspect_ratio, resolution, seed and
/// image say what the model takes. Read from Offer::wire:
///   tierNames   the vendor's words for resolutions; by default 0.5K is "512", the others keep their names
///   constants   merged into the body: {"generationConfig": {"responseModalities": ["TEXT", "IMAGE"]}}
/// State: {"seed": …}, what was asked for, since the answer does not repeat it.
class GeminiAdapter : public Adapter
{
public:
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> geminiAdapter();

} // namespace lightwell

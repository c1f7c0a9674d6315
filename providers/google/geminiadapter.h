// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/synchronousadapter.h"

#include <memory>

namespace lightwell {

/// Speaks the Gemini API (v1beta, models.generateContent) for models that answer with pictures, as Google's API
/// reference has it. Every call makes one picture.
///
/// The API's own names are fixed, so of Offer::fields only the keys count here: aspect_ratio, resolution, seed and
/// image say what the model takes. Read from Offer::wire:
///   tierNames   the vendor's words for resolutions ("512" for 0.5K)
///   constants   merged into the body: {"generationConfig": {"responseModalities": ["TEXT", "IMAGE"]}}
/// State: {"seed": …}, what was asked for, since the answer does not repeat it.
///
/// Google is longer than most adapters, since it is two contracts (Gemini and Imagen) at two addresses, one of them
/// with a service account's tokens, and the reasons why nothing was made are many.
class GeminiAdapter : public SynchronousAdapter
{
public:
    GeminiAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override;
    void identify(HttpRequest &request, const Credentials &credentials) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> geminiAdapter();

} // namespace lightwell

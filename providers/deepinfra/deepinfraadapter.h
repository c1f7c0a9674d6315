// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// DeepInfra has two APIs side by side. Its own one, /v1/inference/{model}, takes JSON and tells seed and cost: for
/// pictures from words, and for models that take pictures as data URLs (Wire::imageAs). Edits with uploads go to the
/// one in OpenAI's dialect below /v1/openai.
///
/// The filter blackens a picture and says so with a success. Unconfirmed: the status of an empty account (402, or any
/// refusal that speaks of the balance), the fields of Bria's models (as Bria itself has them: "image", "mask", white
/// for what may change) and whether withheld pictures are billed.
///
/// More than the 80 lines of an OpenAI-like vendor, since it is two APIs, each with its own answers.
class DeepInfraAdapter : public OpenAiLikeAdapter
{
public:
    DeepInfraAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> deepInfraAdapter();

} // namespace lightwell

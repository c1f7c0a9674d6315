// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// OpenRouter's Image API (its OpenAPI document of 2026-08-22): one route for pictures and edits, base64 in, base64
/// out, costs told. Models that only chat are called the other way (openrouterchat.h): offers whose prompt is called
/// "messages".
///
/// A failed generation of the Image API is a 502 in OpenRouter's own words and costs nothing; a 502 of anybody else may
/// cost. Sketches on the way are not asked for: which models send some is not told.
///
/// More than the 80 lines of an OpenAI-like vendor, since it is two APIs in one, of pictures and of chats.
class OpenRouterAdapter : public OpenAiLikeAdapter
{
public:
    OpenRouterAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> openRouterAdapter();

} // namespace lightwell

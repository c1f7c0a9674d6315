// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

#include <memory>

namespace lightwell {

struct Endpoint;

/// OpenAI's Images API as its API reference has it: the dialect of openailike.h with previews, and what only its home
/// has, organizations and projects.
///
/// Credentials::extra: "organization" and "project" for OpenAI's headers of these names.
///
/// More than the 80 lines of its kind, since three adapters stand here: OpenAI, the user's endpoint, and each of
/// several.
class OpenAiAdapter : public OpenAiLikeAdapter
{
public:
    explicit OpenAiAdapter(ProviderInfo info);

protected:
    void identify(HttpRequest &request, const Credentials &credentials) const override;
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;
};

/// OpenAI itself.
[[nodiscard]] std::unique_ptr<Adapter> openAiAdapter();
/// The same dialect at the user's own address, with or without a key.
[[nodiscard]] std::unique_ptr<Adapter> openAiCompatibleAdapter();
/// The same for one of several, under the user's name for it. Its key may stand in LIGHTWELL_<ID>_API_KEY.
[[nodiscard]] std::unique_ptr<Adapter> openAiEndpointAdapter(const Endpoint &endpoint);

} // namespace lightwell

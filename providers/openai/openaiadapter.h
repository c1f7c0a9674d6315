// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Speaks OpenAI's Images API: POST /v1/images/generations as JSON and POST /v1/images/edits as multipart/form-data, as
/// its API reference has them. Every call is answered at once, as an event stream (openaistream.h) where previews are
/// asked for; there is no job to poll, resume or cancel.
///
/// Read from Offer::wire, beside the common keys:
///   imageAs   "file" (default here): reference pictures go to /v1/images/edits as uploads, with the mask.
///             "data-url" or "base64": they go into fields["image"] of a generation (LocalAI and others), as an array
///             where imageList is true. A mask then goes into fields["mask"] the same way.
///   constants response_format belongs here, for servers that know it; OpenAI's own models refuse it.
/// Credentials::extra: "organization" and "project" for OpenAI's headers of these names.
class OpenAiAdapter : public Adapter
{
public:
    explicit OpenAiAdapter(ProviderInfo info);

    [[nodiscard]] ProviderInfo info() const override { return m_info; }
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                          const StreamEvent &event) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

private:
    ProviderInfo m_info;
};

/// OpenAI itself.
[[nodiscard]] std::unique_ptr<Adapter> openAiAdapter();
/// The same dialect at the user's own address, with or without a key.
[[nodiscard]] std::unique_ptr<Adapter> openAiCompatibleAdapter();

} // namespace lightwell

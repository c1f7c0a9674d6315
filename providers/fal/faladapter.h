// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// fal.ai through its queue (documentation: "Queue", "Request errors", "Pricing" and the platform API).
///
/// Submit, poll the status, fetch the result. The addresses fal hands out are used as they are; where an answer has
/// none they are built from the request id, without the endpoint's sub-path, as fal's own clients do. A base URL
/// stands for every host of fal.
///
/// Offer::wire keys of its own: editModel, the endpoint that takes input pictures.
/// State: phase ("submit", "status", "result"), id, status, result, cancel (addresses), misses, failure.
class FalAdapter : public Adapter
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

private:
    [[nodiscard]] Step submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const;
    [[nodiscard]] Step polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                              const Credentials &credentials) const;
    [[nodiscard]] Step fetched(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const;
};

} // namespace lightwell

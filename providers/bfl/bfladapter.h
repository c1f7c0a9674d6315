// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Black Forest Labs' own API (OpenAPI document "BFL API", 0.0.1).
///
/// One picture a task. The polling address of the answer is followed wherever in *.bfl.ai it points, since tasks live
/// on regional clusters; only where an answer has none is it built from the id. The cost is what the submission says
/// in credits of one cent. There is no way to cancel.
///
/// Pictures travel as bare base64 unless wire["imageAs"] says otherwise. wire keys of its own: editModel.
/// State: phase ("submit", "poll"), id, poll (address), cost (micro-dollars), unknown (answers "Task not found" in a
/// row), misses.
class BflAdapter : public Adapter
{
public:
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

private:
    [[nodiscard]] Step submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const;
    [[nodiscard]] Step polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                              const Credentials &credentials) const;
};

} // namespace lightwell

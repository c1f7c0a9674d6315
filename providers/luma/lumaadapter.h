// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/luma/agentsadapter.h"
#include "providers/luma/dreammachineadapter.h"

namespace lightwell {

/// Luma: two APIs with an address and keys each, behind one name. Photon models speak to the Dream Machine, all others
/// to the Agents API. Whoever has a key of both puts that of the Agents API into LUMA_AGENTS_API_KEY; else the one key
/// goes to the API that is called.
///
/// More than the 200 lines of a job vendor, since these are two vendors' worth of adapters.
class LumaAdapter : public Adapter
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
    DreamMachineAdapter m_dreamMachine;
    LumaAgentsAdapter m_agents;
};

} // namespace lightwell

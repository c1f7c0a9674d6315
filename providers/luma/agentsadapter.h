// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Luma's Agents API for pictures (docs.agents.lumalabs.ai, SDK of 2026-06): the Uni models.
///
/// One picture a generation, asked for by its id; it cannot be cancelled, and what it cost is not told. The first
/// picture is what is edited ("source"), further ones and those for their style guide it ("image_ref"). Unconfirmed:
/// which of the failures that come after the order is taken are billed, so all of them may be.
class LumaAgentsAdapter : public JobAdapter
{
public:
    LumaAgentsAdapter();
    /// Whether a job that was left is one of this API's.
    [[nodiscard]] static bool isItsJob(const AdapterState &state);

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

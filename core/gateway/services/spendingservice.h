// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountfacts.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Tells a client what it has spent and may still spend, and what became of a generation of its own. Of other clients
/// it learns nothing but the sum of all that was spent, where a budget holds for all.
class SpendingService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::KeyFacts, RouteCall::Credits, RouteCall::Receipt, RouteCall::Activity};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void tellKey(Exchange *exchange);
    void addName(Exchange *exchange, KeyFacts facts);
    void tellCredits(Exchange *exchange);
    void tellReceipt(Exchange *exchange);
    void giveReceipt(Exchange *exchange, const std::optional<Generation> &found);
    void tellActivity(Exchange *exchange);
};

} // namespace lightwell

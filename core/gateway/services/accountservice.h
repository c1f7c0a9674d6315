// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// Tells clients what they may still spend, which keys there are, and with what their webhooks are signed. No secret
/// but the last is ever told.
class AccountService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Balance, RouteCall::ClientKeys, RouteCall::WebhookSecret};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void balance(Exchange *exchange, const RouteTable::Match &match);
    void keys(Exchange *exchange, const RouteTable::Match &match);
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// Says that the gateway is there, and what it has counted.
class StatusService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::Health, RouteCall::Metrics}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
};

} // namespace lightwell

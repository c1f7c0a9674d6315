// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// Shows clients their requests, and deletes what these were about. A client sees its own; this computer's sees all.
class RequestService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Requests, RouteCall::Request, RouteCall::RequestPayloads};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void list(Exchange *exchange, const RouteTable::Match &match);
    void show(Exchange *exchange, const RouteTable::Match &match);
    void purge(Exchange *exchange, const RouteTable::Match &match);
    void forgetRecordings(Exchange *exchange, const QString &id, const GatewayResponse &then);
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/mcpreply.h"
#include "core/mcp/server.h"

namespace lightwell {

/// The Model Context Protocol over HTTP (streamable HTTP, without sessions): reads what is posted, opens calls at the
/// server of core/mcp and sends their answers. Budgets and pictures are those of the client whose key was shown.
class McpService : public Service
{
    Q_OBJECT
public:
    explicit McpService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::Mcp}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override;
    void close() override;
    void catalogChanged() override;

private:
    void take(Exchange *exchange, const mcp::Reading &reading);
    void takeMessages(Exchange *exchange, const mcp::Reading &reading);
    void hear(const Exchange &exchange, const mcp::Message &notification);
    [[nodiscard]] mcp::Asker askerOf(const Exchange &exchange, const mcp::Terms &terms) const;
    void refuse(Exchange *exchange, const QJsonValue &id, const mcp::RpcError &error);

    mcp::Server m_server;
    QObject m_replies; ///< parent of those under way, which go before the server
};

} // namespace lightwell

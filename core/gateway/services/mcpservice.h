// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/mcpreply.h"
#include "core/mcp/server.h"
#include "core/mcp/sessions.h"

namespace lightwell {

/// The Model Context Protocol over HTTP (streamable HTTP): reads what is posted, opens calls at the server of core/mcp
/// and sends their answers. Clients that begin with `initialize` and can ask their users get a session, so that they
/// are asked on the way. Budgets and pictures are those of the client whose key was shown.
class McpService : public Service
{
    Q_OBJECT
public:
    explicit McpService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::Mcp}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override;
    void finish() override;
    void close() override;
    void catalogChanged() override;

private:
    void take(Exchange *exchange, const mcp::Reading &reading);
    /// What messages belong to; empty: to no session.
    struct Place
    {
        QByteArray session;
        mcp::Handshake handshake;
    };
    /// Nothing: a session that there is not for this client.
    [[nodiscard]] std::optional<Place> placeOf(const Exchange &exchange, const mcp::Reading &reading);
    void takeMessages(Exchange *exchange, const mcp::Reading &reading, const Place &place);
    void open(Exchange *exchange, McpReply *reply, const mcp::Message &request, mcp::Terms terms);
    void hear(const Exchange &exchange, const QByteArray &session, const mcp::Message &message);
    void ask(McpReply *reply, const QString &client, const QJsonObject &params);
    void endSession(Exchange *exchange);
    [[nodiscard]] QList<McpReply *> replies() const; ///< under way
    [[nodiscard]] mcp::Asker askerOf(const Exchange &exchange, const mcp::Terms &terms) const;
    void refuse(Exchange *exchange, const QJsonValue &id, const mcp::RpcError &error, int status = 400);

    mcp::Server m_server;
    mcp::Sessions m_sessions;
    QObject m_replies; ///< parent of those under way, which go before the server
};

} // namespace lightwell

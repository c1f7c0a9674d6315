// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"
#include "core/mcp/call.h"

namespace lightwell {

/// The answer to what came in one POST: one object, a list of them for a batch, or an event stream where there is
/// something to tell on the way. Goes by itself when that has left, or its client has. On the gateway's thread.
class McpReply : public QObject
{
    Q_OBJECT
public:
    McpReply(Exchange *exchange, GatewayContext &context, bool isBatch, QObject *parent);

    /// Before begin(). The call becomes this one's.
    void add(mcp::Call *call);
    void begin();
    /// Its client does not want it any more. False: this reply has no call of this client and id.
    bool cancel(const QString &client, const QJsonValue &id);
    [[nodiscard]] bool waitsFor(const QString &client, const QJsonValue &id) const;

private:
    void tell(const QJsonObject &message);
    void end(const QJsonObject &message, mcp::Call::Outcome outcome);
    void leave();
    void send(GatewayResponse response);

    QPointer<Exchange> m_exchange;
    GatewayContext &m_context;
    const bool m_isBatch;
    const bool m_mayStream; ///< the client takes event streams
    QList<mcp::Call *> m_calls; ///< children
    QList<QJsonObject> m_answers;
};

} // namespace lightwell

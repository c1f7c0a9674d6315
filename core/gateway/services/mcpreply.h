// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"
#include "core/mcp/call.h"

#include <QTimer>

namespace lightwell {

/// The answer to what came in one POST: one object, a list of them for a batch, or an event stream where there is
/// something to tell on the way, or to ask the user. Goes by itself when that has left, or its client has. On the
/// gateway's thread.
class McpReply : public QObject
{
    Q_OBJECT
public:
    /// `session`: the id of the one it belongs to; empty: to none.
    McpReply(Exchange *exchange, GatewayContext &context, const QByteArray &session, bool isBatch, QObject *parent);

    /// Before begin(). The call becomes this one's.
    void add(mcp::Call *call);
    void begin();
    /// Its client does not want it any more. False: this reply has no call of this client and id.
    bool cancel(const QString &client, const QJsonValue &id);
    [[nodiscard]] bool waitsFor(const QString &client, const QJsonValue &id) const;

    [[nodiscard]] const QByteArray &session() const { return m_session; }
    /// Whether a question would reach the client, and its answer this.
    [[nodiscard]] bool mayAsk() const { return m_mayStream && !m_session.isEmpty(); }
    /// Sends elicitation/create for its call. Only where it mayAsk().
    void ask(const QJsonObject &params);
    [[nodiscard]] bool isAsking() const { return !m_question.isEmpty(); }
    [[nodiscard]] bool isAskingFor(const QString &client) const;
    /// False: that is no answer to what it asks.
    bool hear(const mcp::Message &answer);
    void giveUpAsking(const Error &why);

private:
    void write(const QJsonObject &message);
    void tell(const QJsonObject &message);
    void end(const QJsonObject &message, mcp::Call::Outcome outcome);
    void leave();
    void send(GatewayResponse response);

    QPointer<Exchange> m_exchange;
    GatewayContext &m_context;
    const QByteArray m_session;
    const bool m_isBatch;
    const bool m_mayStream; ///< the client takes event streams
    QList<mcp::Call *> m_calls; ///< children
    QList<QJsonObject> m_answers;
    QString m_question; ///< the id of what is asked and not answered yet; empty: nothing
    QTimer m_silence; ///< since the last word of an event stream
};

} // namespace lightwell

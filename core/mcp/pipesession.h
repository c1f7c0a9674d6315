// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/opening.h"
#include "core/mcp/server.h"

#include <QHash>

namespace lightwell::mcp {

/// One client at the other end of a pipe (the stdio transport): what its lines mean, and what is written back.
class PipeSession : public QObject
{
    Q_OBJECT
public:
    PipeSession(Server &server, Asker asker, QObject *parent = nullptr);

    void setAsker(const Asker &asker) { m_asker = asker; } ///< from the next message on
    void take(const QByteArray &line);
    void refuse(const RpcError &error); ///< of what could not even be read
    void inputEnded(); ///< whoever waits for an answer of the user gets none any more
    [[nodiscard]] int underWay() const { return int(m_calls.size()); } ///< requests without an answer

Q_SIGNALS:
    void written(const QJsonObject &message);
    void answered(); ///< one request more has its answer

private:
    void takeRequest(const Message &request);
    void hear(const Message &message);
    void ask(Call *call, const QJsonObject &params);
    void withdraw(Call *call); ///< what it asked, where its client still shows that
    void end(Call *call);

    Server &m_server;
    Asker m_asker;
    Handshake m_handshake;
    QList<Call *> m_calls; ///< children; under way
    QHash<QString, Call *> m_questions; ///< by the id of what was asked
    int m_asked = 0;
};

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/opening.h"

#include <QHash>

#include <chrono>

namespace lightwell::mcp {

/// What was said with `initialize` over HTTP, by clients that can ask their users: it holds for all that comes with the
/// session's id (Mcp-Session-Id), until its client ends it or has been silent for long. In memory alone.
class Sessions
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr qsizetype most = 1024; ///< of all clients together
    static constexpr std::chrono::hours longestSilence {24};

    /// Its id, which nobody guesses. Where there are `most`, the client that has most of them loses the one it has not
    /// used for longest.
    [[nodiscard]] QByteArray begin(const QString &client, const Terms &terms, Clock::time_point now = Clock::now());
    /// Its terms; nothing: this client has no such session, whoever else has it. Counts as a word of its client.
    [[nodiscard]] std::optional<Terms> use(const QByteArray &id, const QString &client,
                                           Clock::time_point now = Clock::now());
    /// False: this client has no such session.
    [[nodiscard]] bool end(const QByteArray &id, const QString &client);
    [[nodiscard]] qsizetype count() const { return m_sessions.size(); }

private:
    struct Session
    {
        QString client;
        Terms terms;
        Clock::time_point used;
    };
    void makeRoom(Clock::time_point now);

    QHash<QByteArray, Session> m_sessions; ///< by id
};

/// Tells a client that its session is over, and that it has to begin anew (404).
[[nodiscard]] RpcError noSession();
/// Tells a client that ends one that it has to name it (400).
[[nodiscard]] RpcError unnamedSession();

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/gateway/clientlimits.h"
#include "core/mcp/pipesession.h"

#include <functional>
#include <memory>
#include <optional>

namespace lightwell {

/// `mcp`: makes pictures for an assistant's program that starts it and talks to it over standard input and output (the
/// stdio transport of the Model Context Protocol). LIGHTWELL_KEY is the key of the gateway's client that it stands for;
/// without it, it stands for the command line.
class McpCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    void interrupt() override;

private:
    /// Looks the key up, and hands on whose it is. What it allows may have changed since the last message.
    void authenticate(const std::function<void(const Client &)> &next);
    void start(const Origin &origin);
    [[nodiscard]] mcp::Asker newAsker(); ///< by what its client may use now
    void listen();
    void take(const QByteArray &line);
    void takeNext();
    void end(int code); ///< once nothing is under way any more
    void endIfIdle();

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    std::unique_ptr<mcp::Server> m_server;
    std::unique_ptr<mcp::PipeSession> m_session;
    Origin m_origin;
    ClientLimits m_limits; ///< of the client it stands for
    QByteArray m_key; ///< that client's; empty: it stands for the command line
    QList<QByteArray> m_lines; ///< in the order they came; the first one's client is being looked up
    std::optional<int> m_exitCode; ///< it ends with this
};

} // namespace lightwell

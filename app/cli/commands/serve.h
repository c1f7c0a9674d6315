// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/gateway/gateway.h"
#include "core/model/result.h"

namespace lightwell {

/// `serve`: the gateway alone, until SIGTERM or SIGINT.
class ServeCommand : public Command
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
    void start(const GatewayOptions &options, const Result<QByteArray> &key);
    void announce();
    void endIfIdle();
    void loseThePatience();

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    QByteArray m_key;
    QString m_fingerprint; ///< of the certificate; empty: calls are not encrypted
    ReplayMode m_replay = ReplayMode::Off;
    bool m_announced = false;
    bool m_stopping = false;
    bool m_impatient = false; ///< does not wait for generations any more, only for the last answers
};

} // namespace lightwell

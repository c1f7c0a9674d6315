// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/cliprogram.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

namespace lightwell::test {

/// A running `serve`, which ends with this.
struct Serving
{
    explicit Serving(CliProgram &cli, const QStringList &options = {})
        : process(
            cli.start(QStringList {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} + options))
    {
        while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
        const QJsonObject ready = QJsonDocument::fromJson(process->readLine()).object();
        url = ready.value(QLatin1StringView("url")).toString();
        key = ready.value(QLatin1StringView("key")).toString().toLatin1();
    }
    ~Serving()
    {
        if (process->state() == QProcess::Running) {
            ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
        }
        process->waitForFinished(30'000);
    }
    Q_DISABLE_COPY_MOVE(Serving)

    std::unique_ptr<QProcess> process;
    QString url; ///< empty: it did not start
    QByteArray key; ///< of its first client
};

} // namespace lightwell::test

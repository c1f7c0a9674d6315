// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measurement.h"

#include <QProcess>
#include <QTemporaryDir>

namespace lightwell::bench {

/// Memory of a process in bytes, as the kernel tells it; 0 where it does not.
struct ProcessMemory
{
    qint64 resident = 0; ///< now
    qint64 peak = 0; ///< the most since the start, or since forgetPeak()
    qint64 proportional = 0; ///< resident, what is shared with other processes divided among them

    [[nodiscard]] static ProcessMemory of(qint64 pid);
    static void forgetPeak(qint64 pid);
};

/// `lightwell-cli serve` with a home of its own, OpenAI's address replaced; ends when this goes.
class GatewayProcess
{
public:
    /// `launcher`: a program that runs it, with its arguments; empty: the system. `settings`: its settings.ini.
    GatewayProcess(const Setup &setup, const QString &vendorBaseUrl, const QStringList &launcher = {},
                   const QByteArray &settings = {});
    ~GatewayProcess();

    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] QString complaint() const { return m_complaint; } ///< why it is not
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] ProcessMemory memory() const { return ProcessMemory::of(pid()); }
    /// Milliseconds of processor time all its threads have used so far, in the kernel's ticks (mostly 10 ms).
    [[nodiscard]] double processorTime() const;
    /// Ends it and yields what it, and its launcher, wrote to standard error. It answers no more.
    [[nodiscard]] QByteArray stop();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("lw-benchmark-client-key-0123456789"); }

private:
    void waitUntilListening();

    QTemporaryDir m_home;
    QProcess m_process;
    QString m_complaint;
    quint16 m_port = 0;
};

} // namespace lightwell::bench

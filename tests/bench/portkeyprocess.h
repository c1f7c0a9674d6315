// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measurement.h"

#include <QByteArrayList>
#include <QProcess>

namespace lightwell::bench {

/// Portkey's gateway (npm: @portkey-ai/gateway), a Node program that forwards calls and keeps nothing: what a gateway
/// costs that has no ledger, no journal and no pictures. Ends when this goes.
class PortkeyProcess
{
public:
    explicit PortkeyProcess(const Setup &setup);
    ~PortkeyProcess();

    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] QString complaint() const { return m_complaint; } ///< why it is not
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What a call needs so that it goes on to `vendorBaseUrl` as to OpenAI; see Caller.
    [[nodiscard]] static QByteArrayList headers(const QString &vendorBaseUrl);

private:
    [[nodiscard]] bool answers(quint16 port) const;

    QProcess m_process;
    QString m_complaint;
    quint16 m_port = 0;
};

} // namespace lightwell::bench

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <chrono>

class QTcpServer;

namespace lightwell::bench {

/// Makes a server on this machine as far away as a vendor's: whatever comes to its port reaches `behind` half a round
/// trip later, and what is answered likewise. The first bytes of a connection wait a whole round trip more, which is
/// what TCP's own handshake would take. On a thread of its own.
class DelayLine
{
public:
    DelayLine(quint16 behind, std::chrono::milliseconds roundTrip);
    ~DelayLine();
    Q_DISABLE_COPY_MOVE(DelayLine)

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer *m_server = nullptr; ///< on that thread
    quint16 m_port = 0;
};

} // namespace lightwell::bench

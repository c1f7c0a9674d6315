// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace lightwell::test {

/// Stands on a free loopback port before a server, since web sockets and plain requests come to one address: a
/// connection that asks for a web socket goes to `onUpgrade`, every other one to the server behind, byte by byte. Lives
/// on the thread that made it and needs its event loop.
class SocketFront : public QTcpServer
{
public:
    /// Gets the connection with its request still unread, and owns it; to be read on a readyRead that comes again.
    using OnUpgrade = std::function<void(QTcpSocket *)>;
    SocketFront(quint16 behind, OnUpgrade onUpgrade);

    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("http")) const; ///< without a path
    [[nodiscard]] int upgrades() const { return m_upgrades; } ///< that were asked for

private:
    void look(QTcpSocket *client);
    void join(QTcpSocket *client);

    const quint16 m_behind;
    const OnUpgrade m_onUpgrade;
    int m_upgrades = 0;
};

} // namespace lightwell::test

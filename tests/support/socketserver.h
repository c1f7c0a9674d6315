// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/socketfront.h"

#include <QJsonObject>
#include <QList>

#include <memory>

class QWebSocket;
class QWebSocketServer;

namespace lightwell::test {

/// Web sockets at the address of a server for plain requests (`behind`, its port). Says the same on every open socket.
class SocketServer
{
public:
    /// What becomes of a connection that asks for a web socket.
    enum class Upgrade { Accept, Refuse, Garbage, Hang };

    explicit SocketServer(quint16 behind);
    ~SocketServer();
    Q_DISABLE_COPY_MOVE(SocketServer)

    [[nodiscard]] QUrl url() const { return m_front.url(); } ///< for web sockets and plain requests alike
    [[nodiscard]] int upgrades() const { return m_front.upgrades(); } ///< sockets that were asked for
    [[nodiscard]] int open() const { return static_cast<int>(m_open.size()); } ///< sockets that stand
    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; } ///< their addresses, as asked for
    void say(const QByteArray &type, const QJsonObject &data); ///< {"type": …, "data": …}
    void say(const QByteArray &text);
    void sayBytes(const QByteArray &bytes);
    void drop(); ///< every open socket, without a word

    Upgrade upgrade = Upgrade::Accept;

private:
    void take(QTcpSocket *client);

    std::unique_ptr<QWebSocketServer> m_sockets; // behind a pointer: who says something needs no web sockets
    SocketFront m_front;
    QList<QWebSocket *> m_open;
    QList<QUrl> m_opened;
};

} // namespace lightwell::test

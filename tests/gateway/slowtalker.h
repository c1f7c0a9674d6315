// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace lightwell::test {

/// A vendor whose answer comes when the test says so, word by word. Needs the caller's event loop.
class SlowTalker
{
public:
    SlowTalker();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const { return m_requests; } ///< that came whole
    [[nodiscard]] bool isLeft() const { return m_isLeft; } ///< the client hung up
    void begin(); ///< an event stream
    void say(const QByteArray &piece);
    void end();
    void drop(); ///< hangs up in the midst of it

private:
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    QByteArray m_received;
    int m_requests = 0;
    bool m_isLeft = false;
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/requestparser.h"

#include <QTcpSocket>

#include <functional>

namespace lightwell::test {

/// One client of the test server: reads requests one after the other and plays the replies.
class Connection : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<Reply(const Received &)>;
    Connection(QTcpSocket *socket, int index, Handler handler);

Q_SIGNALS:
    void answered();
    void hungUp(); ///< the client went away while it was owed an answer
    void closed();

private:
    void read();
    void play(const Reply &reply);
    void answer(const Reply &reply);
    void writeHead(const Reply &reply, qint64 length);
    void pour(const QByteArray &body);
    void done(bool close);

    QTcpSocket *m_socket;
    int m_index;
    Handler m_handler;
    RequestParser m_parser;
    bool m_busy = false;
    bool m_headOnly = false;
    bool m_weClose = false;
    qint64 m_left = 0; ///< of an endless body, in bytes
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connection.h"

#include <limits>

namespace lightwell::test {

Connection::Connection(QTcpSocket *socket, int index, Handler handler)
    : m_socket(socket)
    , m_index(index)
    , m_handler(std::move(handler))
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        if (m_busy && !m_weClose) {
            Q_EMIT hungUp();
        }
        Q_EMIT closed();
        deleteLater();
    });
    read();
}

void Connection::read()
{
    m_parser.feed(m_socket->readAll());
    while (!m_busy) {
        std::optional<Received> request = m_parser.next();
        if (m_parser.isBroken()) {
            return done(true);
        }
        if (!request) {
            if (m_parser.takeExpect()) {
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            return;
        }
        request->connection = m_index;
        m_busy = true;
        m_headOnly = request->method == "HEAD";
        play(m_handler(*request));
    }
}

void Connection::play(const Reply &reply)
{
    if (!reply.gate || reply.gate->isOpen()) {
        return answer(reply);
    }
    // The gate may open on another thread between the check and the connect: whoever comes first answers.
    auto once = std::make_shared<bool>(false);
    const auto go = [this, reply, once] {
        if (!std::exchange(*once, true)) {
            answer(reply);
        }
    };
    connect(reply.gate.get(), &Gate::opened, this, go);
    if (reply.gate->isOpen()) {
        QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
    }
}

void Connection::answer(const Reply &reply)
{
    const qsizetype half = reply.body.size() / 2;
    switch (reply.behaviour) {
    case Reply::Behaviour::Never:
        return;
    case Reply::Behaviour::DropBefore:
        return done(true);
    case Reply::Behaviour::Raw:
        m_socket->write(reply.body);
        return done(reply.close);
    case Reply::Behaviour::DropMidBody:
        writeHead(reply, reply.body.size());
        m_socket->write(reply.body.left(half));
        return done(true);
    case Reply::Behaviour::StallMidBody:
        writeHead(reply, reply.body.size());
        m_socket->write(reply.body.left(half));
        return;
    case Reply::Behaviour::Endless:
        writeHead(reply, -1);
        m_left = reply.most > 0 ? reply.most : std::numeric_limits<qint64>::max();
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this, body = reply.body] { pour(body); });
        return pour(reply.body);
    case Reply::Behaviour::Chunked:
        writeHead(reply, -1);
        for (qsizetype at = 0; at < reply.body.size(); at += 1000) {
            const QByteArray chunk = reply.body.mid(at, 1000);
            m_socket->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
        }
        m_socket->write("0\r\n\r\n");
        return done(reply.close);
    case Reply::Behaviour::Normal:
        writeHead(reply, reply.body.size());
        if (!m_headOnly) {
            m_socket->write(reply.body);
        }
        return done(reply.close);
    }
}

void Connection::writeHead(const Reply &reply, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Reply\r\n";
    for (const HttpHeader &h : reply.headers) {
        head += h.name + ": " + h.value + "\r\n";
    }
    if (length < 0) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (reply.status != 204 && reply.status != 304) {
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    if (reply.close) {
        head += "Connection: close\r\n";
    }
    m_socket->write(head + "\r\n");
}

void Connection::pour(const QByteArray &body)
{
    if (m_left <= 0) {
        return done(true);
    }
    if (m_socket->bytesToWrite() < 256 * 1024) {
        m_left -= body.size();
        m_socket->write(QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n");
    }
}

void Connection::done(bool close)
{
    m_weClose = close;
    if (close) {
        return m_socket->disconnectFromHost();
    }
    m_busy = false;
    Q_EMIT answered();
    if (m_socket->state() == QAbstractSocket::ConnectedState) {
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
    }
}

} // namespace lightwell::test

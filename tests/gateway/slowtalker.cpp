// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/slowtalker.h"

#include <QRegularExpression>

namespace lightwell::test {

using namespace Qt::StringLiterals;

SlowTalker::SlowTalker()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            m_isLeft = m_isLeft || socket == m_socket;
            m_socket = socket == m_socket ? nullptr : m_socket;
        });
    });
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("The slow talker cannot listen.");
    }
}

QUrl SlowTalker::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void SlowTalker::read(QTcpSocket *socket)
{
    static const QRegularExpression length(u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    m_received += socket->readAll();
    const qsizetype head = m_received.indexOf("\r\n\r\n");
    const qsizetype body = length.match(QString::fromLatin1(m_received)).captured(1).toLongLong();
    if (head >= 0 && m_received.size() >= head + 4 + body) {
        m_received.clear();
        m_socket = socket;
        ++m_requests;
    }
}

void SlowTalker::begin()
{
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
}

void SlowTalker::say(const QByteArray &piece)
{
    m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
    m_socket->flush();
}

void SlowTalker::end()
{
    m_socket->write("0\r\n\r\n");
    m_socket->disconnectFromHost();
}

void SlowTalker::drop()
{
    m_socket->abort();
}

} // namespace lightwell::test

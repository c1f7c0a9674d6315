// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/socketserver.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace lightwell::test {

using namespace Qt::StringLiterals;

SocketServer::SocketServer(quint16 behind)
    : m_sockets(std::make_unique<QWebSocketServer>(u"toy"_s, QWebSocketServer::NonSecureMode))
    , m_front(behind, [this](QTcpSocket *client) { take(client); })
{
    QObject::connect(m_sockets.get(), &QWebSocketServer::newConnection, m_sockets.get(), [this] {
        while (QWebSocket *socket = m_sockets->nextPendingConnection()) {
            m_opened.append(socket->requestUrl());
            m_open.append(socket);
            QObject::connect(socket, &QWebSocket::disconnected, m_sockets.get(), [this, socket] {
                m_open.removeOne(socket);
                socket->deleteLater();
            });
        }
    });
}

SocketServer::~SocketServer()
{
    const QList<QWebSocket *> open = std::exchange(m_open, {});
    for (QWebSocket *socket : open) {
        socket->disconnect(m_sockets.get());
        delete socket;
    }
}

void SocketServer::take(QTcpSocket *client)
{
    switch (upgrade) {
    case Upgrade::Accept:
        m_sockets->handleConnection(client);
        return;
    case Upgrade::Refuse:
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        client->disconnectFromHost();
        break;
    case Upgrade::Garbage:
        client->write(QByteArray("no web socket\r\n").repeated(1000));
        break;
    case Upgrade::Hang:
        break;
    }
    client->setParent(m_sockets.get());
}

void SocketServer::say(const QByteArray &type, const QJsonObject &data)
{
    say(QJsonDocument(QJsonObject {{"type"_L1, QString::fromLatin1(type)}, {"data"_L1, data}}).toJson());
}

void SocketServer::say(const QByteArray &text)
{
    for (QWebSocket *socket : std::as_const(m_open)) {
        socket->sendTextMessage(QString::fromUtf8(text));
    }
}

void SocketServer::sayBytes(const QByteArray &bytes)
{
    for (QWebSocket *socket : std::as_const(m_open)) {
        socket->sendBinaryMessage(bytes);
    }
}

void SocketServer::drop()
{
    const QList<QWebSocket *> open = m_open;
    for (QWebSocket *socket : open) {
        socket->abort();
    }
}

} // namespace lightwell::test

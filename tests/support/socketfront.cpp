// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/socketfront.h"

#include <QTcpSocket>

namespace lightwell::test {

SocketFront::SocketFront(quint16 behind, OnUpgrade onUpgrade)
    : m_behind(behind)
    , m_onUpgrade(std::move(onUpgrade))
{
    if (!listen(QHostAddress::LocalHost)) {
        qFatal("no free port");
    }
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { look(client); });
        }
    });
}

QUrl SocketFront::url(const QString &scheme) const
{
    return QUrl(scheme + QStringLiteral("://127.0.0.1:%1").arg(serverPort()));
}

void SocketFront::look(QTcpSocket *client)
{
    const QByteArray head = client->peek(client->bytesAvailable()).toLower();
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    client->disconnect(this);
    if (head.left(end).contains("\r\nupgrade: websocket")) {
        ++m_upgrades;
        client->disconnect(client);
        m_onUpgrade(client);
        Q_EMIT client->readyRead();
    } else {
        join(client);
    }
}

void SocketFront::join(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    const auto pass = [](QTcpSocket *from, QTcpSocket *to) { to->write(from->readAll()); };
    connect(server, &QTcpSocket::connected, client, [=] { pass(client, server); });
    connect(client, &QTcpSocket::readyRead, server, [=] {
        if (server->state() == QAbstractSocket::ConnectedState) {
            pass(client, server);
        }
    });
    connect(server, &QTcpSocket::readyRead, client, [=] { pass(server, client); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_behind);
}

} // namespace lightwell::test

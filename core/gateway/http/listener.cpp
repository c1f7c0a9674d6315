// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/listener.h"

#include "core/gateway/dialects/openaierrors.h"

namespace lightwell {

Listener::Listener(const Setup &setup, QObject *parent)
    : QTcpServer(parent)
    , m_setup(setup)
{
    setListenBacklogSize(1024);
}

Listener::~Listener()
{
    const QList<Connection *> connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
}

void Listener::finish()
{
    close();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->finish();
}

void Listener::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket;
    socket->setSocketDescriptor(handle);
    auto *connection = new Connection(socket, m_setup.limits, m_setup.times, this);
    const bool full = m_connections.size() >= m_setup.maxConnections;
    if (full) {
        connection->turnAway(openai::tooManyConnections());
        return;
    }
    m_connections.append(connection);
    connect(connection, &Connection::closed, this, [this, connection] {
        m_connections.removeOne(connection);
        if (m_connections.isEmpty())
            Q_EMIT emptied();
    });
    connect(connection, &Connection::headArrived, this, &Listener::headArrived);
    connect(connection, &Connection::requestArrived, this, &Listener::requestArrived);
    connect(connection, &Connection::refused, this, &Listener::refused);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/listener.h"

#include "core/gateway/dialects/openaierrors.h"
#include "core/gateway/httpserver_compat.h"

namespace lightwell {

Listener::Listener(const Setup &setup, QObject *parent)
    : QTcpServer(parent)
    , m_setup(setup)
{
    setListenBacklogSize(1024);
}

Listener::~Listener()
{
    // First whoever uses the sockets, also those that have closed and wait to be deleted, for their responders still use
    // QHttpServer's streams; then QHttpServer, which may own the sockets; then what is left of them.
    m_connections.clear();
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
    m_http.reset();
}

void Listener::finish()
{
    close();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->finish();
}

QList<Exchange *> Listener::unanswered() const
{
    QList<Exchange *> exchanges;
    for (const Connection *connection : m_connections)
        if (Exchange *exchange = connection->unanswered())
            exchanges.append(exchange);
    return exchanges;
}

void Listener::incomingConnection(qintptr handle)
{
    if (!m_http)
        begin(); // neither earlier nor later: it takes only a server that listens
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
    connect(connection, &Connection::bodyWanted, this, &Listener::handOver);
    connect(connection, &Connection::requestArrived, this, &Listener::requestArrived);
    connect(connection, &Connection::refused, this, &Listener::refused);
}

void Listener::begin()
{
    m_http = std::make_unique<QHttpServer>();
    compat::setHandler(*m_http, this, [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        take(request, std::move(responder));
    });
    QObject *owner = parent();
    m_http->bind(this);
    setParent(owner); // bind() takes what it is given; here it is the other way round
}

void Listener::handOver(QTcpSocket *socket)
{
    socket->setParent(this);
    addPendingConnection(socket);
}

void Listener::take(const QHttpServerRequest &request, QHttpServerResponder responder)
{
    for (Connection *connection : std::as_const(m_connections))
        if (connection->socket() && compat::cameFrom(*connection->socket(), request, responder))
            return connection->take(request.body(), std::move(responder));
}

} // namespace lightwell

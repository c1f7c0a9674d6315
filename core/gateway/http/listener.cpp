// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/listener.h"

#include "core/gateway/http/descriptors.h"
#include "core/gateway/httpserver_compat.h"

namespace lightwell {

namespace {

constexpr int maxTurnedAway = 32; // at a time; what is beyond is closed without a word
constexpr std::chrono::milliseconds beforeAcceptingAgain(50);
constexpr std::chrono::milliseconds almostAtOnce(2);

} // namespace

Listener::Listener(const Setup &setup, QObject *parent)
    : QTcpServer(parent)
    , m_setup(setup)
{
    if (!m_setup.places) {
        m_setup.places = std::make_shared<Places>(Places::Setup());
    }
    setListenBacklogSize(1024);
    m_acceptAgain.setParent(this); // so that it moves along
    m_acceptAgain.setSingleShot(true);
    connect(&m_acceptAgain, &QTimer::timeout, this, &Listener::acceptAgain);
    // QTcpServer stops accepting for good when the system lets it open no more files, and would otherwise try without
    // end. It says so again, and stops again, after every connection that it accepts later: then there is no reason to.
    connect(this, &QTcpServer::acceptError, this, [this] {
        const bool stuck = !canOpenAnother();
        if (stuck) {
            m_setup.places->freeOne(); // for a file of ours at least
        }
        m_acceptAgain.start(stuck ? beforeAcceptingAgain : almostAtOnce);
    });
}

Listener::~Listener()
{
    // First whoever uses the sockets, also those that have closed and wait to be deleted, for their responders still
    // use QHttpServer's streams; then QHttpServer, which may own the sockets; then what is left of them.
    m_connections.clear();
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
    m_http.reset();
}

void Listener::finish()
{
    close();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections) {
        connection->finish();
    }
}

QList<Exchange *> Listener::unanswered() const
{
    QList<Exchange *> exchanges;
    for (const Connection *connection : m_connections) {
        if (Exchange *exchange = connection->unanswered()) {
            exchanges.append(exchange);
        }
    }
    return exchanges;
}

void Listener::incomingConnection(qintptr handle)
{
    if (!m_http) {
        begin(); // neither earlier nor later: it takes only a server that listens
    }
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(handle)) {
        return; // it has gone already
    }
    if (!m_setup.places->makeRoom()) {
        return turnAway(socket.release());
    }
    auto *connection = new Connection(socket.release(), m_setup.limits, m_setup.times, this);
    m_setup.places->add(connection);
    m_connections.append(connection);
    connect(connection, &Connection::closed, this, [this, connection] {
        m_connections.removeOne(connection);
        if (m_connections.isEmpty()) {
            Q_EMIT emptied();
        }
    });
    connect(connection, &Connection::headArrived, this, &Listener::headArrived);
    connect(connection, &Connection::bodyWanted, this, &Listener::handOver);
    connect(connection, &Connection::requestArrived, this, &Listener::requestArrived);
    connect(connection, &Connection::refused, this, &Listener::refused);
}

void Listener::turnAway(QTcpSocket *socket)
{
    if (m_turnedAway >= maxTurnedAway) {
        delete socket;
        return;
    }
    ++m_turnedAway;
    auto *connection = new Connection(socket, m_setup.limits, m_setup.times, this);
    connect(connection, &Connection::closed, this, [this] { --m_turnedAway; });
    connection->turnAway(m_setup.whenFull);
}

void Listener::acceptAgain()
{
    if (isListening()) {
        resumeAccepting();
    }
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
    for (Connection *connection : std::as_const(m_connections)) {
        if (connection->socket() && compat::cameFrom(*connection->socket(), request, responder)) {
            return connection->take(request.body(), std::move(responder));
        }
    }
}

} // namespace lightwell

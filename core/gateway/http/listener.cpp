// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/listener.h"

#include "core/gateway/http/descriptors.h"

#include <QSslSocket>

namespace lightwell {

namespace {

constexpr int maxTurnedAway = 32; // at a time; what is beyond is closed without a word
constexpr std::chrono::milliseconds beforeAcceptingAgain(50);
constexpr std::chrono::milliseconds almostAtOnce(2);

} // namespace

Listener::Listener(Setup setup, QObject *parent)
    : QTcpServer(parent)
    , m_setup(std::move(setup))
{
    if (!m_setup.connectionSlots) {
        m_setup.connectionSlots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup());
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
            m_setup.connectionSlots->freeOne(); // for a file of ours at least
        }
        m_acceptAgain.start(stuck ? beforeAcceptingAgain : almostAtOnce);
    });
}

Listener::~Listener()
{
    // Also those that have closed and wait to be deleted; none of them says goodbye to what is half gone.
    m_connections.clear();
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
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

std::unique_ptr<QTcpSocket> Listener::makeSocket(qintptr handle) const
{
    if (!m_setup.tls) {
        auto socket = std::make_unique<QTcpSocket>();
        return socket->setSocketDescriptor(handle) ? std::move(socket) : nullptr;
    }
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(handle)) {
        return nullptr;
    }
    // The handshake runs while the head is awaited, within the same time. Who does not speak TLS is disconnected.
    socket->setSslConfiguration(*m_setup.tls);
    socket->startServerEncryption();
    return socket;
}

void Listener::incomingConnection(qintptr handle)
{
    std::unique_ptr<QTcpSocket> socket = makeSocket(handle);
    if (!socket) {
        return;
    }
    if (!m_setup.connectionSlots->makeRoom()) {
        return turnAway(socket.release());
    }
    auto *connection = new Connection(socket.release(), m_setup.limits, m_setup.times, this);
    m_setup.connectionSlots->add(connection);
    m_connections.append(connection);
    connect(connection, &Connection::closed, this, [this, connection] {
        m_connections.removeOne(connection);
        if (m_connections.isEmpty()) {
            Q_EMIT emptied();
        }
    });
    connect(connection, &Connection::headArrived, this, &Listener::headArrived);
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

} // namespace lightwell

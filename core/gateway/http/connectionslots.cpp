// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/connectionslots.h"

#include "core/gateway/http/connection.h"

#include <algorithm>

namespace lightwell {

namespace {

bool isKnown(const Connection *connection)
{
    return connection->standing() == Connection::Standing::Known;
}

/// A client or, where none is known, where the connection comes from.
QString ownerOf(const Connection *connection)
{
    const QString client = isKnown(connection) ? connection->client() : QString();
    return client.isEmpty() ? u'@' + QString::fromLatin1(connection->neighbourhood()) : client;
}

} // namespace

ConnectionSlots::ConnectionSlots(const Setup &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
{
    m_look.setParent(this);
    m_look.setInterval(m_setup.look);
    connect(&m_look, &QTimer::timeout, this, &ConnectionSlots::lookAtAnswers);
}

void ConnectionSlots::add(Connection *connection)
{
    m_connections.append(connection);
    const auto leave = [this, connection] { m_connections.removeOne(connection); };
    connect(connection, &Connection::closed, this, leave);
    connect(connection, &QObject::destroyed, this, leave);
    connect(connection, &Connection::answering, this, [this] {
        lookAtAnswers();
        if (!m_look.isActive()) {
            m_look.start();
        }
    });
}

bool ConnectionSlots::admits(const QString &client) const
{
    if (client.isEmpty()) {
        return true;
    }
    const auto known = std::count_if(m_connections.begin(), m_connections.end(), isKnown);
    const auto own = std::count_if(m_connections.begin(), m_connections.end(), [&client](const Connection *connection) {
        return isKnown(connection) && connection->client() == client;
    });
    return own + known < m_setup.most;
}

bool ConnectionSlots::makeRoom()
{
    const auto strangers = m_connections.size() - std::count_if(m_connections.begin(), m_connections.end(), isKnown);
    const int keptForKnown = m_setup.most / 4;
    if (taken() < m_setup.most && strangers < m_setup.most - keptForKnown) {
        return true;
    }
    return freeOne();
}

bool ConnectionSlots::freeOne()
{
    Connection *connection = leastEntitled();
    if (!connection) {
        return false;
    }
    m_connections.removeOne(connection);
    connection->giveWay();
    return true;
}

Connection *ConnectionSlots::leastEntitled() const
{
    QHash<QByteArray, int> crowds;
    for (const Connection *connection : m_connections) {
        if (!isKnown(connection)) {
            ++crowds[connection->neighbourhood()];
        }
    }
    Connection *found = nullptr;
    const auto rank = [&crowds](const Connection *connection) {
        return std::pair(connection->standing(), -crowds.value(connection->neighbourhood()));
    };
    for (Connection *connection : m_connections) {
        if (!isKnown(connection) && (!found || rank(connection) < rank(found))) {
            found = connection;
        }
    }
    return found;
}

/// Whoever takes its answers slowly, or not at all, must not end those of somebody else.
Connection *ConnectionSlots::mostWasteful(bool alsoYoung) const
{
    QHash<QString, qint64> waiting;
    for (const Connection *connection : m_connections) {
        waiting[ownerOf(connection)] += connection->unsent();
    }
    const auto most = std::max_element(waiting.constBegin(), waiting.constEnd());
    Connection *found = nullptr;
    Connection *eldest = nullptr;
    for (Connection *connection : m_connections) {
        if (connection->unsent() == 0 || ownerOf(connection) != most.key()) {
            continue;
        }
        if (!eldest || connection->answersSince() > eldest->answersSince()) {
            eldest = connection;
        }
        if (connection->answersSince() >= m_setup.look && (!found || connection->pace() < found->pace())) {
            found = connection;
        }
    }
    return found || !alsoYoung ? found : eldest;
}

void ConnectionSlots::lookAtAnswers()
{
    qint64 unsent = 0;
    for (const Connection *connection : std::as_const(m_connections)) {
        unsent += connection->unsent();
    }
    if (unsent == 0) {
        m_look.stop();
    }
    while (unsent > m_setup.unsent) {
        Connection *connection = mostWasteful(unsent > 2 * m_setup.unsent);
        if (!connection) {
            return;
        }
        unsent -= connection->unsent();
        m_connections.removeOne(connection);
        connection->giveWay();
    }
}

} // namespace lightwell

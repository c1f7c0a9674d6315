// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socketpool.h"

#include <algorithm>

namespace lightwell {

void SocketPool::Later::operator()(OpenSocket *old) const
{
    old->disconnect();
    old->deleteLater();
}

SocketPool::SocketPool(std::chrono::milliseconds freshFor)
    : m_freshFor(freshFor)
    , m_self(std::make_shared<SocketPool *>(this))
{
}

SocketPool::~SocketPool()
{
    *m_self = nullptr;
    for (Ahead &ahead : m_ahead) {
        delete ahead.socket.release(); // there may be no event loop any more
    }
}

void SocketPool::take(const CallSetup &setup, QObject *context, OnLease onLease)
{
    const Waiting waiting {setup, context, std::move(onLease)};
    if (m_active < atOnce) {
        give(waiting);
    } else {
        m_queue.push_back(waiting);
    }
}

void SocketPool::give(const Waiting &waiting)
{
    ++m_active;
    const QString place = m_ahead.empty() ? QString() : waiting.setup.place();
    Lease lease;
    lease.turn = std::shared_ptr<void>(nullptr, [self = m_self](void *) {
        if (*self) {
            (*self)->giveBack();
        }
    });
    const auto ready =
        std::find_if(m_ahead.begin(), m_ahead.end(), [&place](const Ahead &ahead) { return ahead.place == place; });
    if (ready == m_ahead.end()) {
        lease.socket = Socket(new OpenSocket(waiting.setup));
    } else {
        lease.socket = std::move(ready->socket);
        lease.socket->disconnect();
        m_ahead.erase(ready);
        m_promised[place] = std::max(0, m_promised.value(place) - 1);
    }
    waiting.onLease(std::move(lease));
}

void SocketPool::giveBack()
{
    --m_active;
    while (!m_queue.empty() && m_active < atOnce) {
        const Waiting waiting = m_queue.front();
        m_queue.pop_front();
        if (waiting.context) {
            give(waiting);
        }
    }
}

int SocketPool::standing(const QString &place) const
{
    return static_cast<int>(
        std::count_if(m_ahead.begin(), m_ahead.end(), [&place](const Ahead &ahead) { return ahead.place == place; }));
}

void SocketPool::open(const CallSetup &setup, int calls)
{
    const QString place = setup.place();
    int &promised = m_promised[place];
    promised += calls;
    while (standing(place) < promised) {
        openOne(setup);
    }
}

void SocketPool::keepReady(const CallSetup &setup, int connections)
{
    const QString place = setup.place();
    while (standing(place) - m_promised.value(place) < connections) {
        openOne(setup);
    }
}

void SocketPool::openOne(const CallSetup &setup)
{
    Ahead ahead {setup.place(), Socket(new OpenSocket(setup))};
    OpenSocket *socket = ahead.socket.get();
    QObject::connect(socket, &OpenSocket::failed, socket, [this, socket] { forget(socket); });
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, socket, [self = m_self, socket] {
        if (*self) {
            (*self)->forget(socket);
        }
    });
    timer->start(m_freshFor);
    m_ahead.push_back(std::move(ahead));
    QMetaObject::invokeMethod(socket, &OpenSocket::begin, Qt::QueuedConnection); // whoever opens several counts them
}

/// No longer ahead: it was closed, or nobody came for it.
void SocketPool::forget(const OpenSocket *socket)
{
    const auto found = std::find_if(m_ahead.begin(), m_ahead.end(),
                                    [socket](const Ahead &ahead) { return ahead.socket.get() == socket; });
    if (found != m_ahead.end()) {
        const QString place = found->place;
        m_ahead.erase(found);
        m_promised[place] = std::min(m_promised.value(place), standing(place));
    }
}

} // namespace lightwell

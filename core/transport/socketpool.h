// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/opensocket.h"

#include <QHash>
#include <QPointer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace lightwell {

/// Connections for requests that leave once: each carries one. Some are opened ahead.
class SocketPool
{
public:
    static constexpr int atOnce = 240; ///< calls under way; further ones wait

    /// It often goes from within one of its own signals.
    struct Later
    {
        void operator()(OpenSocket *old) const;
    };
    using Socket = std::unique_ptr<OpenSocket, Later>;
    /// The right to one call; given back when it goes.
    struct Lease
    {
        Socket socket; ///< perhaps still connecting, or not even that: OpenSocket::begin()
        std::shared_ptr<void> turn;
    };
    using OnLease = std::function<void(Lease)>;

    /// A connection opened ahead that was not used by then is closed.
    explicit SocketPool(std::chrono::milliseconds freshFor);
    ~SocketPool();
    SocketPool(const SocketPool &) = delete;
    SocketPool &operator=(const SocketPool &) = delete;

    /// Calls `onLease` at once, or when it is its turn; never if `context` is gone by then.
    void take(const CallSetup &setup, QObject *context, OnLease onLease);
    /// Has a connection for each of `calls` that are about to come: promises them those that stand, and opens others.
    void open(const CallSetup &setup, int calls);
    /// Has so many that are promised to nobody yet, for calls that may come.
    void keepReady(const CallSetup &setup, int connections);

private:
    struct Ahead
    {
        QString place;
        Socket socket;
    };
    struct Waiting
    {
        CallSetup setup;
        QPointer<QObject> context;
        OnLease onLease;
    };
    void openOne(const CallSetup &setup);
    void forget(const OpenSocket *socket);
    [[nodiscard]] int standing(const QString &place) const;
    void give(const Waiting &waiting);
    void giveBack();

    const std::chrono::milliseconds m_freshFor;
    std::vector<Ahead> m_ahead;
    QHash<QString, int> m_promised; ///< of those, by place
    std::deque<Waiting> m_queue;
    std::shared_ptr<SocketPool *> m_self; ///< what leases know it by: they may outlive it
    int m_active = 0;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace lightwell {

/// Network managers shared out so that none has more than six calls to one host under way: that is what
/// QNetworkAccessManager sends at once over HTTP/1.1; further ones would silently wait in its queue.
class ManagerPool
{
public:
    static constexpr int callsPerHost = 6;
    static constexpr int maxManagers = 40;
    static constexpr int idleManagersKept = 4;
    /// A connection opened ahead counts as new for so long, and is closed when it was not used by then: shorter than
    /// the patience of servers with a client that connects and says nothing (20 seconds and more).
    static constexpr std::chrono::seconds freshFor {10};

    /// The right to one call; given back when it goes out of scope.
    class Lease
    {
    public:
        Lease(ManagerPool &pool, QNetworkAccessManager *manager, QString host);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        [[nodiscard]] QNetworkAccessManager &manager() const { return *m_manager; }

    private:
        ManagerPool &m_pool;
        QNetworkAccessManager *m_manager;
        QString m_host;
    };
    using OnLease = std::function<void(std::unique_ptr<Lease>)>;

    explicit ManagerPool(std::chrono::milliseconds fresh = freshFor);
    ~ManagerPool();
    ManagerPool(const ManagerPool &) = delete;
    ManagerPool &operator=(const ManagerPool &) = delete;

    /// Calls `onLease` at once, or when a place is free; never if `context` is gone by then. `fresh` asks for a
    /// connection that was not used before: a kept one may have died unnoticed, and whether a paid request still
    /// got through would be anybody's guess.
    void take(const QString &host, bool fresh, QObject *context, OnLease onLease);
    using Connect = std::function<void(QNetworkAccessManager &)>;
    /// Has a connection to `host` for each of `calls` for fresh ones that are about to come: promises them those that
    /// stand, and lets `connect` open further ones. Nothing at all happens where every manager is busy.
    void open(const QString &host, int calls, const Connect &connect);
    /// Has `connections` to `host` that are promised to nobody yet, for calls that may come.
    void keepReady(const QString &host, int connections, const Connect &connect);

private:
    struct Entry;
    struct Waiting
    {
        QString host;
        bool fresh = false;
        QPointer<QObject> context;
        OnLease onLease;
    };

    [[nodiscard]] Entry *find(const QString &host, bool fresh);
    [[nodiscard]] Entry *add();
    Entry *openOne(const QString &host, const Connect &connect); ///< null: every manager is busy
    void give(Entry &entry, const Waiting &waiting);
    void giveBack(QNetworkAccessManager *manager, const QString &host);
    void trim();
    void sweepLater();

    const std::chrono::milliseconds m_freshFor;
    /// Closes what was opened ahead and not used. Made on the thread that uses the pool, which may not be the one that
    /// made it.
    std::unique_ptr<QTimer> m_sweep;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::deque<Waiting> m_queue;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QPointer>

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

    ManagerPool();
    ~ManagerPool();
    ManagerPool(const ManagerPool &) = delete;
    ManagerPool &operator=(const ManagerPool &) = delete;

    /// Calls `onLease` at once, or when a place is free; never if `context` is gone by then. Prefers the manager that
    /// may still have a connection to `host`.
    void take(const QString &host, QObject *context, OnLease onLease);

private:
    struct Entry;
    struct Waiting
    {
        QString host;
        QPointer<QObject> context;
        OnLease onLease;
    };

    [[nodiscard]] Entry *find(const QString &host);
    [[nodiscard]] Entry *add();
    void give(Entry &entry, const Waiting &waiting);
    void giveBack(QNetworkAccessManager *manager, const QString &host);
    void trim();

    std::vector<std::unique_ptr<Entry>> m_entries;
    std::deque<Waiting> m_queue;
};

} // namespace lightwell

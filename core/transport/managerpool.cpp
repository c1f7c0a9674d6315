// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/managerpool.h"

#include "core/transport/proxychooser.h"

#include <QDeadlineTimer>
#include <QHash>

#include <algorithm>

namespace lightwell {

struct ManagerPool::Entry
{
    Entry()
    {
        manager->setProxyFactory(new ProxyChooser); // owned by the manager
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    /// A call often ends from within a signal of its reply, which still needs the manager after that. Replies are its
    /// children and must stay so, for they go on using it until they are deleted.
    struct Later
    {
        void operator()(QNetworkAccessManager *old) const { old->deleteLater(); }
    };
    std::unique_ptr<QNetworkAccessManager, Later> manager {new QNetworkAccessManager};
    QHash<QString, int> active; ///< calls under way by host
    QHash<QString, bool> used; ///< hosts to which an idle connection may exist
    QHash<QString, QDeadlineTimer> opened; ///< hosts with connections opened ahead, and until when they are fresh
    int total = 0;

    [[nodiscard]] bool isFresh(const QString &host) const
    {
        const auto ahead = opened.constFind(host);
        return !used.contains(host) && (ahead == opened.cend() || !ahead->hasExpired());
    }
};

ManagerPool::Lease::Lease(ManagerPool &pool, QNetworkAccessManager *manager, QString host)
    : m_pool(pool)
    , m_manager(manager)
    , m_host(std::move(host))
{
}

ManagerPool::Lease::~Lease()
{
    m_pool.giveBack(m_manager, m_host);
}

ManagerPool::ManagerPool() = default;
ManagerPool::~ManagerPool()
{
    for (const auto &entry : m_entries) {
        delete entry->manager.release(); // there may be no event loop any more
    }
}

void ManagerPool::take(const QString &host, bool fresh, QObject *context, OnLease onLease)
{
    const Waiting waiting {host, fresh, context, std::move(onLease)};
    if (Entry *entry = find(host, fresh)) {
        give(*entry, waiting);
    } else {
        m_queue.push_back(waiting);
    }
}

ManagerPool::Entry *ManagerPool::find(const QString &host, bool fresh)
{
    for (const auto &entry : m_entries) {
        if (entry->active.value(host) < callsPerHost && (!fresh || entry->isFresh(host))) {
            return entry.get();
        }
    }
    if (m_entries.size() >= maxManagers) {
        const auto idle = std::find_if(m_entries.begin(), m_entries.end(), [](const auto &e) { return e->total == 0; });
        if (idle == m_entries.end()) {
            return nullptr;
        }
        m_entries.erase(idle);
    }
    return m_entries.emplace_back(std::make_unique<Entry>()).get();
}

void ManagerPool::open(const QString &host, const std::function<void(QNetworkAccessManager &)> &connect)
{
    Entry *entry = find(host, true);
    if (!entry) {
        return;
    }
    entry->opened.insert(host, QDeadlineTimer(freshFor));
    connect(*entry->manager);
}

void ManagerPool::give(Entry &entry, const Waiting &waiting)
{
    ++entry.active[waiting.host];
    ++entry.total;
    waiting.onLease(std::make_unique<Lease>(*this, entry.manager.get(), waiting.host));
}

void ManagerPool::giveBack(QNetworkAccessManager *manager, const QString &host)
{
    for (const auto &entry : m_entries) {
        if (entry->manager.get() != manager) {
            continue;
        }
        --entry->total;
        --entry->active[host];
        entry->used.insert(host, true);
    }
    while (!m_queue.empty()) {
        const Waiting waiting = m_queue.front();
        Entry *entry = waiting.context ? find(waiting.host, waiting.fresh) : nullptr;
        if (waiting.context && !entry) {
            break;
        }
        m_queue.pop_front();
        if (entry) {
            give(*entry, waiting);
        }
    }
    trim();
}

void ManagerPool::trim()
{
    int idle = 0;
    std::erase_if(m_entries, [&](const auto &entry) { return entry->total == 0 && ++idle > idleManagersKept; });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/managerpool.h"

#include "core/transport/proxychooser.h"

#include <QHash>
#include <QSet>

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
    QSet<QString> used; ///< hosts to which an idle connection may exist
    int total = 0;

    [[nodiscard]] bool hasPlace(const QString &host) const { return active.value(host) < callsPerHost; }
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

void ManagerPool::take(const QString &host, QObject *context, OnLease onLease)
{
    const Waiting waiting {host, context, std::move(onLease)};
    if (Entry *entry = find(host)) {
        give(*entry, waiting);
    } else {
        m_queue.push_back(waiting);
    }
}

ManagerPool::Entry *ManagerPool::find(const QString &host)
{
    const auto first = [this](const auto &fits) -> Entry * {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &e) { return fits(*e); });
        return found == m_entries.end() ? nullptr : found->get();
    };
    Entry *kept = first([&](const Entry &e) { return e.used.contains(host) && e.hasPlace(host); });
    Entry *fits = kept ? kept : first([&](const Entry &e) { return e.hasPlace(host); });
    return fits ? fits : add();
}

ManagerPool::Entry *ManagerPool::add()
{
    if (m_entries.size() >= maxManagers) {
        const auto idle = std::find_if(m_entries.begin(), m_entries.end(), [](const auto &e) { return e->total == 0; });
        if (idle == m_entries.end()) {
            return nullptr;
        }
        m_entries.erase(idle);
    }
    return m_entries.emplace_back(std::make_unique<Entry>()).get();
}

void ManagerPool::give(Entry &entry, const Waiting &waiting)
{
    ++entry.active[waiting.host];
    ++entry.total;
    entry.used.insert(waiting.host); // from now on a connection may be left by it
    waiting.onLease(std::make_unique<Lease>(*this, entry.manager.get(), waiting.host));
}

void ManagerPool::giveBack(QNetworkAccessManager *manager, const QString &host)
{
    for (const auto &entry : m_entries) {
        if (entry->manager.get() == manager) {
            --entry->total;
            --entry->active[host];
        }
    }
    while (!m_queue.empty()) {
        const Waiting waiting = m_queue.front();
        Entry *entry = waiting.context ? find(waiting.host) : nullptr;
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
    std::erase_if(m_entries, [&idle](const auto &entry) { return entry->total == 0 && ++idle > idleManagersKept; });
}

} // namespace lightwell

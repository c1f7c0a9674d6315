// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/managerpool.h"

#include "core/transport/proxychooser.h"

#include <QDeadlineTimer>
#include <QHash>

#include <algorithm>
#include <optional>

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
    /// Connections to one host that were opened ahead, and no byte went over them.
    struct Ahead
    {
        int connections = 0;
        int promised = 0; ///< of those, to calls that are about to come
        QDeadlineTimer fresh; ///< of the oldest
    };
    QHash<QString, int> active; ///< calls under way by host
    QHash<QString, bool> used; ///< hosts to which an idle connection may exist
    QHash<QString, Ahead> ahead; ///< by host
    /// Unused connections may stand that cannot be told from used ones any more; until then they may.
    std::optional<QDeadlineTimer> lost;
    int total = 0;

    void forgetAhead(const QString &host)
    {
        const Ahead forgotten = ahead.take(host);
        if (isOpen(forgotten) && (!lost || forgotten.fresh < *lost)) {
            lost = forgotten.fresh;
        }
    }
    [[nodiscard]] bool isFresh(const QString &host) const
    {
        const auto opened = ahead.constFind(host);
        return !used.contains(host) && (opened == ahead.cend() || !opened->fresh.hasExpired());
    }
    [[nodiscard]] bool isReady(const QString &host) const { return isFresh(host) && ahead.value(host).connections > 0; }
    [[nodiscard]] bool hasPlace(const QString &host) const
    {
        return active.value(host) + ahead.value(host).connections < callsPerHost;
    }
    [[nodiscard]] bool isAhead() const { return std::any_of(ahead.begin(), ahead.end(), isOpen); }
    [[nodiscard]] bool isStale() const
    {
        return std::any_of(ahead.begin(), ahead.end(),
                           [](const Ahead &opened) { return isOpen(opened) && opened.fresh.hasExpired(); })
            || (lost && lost->hasExpired());
    }
    [[nodiscard]] static bool isOpen(const Ahead &opened) { return opened.connections > 0; }
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

ManagerPool::ManagerPool(std::chrono::milliseconds fresh)
    : m_freshFor(fresh)
{
}

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
    const auto first = [this](const auto &fits) -> Entry * {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &e) { return fits(*e); });
        return found == m_entries.end() ? nullptr : found->get();
    };
    if (fresh) {
        Entry *ready = first([&](const Entry &e) { return e.isReady(host); });
        Entry *fits = ready ? ready : first([&](const Entry &e) { return e.isFresh(host) && e.hasPlace(host); });
        return fits ? fits : add();
    }
    // Where a connection may stand already; and not on one that was opened for a paid call.
    Entry *kept = first([&](const Entry &e) { return e.used.contains(host) && e.hasPlace(host); });
    Entry *fits = kept ? kept : first([&](const Entry &e) { return !e.isReady(host) && e.hasPlace(host); });
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

ManagerPool::Entry *ManagerPool::openOne(const QString &host, const Connect &connect)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto &entry) { return entry->isFresh(host) && entry->hasPlace(host); });
    Entry *entry = found == m_entries.end() ? add() : found->get();
    if (entry) {
        Entry::Ahead &opened = entry->ahead[host];
        if (opened.connections++ == 0) {
            opened.fresh.setRemainingTime(m_freshFor, Qt::PreciseTimer);
        }
        sweepLater();
        connect(*entry->manager);
    }
    return entry;
}

void ManagerPool::open(const QString &host, int calls, const Connect &connect)
{
    for (const auto &entry : m_entries) {
        if (entry->isReady(host)) {
            Entry::Ahead &opened = entry->ahead[host];
            const int taken = std::min(calls, opened.connections - opened.promised);
            opened.promised += taken;
            calls -= taken;
        }
    }
    for (; calls > 0; --calls) {
        if (Entry *entry = openOne(host, connect)) {
            ++entry->ahead[host].promised;
        }
    }
}

void ManagerPool::keepReady(const QString &host, int connections, const Connect &connect)
{
    for (const auto &entry : m_entries) {
        if (entry->isReady(host)) {
            const Entry::Ahead &opened = entry->ahead[host];
            connections -= opened.connections - opened.promised;
        }
    }
    for (; connections > 0; --connections) {
        openOne(host, connect);
    }
}

void ManagerPool::give(Entry &entry, const Waiting &waiting)
{
    ++entry.active[waiting.host];
    ++entry.total;
    const auto opened = entry.ahead.find(waiting.host);
    if (!waiting.fresh) {
        entry.used.insert(waiting.host, true); // from now on one may be left by it
        entry.forgetAhead(waiting.host);
    } else if (opened != entry.ahead.end()) {
        opened->connections = std::max(0, opened->connections - 1);
        opened->promised = std::max(0, opened->promised - 1);
    }
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
        entry->forgetAhead(host); // one and the other cannot be told apart any more
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
    const auto isNeeded = [&idle](const Entry &entry) {
        if (entry.total > 0) {
            return true;
        }
        return !entry.isStale() && (entry.isAhead() || ++idle <= idleManagersKept);
    };
    std::erase_if(m_entries, [&](const auto &entry) { return !isNeeded(*entry); });
    const bool hasUnused =
        std::any_of(m_entries.begin(), m_entries.end(), [](const auto &e) { return e->isAhead() || e->lost; });
    if (hasUnused) {
        sweepLater();
    }
}

void ManagerPool::sweepLater()
{
    if (!m_sweep) {
        m_sweep = std::make_unique<QTimer>();
        m_sweep->setSingleShot(true);
        m_sweep->setInterval(m_freshFor);
        m_sweep->setTimerType(Qt::PreciseTimer); // not before the first is stale
        QObject::connect(m_sweep.get(), &QTimer::timeout, m_sweep.get(), [this] { trim(); });
    }
    if (!m_sweep->isActive()) {
        m_sweep->start();
    }
}

} // namespace lightwell

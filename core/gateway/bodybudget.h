// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/exchange.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <memory>

namespace lightwell {

/// Bytes of one client's body, counted for as long as this lives, on whatever thread that ends.
class BodyShare
{
public:
    using Counter = std::shared_ptr<std::atomic<qint64>>;
    BodyShare(Counter all, Counter ofClient, qint64 bytes)
        : m_all(std::move(all))
        , m_ofClient(std::move(ofClient))
        , m_bytes(bytes)
    {
        *m_all += m_bytes;
        *m_ofClient += m_bytes;
    }
    ~BodyShare()
    {
        *m_all -= m_bytes;
        *m_ofClient -= m_bytes;
    }
    Q_DISABLE_COPY_MOVE(BodyShare)

    /// It has turned out to be no longer than that. On the gateway's thread, whoever else holds the share.
    void shrinkTo(qint64 bytes)
    {
        const qint64 spare = m_bytes - std::min(bytes, m_bytes);
        *m_all -= spare;
        *m_ofClient -= spare;
        m_bytes -= spare;
    }

private:
    Counter m_all;
    Counter m_ofClient;
    qint64 m_bytes;
};

/// What the bodies of all clients together may take: each alone may be large, and there may be many clients, but not
/// both. One client has at most as much as it leaves for the others: alone half of all. Small ones are not counted; the
/// number of connections bounds them. On the gateway's thread.
class BodyBudget : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Room {
        Enough,
        NotForThisClient, ///< it has its share
        None,
    };

    void setMost(qint64 bytes) { m_most = bytes; }
    /// The exchange announced so many bytes. Where there is enough room, they are kept for it until it is gone and
    /// nobody holds its share.
    [[nodiscard]] Room admit(Exchange *exchange, qint64 bytes);
    /// Its body is whole and has so many bytes: no more than these are kept for it.
    void settle(Exchange *exchange, qint64 bytes);
    /// For whoever goes on with the body after the exchange; nullptr: it is small.
    [[nodiscard]] std::shared_ptr<BodyShare> shareOf(Exchange *exchange) const { return m_shares.value(exchange); }

private:
    qint64 m_most = 0;
    BodyShare::Counter m_inUse = std::make_shared<std::atomic<qint64>>(0);
    QHash<QString, BodyShare::Counter> m_clients; ///< those that use some
    QHash<QObject *, std::shared_ptr<BodyShare>> m_shares;
};

/// Bytes. To read more would hold up everybody else on the gateway's thread.
inline constexpr qsizetype largeBody = 256LL * 1024;

/// How long the head says that the body will be; at least `most` where it does not say how long it becomes, in chunks
/// or unpacked.
[[nodiscard]] qint64 announcedBytes(const GatewayRequest &request, qint64 most);

} // namespace lightwell

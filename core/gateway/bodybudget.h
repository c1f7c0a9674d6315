// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/exchange.h"

#include <QHash>

#include <atomic>
#include <memory>

namespace lightwell {

/// Bytes of one client's body, counted for as long as this lives, on whatever thread that ends.
class BodyShare
{
public:
    BodyShare(std::shared_ptr<std::atomic<qint64>> inUse, qint64 bytes)
        : m_inUse(std::move(inUse))
        , m_bytes(bytes)
    {
        *m_inUse += m_bytes;
    }
    ~BodyShare() { *m_inUse -= m_bytes; }
    Q_DISABLE_COPY_MOVE(BodyShare)

private:
    std::shared_ptr<std::atomic<qint64>> m_inUse;
    qint64 m_bytes;
};

/// What the bodies of all clients together may take: each alone may be large, and there may be many clients, but not
/// both. Small ones are not counted; the number of connections bounds them. On the gateway's thread.
class BodyBudget : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setMost(qint64 bytes) { m_most = bytes; }
    /// The exchange announced so many bytes. They are kept for it until it is gone and nobody holds its share; false:
    /// there is no room.
    [[nodiscard]] bool admit(Exchange *exchange, qint64 bytes);
    /// For whoever goes on with the body after the exchange; nullptr: it is small.
    [[nodiscard]] std::shared_ptr<BodyShare> shareOf(Exchange *exchange) const { return m_shares.value(exchange); }

private:
    qint64 m_most = 0;
    std::shared_ptr<std::atomic<qint64>> m_inUse = std::make_shared<std::atomic<qint64>>(0);
    QHash<QObject *, std::shared_ptr<BodyShare>> m_shares;
};

/// Bytes. To read more would hold up everybody else on the gateway's thread.
inline constexpr qsizetype largeBody = 256 * 1024;

/// How long the head says that the body will be; `most` where it does not.
[[nodiscard]] qint64 announcedBytes(const GatewayRequest &request, qint64 most);

} // namespace lightwell

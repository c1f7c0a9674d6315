// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/bodybudget.h"

#include "core/gateway/http/bodycoding.h"

namespace lightwell {

BodyBudget::Room BodyBudget::admit(Exchange *exchange, qint64 bytes)
{
    if (bytes <= largeBody) {
        return Room::Enough;
    }
    const qint64 left = m_most - *m_inUse;
    if (bytes > left) {
        return Room::None;
    }
    m_clients.removeIf([](const auto &client) { return *client.value() == 0; });
    BodyShare::Counter &ofClient = m_clients[exchange->client()];
    if (!ofClient) {
        ofClient = std::make_shared<std::atomic<qint64>>(0);
    }
    // Without keys all are the same.
    if (!exchange->client().isEmpty() && *ofClient + bytes > left) {
        return Room::NotForThisClient;
    }
    m_shares.insert(exchange, std::make_shared<BodyShare>(m_inUse, ofClient, bytes));
    connect(exchange, &QObject::destroyed, this, [this](QObject *gone) { m_shares.remove(gone); });
    return Room::Enough;
}

void BodyBudget::settle(Exchange *exchange, qint64 bytes)
{
    const std::shared_ptr<BodyShare> share = shareOf(exchange);
    if (share && bytes <= largeBody) {
        m_shares.remove(exchange);
    } else if (share) {
        share->shrinkTo(bytes);
    }
}

qint64 announcedBytes(const GatewayRequest &request, qint64 most)
{
    if (request.hasHeader("Transfer-Encoding")) {
        return most;
    }
    const qint64 length = request.header("Content-Length").toLongLong();
    return codingOf(request) == BodyCoding::Packed ? std::max(most, length) : length;
}

} // namespace lightwell

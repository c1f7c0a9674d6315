// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/bodybudget.h"

namespace lightwell {

bool BodyBudget::admit(Exchange *exchange, qint64 bytes)
{
    if (bytes <= largeBody)
        return true;
    if (*m_inUse + bytes > m_most)
        return false;
    m_shares.insert(exchange, std::make_shared<BodyShare>(m_inUse, bytes));
    connect(exchange, &QObject::destroyed, this, [this](QObject *gone) { m_shares.remove(gone); });
    return true;
}

qint64 announcedBytes(const GatewayRequest &request, qint64 most)
{
    return request.hasHeader("Transfer-Encoding") ? most : request.header("Content-Length").toLongLong();
}

} // namespace lightwell

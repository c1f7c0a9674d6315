// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/exchange.h"

namespace lightwell {

void Exchange::proceed()
{
    if (!m_answered && !std::exchange(m_proceeded, true)) {
        Q_EMIT proceeded();
    }
}

void Exchange::respond(const GatewayResponse &response)
{
    if (!std::exchange(m_answered, true)) {
        Q_EMIT answered(response);
    }
}

void Exchange::beginStream(const GatewayResponse &head)
{
    if (std::exchange(m_answered, true)) {
        return;
    }
    m_streaming = true;
    Q_EMIT streamBegun(head);
}

const Departure &Exchange::watchDeparture()
{
    if (!m_departure) {
        m_departure = std::make_shared<Departure>();
    }
    return *m_departure;
}

void Exchange::push(const QByteArray &piece)
{
    if (m_streaming && !piece.isEmpty()) {
        Q_EMIT pushed(piece);
    }
}

void Exchange::endStream()
{
    if (std::exchange(m_streaming, false)) {
        Q_EMIT streamEnded();
    }
}

void Exchange::abandon()
{
    m_abandoned = true;
    Q_EMIT abandoned();
}

} // namespace lightwell

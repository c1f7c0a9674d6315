// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/exchange.h"

namespace lightwell {

void Exchange::proceed()
{
    if (!m_answered && !std::exchange(m_proceeded, true))
        Q_EMIT proceeded();
}

void Exchange::respond(const GatewayResponse &response)
{
    if (!std::exchange(m_answered, true))
        Q_EMIT answered(response);
}

} // namespace lightwell

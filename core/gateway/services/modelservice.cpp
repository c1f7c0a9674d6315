// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/modelservice.h"

namespace lightwell {

void ModelService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Dialect *dialect = match.dialect.get();
    if (match.route->call == RouteCall::Model) {
        return context().respond(exchange, dialect->model(context().catalog(), match.argument));
    }
    if (!m_lists.contains(dialect)) {
        m_lists.insert(dialect, dialect->models(context().catalog()));
    }
    context().respond(exchange, m_lists.value(dialect));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/modelservice.h"

namespace lightwell {

using namespace Qt::StringLiterals;

void ModelService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Dialect *dialect = match.dialect.get();
    if (match.route->call == RouteCall::Model) {
        const bool withSchema = exchange->request().query.queryItemValue(u"schema"_s) == "true"_L1;
        const Catalog &catalog = context().catalog();
        return context().respond(exchange,
                                 withSchema ? dialect->modelSchema(catalog, match.argument)
                                            : dialect->model(catalog, match.argument));
    }
    if (!m_lists.contains(dialect)) {
        m_lists.insert(dialect, dialect->models(context().catalog()));
    }
    context().respond(exchange, m_lists.value(dialect));
}

} // namespace lightwell

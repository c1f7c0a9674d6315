// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/modelservice.h"

#include "core/chat/textvendor.h"

namespace lightwell {

using namespace Qt::StringLiterals;

void ModelService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Dialect *dialect = match.dialect.get();
    const TextModels texts = context().parts().texts ? *context().parts().texts : TextModels();
    if (match.route->call == RouteCall::Model) {
        const Catalog &catalog = context().catalog();
        const bool withSchema = exchange->request().query.queryItemValue(u"schema"_s) == "true"_L1;
        // A text model takes what its vendor does: nobody here knows a schema of it.
        return context().respond(exchange,
                                 withSchema && catalog.resolve(match.argument)
                                     ? dialect->modelSchema(catalog, match.argument)
                                     : dialect->modelOrText(catalog, texts, match.argument));
    }
    if (!m_lists.contains(dialect)) {
        m_lists.insert(dialect, dialect->modelsWithTexts(context().catalog(), texts));
    }
    context().respond(exchange, m_lists.value(dialect));
}

} // namespace lightwell

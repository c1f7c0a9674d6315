// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/modelservice.h"

#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"
#include "core/gateway/http/switchword.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

std::optional<ModelPage> pageOf(RouteCall call)
{
    switch (call) {
    case RouteCall::ModelSearch:
        return ModelPage::Search;
    case RouteCall::ModelCount:
        return ModelPage::Count;
    case RouteCall::ModelEndpoints:
        return ModelPage::Endpoints;
    case RouteCall::ImageModels:
        return ModelPage::ImageModels;
    case RouteCall::ImageModelEndpoints:
        return ModelPage::ImageEndpoints;
    default:
        return std::nullopt;
    }
}

} // namespace

void ModelService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Dialect *dialect = match.dialect.get();
    const RouteCall call = match.route->call;
    const std::optional<ModelPage> page = pageOf(call);
    const QUrlQuery &query = exchange->request().query;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto answer = [&] {
        const Catalog &catalog = context().catalog();
        const TextModels texts = context().parts().texts ? *context().parts().texts : TextModels();
        if (page) {
            return dialect->modelPage(*page, catalog, texts, match.argument, query, now);
        }
        if (call == RouteCall::Models) {
            return dialect->modelsWithTexts(catalog, texts, now.date());
        }
        // A text model takes what its vendor does: nobody here knows a schema of it.
        const bool withSchema = isOn(query.queryItemValue(u"schema"_s)) && catalog.resolve(match.argument);
        return withSchema ? dialect->modelSchema(catalog, match.argument)
                          : dialect->modelOrText(catalog, texts, match.argument, now.date());
    };
    if (!match.argument.isEmpty() || (page && !query.isEmpty())) {
        return context().respond(exchange, answer());
    }
    if (m_day != now.date()) { // text models cost by the day
        m_day = now.date();
        m_lists.clear();
    }
    const auto list = std::pair(dialect, int(call));
    if (!m_lists.contains(list)) {
        m_lists.insert(list, answer());
    }
    context().respond(exchange, m_lists.value(list));
}

} // namespace lightwell

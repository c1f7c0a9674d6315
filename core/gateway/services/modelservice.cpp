// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/modelservice.h"

#include "core/gateway/clientlimits.h"
#include "core/gateway/http/switchword.h"
#include "core/gateway/services/awaiting.h"
#include "core/journal/journal.h"

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

constexpr qsizetype maxViews = 100; // of clients whose terms were changed, some are of no use any more

} // namespace

ModelService::View &ModelService::viewOf(const QString &client, QDate today)
{
    if (m_day != today || m_views.size() > maxViews) { // text models cost by the day
        m_day = today;
        m_views.clear();
    }
    const QStringList allowed = context().limits().modelsOf(client);
    const auto known = m_views.find(allowed);
    if (known != m_views.end()) {
        return *known;
    }
    const Catalog &catalog = context().catalog();
    const TextModels texts = context().parts().texts ? *context().parts().texts : TextModels();
    const auto mayUse = [&](const QString &name) { return context().limits().mayUse(client, name, catalog); };
    const ShownModels all {catalog, texts};
    return *m_views.insert(allowed, {allowed.isEmpty() ? all : shownModels(catalog, texts, mayUse), {}});
}

/// What a name is looked up in: a name that nobody listed is no less the client's if its terms have it.
ShownModels ModelService::modelsFor(const QString &client, const View &view, const QString &name) const
{
    ShownModels models = view.models;
    const Catalog &all = context().catalog();
    if (!models.catalog.resolve(name) && all.resolve(name) && context().limits().mayUse(client, name, all)) {
        models.catalog = all;
    }
    return models;
}

/// With how its offers did, which is read first; false: it tells of none.
bool ModelService::tellMeasured(Exchange *exchange, ModelPage page, const RouteTable::Match &match,
                                const ShownModels &models)
{
    const DialectPtr dialect = match.dialect;
    const QString name = match.argument;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<OfferKey> offers =
        dialect->measuredOn(page, models.catalog, models.texts, name, exchange->request().query, now);
    if (offers.isEmpty()) {
        return false;
    }
    awaitFor(context(), this, context().parts().journal.offerFigures(offers, now), exchange,
             [this, dialect, page, name, models, now](Exchange *it, const FiguresByOffer &figures) {
                 context().respond(
                     it,
                     dialect->modelPage(page, models.catalog, models.texts, name, it->request().query, {now, figures}));
             });
    return true;
}

void ModelService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Dialect *dialect = match.dialect.get();
    const RouteCall call = match.route->call;
    const std::optional<ModelPage> page = pageOf(call);
    const QUrlQuery &query = exchange->request().query;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    View &view = viewOf(exchange->client(), now.date());
    const auto answer = [&](const ShownModels &models) {
        if (page) {
            return dialect->modelPage(*page, models.catalog, models.texts, match.argument, query, {now});
        }
        if (call == RouteCall::Models) {
            return dialect->modelsWithTexts(models.catalog, models.texts, now.date());
        }
        return isOn(query.queryItemValue(u"schema"_s))
            ? dialect->modelSchema(models.catalog, models.texts, match.argument, now.date())
            : dialect->modelOrText(models.catalog, models.texts, match.argument, now.date());
    };
    if (!match.argument.isEmpty()) {
        const ShownModels models = modelsFor(exchange->client(), view, match.argument);
        if (!page || !tellMeasured(exchange, *page, match, models)) {
            context().respond(exchange, answer(models));
        }
        return;
    }
    if (page && !query.isEmpty()) {
        if (!tellMeasured(exchange, *page, match, view.models)) {
            context().respond(exchange, answer(view.models));
        }
        return;
    }
    const auto list = std::pair(dialect, int(call));
    if (!view.lists.contains(list)) {
        view.lists.insert(list, answer(view.models));
    }
    context().respond(exchange, view.lists.value(list));
}

} // namespace lightwell

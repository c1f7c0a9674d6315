// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/routing/offerfigures.h"

#include <QDateTime>

namespace lightwell {
class Catalog;
struct TextModels;
}

/// What OpenRouter's API tells of models, made of the catalog.
namespace lightwell::openrouter {

/// GET /models: {"data": […], "total_count", "links"}. Of the query, what the catalog can answer narrows it: q,
/// input_modalities, output_modalities, supported_parameters, providers, model_authors, min_price, max_price,
/// min_output_price and max_output_price (dollars per million tokens), context, arch, min_age_days, max_age_days; sort
/// (pricing-low-to-high, pricing-high-to-low, latency-low-to-high, throughput-high-to-low, context-high-to-low,
/// newest), offset, limit. A word that means nothing, and a condition that the catalog knows nothing of, is a 400.
[[nodiscard]] GatewayResponse modelsPage(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                                         const QDateTime &now, const FiguresByOffer &figures = {});
/// All offers, where it sorts by their figures; else none.
[[nodiscard]] QList<OfferKey> offersSortedBy(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                                             const QDateTime &now);
/// GET /models/count: the number of these.
[[nodiscard]] GatewayResponse modelCountPage(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                                             const QDateTime &now);
/// GET /model/{author}/{slug}: {"data": {…}}; `today` is a day in UTC.
[[nodiscard]] GatewayResponse singleModelPage(const Catalog &catalog, const TextModels &texts, const QString &name,
                                              QDate today);
/// The offers that endpointsPage() tells of, whose figures it takes; of a model of pictures, imageEndpointsPage(), too.
[[nodiscard]] QList<OfferKey> offersOn(const Catalog &catalog, const TextModels &texts, const QString &name);
/// GET /models/{author}/{slug}/endpoints.
[[nodiscard]] GatewayResponse endpointsPage(const Catalog &catalog, const TextModels &texts, const QString &name,
                                            QDate today, const FiguresByOffer &figures = {});
/// GET /images/models: those that make pictures, with what can be asked of each.
[[nodiscard]] GatewayResponse imageModelsPage(const Catalog &catalog);
/// GET /images/models/{author}/{slug}/endpoints: what can be asked of it at each provider, what that costs, and how it
/// went lately.
[[nodiscard]] GatewayResponse imageEndpointsPage(const Catalog &catalog, const QString &name,
                                                 const FiguresByOffer &figures = {});

} // namespace lightwell::openrouter

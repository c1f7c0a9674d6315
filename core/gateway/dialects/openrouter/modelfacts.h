// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelalias.h"
#include "core/gateway/dialects/openrouter/endpointfigures.h"

#include <QDate>
#include <QJsonArray>

namespace lightwell {
class Catalog;
struct TextModels;
}

namespace lightwell::openrouter {

/// A model as /models lists and filters it.
struct ModelFacts
{
    QString id; ///< "author/slug", or the user's own name for it
    QString slug; ///< "author/slug"
    QString name;
    QString description;
    QString author; ///< the maker, as the catalog writes it
    QString family; ///< of models; empty: its name tells
    QString expires; ///< the day its vendor switches it off, "2027-01-31"; or ""
    qint64 created = 0; ///< seconds since 1970; 0: not known
    qint64 contextLength = 0; ///< tokens; 0: it has none, or it is not known
    qint64 maxOutput = 0; ///< likewise, of one answer
    QStringList inputs; ///< "text", "image"
    QStringList outputs;
    QStringList parameters; ///< that it takes
    QStringList providers; ///< Lightwell's ids
    QStringList words; ///< further ones by which it is found
    QJsonObject pricing; ///< publicPricingOf() its cheapest offer; empty: not known
    std::optional<double> price; ///< by which it is sorted, dollars: of a usual picture, or of a token that is said
    // By which it is filtered, dollars for a token; nothing: not known, or it is not billed by these.
    std::optional<double> promptPrice;
    std::optional<double> outputPrice;
    QJsonObject architecture; ///< {input_modalities, output_modalities, modality …}
    QList<OfferKey> offers; ///< that serve it
    Workload workload = Workload::Pictures;
    // The medians at the offer that did best lately; nothing: nobody measured.
    std::optional<double> latency; ///< milliseconds
    std::optional<double> throughput; ///< tokens a second
};

/// Fills in what was measured.
void measure(ModelFacts &facts, const FiguresByOffer &figures);

[[nodiscard]] ModelFacts factsOf(const Model &model);

/// Under that name.
[[nodiscard]] ModelFacts factsOf(const AliasedModel &named);

/// Those that make pictures, each under the name by which it is asked for: "author/slug" in the catalog's order, but
/// for what the user calls another, then the user's own names.
[[nodiscard]] QList<AliasedModel> pictureModels(const Catalog &catalog);

/// All that /models lists: these, then those of words.
[[nodiscard]] QList<ModelFacts> allFacts(const Catalog &catalog, const TextModels &texts, QDate today);

/// As `architecture` has it, from `inputs` and `outputs`.
[[nodiscard]] QJsonObject architectureOf(const ModelFacts &facts);

/// A price that is not known is "-1", as OpenRouter writes one that depends: clients need one, and zero would be free.
[[nodiscard]] QJsonObject toldPricing(QJsonObject pricing);

/// The entry of a list.
[[nodiscard]] QJsonObject toJson(const ModelFacts &facts);

/// What an endpoint of OpenRouter's is told by beside its model.
struct EndpointFacts
{
    QString provider; ///< Lightwell's id
    qint64 contextLength = 0; ///< tokens; 0: it has none
    qint64 maxOutput = 0; ///< tokens; 0: not known
    QJsonObject pricing;
    QStringList parameters;
    bool hasTools = false;
    Workload workload = Workload::Pictures;
    OfferFigures figures = {};
};

/// The entry of a list of endpoints; what was never measured is null.
[[nodiscard]] QJsonObject endpointToJson(const ModelFacts &facts, const EndpointFacts &endpoint);

} // namespace lightwell::openrouter

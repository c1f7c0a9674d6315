// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/openrouter/modelfacts.h"

#include <QDateTime>
#include <QUrlQuery>

namespace lightwell::openrouter {

/// What a query of /models asks for; what is empty narrows nothing.
struct ModelQuery
{
    enum class Sort { AsListed, Cheapest, Dearest, Newest, LongestContext, Quickest, Fastest };

    QString words; ///< all of them in its names or description
    QStringList inputs;
    QStringList outputs;
    QStringList parameters; ///< all of them
    QStringList providers; ///< Lightwell's ids; any of them
    QStringList authors; ///< any of them
    QString family; ///< in its family's name, or its own
    std::optional<double> minContext; ///< tokens
    std::optional<double> minPrompt; ///< dollars for a million tokens
    std::optional<double> maxPrompt;
    std::optional<double> minOutput;
    std::optional<double> maxOutput;
    std::optional<double> minDays; ///< since it was released
    std::optional<double> maxDays;
    Sort sort = Sort::AsListed; ///< Quickest by latency, Fastest by throughput

    [[nodiscard]] bool needsFigures() const { return sort == Sort::Quickest || sort == Sort::Fastest; }
    qsizetype offset = 0;
    qsizetype limit = -1; ///< all
};

/// Orders that OpenRouter has and for which there are no figures here (most-popular …) leave the catalog's. An error: a
/// value means nothing, or asks for what the catalog does not know (zdr, region, distillable, category, benchmarks).
[[nodiscard]] Result<ModelQuery> readModelQuery(const QUrlQuery &query);

[[nodiscard]] QList<ModelFacts> matching(QList<ModelFacts> all, const ModelQuery &query, const QDateTime &now);

} // namespace lightwell::openrouter

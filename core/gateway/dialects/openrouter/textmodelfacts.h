// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textcatalog.h"
#include "core/gateway/dialects/openrouter/modelfacts.h"

namespace lightwell {
struct TextModels;
}

namespace lightwell::openrouter {

/// Text models as /models lists them, with the prices of this day in UTC. One without a slash in its name has its
/// provider before it, as each name has one at OpenRouter.
[[nodiscard]] QList<ModelFacts> textFacts(const TextModels &texts, QDate today);

/// The offers of one text model, by its id in that list, or by another name that a call may have; empty: none is known.
[[nodiscard]] QList<TextOffer> textOffersNamed(const TextModels &texts, const QString &name);

/// Those facts of it; `offers` are all of one model.
[[nodiscard]] ModelFacts factsOf(const QList<TextOffer> &offers, QDate today);

/// GET /models/{author}/{slug}/endpoints of it: who serves it, at which price, and how that went lately.
[[nodiscard]] QJsonArray textEndpoints(const QList<TextOffer> &offers, const ModelFacts &facts, QDate today,
                                       const FiguresByOffer &figures);

} // namespace lightwell::openrouter

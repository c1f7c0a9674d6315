// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"
#include "core/gateway/http/httpmessage.h"

namespace lightwell::openai {

/// GET /models: OpenAI's fields, and those Lumenfall adds.
[[nodiscard]] GatewayResponse modelsAnswer(const Catalog &catalog);
/// With the text models behind them, and what these cost on `today`.
[[nodiscard]] GatewayResponse modelsAnswer(const Catalog &catalog, const TextModels &texts, QDate today);
/// Nothing: the name is none of a text model that is known.
[[nodiscard]] std::optional<GatewayResponse> textModelAnswer(const TextModels &texts, const QString &name, QDate today);
/// GET /models/{id}, by any name the catalog knows; 404 with the nearest names.
[[nodiscard]] GatewayResponse modelAnswer(const Catalog &catalog, const QString &name);
/// GET /models/{id}?schema=true: the same, and under "offers" what each takes as it stands (modelschema.h).
[[nodiscard]] GatewayResponse modelSchemaAnswer(const Catalog &catalog, const QString &name);
/// The same of a text model (textschema.h). Nothing: the name is none of one that is known.
[[nodiscard]] std::optional<GatewayResponse> textSchemaAnswer(const TextModels &texts, const QString &name,
                                                              QDate today);

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textvendor.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lightwell::openai {

/// What an offer of a text model takes, as a JSON Schema (2020-12) of the body of a call of this kind: the fields of
/// OpenAI's API with what the catalog knows of the offer. All other fields go to the vendor as they are written, so
/// they are allowed.
[[nodiscard]] QJsonObject textSchema(const TextOffer &offer, TextKind kind);

/// The same of all these offers, for each kind of call that leads to them: [{"offer", "provider", "modes", "schema"}
/// …].
[[nodiscard]] QJsonArray textSchemas(const QList<TextOffer> &offers, const TextModels &texts);

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/openrouter/modelfacts.h"

namespace lightwell {
struct TextModels;
}

namespace lightwell::openrouter {

/// Text models as /models lists them, with the prices of this day in UTC. One without a slash in its name has its
/// provider before it, as each name has one at OpenRouter.
[[nodiscard]] QList<ModelFacts> textFacts(const TextModels &texts, QDate today);

} // namespace lightwell::openrouter

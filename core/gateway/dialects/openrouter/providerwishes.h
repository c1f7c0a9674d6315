// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/bodyfields.h"
#include "core/gateway/dialects/conversationcall.h"
#include "core/gateway/dialects/generationcall.h"

namespace lightwell::openrouter {

/// Takes what a call says of its route, as OpenRouter's guides "Provider Routing" and "Model Fallbacks" have it: the
/// object `provider`, the list `models`, and the endings of names (":free", ":nitro", ":floor"), each of its own model.
/// What Lightwell cannot know (quantizations, regions) is a mistake where it would be a promise; what has no meaning
/// for pictures is noted in GenerationCall::ignored. Names of models are left as they were written, without their
/// endings.
void takeRouteWishes(BodyFields &fields, GenerationCall &call);

/// The same of a call for words, into its wishes, its model and what it ignores. Of `max_price` the prices of tokens
/// count, and `image` and `request` as fees beside these. Endings that only OpenRouter itself has (":online",
/// ":thinking" …) become ModelWishes::variant, and a model that names OpenRouter as its provider keeps its ending.
void takeRouteWishes(BodyFields &fields, ConversationCall &call);

} // namespace lightwell::openrouter

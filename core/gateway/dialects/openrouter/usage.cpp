// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/usage.h"

#include "core/gateway/dialects/countedtokens.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

QJsonObject usageOf(const Generation &generation)
{
    const CountedTokens tokens = tokensOf(generation);
    QJsonObject usage {
        {u"prompt_tokens"_s, tokens.prompt},
        {u"completion_tokens"_s, tokens.completion},
        {u"total_tokens"_s, tokens.total()},
        {u"completion_tokens_details"_s,
         QJsonObject {{u"image_tokens"_s, tokens.images}, {u"reasoning_tokens"_s, tokens.thought.value_or(0)}}},
        {u"is_byok"_s, false}};
    if (generation.cost.isKnown()) {
        usage.insert(u"cost"_s, generation.cost.toJsonDollars());
    }
    return usage;
}

} // namespace lightwell::openrouter

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/usage.h"

#include <array>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// The first of these names that has a count.
template<std::size_t size>
qint64 countIn(const QJsonObject &counters, const std::array<QLatin1StringView, size> &names)
{
    for (const QLatin1StringView name : names) {
        if (const qint64 count = counters.value(name).toInteger(); count > 0) {
            return count;
        }
    }
    return 0;
}

} // namespace

Tokens tokensOf(const Generation &generation)
{
    Tokens tokens;
    for (const Attempt &attempt : generation.attempts) {
        for (const QJsonValue call : attempt.usage) {
            const QJsonObject counters = call.toObject();
            tokens.prompt +=
                countIn(counters, std::array {"input_tokens"_L1, "prompt_tokens"_L1, "promptTokenCount"_L1});
            tokens.completion +=
                countIn(counters, std::array {"output_tokens"_L1, "completion_tokens"_L1, "candidatesTokenCount"_L1});
            for (const QLatin1StringView details : {"output_tokens_details"_L1, "completion_tokens_details"_L1}) {
                tokens.images += counters.value(details)["image_tokens"_L1].toInteger();
            }
        }
    }
    return tokens;
}

QJsonObject usageOf(const Generation &generation)
{
    const Tokens tokens = tokensOf(generation);
    QJsonObject usage {
        {u"prompt_tokens"_s, tokens.prompt},
        {u"completion_tokens"_s, tokens.completion},
        {u"total_tokens"_s, tokens.prompt + tokens.completion},
        {u"completion_tokens_details"_s, QJsonObject {{u"image_tokens"_s, tokens.images}, {u"reasoning_tokens"_s, 0}}},
        {u"is_byok"_s, false}};
    if (generation.cost.isKnown()) {
        usage.insert(u"cost"_s, generation.cost.toJsonDollars());
    }
    return usage;
}

} // namespace lightwell::openrouter

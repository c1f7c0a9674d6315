// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/countedtokens.h"

#include <array>

namespace lightwell {

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

/// One of the details that vendors tell under either name of the object.
std::optional<qint64> detailIn(const std::array<QJsonValue, 2> &objects, QLatin1StringView name)
{
    for (const QJsonValue &object : objects) {
        if (const QJsonValue count = object[name]; count.isDouble()) {
            return count.toInteger();
        }
    }
    return std::nullopt;
}

void add(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    sum = more ? sum.value_or(0) + *more : sum;
}

} // namespace

CountedTokens tokensOf(const Generation &generation)
{
    CountedTokens tokens;
    for (const Attempt &attempt : generation.attempts) {
        for (const QJsonValue call : attempt.usage) {
            const QJsonObject counters = call.toObject();
            const std::array prompts {counters.value("input_tokens_details"_L1),
                                      counters.value("prompt_tokens_details"_L1)};
            const std::array completions {counters.value("output_tokens_details"_L1),
                                          counters.value("completion_tokens_details"_L1)};
            tokens.prompt +=
                countIn(counters, std::array {"input_tokens"_L1, "prompt_tokens"_L1, "promptTokenCount"_L1});
            tokens.completion +=
                countIn(counters, std::array {"output_tokens"_L1, "completion_tokens"_L1, "candidatesTokenCount"_L1});
            tokens.promptImages += detailIn(prompts, "image_tokens"_L1).value_or(0);
            tokens.images += detailIn(completions, "image_tokens"_L1).value_or(0);
            add(tokens.cached, detailIn(prompts, "cached_tokens"_L1));
            add(tokens.thought, detailIn(completions, "reasoning_tokens"_L1));
        }
    }
    return tokens;
}

} // namespace lightwell

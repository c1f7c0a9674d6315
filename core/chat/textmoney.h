// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textvendor.h"
#include "core/model/plan.h"

namespace lightwell {

/// Tokens as a vendor counted them, or as they were estimated.
struct TextUsage
{
    qint64 input = 0;
    qint64 cached = 0; ///< of the input
    qint64 output = 0; ///< with what was only thought

    /// In the form of chat/completions, responses or embeddings. Nothing: it tells no tokens.
    [[nodiscard]] static std::optional<TextUsage> read(const QJsonObject &usage);
    friend bool operator==(const TextUsage &, const TextUsage &) = default;
};

/// The price that holds for so many tokens of input on this day in UTC: the newest, and of those the one for the
/// largest input. nullptr: none is known.
[[nodiscard]] const TextPrice *priceFor(const TextOffer &offer, qint64 input, QDate today);

/// The price of the call's tokens at an offer; nothing: none is known, or they are not all that costs.
[[nodiscard]] std::optional<TextPrice> tokenPrice(const TextCall &call, const TextOffer &offer, QDate today);

/// What a call costs at most: its input has no more tokens than bytes, and each answer no more than asked for, or than
/// the model can give. Unknown where a price, a bound or more than the tokens is. `today` is a day in UTC.
[[nodiscard]] Estimate estimateText(const TextCall &call, const TextOffer &offer, QDate today);

/// By the price list; unknown where that is not known, or does not make all of the price.
[[nodiscard]] Money costOfTokens(const TextUsage &usage, const TextCall &call, const TextOffer &offer, QDate today);

/// What came of an answer, where nobody counted it: about four characters a token.
[[nodiscard]] TextUsage estimatedUsage(const TextCall &call, const TextOffer &offer, qint64 characters);

/// The plan of a call at an offer, by which it is reserved, journalled and routed as pictures are. Without the words of
/// the request, which are nobody's business afterwards, and without price lines, whose meaning is that of pictures.
[[nodiscard]] Plan textPlan(const TextCall &call, const TextOffer &offer, QDate today, bool bills);

/// Whether a plan is one of those.
[[nodiscard]] bool isTextPlan(const Plan &plan);

} // namespace lightwell

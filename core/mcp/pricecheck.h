// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/routing/route.h"

#include <QJsonObject>

#include <optional>

namespace lightwell::mcp {

/// Beyond this a call is begun only when the user has agreed.
inline constexpr Money agreementFrom = Money::fromMicros(100'000);

/// What is known of the user's will, before anything is paid.
struct Consent
{
    std::optional<Money> maxCost; ///< of the call's arguments
    bool allowsUnknownPrice = false; ///< the same
    bool mayAsk = false; ///< the client can show its user a question
    std::optional<Money> agreed; ///< the user has said yes to this price; unknown: to an unknown one
};

struct PriceVerdict
{
    enum class Kind {
        Go,
        Narrow, ///< only the offer `only` keeps the limit: the others must not be tried
        Ask, ///< the user first
        Refuse, ///< see why
    };
    Kind kind = Kind::Refuse;
    Money price; ///< that is agreed to, or asked about
    bool isUnknownAgreed = false; ///< the user knows that nobody knows the price
    QString only; ///< Offer::id()
    Error why;
};

/// Whether a call may be begun. `keys` is keysForPlans() of the route: what lacks its key is not tried, and does not
/// count. Of the others none may cost more than was agreed, since each may be the one that is used.
[[nodiscard]] PriceVerdict checkPrice(const Route &route, const QJsonObject &keys, const Consent &consent);

/// The plans that may be used: those whose provider does not lack its key, or all where each does.
[[nodiscard]] QList<Plan> usablePlans(const Route &route, const QJsonObject &keys);

/// Whether checkPrice() would have the user agree first, where nothing is said yet.
[[nodiscard]] bool needsAgreement(const Plan &plan);

/// The question to the user, as a person reads it.
[[nodiscard]] QString priceQuestion(const Plan &plan);

/// Why a call ends whose question the user did not agree to, did not answer, or could not be asked. It cost nothing.
[[nodiscard]] Error declined();
[[nodiscard]] Error unanswered();
[[nodiscard]] Error tooManyQuestions();

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a budget stops a call, or cannot be set; and what the ledger cannot book.
namespace lightwell::reasons {

// The budgets that stop something, as a part of a sentence.
inline constexpr ReasonCode<Money> budgetOfADay {"budget_of_a_day"};
inline constexpr ReasonCode<Money> budgetOfAWeek {"budget_of_a_week"};
inline constexpr ReasonCode<Money> budgetOfAMonth {"budget_of_a_month"};
inline constexpr ReasonCode<Money> budgetInAll {"budget_in_all"};
inline constexpr ReasonCode<Reason, ProviderId> budgetOfProvider {"budget_of_provider"};
inline constexpr ReasonCode<Reason> budgetOfClient {"budget_of_client"};
inline constexpr ReasonCode<Reason, QString> budgetOfModel {"budget_of_model"}; ///< an id, or a pattern of several
inline constexpr ReasonCode<Reason, QString> budgetOfProject {"budget_of_project"};

// What they stop.
inline constexpr ReasonCode<Reason> priceUnknownUnderBudget {"price_unknown_under_budget"};
inline constexpr ReasonCode<> priceUnknown {"price_unknown"};
inline constexpr ReasonCode<Reason> budgetUsedUp {"budget_used_up"};
inline constexpr ReasonCode<Money, Money, Reason> budgetTooSmall {"budget_too_small"};

/// It runs all the same, since that was allowed.
inline constexpr ReasonCode<> priceUnknownAllowed {"price_unknown_allowed"};

// What they only tell: how many per cent are used; by how much it is exceeded.
inline constexpr ReasonCode<qint64, Reason> budgetNearlyUsed {"budget_nearly_used"};
inline constexpr ReasonCode<Money, Reason> budgetExceeded {"budget_exceeded"};

/// A price that a vendor named when it had taken the job already, and that is more than was left of a budget.
inline constexpr ReasonCode<Money, Reason> budgetExceededByPrice {"budget_exceeded_by_price"};

// What cannot be done with one.
inline constexpr ReasonCode<> budgetWithoutAmount {"budget_without_amount"};
inline constexpr ReasonCode<> budgetUnknown {"budget_unknown"};

// Attempts.
inline constexpr ReasonCode<> attemptNotInLedger {"attempt_not_in_ledger"};
inline constexpr ReasonCode<> attemptEnded {"attempt_ended"};

} // namespace lightwell::reasons

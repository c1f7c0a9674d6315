// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/pricepanel.h"

namespace lightwell {

class BudgetWatch;
class FormPlans;
class ModelsPanel;

/// What stands beside the price of a form, before the click.
namespace formprice {

/// A line for each model, with its price a picture and of when that is.
[[nodiscard]] QString lines(const FormPlans &plans);
/// What the ledger would refuse; empty: nothing. `isUnknownPriceRefused`: by the settings, under a budget.
[[nodiscard]] QString budgetWarning(const FormPlans &plans, const BudgetWatch &budget, bool isUnknownPriceRefused);
/// What cannot work, said here and not as a failure after it.
[[nodiscard]] PricePanel::HeldBack heldBack(const FormPlans &plans, const ModelsPanel &models);

} // namespace formprice

} // namespace lightwell

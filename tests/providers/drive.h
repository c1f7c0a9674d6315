// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/calldriver.h"

namespace lightwell::test {

/// This very offer of the built-in catalog. Fails the test if there is none.
[[nodiscard]] Offer catalogOffer(const QString &id);
/// The plan for a request to this very offer of the built-in catalog ("openai/gpt-image-2"). Fails the test if there is
/// no such offer or no such plan.
[[nodiscard]] Plan catalogPlan(const QString &offer, Request request);

/// The ids of a provider's offers in the built-in catalog.
[[nodiscard]] QStringList catalogOffers(const QString &provider);

/// What this very offer of the built-in catalog takes: a prompt, and a picture, a mask, borders or an operation where
/// it serves nothing else.
[[nodiscard]] Request wishFor(const QString &offer);

/// So that tests need not wait for the second question.
[[nodiscard]] CallPatience hastyPatience();

/// Carries out the plan's first call over real HTTP, in the product's own loop. Without an end in time the outcome is
/// an error of kind Internal.
[[nodiscard]] CallOutcome drive(const Adapter &adapter, const Plan &plan, const Credentials &credentials,
                                const CallPatience &patience = hastyPatience());

/// Asks the vendor whether the key works.
[[nodiscard]] std::optional<Error> driveKeyCheck(const Adapter &adapter, const Credentials &credentials);

} // namespace lightwell::test

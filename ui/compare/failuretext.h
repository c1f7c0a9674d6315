// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/compare/comparerun.h"
#include "ui/widgets/sign.h"

namespace lightwell {

/// A failure in plain words: what happened, whether it was billed, and what can be done.
struct FailureText
{
    enum class Step {
        None,
        Retry,
        AskAgain,
        RetryMayBillTwice,
        AddKey,
        ReplaceKey,
        OpenAccount,
        OpenSettings,
        EditPrompt,
        Unlock
    };
    QString title;
    Meaning meaning = Meaning::Bad; ///< Warning, Neutral: what the person stopped is no failure
    bool isBusy = false; ///< it passes by itself
    QString what;
    QString billing; ///< empty where `what` says it already
    QString detail; ///< the provider's own words, if it said any
    Step step = Step::None;
    QString stepText; ///< of the button
    QString provider; ///< whose key is meant
};

/// How it stands with the keys by now: what helps no more is not the next step.
struct KeysNow
{
    bool hasNewKey = false; ///< the provider got another one since
    bool isAnyLocked = false;
};

/// `provider` is the vendor's id; empty: nobody was asked yet.
[[nodiscard]] FailureText failureText(const CompareCell &cell, const QString &provider, const Names &names,
                                      KeysNow keys = {});
[[nodiscard]] QString billingText(Billing billing, Money cost);

} // namespace lightwell

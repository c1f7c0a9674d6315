// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/compare/comparerun.h"
#include "ui/widgets/sign.h"

namespace lightwell {

/// Something to be done about a failure.
struct FailureAction
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
        Unlock,
        UseOther, ///< the same at another provider
        UseNearest, ///< without what was refused
        RetryAll, ///< of its run
        RemoveModel,
    };
    Step step = Step::None;
    QString text = {}; ///< of the button
    QString provider = {}; ///< whose key, page or address is meant; empty: none in particular
    std::optional<CellWay> way = {}; ///< of UseOther and UseNearest
    Money price = {}; ///< what it will cost, of those that pay; unknown: nothing, or nobody knows

    explicit operator bool() const { return step != Step::None; }
};

/// A failure in plain words: what happened, whether it was billed, and what can be done.
struct FailureText
{
    using Step = FailureAction::Step;
    QString title;
    Meaning meaning = Meaning::Bad; ///< Warning, Neutral: what the person stopped is no failure
    bool isBusy = false; ///< it passes by itself
    QString what;
    QString billing; ///< empty where `what` says it already
    QString detail; ///< the provider's own words, if it said any
    FailureAction first;
    FailureAction second;
};

/// How it stands with the keys by now: what helps no more is not the next step.
struct KeysNow
{
    bool hasNewKey = false; ///< the provider got another one since
    bool isAnyLocked = false;
};

/// What else could bring the picture.
struct WaysOut
{
    std::optional<CellWay> other; ///< the next provider with a key that was not asked
    QString keyless = {}; ///< a provider that has the model, and no key yet; its id
    std::optional<CellWay> nearest = {}; ///< without what was refused
    bool areSeveralCutOff = false; ///< other pictures of the run had no connection either
};

/// `provider` is the vendor's id; empty: nobody was asked yet.
[[nodiscard]] FailureText failureText(const CompareCell &cell, const QString &provider, const Names &names,
                                      KeysNow keys = {}, const WaysOut &ways = {});
[[nodiscard]] QString billingText(Billing billing, Money cost);

} // namespace lightwell

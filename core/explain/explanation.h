// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/sentmessage.h"
#include "core/model/generation.h"
#include "core/routing/offerrecord.h"

namespace lightwell {

/// One attempt, and when it was.
struct ExplainedAttempt
{
    Attempt attempt;
    qint64 afterMs = 0; ///< since the request was made
    std::optional<qint64> tookMs; ///< nothing: it runs
    Billing billing = Billing::MayBeBilled; ///< of one that has ended
    std::optional<SentMessage> sent = {}; ///< nothing: its plan is not kept, or cannot be written any more
    bool wasSent = false; ///< `sent` left this computer; else a budget or a missing key was before it

    friend bool operator==(const ExplainedAttempt &, const ExplainedAttempt &) = default;
};

/// An offer of the model, and what became of it.
struct ExplainedOffer
{
    enum class Fate {
        Used, ///< it made the pictures
        Failed, ///< it was asked, and brought nothing
        Running,
        PassedOver, ///< it stood before one that was asked, and was not: it had no key, or rested
        NotNeeded, ///< it stands behind
        LeftOut, ///< by the user's rules
    };
    RoutePlace place;
    Fate fate = Fate::NotNeeded;
    std::optional<Error> error; ///< of its last attempt
    OfferRecord record; ///< as of now; without calls: it was never tried

    friend bool operator==(const ExplainedOffer &, const ExplainedOffer &) = default;
};

/// What became of one wish, and what stands in the message for it.
struct ExplainedSetting
{
    PlannedParameter planned;
    QString field = {}; ///< the vendor's, also where Lightwell asks for something else itself; empty: there is none
    QJsonValue sent =
        QJsonValue::Undefined; ///< as the vendor got it; undefined: it cannot be pointed at in the message

    friend bool operator==(const ExplainedSetting &, const ExplainedSetting &) = default;
};

/// What it was to cost, and what it did.
struct ExplainedPrice
{
    enum class Outcome {
        Open, ///< it runs
        AsEstimated,
        Differs, ///< by `difference`
        Unestimated, ///< it is known what it cost, but nobody knew before
        Unknown, ///< nobody knows what it cost
        NotBilled,
    };
    Estimate estimate;
    QString source; ///< where the price list was read
    QString date; ///< of it: "2026-10-07", "2026-10", "2026"; empty: not known
    Outcome outcome = Outcome::Open;
    Money billed;
    Money difference; ///< billed less estimated
    Reason cause; ///< explainreasons.h; none: the vendor does not say

    friend bool operator==(const ExplainedPrice &, const ExplainedPrice &) = default;
};

/// Why a request went as it did: values and codes, which become sentences where they are read (core/wording).
struct Explanation
{
    Generation generation; ///< without the bytes of its input pictures
    QList<ExplainedAttempt> attempts;
    QList<ExplainedOffer> offers; ///< in order, those that are left out last; empty: it is not known
    bool isOrderOfNow = false; ///< as they would be tried now: what the order was then is not kept
    QList<ExplainedSetting> settings; ///< from what passed to what was left out
    ExplainedPrice price;
    /// The message of the last attempt, or what the first would have got; nothing: as of an attempt.
    std::optional<SentMessage> sent;
    bool wasSent = false;

    [[nodiscard]] bool isRunning() const { return generation.status == GenerationStatus::Running; }
    [[nodiscard]] int count(Treatment treatment) const; ///< settings that were treated so
    [[nodiscard]] int leftOut() const; ///< offers
    friend bool operator==(const Explanation &, const Explanation &) = default;
};

} // namespace lightwell

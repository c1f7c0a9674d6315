// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/pricecause.h"

#include "core/explain/explainreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

qint64 billedAttempts(const Generation &generation)
{
    return std::count_if(generation.attempts.cbegin(), generation.attempts.cend(), [](const Attempt &attempt) {
        return attempt.cost.isKnown() && attempt.cost != Money::zero();
    });
}

bool hasUnit(const Plan &plan, PriceLine::Unit unit)
{
    const QList<EstimateLine> &lines = plan.estimate.lines;
    return std::any_of(lines.cbegin(), lines.cend(), [unit](const EstimateLine &line) { return line.unit == unit; });
}

/// The vendor's own numbers, by its own names: "output_tokens 4160, input_tokens 12".
QString countersOf(const Generation &generation)
{
    constexpr qsizetype most = 4;
    QStringList words;
    const QJsonArray usage = generation.attempts.isEmpty() ? QJsonArray() : generation.attempts.constLast().usage;
    for (const QJsonValue call : usage) {
        const QJsonObject counters = call.toObject();
        for (auto it = counters.begin(); it != counters.end() && words.size() < most; ++it) {
            if (it->isDouble()) {
                words.append(u"%1 %2"_s.arg(it.key()).arg(it->toDouble(), 0, 'g', 12));
            }
        }
    }
    return words.join(u", "_s);
}

Reason causeOf(const Generation &generation, const Plan &plan, const ExplainedPrice &price)
{
    const QList<Attempt> &attempts = generation.attempts;
    if (std::any_of(attempts.cbegin(), attempts.cend(), [](const Attempt &it) { return it.settledByHand; })) {
        return reasons::billedByHand();
    }
    if (const qint64 billed = billedAttempts(generation); billed > 1) {
        return reasons::billedSeveralTimes(billed);
    }
    if (!generation.pictures.isEmpty() && generation.pictures.size() < plan.pictures()) {
        return reasons::billedFewerPictures(generation.pictures.size(), plan.pictures());
    }
    const QSize expected = plan.size.expected;
    if (const QSize made = generation.pictures.isEmpty() ? QSize() : generation.pictures.constFirst().size;
        !made.isEmpty() && !expected.isEmpty() && made != expected && !plan.output.exactSize
        && hasUnit(plan, PriceLine::Unit::Megapixel)) {
        return reasons::billedOtherSize(made, expected);
    }
    if (const QString counters = countersOf(generation); !counters.isEmpty()) {
        return reasons::billedByCount(counters);
    }
    return price.estimate.atMost && price.difference.micros() < 0 ? reasons::billedBelowMost() : Reason();
}

} // namespace

ExplainedPrice explainedPrice(const Generation &generation)
{
    using Outcome = ExplainedPrice::Outcome;
    ExplainedPrice price;
    if (generation.plan) {
        price.estimate = generation.plan->estimate;
        price.source = generation.plan->offer.priceSource;
        price.date = generation.plan->offer.priceDate;
    }
    if (!price.estimate.total.isKnown()) {
        price.estimate.total = generation.estimate; // as bills like it were
    }
    if (generation.status == GenerationStatus::Running) {
        return price;
    }
    price.billed = generation.cost;
    const bool isFree = generation.error && generation.error->billing == Billing::NotBilled;
    if (generation.pictures.isEmpty() && (isFree || price.billed == Money::zero())) {
        price.outcome = Outcome::NotBilled;
    } else if (!price.billed.isKnown()) {
        price.outcome = Outcome::Unknown;
    } else if (!price.estimate.total.isKnown()) {
        price.outcome = Outcome::Unestimated;
    } else if (price.billed == price.estimate.total) {
        price.outcome = Outcome::AsEstimated;
    } else {
        price.outcome = Outcome::Differs;
        price.difference = price.billed - price.estimate.total;
        price.cause = generation.plan ? causeOf(generation, *generation.plan, price) : Reason();
    }
    return price;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/tuningoptions.h"

#include "core/model/tuning.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Where a vendor does not say what it takes. Without a scale of its own, a filter has words alone.
std::optional<NumberRange> usualRange(const QString &name)
{
    if (name == "steps"_L1) {
        return NumberRange {1, tuninglimits::steps};
    }
    if (name == "strength"_L1) {
        return NumberRange {0, 1};
    }
    return name == "guidance"_L1 ? std::optional(NumberRange {0, tuninglimits::guidance}) : std::nullopt;
}

std::optional<NumberRange> rangeOf(const Offer &offer, const QString &name)
{
    const auto said = offer.wire.ranges.constFind(name);
    return said == offer.wire.ranges.cend() ? usualRange(name) : std::optional(*said);
}

} // namespace

TuningOption tuningOption(const QList<Offer> &offers, const QString &name)
{
    TuningOption option;
    bool anyWord = false;
    for (const Offer &offer : offers) {
        if (!offer.supports(name)) {
            continue;
        }
        if (const std::optional<NumberRange> range = rangeOf(offer, name)) {
            const NumberRange before = option.range.value_or(*range);
            option.range = NumberRange {std::min(before.least, range->least), std::max(before.most, range->most)};
        }
        const QStringList words = offer.wire.values.value(name).keys();
        anyWord = anyWord || words.isEmpty();
        option.words.append(words);
        option.isOffered = true;
    }
    option.words.removeDuplicates();
    if (anyWord) {
        option.words.clear();
    }
    return option;
}

} // namespace lightwell

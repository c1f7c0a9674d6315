// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/listprices.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double maxTimes = 100; // more or less than known
constexpr double maxUsd = 100; // for a picture, a megapixel, a run, a second or a step
constexpr double maxUsdPerToken = 0.01;

double unitPrice(const PriceLine &line)
{
    return line.usd / static_cast<double>(line.per);
}

bool isSameThing(const PriceLine &left, const PriceLine &right)
{
    return left.item == right.item && left.unit == right.unit;
}

bool isAmount(const PriceLine &line)
{
    const double price = unitPrice(line);
    return std::isfinite(price) && price >= 0
        && price <= (line.unit == PriceLine::Unit::Token ? maxUsdPerToken : maxUsd);
}

bool areNothing(const QList<PriceLine> &lines)
{
    return !lines.isEmpty()
        && std::all_of(lines.cbegin(), lines.cend(), [](const PriceLine &line) { return line.usd == 0; });
}

bool isFarFrom(const PriceLine &listed, const PriceLine &known)
{
    const double now = unitPrice(listed);
    const double before = unitPrice(known);
    return isSameThing(listed, known) && now > 0 && before > 0
        && (now >= before * maxTimes || now * maxTimes <= before);
}

bool isFree(const ListedModel &listed)
{
    return areNothing(listed.prices) && listed.id.endsWith(":free"_L1);
}

} // namespace

QList<PriceLine> pricesToldBy(const ListedModel &listed)
{
    return areNothing(listed.prices) && !isFree(listed) ? QList<PriceLine>() : listed.prices;
}

bool isPlausible(const ListedModel &listed, const QList<PriceLine> &known)
{
    if (!std::all_of(listed.prices.cbegin(), listed.prices.cend(), isAmount)) {
        return false;
    }
    if (areNothing(listed.prices) && !known.isEmpty() && !areNothing(known) && !isFree(listed)) {
        return false;
    }
    return std::none_of(listed.prices.cbegin(), listed.prices.cend(), [&known](const PriceLine &line) {
        return std::any_of(known.cbegin(), known.cend(),
                           [&line](const PriceLine &own) { return isFarFrom(line, own); });
    });
}

std::optional<QList<PriceLine>> repriced(const QList<PriceLine> &known, const QList<PriceLine> &listed)
{
    if (known.isEmpty()) {
        return listed;
    }
    QList<PriceLine> lines = known;
    for (PriceLine &line : lines) {
        const auto isSame = [&line](const PriceLine &other) { return isSameThing(line, other); };
        const auto now = std::find_if(listed.cbegin(), listed.cend(), isSame);
        const bool costsOneThing = std::all_of(known.cbegin(), known.cend(), [&line](const PriceLine &other) {
            return !isSameThing(line, other) || qFuzzyCompare(1 + unitPrice(line), 1 + unitPrice(other));
        });
        if (now == listed.cend() || std::count_if(listed.cbegin(), listed.cend(), isSame) > 1 || !costsOneThing
            || line.firstUsd >= 0) {
            return std::nullopt;
        }
        line.usd = now->usd * static_cast<double>(line.per) / static_cast<double>(now->per);
    }
    return lines;
}

} // namespace lightwell

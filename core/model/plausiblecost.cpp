// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plausiblecost.h"

namespace lightwell {

namespace {

constexpr Money nobodyMinds = Money::fromMicros(5'000'000); // what is below is never worth a question
constexpr Money maxUnexpected = Money::fromMicros(100'000'000);
constexpr qint64 maxOvershoot = 100;

constexpr Money nobodyAsks = Money::fromMicros(10'000);
constexpr qint64 farOvershoot = 10;

} // namespace

bool isBelievable(Money told, Money expected)
{
    if (!told.isKnown()) {
        return true;
    }
    if (told.micros() < 0 || told.micros() > maxPerCall.micros()) {
        return false;
    }
    const bool isExpected = expected.isKnown() && expected.micros() >= 0 && expected.micros() <= maxPerCall.micros();
    const Money most = isExpected ? expected * maxOvershoot : maxUnexpected;
    return told.micros() <= std::max(most.micros(), nobodyMinds.micros());
}

bool isFarBeyond(Money told, Money expected)
{
    return told.isKnown() && expected.isKnown() && isBelievable(told, expected)
        && told.micros() > std::max((expected * farOvershoot).micros(), nobodyAsks.micros());
}

} // namespace lightwell

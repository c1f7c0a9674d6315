// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/offerfigures.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

/// Nothing: there are no values.
std::optional<Percentiles> percentilesOf(QList<double> values)
{
    if (values.isEmpty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const auto at = [&values](int hundredths) {
        const qsizetype rank = (values.size() * hundredths + 99) / 100;
        return values.at(std::clamp<qsizetype>(rank - 1, 0, values.size() - 1));
    };
    return Percentiles {at(50), at(75), at(90), at(99)};
}

bool isWithin(const MeasuredCall &call, qint64 seconds, const QDateTime &now)
{
    return call.endedAt.isValid() && call.endedAt <= now && call.endedAt >= now.addSecs(-seconds);
}

std::optional<double> uptimeOf(const QList<MeasuredCall> &calls, qint64 seconds, const QDateTime &now)
{
    int all = 0;
    int made = 0;
    for (const MeasuredCall &call : calls) {
        const bool counts = isWithin(call, seconds, now);
        all += counts ? 1 : 0;
        made += counts && call.made ? 1 : 0;
    }
    constexpr double hundred = 100;
    return all > 0 ? std::optional(hundred * made / all) : std::nullopt;
}

double rounded(double value)
{
    constexpr double places = 100;
    return std::round(value * places) / places;
}

} // namespace

OfferFigures figuresOf(const QList<MeasuredCall> &calls, const QDateTime &now)
{
    constexpr qint64 fiveMinutes = 5LL * 60;
    constexpr double msInSecond = 1000;
    QList<double> whole;
    QList<double> first;
    QList<double> speeds;
    for (const MeasuredCall &call : calls) {
        if (!call.made || !isWithin(call, timedSeconds, now)) {
            continue;
        }
        whole.append(double(std::max<qint64>(0, call.ms)));
        if (call.firstMs) {
            first.append(double(*call.firstMs));
        }
        if (call.tokens && *call.tokens > 0 && call.ms > 0) {
            speeds.append(rounded(double(*call.tokens) * msInSecond / double(call.ms)));
        }
    }
    return {uptimeOf(calls, fiveMinutes, now),
            uptimeOf(calls, timedSeconds, now),
            uptimeOf(calls, measuredSeconds, now),
            percentilesOf(whole),
            percentilesOf(first),
            percentilesOf(speeds)};
}

} // namespace lightwell

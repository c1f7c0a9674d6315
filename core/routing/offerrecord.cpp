// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/offerrecord.h"

#include <algorithm>

namespace lightwell {

namespace {

/// The smallest that is no smaller than so many hundredths of all.
qint64 percentile(const QList<qint64> &sorted, int hundredths)
{
    if (sorted.isEmpty()) {
        return 0;
    }
    const qsizetype rank = (sorted.size() * hundredths + 99) / 100;
    return sorted.at(std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1));
}

} // namespace

OfferRecord recordOf(const QString &provider, const QString &providerModel, const QList<OfferOutcome> &outcomes)
{
    OfferRecord record;
    record.provider = provider;
    record.providerModel = providerModel;
    QList<qint64> times;
    for (const OfferOutcome &outcome : outcomes.first(std::min<qsizetype>(outcomes.size(), OfferRecord::most))) {
        if (outcome.made) {
            ++record.made;
            times.append(std::max<qint64>(0, outcome.ms));
            continue;
        }
        ++record.failed;
        record.failedLately += record.made == 0 ? 1 : 0; // the newest stand first
        if (!record.lastErrorAt.isValid()) {
            record.lastError = outcome.error;
            record.lastErrorAt = outcome.endedAt;
        }
    }
    std::sort(times.begin(), times.end());
    record.medianMs = times.isEmpty() ? 0 : times.at(times.size() / 2);
    record.p95Ms = percentile(times, 95);
    return record;
}

} // namespace lightwell

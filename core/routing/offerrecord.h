// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace lightwell {

/// How one call to an offer ended: with its pictures, or through no fault of the request, the keys or the budget.
struct OfferOutcome
{
    bool made = false;
    qint64 ms = 0; ///< from the start of the attempt to its end
    QDateTime endedAt;
    std::optional<Error> error; ///< where it failed, if that is known
};

/// How the calls to an offer ended so far, by this computer's own record.
struct OfferRecord
{
    static constexpr int most = 50; ///< calls that count, the newest

    QString provider;
    QString providerModel; ///< the id on the wire
    int made = 0; ///< calls that brought their pictures
    int failed = 0; ///< through no fault of the request, the keys or the budget
    qint64 medianMs = 0; ///< of those that brought pictures; 0: there were none
    qint64 p95Ms = 0; ///< nineteen of twenty took at most so long
    std::optional<Error> lastError = {};
    QDateTime lastErrorAt = {}; ///< invalid: none failed
    int failedLately = 0; ///< calls in a row, up to the newest

    [[nodiscard]] int calls() const { return made + failed; }
    friend bool operator==(const OfferRecord &, const OfferRecord &) = default;
};

/// Of the newest outcomes, which stand first.
[[nodiscard]] OfferRecord recordOf(const QString &provider, const QString &providerModel,
                                   const QList<OfferOutcome> &outcomes);

} // namespace lightwell

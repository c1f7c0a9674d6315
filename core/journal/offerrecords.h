// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QString>

namespace lightwell {

class Database;

/// How the calls to an offer ended so far, by this computer's own record.
struct OfferRecord
{
    QString provider;
    QString providerModel; ///< the id on the wire
    int made = 0; ///< calls that brought their pictures
    int failed = 0; ///< through no fault of the request, the keys or the budget
    qint64 medianMs = 0; ///< of those that brought pictures; 0: there were none

    friend bool operator==(const OfferRecord &, const OfferRecord &) = default;
};

namespace offerrecords {

/// Of each offer that was tried, by its last 50 attempts among the last 20,000 of all. Only on the store's thread.
[[nodiscard]] Result<QList<OfferRecord>> all(Database &database);

} // namespace offerrecords

} // namespace lightwell

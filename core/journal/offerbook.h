// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <QHash>

namespace lightwell {

class Database;

/// The offers of all attempts, each kept once however often it is tried. What was written or read before is remembered
/// here, so that only an offer that is new has to become JSON. Only on the store's thread.
class OfferBook
{
public:
    /// The row that has `offer`; it is made where there is none. Inside a transaction of the caller.
    [[nodiscard]] Result<qint64> rowOf(Database &database, const Offer &offer);
    [[nodiscard]] Result<Offer> read(Database &database, qint64 row);
    /// Whether no attempt is left that has it; then it goes. Inside a transaction of the caller.
    [[nodiscard]] static Status dropUnused(Database &database, qint64 row);

private:
    struct Written
    {
        Offer offer;
        QByteArray hash;
        QString name; ///< its digits
        QString json;
    };
    [[nodiscard]] const Written &written(const Offer &offer);

    static constexpr qsizetype maxKept = 1000;
    QHash<QString, Written> m_written; ///< by Offer::id(): an offer seldom changes
    QHash<QByteArray, Offer> m_read; ///< by hash
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/offerrecord.h"

#include <QDateTime>
#include <QHash>

namespace lightwell {

/// Refused prompts and wrong requests say nothing about a vendor.
[[nodiscard]] bool isVendorsFault(ErrorKind kind);

/// A circuit breaker for each offer. Three failures in a row that are the vendor's fault open it for 30 s, doubling to
/// 10 minutes; a vendor's own pause (Retry-After) counts where it is longer, up to an hour. After the pause one call
/// tries the offer while all others still pass it over; a success closes the breaker, a failure opens it again.
class Health
{
public:
    enum class State {
        Closed, ///< nothing is against it
        Resting, ///< tried last
        Ready, ///< the pause is over: the next call tries it
        Probed, ///< a call does so just now; for all others it is as if it rested
    };
    [[nodiscard]] State state(const QString &offerId, const QDateTime &now) const;
    /// Tried last, not left out.
    [[nodiscard]] bool isPassedOver(const QString &offerId, const QDateTime &now) const;
    [[nodiscard]] qint64 restSeconds(const QString &offerId, const QDateTime &now) const; ///< that are left; 0: none

    /// The call that asks may go to the offer in its turn. Where that is the one that tries it again, nobody else may
    /// until succeeded(), failed() or released().
    [[nodiscard]] bool claim(const QString &offerId, const QDateTime &now);
    void released(const QString &offerId); ///< nothing came of the call that claimed it
    void succeeded(const QString &offerId);
    void failed(const QString &offerId, const Error &error, const QDateTime &now);
    /// What the journal has, where somebody has read it: failures that other programs met count as if they had been met
    /// here. Never makes anything better than it is known to be.
    void heard(const QString &offerId, const OfferRecord &record);

private:
    struct Trouble
    {
        int failures = 0; ///< in a row
        QDateTime restsUntil; ///< invalid: it does not
        bool isProbed = false;
    };
    QHash<QString, Trouble> m_troubles;
};

} // namespace lightwell

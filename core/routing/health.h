// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QDateTime>
#include <QHash>

namespace lightwell {

/// Refused prompts and wrong requests say nothing about a vendor.
[[nodiscard]] bool isVendorsFault(ErrorKind kind);

/// What the user's own traffic tells about each offer: a circuit breaker that lets a failing one rest. Three
/// failures in a row that are the vendor's fault open it for 30 s, doubling to 10 minutes; one success closes it.
class Health
{
public:
    void succeeded(const QString &offerId);
    void failed(const QString &offerId, const Error &error, const QDateTime &now);
    /// Resting offers are still tried, but last.
    [[nodiscard]] bool isResting(const QString &offerId, const QDateTime &now) const;

private:
    struct State
    {
        int failures = 0;
        QDateTime restsUntil;
    };
    QHash<QString, State> m_states;
};

} // namespace lightwell

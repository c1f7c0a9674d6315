// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace lightwell::mcp {

/// What a question to the user was about. It travels through the client (requestState) and comes back with the answer.
struct PendingConsent
{
    QString client;
    QByteArray fingerprint; ///< of the call
    Money price; ///< unknown: the user is told so
    QDateTime until;
    /// Tells this question from others: one answer is one payment, however often it is sent.
    QByteArray number;

    friend bool operator==(const PendingConsent &, const PendingConsent &) = default;
};

/// A client may send whatever it likes, so the text carries a signature (HMAC-SHA256).
[[nodiscard]] QString sealConsent(const PendingConsent &consent, const QByteArray &secret);
/// Nothing: it was not made here, or its time is over at `now`.
[[nodiscard]] std::optional<PendingConsent> openConsent(const QString &text, const QByteArray &secret,
                                                        const QDateTime &now);

} // namespace lightwell::mcp

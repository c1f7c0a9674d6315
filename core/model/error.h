// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace lightwell {

/// What went wrong, as far as the caller's next step depends on it. The default is the least we know.
enum class ErrorKind {
    Unknown,
    Invalid, ///< the request itself is wrong; `param` names the field
    Unsupported, ///< right in itself, but this model or provider cannot do it
    NotFound, ///< no such model, file or id
    NoKey, ///< the provider has no key yet
    Auth, ///< the key was refused
    Funds, ///< the vendor's account is empty
    RateLimit, ///< too many calls; see `retryAfter`
    ContentPolicy, ///< prompt or picture refused by the vendor's moderation
    Overloaded, ///< the vendor refused for lack of capacity before any work began
    Timeout,
    Network,
    Upstream, ///< the vendor answered something that is no picture and no known error
    Budget, ///< one of the user's own budgets would be exceeded; nothing was sent
    Secrets, ///< the keychain is locked, denied, absent or silent
    Storage, ///< disk or database
    Cancelled,
    Internal,
};

/// Whether the failed work may appear on the vendor's bill.
enum class Billing { MayBeBilled, NotBilled, Billed };

/// A failure as a value. `reason` says what happened and what to do; the sentence for a person is made of it where it
/// is read (core/wording). `detail` is the vendor's own wording, redacted, never containing keys.
struct Error
{
    ErrorKind kind = ErrorKind::Unknown;
    Billing billing = Billing::MayBeBilled;
    /// A finished sentence: of an older journal, or of whoever words something itself (core/wording/DECISIONS.md).
    /// Beside a reason it is what an edge adds behind it.
    QString message;
    QString detail;
    QString param; ///< the request's field at fault, in Lightwell's terms ("size"), if one is
    QString code; ///< the vendor's code, or Lightwell's own contract code
    int httpStatus = 0; ///< the vendor's status; 0 when there was no answer
    std::optional<std::chrono::milliseconds> retryAfter;
    Reason reason = {};

    [[nodiscard]] Reason why() const; ///< reason and message as one
    void setReason(const Reason &known); ///< in the place of whatever was said before
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Error fromJson(const QJsonObject &object);
    friend bool operator==(const Error &, const Error &) = default;
};

[[nodiscard]] QString errorKindName(ErrorKind kind); ///< "rate_limit", …: for logs, JSON and the database
[[nodiscard]] ErrorKind errorKindFromName(const QString &name);

/// Shorthands for failures in which nothing was sent and so nothing can be billed.
[[nodiscard]] Error notSent(ErrorKind kind, const Reason &reason, const QString &param = {});
[[nodiscard]] Error notSent(ErrorKind kind, const QString &message, const QString &param = {});

} // namespace lightwell

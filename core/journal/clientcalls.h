// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

namespace lightwell {
class Database;
}

/// The calls that a gateway client may send again: one key is one payment. Only on the store's thread, inside a
/// transaction of the caller.
namespace lightwell::clientcalls {

/// A call older than this can no longer be asked for again, and its row goes with a later one's: a day longer than a
/// key is good for.
inline constexpr qint64 keptSeconds = 48LL * 60 * 60;

/// Refuses (CLIENT_REVOKED) what a client asked for that was revoked or disabled meanwhile; nothing for other origins.
[[nodiscard]] Status checkClient(Database &database, const Origin &origin);
/// How the client may ask for this generation again (Origin::fingerprint); nothing for other origins. Refused with
/// CALL_UNDER_WAY where its key has begun another one, within the last day, that ran, runs or may be billed: another
/// gateway with the same database may have got the same call at the same moment. `sequence` names the generation.
[[nodiscard]] Status write(Database &database, qint64 sequence, const Generation &generation, const QDateTime &now);

} // namespace lightwell::clientcalls

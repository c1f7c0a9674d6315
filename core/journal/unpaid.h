// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {
class Database;
}

/// What gateway clients leave in the journal without paying for it: refused calls, and the pictures of what is free. A
/// client that may spend nothing could fill the disk with both. Nothing here touches what was, or may be, paid for.
namespace lightwell::unpaid {

/// Refused calls of one client that are kept.
constexpr int keptRefusals = 1000;

/// A call of a gateway client that brought nothing and cost nothing. Those of the window and the command line are the
/// person's own, and are kept as they are.
[[nodiscard]] bool isRefusal(const Generation &generation);
/// What is kept of such a call: who asked which model and why it was refused, and how its prompt begins. No pictures,
/// no fields of the vendor's, no plan but where it was to go.
[[nodiscard]] Generation shortened(Generation generation);

/// The rest only on the store's thread, inside a transaction of the caller.

/// Forgets the input pictures of a generation, except those that another has, too.
[[nodiscard]] Status dropInputs(Database &database, qint64 sequence);
/// Removes a generation's row and what it alone has: input pictures, offers, calls. The ledger is left as it is.
[[nodiscard]] Status removeRecord(Database &database, qint64 sequence);
/// What the row keeps beside its JSON, in bytes: its pictures and its input pictures. What several rows have counts for
/// the oldest.
[[nodiscard]] Result<qint64> bytesBeside(Database &database, qint64 sequence, const Generation &generation);
/// Removes refused calls of a client but for the newest `kept`, and those about which the ledger has more to tell than
/// that nothing came of them. What cannot be removed stays, and the log says so: nothing else fails by it.
void forgetRefusals(Database &database, const QString &client, int kept);
/// Whether a client may begin a call that costs nothing, with `most` bytes kept for it already. Refused calls go first.
[[nodiscard]] Status mayKeepMore(Database &database, const QString &client, qint64 most);

} // namespace lightwell::unpaid

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/verdict.h"
#include "core/journal/journal.h"

/// The calls of an attempt whose program ended before it did, as the journal has them. Pure.
namespace lightwell::leftcalls {

[[nodiscard]] QList<JournalCall> ofLastAttempt(const Generation &generation, const QList<JournalCall> &all);
/// Whether the vendor has a job or a picture of ours in one of them.
[[nodiscard]] bool canBeAskedFor(const QList<JournalCall> &calls);
/// Whether only the vendor can be asked for one of them; links that are kept need no key.
[[nodiscard]] bool needKey(const QList<JournalCall> &calls);
/// How they have ended if nobody is asked: what was finished is made, the others fail with `why`.
[[nodiscard]] QList<CallEnd> endsOf(const Plan &plan, const QList<JournalCall> &calls, const Error &why);

} // namespace lightwell::leftcalls

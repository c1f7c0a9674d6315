// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

#include <QStringList>

namespace lightwell {

class Terminal;

/// Tells how one generation ended: its files on standard output, or all of it as JSON; on standard error what was
/// changed on the way, words the vendor put differently, and what went wrong. `files` are where the pictures lie now.
void tellOutcome(const Generation &generation, const Result<QStringList> &files, bool asJson, Terminal &terminal);

/// How the program ends where nothing was sent because of this: an option's value that means nothing to any model is
/// wrong usage, like an option that is none; what one model cannot do is a failure.
[[nodiscard]] int exitCodeFor(const Error &error);
/// The same of a generation that has ended.
[[nodiscard]] int exitCodeFor(const Generation &generation);

/// Says in `generation` whether what it made and cost is in the database by now.
void noteBooking(Generation &generation, const Status &written);

/// What the vendor made of the prompt, each text once and short; empty: nothing is known of it.
[[nodiscard]] QStringList revisedPrompts(const Generation &generation);

} // namespace lightwell

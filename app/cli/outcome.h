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

/// What the vendor made of the prompt, each text once and short; empty: nothing is known of it.
[[nodiscard]] QStringList revisedPrompts(const Generation &generation);

} // namespace lightwell

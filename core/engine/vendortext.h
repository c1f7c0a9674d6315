// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

/// What a vendor wrote goes into the journal, into answers and onto screens: as much of it as somebody would read.
namespace lightwell::vendortext {

/// Message up to 2000, detail up to 1000, code and parameter up to 200 UTF-16 units.
[[nodiscard]] Error bounded(Error error);
/// Revised prompts up to 32,768 UTF-16 units.
[[nodiscard]] QList<ProducedMedia> bounded(QList<ProducedMedia> images);
/// As notedWord() has them.
[[nodiscard]] AnswerNotes bounded(AnswerNotes about);

} // namespace lightwell::vendortext

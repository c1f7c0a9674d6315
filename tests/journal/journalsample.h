// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell::test {

/// A generation of three pictures in two calls, with two reference pictures and a mask, as it is before its first
/// attempt.
[[nodiscard]] Generation sampleGeneration(const QString &id);
[[nodiscard]] Ledger::Entry sampleMoney(const Generation &generation);
/// The same after it came out well.
[[nodiscard]] Generation completed(Generation generation);

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/failuretext.h"

namespace lightwell {

/// What helps most. `name` is the provider's.
[[nodiscard]] FailureAction firstStep(const CompareCell &cell, const QString &provider, const QString &name,
                                      KeysNow keys);
/// And what helps otherwise, beside the first step or in its place.
void addSecondStep(FailureText &text, const CompareCell &cell, const QString &provider, const Names &names,
                   const WaysOut &ways);

} // namespace lightwell

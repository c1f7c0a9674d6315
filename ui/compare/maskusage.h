// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"
#include "ui/mask/maskmodels.h"

#include <functional>

namespace lightwell {

class FormPlans;

/// "mask swapped": in which form a mask goes out, by its reason, in few words; empty: as it was painted.
[[nodiscard]] QString maskFormWords(const Reason &form);

/// What each model of the form would make of a mask, whether one is painted yet or not; those are left out of which
/// nothing is known. `problemOf`: why one is held back, in full.
[[nodiscard]] QList<MaskModels::Entry> maskUsage(const FormPlans &plans,
                                                 const std::function<QString(const QString &)> &nameOf,
                                                 const std::function<QString(const QString &)> &problemOf);

} // namespace lightwell

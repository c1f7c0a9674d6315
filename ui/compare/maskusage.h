// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/maskmodels.h"

#include <functional>

namespace lightwell {

class FormPlans;

/// What each model of the form would make of a mask, whether one is painted yet or not; those are left out of which
/// nothing is known. `problemOf`: why one is held back, in full.
[[nodiscard]] QList<MaskModels::Entry> maskUsage(const FormPlans &plans,
                                                 const std::function<QString(const QString &)> &nameOf,
                                                 const std::function<QString(const QString &)> &problemOf);

} // namespace lightwell

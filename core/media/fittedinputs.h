// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

/// The plan as its adapter is to see it: with its pictures scaled, compressed and written as Plan::inputs has it, and
/// the mask in the size of the first reference picture. Colours, their profile and transparency are kept; a JPEG takes
/// none. ErrorKind::Unsupported: a picture cannot be made as light as that. Takes its time: call it on the thread pool.
[[nodiscard]] Result<Plan> withFittedInputs(const Plan &plan);

} // namespace lightwell

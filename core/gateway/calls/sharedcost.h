// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/conversationcall.h"
#include "core/model/generation.h"

namespace lightwell {

/// The outcome of a call as another one gets it that shares the answer: the other one pays nothing.
[[nodiscard]] inline Generation asShared(Generation generation)
{
    generation.cost = Money::zero();
    return generation;
}

[[nodiscard]] inline Telling asShared(Telling telling)
{
    telling.isShared = true;
    return telling;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why work of this program came to no end.
namespace lightwell::reasons {

inline constexpr ReasonCode<> workGivenUp {"work_given_up"};

} // namespace lightwell::reasons

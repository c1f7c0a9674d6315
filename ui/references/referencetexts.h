// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

/// Words about reference pictures.
namespace lightwell::referencetexts {

[[nodiscard]] QString role(ImageRole role); ///< "To edit", "Style", "Character"
[[nodiscard]] QString share(double part); ///< "3 %", "under 1 %"

} // namespace lightwell::referencetexts

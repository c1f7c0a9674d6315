// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"
#include "core/model/request.h"

/// Words about reference pictures.
namespace lightwell::referencetexts {

[[nodiscard]] QString role(ImageRole role); ///< "To edit", "Style", "Character"
[[nodiscard]] QString share(double part); ///< "3 %", "under 1 %"
/// What a file says of the part that AI has in it: "label: trainedAlgorithmicMedia · made by Firefly 3 · content
/// credentials of Adobe"; empty: nothing. Nobody has checked it, which whoever shows it says.
[[nodiscard]] QString labels(const PictureClaims &claims);

} // namespace lightwell::referencetexts

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {

/// A picture that is not lost, and the trouble there was with keeping it.
struct KeptPicture
{
    Picture picture;
    std::optional<Error> trouble; ///< it lies elsewhere than it should: where, why and what to do
};

} // namespace lightwell

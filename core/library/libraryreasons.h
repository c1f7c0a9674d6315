// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What the collection of pictures says no to. Sentences: core/wording.
namespace lightwell::reasons {

inline constexpr ReasonCode<> noTag {"no_tag"}; ///< empty, too long, or with what nobody could type
inline constexpr ReasonCode<QString> noSuchPicture {"no_such_picture"}; ///< by this id
inline constexpr ReasonCode<QString> severalSuchPictures {"several_such_pictures"}; ///< that begin so

} // namespace lightwell::reasons

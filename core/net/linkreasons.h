// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a link in a provider's answer is not followed.
namespace lightwell::reasons {

inline constexpr ReasonCode<QString> linkIsPrivate {"link_is_private"}; ///< the host's name
inline constexpr ReasonCode<> linkUnreadable {"link_unreadable"};
inline constexpr ReasonCode<> linkNamesUser {"link_names_user"};
inline constexpr ReasonCode<> linkUnencrypted {"link_unencrypted"};

} // namespace lightwell::reasons

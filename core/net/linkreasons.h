// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a link in a provider's answer is not followed, and one that a client sent is not passed on.
namespace lightwell::reasons {

inline constexpr ReasonCode<QString> linkIsPrivate {"link_is_private"}; ///< the host's name
inline constexpr ReasonCode<> linkUnreadable {"link_unreadable"};
inline constexpr ReasonCode<> linkNamesUser {"link_names_user"};
inline constexpr ReasonCode<> linkUnencrypted {"link_unencrypted"};

inline constexpr ReasonCode<qint64> inputLinkTooLong {"input_link_too_long"}; ///< characters at most
inline constexpr ReasonCode<> inputLinkUnreadable {"input_link_unreadable"};
inline constexpr ReasonCode<> inputLinkUnencrypted {"input_link_unencrypted"};
inline constexpr ReasonCode<> inputLinkNamesUser {"input_link_names_user"};
inline constexpr ReasonCode<QString> inputLinkIsPrivate {"input_link_is_private"}; ///< the host's name
/// A record's, of which only the beginning was kept: the host's name.
inline constexpr ReasonCode<QString> inputLinkCut {"input_link_cut"};

// Links in parts of messages to text models.
inline constexpr ReasonCode<QString> partLinkScheme {"part_link_scheme"}; ///< with what it begins
inline constexpr ReasonCode<> partLinkUnreadable {"part_link_unreadable"};
inline constexpr ReasonCode<> partLinkNamesUser {"part_link_names_user"};
inline constexpr ReasonCode<QString> partLinkIsPrivate {"part_link_is_private"}; ///< the host's name

} // namespace lightwell::reasons

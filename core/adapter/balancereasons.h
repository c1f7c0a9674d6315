// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why nobody knows what is left on a vendor's account.
namespace lightwell::reasons {

inline constexpr ReasonCode<ProviderId, qint64> balanceRefused {"balance_refused"}; ///< with this HTTP status
inline constexpr ReasonCode<ProviderId> balanceUnreadable {"balance_unreadable"}; ///< no JSON, or of another form

} // namespace lightwell::reasons

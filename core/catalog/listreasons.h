// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a vendor's list of models is not believed.
namespace lightwell::reasons {

inline constexpr ReasonCode<ProviderId> listUnreadable {"list_unreadable"}; ///< no JSON, or of another form
inline constexpr ReasonCode<ProviderId> listEmpty {"list_empty"};
/// How many of the models that are known it has, of how many.
inline constexpr ReasonCode<ProviderId, qint64, qint64> listForeign {"list_foreign"};
/// A price that cannot be right, in dollars as the list has it.
inline constexpr ReasonCode<ProviderId, QString, QString> listPriceAbsurd {"list_price_absurd"};
inline constexpr ReasonCode<ProviderId> listTooLong {"list_too_long"};
inline constexpr ReasonCode<ProviderId, qint64> listRefused {"list_refused"}; ///< with this HTTP status
inline constexpr ReasonCode<ProviderId> listNone {"list_none"}; ///< the vendor has none, or none that can be read

} // namespace lightwell::reasons

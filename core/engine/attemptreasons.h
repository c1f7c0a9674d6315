// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why an attempt was made, and what came after it.
namespace lightwell::reasons {

// Why it was made.
inline constexpr ReasonCode<> firstChoice {"first_choice"};
inline constexpr ReasonCode<> nextKey {"next_key"}; ///< the one before was refused or is out of funds
inline constexpr ReasonCode<> nextOffer {"next_offer"};
inline constexpr ReasonCode<ModelId> fallbackModel {"fallback_model"};

// Why it was not the last.
inline constexpr ReasonCode<> nothingWasBegun {"nothing_was_begun"};
inline constexpr ReasonCode<> unsureMayGoOn {"unsure_may_go_on"}; ///< the user's setting
inline constexpr ReasonCode<> refusalMayGoOn {"refusal_may_go_on"}; ///< the user's rules

// Why it was.
inline constexpr ReasonCode<> unsureMustStop {"unsure_must_stop"}; ///< it may be billed
inline constexpr ReasonCode<> workWasDone {"work_was_done"};
inline constexpr ReasonCode<> refusalMustStop {"refusal_must_stop"};
inline constexpr ReasonCode<> othersWouldNotHelp {"others_would_not_help"};
inline constexpr ReasonCode<> callGoesNoFurther {"call_goes_no_further"}; ///< RouteWishes::mayGoOn
inline constexpr ReasonCode<> nobodyIsLeft {"nobody_is_left"};

} // namespace lightwell::reasons

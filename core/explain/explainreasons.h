// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a request was billed otherwise than it was reckoned before.
namespace lightwell::reasons {

inline constexpr ReasonCode<> billedByHand {"billed_by_hand"}; ///< a person said so
inline constexpr ReasonCode<qint64> billedSeveralTimes {"billed_several_times"}; ///< so many attempts were
inline constexpr ReasonCode<qint64, qint64> billedFewerPictures {"billed_fewer_pictures"}; ///< came, were reckoned with
inline constexpr ReasonCode<QSize, QSize> billedOtherSize {"billed_other_size"}; ///< made, reckoned with
inline constexpr ReasonCode<QString> billedByCount {"billed_by_count"}; ///< the vendor's own counters
inline constexpr ReasonCode<> billedBelowMost {"billed_below_most"}; ///< the estimate was the dearest that could come

} // namespace lightwell::reasons

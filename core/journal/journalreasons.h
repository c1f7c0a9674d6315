// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What the journal refuses, and what it knows of how a request ended. A request is a text: its id.
namespace lightwell::reasons {

// Clients of the gateway.
inline constexpr ReasonCode<> callUnderWay {"call_under_way"};
inline constexpr ReasonCode<> clientRevoked {"client_revoked"};
inline constexpr ReasonCode<Bytes> clientStorageFull {"client_storage_full"};

// What nobody finds.
inline constexpr ReasonCode<QString> requestUnknown {"request_unknown"};
inline constexpr ReasonCode<> recordGone {"record_gone"};
inline constexpr ReasonCode<QString> recordDamaged {"record_damaged"};
inline constexpr ReasonCode<> recordSetAside {"record_set_aside"};
inline constexpr ReasonCode<> offerLost {"offer_lost"};
inline constexpr ReasonCode<> callNotWritten {"call_not_written"};
inline constexpr ReasonCode<> planMissing {"plan_missing"};
inline constexpr ReasonCode<> planTooLong {"plan_too_long"};

// What is not written.
inline constexpr ReasonCode<> bookingOwed {"booking_owed"}; ///< yet
inline constexpr ReasonCode<QString, Money> bookingNotWritten {"booking_not_written"}; ///< and what it cost

// Settling by hand: why not.
inline constexpr ReasonCode<> costNotTold {"cost_not_told"};
inline constexpr ReasonCode<QString, Money> settledAlready {"settled_already"};
inline constexpr ReasonCode<QString, Money> costKnown {"cost_known"};
inline constexpr ReasonCode<QString> requestStillRuns {"request_still_runs"};
inline constexpr ReasonCode<QString> vendorMayHavePictures {"vendor_may_have_pictures"};
inline constexpr ReasonCode<Reason> attemptNotSaid {"attempt_not_said"}; ///< those that it may be
inline constexpr ReasonCode<qint64, ProviderId> attemptAt {"attempt_at"};
inline constexpr ReasonCode<Reason, qint64, ProviderId> attemptsAndAt {"attempts_and_at"}; ///< others, and one more

// Settled by hand.
inline constexpr ReasonCode<> endedMeanwhile {"ended_meanwhile"};
inline constexpr ReasonCode<Money> settledBilled {"settled_billed"};
inline constexpr ReasonCode<> settledUnbilled {"settled_unbilled"};

} // namespace lightwell::reasons

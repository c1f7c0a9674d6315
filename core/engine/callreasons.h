// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// How a call, an attempt or a generation ended. The vendor is a text: its own name.
namespace lightwell::reasons {

// Cancelled.
inline constexpr ReasonCode<> cancelled {"cancelled"};
inline constexpr ReasonCode<> cancelledBeforeSending {"cancelled_before_sending"};
inline constexpr ReasonCode<QString> cancelledTooLate {"cancelled_too_late"};
inline constexpr ReasonCode<QString> cancelNotConfirmed {"cancel_not_confirmed"};
inline constexpr ReasonCode<QString> cancelledHereOnly {"cancelled_here_only"};

// Lost on the way.
inline constexpr ReasonCode<QString> lostAfterSending {"lost_after_sending"};
inline constexpr ReasonCode<Reason, QString> answerNotTaken {"answer_not_taken"};
inline constexpr ReasonCode<QString> outOfTime {"out_of_time"};
inline constexpr ReasonCode<QString> notReachedInTime {"not_reached_in_time"};
inline constexpr ReasonCode<QString> pictureNotFetched {"picture_not_fetched"};
inline constexpr ReasonCode<QString> pictureLinkForbidden {"picture_link_forbidden"}; ///< by the rules about hosts
inline constexpr ReasonCode<QString> pictureLinkKept {"picture_link_kept"};
inline constexpr ReasonCode<QString, QString> pictureLinkKeptUntil {"picture_link_kept_until"}; ///< UTC, ISO 8601
inline constexpr ReasonCode<QString> cannotBeAskedNow {"cannot_be_asked_now"};
inline constexpr ReasonCode<> endedWhileRunning {"ended_while_running"};
inline constexpr ReasonCode<> endedWhileRunningForFree {"ended_while_running_for_free"};
inline constexpr ReasonCode<> sentAlready {"sent_already"};

// Outcomes.
inline constexpr ReasonCode<> noPictureSent {"no_picture_sent"};
inline constexpr ReasonCode<> noPictureCame {"no_picture_came"}; ///< but something else
inline constexpr ReasonCode<ImageFormat> pictureCameBroken {"picture_came_broken"};
inline constexpr ReasonCode<QSize, qint64> pictureCameTooLarge {"picture_came_too_large"}; ///< megapixels
inline constexpr ReasonCode<qint64, qint64> fewerThanAsked {"fewer_than_asked"};
inline constexpr ReasonCode<qint64, qint64, Reason> fewerThanAskedBecause {"fewer_than_asked_because"};
inline constexpr ReasonCode<Money, Money> costDoubted {"cost_doubted"};
inline constexpr ReasonCode<Money, Money> costFarBeyond {"cost_far_beyond"};
inline constexpr ReasonCode<Money> costDoubtedWithoutEstimate {"cost_doubted_without_estimate"};
inline constexpr ReasonCode<QString> costUnreadable {"cost_unreadable"}; ///< as the vendor wrote it
inline constexpr ReasonCode<QString> answerKeptAt {"answer_kept_at"};
inline constexpr ReasonCode<> noProviderServes {"no_provider_serves"};

} // namespace lightwell::reasons

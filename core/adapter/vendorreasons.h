// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What vendors' failures mean, whoever the vendor is. It is a text here: its own name.
namespace lightwell::reasons {

// Refusals.
inline constexpr ReasonCode<QString> requestRefused {"request_refused"};
inline constexpr ReasonCode<QString> requestRefusedInSilence {"request_refused_in_silence"};
inline constexpr ReasonCode<QString, FieldName> valueRefused {"value_refused"};
inline constexpr ReasonCode<QString> notOffered {"not_offered"};
inline constexpr ReasonCode<QString> modelUnknown {"model_unknown"};
inline constexpr ReasonCode<QString> keyRefused {"key_refused"};
inline constexpr ReasonCode<QString> noServiceAccount {"no_service_account"};
inline constexpr ReasonCode<QString> accountEmpty {"account_empty"};
inline constexpr ReasonCode<QString> accountWithoutCredits {"account_without_credits"};
inline constexpr ReasonCode<QString> accountLocked {"account_locked"};
inline constexpr ReasonCode<QString> onlyForVerified {"only_for_verified"};
inline constexpr ReasonCode<QString> regionNotServed {"region_not_served"};
inline constexpr ReasonCode<QString> tooManyCalls {"too_many_calls"};
inline constexpr ReasonCode<QString> tooBusy {"too_busy"};
inline constexpr ReasonCode<QString, QString> modelNotThere {"model_not_there"};
inline constexpr ReasonCode<QString, QString> modelBadlyNamed {"model_badly_named"};
inline constexpr ReasonCode<FieldName> webhookNotTaken {"webhook_not_taken"};
inline constexpr ReasonCode<QString, FieldName> waitingNotTaken {"waiting_not_taken"};

// Content rules.
inline constexpr ReasonCode<QString> contentRefused {"content_refused"};
inline constexpr ReasonCode<QString> inputRefused {"input_refused"};
inline constexpr ReasonCode<QString> pictureWithheld {"picture_withheld"};
inline constexpr ReasonCode<QString> pictureBlackedOut {"picture_blacked_out"};
inline constexpr ReasonCode<QString> pictureFlagged {"picture_flagged"};

// Failures.
inline constexpr ReasonCode<QString> failedForFree {"failed_for_free"};
inline constexpr ReasonCode<QString> failed {"failed"};
inline constexpr ReasonCode<QString> noAnswerInTime {"no_answer_in_time"};
inline constexpr ReasonCode<QString> noUsablePicture {"no_usable_picture"};
inline constexpr ReasonCode<QString> noPictureInAnswer {"no_picture_in_answer"};
inline constexpr ReasonCode<QString> cutShort {"cut_short"};
inline constexpr ReasonCode<QString> jobWithoutPicture {"job_without_picture"};
inline constexpr ReasonCode<QString> jobForgotten {"job_forgotten"};
inline constexpr ReasonCode<QString> jobStopped {"job_stopped"};
inline constexpr ReasonCode<QString> jobStoppedEarly {"job_stopped_early"};
inline constexpr ReasonCode<QString> jobStoppedLate {"job_stopped_late"};
inline constexpr ReasonCode<QString> outOfMemory {"out_of_memory"};
inline constexpr ReasonCode<QString> picturesDeleted {"pictures_deleted"};

// What an answer lacks, behind one of these; the field is a text: the vendor's own name.
inline constexpr ReasonCode<QString> answerLacks {"answer_lacks"};
inline constexpr ReasonCode<QString> answerLeadsElsewhere {"answer_leads_elsewhere"};
inline constexpr ReasonCode<> answerHasNoPictures {"answer_has_no_pictures"};
inline constexpr ReasonCode<> runHasNoPictures {"run_has_no_pictures"};
inline constexpr ReasonCode<> streamHasNoPicture {"stream_has_no_picture"};

// Addresses.
inline constexpr ReasonCode<QString> addressMissing {"address_missing"};
inline constexpr ReasonCode<QString> addressMoved {"address_moved"};
inline constexpr ReasonCode<QString> addressSpeaksOtherwise {"address_speaks_otherwise"};

/// A server, and the option it has to be started with.
inline constexpr ReasonCode<QString, QString> apiSwitchedOff {"api_switched_off"};

// Masks.
inline constexpr ReasonCode<> maskUnreadable {"mask_unreadable"};
inline constexpr ReasonCode<> maskWithoutTransparency {"mask_without_transparency"};
inline constexpr ReasonCode<> maskChangesNothing {"mask_changes_nothing"};
inline constexpr ReasonCode<qint64> maskTooHeavy {"mask_too_heavy"};

} // namespace lightwell::reasons

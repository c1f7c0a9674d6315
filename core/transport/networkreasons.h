// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a call brought no answer. The text is the host's name.
namespace lightwell::reasons {

// On the way there.
inline constexpr ReasonCode<QString> hostNotFound {"host_not_found"};
inline constexpr ReasonCode<QString> connectionRefused {"connection_refused"};
inline constexpr ReasonCode<QString> hostNotProven {"host_not_proven"}; ///< its certificate does not hold
inline constexpr ReasonCode<QString> proxySilent {"proxy_silent"};
inline constexpr ReasonCode<QString> proxyAsksForPassword {"proxy_asks_for_password"};
inline constexpr ReasonCode<QString> connectionFailed {"connection_failed"};
inline constexpr ReasonCode<QString> connectTimeout {"connect_timeout"};
inline constexpr ReasonCode<QString> addressUnencrypted {"address_unencrypted"};
inline constexpr ReasonCode<> bodyMissing {"body_missing"};
inline constexpr ReasonCode<QString> headerUnusable {"header_unusable"}; ///< its name

// The answer.
inline constexpr ReasonCode<QString> connectionClosed {"connection_closed"};
inline constexpr ReasonCode<QString> answerCut {"answer_cut"}; ///< it began, and its end did not come
inline constexpr ReasonCode<QString> idleTimeout {"idle_timeout"};
inline constexpr ReasonCode<QString> totalTimeout {"total_timeout"};
inline constexpr ReasonCode<QString> answerNotUnpacked {"answer_not_unpacked"};
inline constexpr ReasonCode<QString, qint64> answerTooLarge {"answer_too_large"}; ///< in MB
inline constexpr ReasonCode<> linkInCircles {"link_in_circles"};
inline constexpr ReasonCode<> builtInSilent {"built_in_silent"};

// From this side.
inline constexpr ReasonCode<> callCancelled {"call_cancelled"};
inline constexpr ReasonCode<> programCloses {"program_closes"};

} // namespace lightwell::reasons

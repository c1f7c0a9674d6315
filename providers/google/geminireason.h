// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

namespace lightwell {

/// What kind of failure a finishReason or promptFeedback.blockReason stands for when the answer holds no picture.
/// Reasons nobody has heard of are Upstream.
[[nodiscard]] ErrorKind geminiReasonKind(const QString &reason);

/// What to do about it; empty: the kind's usual reason serves.
[[nodiscard]] Reason geminiReasonFor(const QString &reason, const QString &provider);

} // namespace lightwell

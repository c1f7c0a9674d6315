// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

namespace lightwell {

/// What kind of failure a finishReason or promptFeedback.blockReason stands for when the answer holds no picture.
/// Reasons nobody has heard of are Upstream.
[[nodiscard]] ErrorKind geminiReasonKind(const QString &reason);

/// A sentence for a person on what to do about it; empty: the kind's usual one serves.
[[nodiscard]] QString geminiReasonMessage(const QString &reason, const QString &provider);

} // namespace lightwell

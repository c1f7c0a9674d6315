// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/plan.h"

#include <functional>

namespace lightwell {

/// Writes one call of a plan as a generation or an edit, without authorization. `address` makes a path into the
/// whole address. The caller's own fields (Request::extra) come last, but never replace what is paid for (model,
/// prompt, n, pictures) nor switch on streaming, whose answer could not be read. A mask the vendor would refuse, or
/// that leaves nothing to paint, is an error.
[[nodiscard]] Result<HttpRequest> openAiSubmission(const Plan &plan, const PlannedCall &call,
                                                   const std::function<QUrl(const QString &path)> &address);

} // namespace lightwell

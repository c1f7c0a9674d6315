// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "providers/common/openailikeprofile.h"

#include <QUrl>

namespace lightwell {

/// Where the two kinds of calls go.
struct OpenAiLikePlaces
{
    QUrl generations;
    QUrl edits;
};

/// Writes one call of a plan as a generation or an edit, without authorization; `streams`: with "stream": true. The
/// caller's own fields (Request::extra) come last, but never replace what is paid for (model,
/// prompt, n, pictures) nor switch on streaming, whose answer could not be read. A mask the vendor would refuse, or
/// that leaves nothing to paint, is an error.
[[nodiscard]] Result<HttpRequest> openAiLikeSubmission(const Plan &plan, const PlannedCall &call,
                                                       const OpenAiLikePlaces &places, const OpenAiLikeProfile &profile,
                                                       bool streams);

} // namespace lightwell

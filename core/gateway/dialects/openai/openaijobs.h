// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountdialect.h"

/// Calls for pictures that are not waited for, as Lightwell's own API has them: POST /images/… with "Prefer:
/// respond-async" (RFC 7240) is answered by 202 and {"id", "object": "job", "status", "links"}; GET /jobs/{id} is the
/// same later, with the whole answer under "result", or its error under "error". States have OpenAI's words: queued,
/// in_progress, completed, failed, cancelled; and unknown, which may have been billed.
namespace lightwell::openai {

[[nodiscard]] GatewayResponse jobAnswer(const JobView &job);
/// "event: job.in_progress" with the job as data; the last one has its result.
[[nodiscard]] QByteArray jobEvent(const JobView &job);
/// The event of a webhook in the form of OpenAI's: {"id", "object": "event", "type", "created_at", "data"}. Nothing
/// in it is secret, or the caller's own words.
[[nodiscard]] QByteArray webhookBody(const JobView &job);

} // namespace lightwell::openai

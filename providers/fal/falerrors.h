// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

namespace lightwell {

/// Makes the error of an answer more exact by either of fal's shapes: model errors {"detail":[{loc,msg,type}]} and
/// platform errors {"detail":"…","error_type":"…"}; also the platform API's {"error":{type,message}}.
void refineFalError(Error &error, const HttpResponse &response);

/// Whether a job that ended in this error is billed, by the answer of its result address: fal never bills a 5xx; a 422
/// counts as billed only if its units say so. `lost`: fal does not know the job, which the message says already.
void settleFalJobError(Error &error, const HttpResponse &response, bool lost);

[[nodiscard]] bool falExplains(const HttpResponse &response); ///< the body is one of fal's own errors
[[nodiscard]] bool falStillRunning(const HttpResponse &response);

/// Answers that are no errors to fal but no use to us.
[[nodiscard]] Error falWithheld(const HttpResponse &response); ///< the safety checker blackened every picture
[[nodiscard]] Error falNoPicture(const HttpResponse &response);
[[nodiscard]] Error falNoSuchEndpoint(const QString &id); ///< nothing was sent

} // namespace lightwell

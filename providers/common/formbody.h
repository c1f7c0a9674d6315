// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/plan.h"
#include "core/model/result.h"
#include "providers/common/multipart.h"

namespace lightwell {

/// One call as multipart/form-data: `fields` as text (objects as JSON text, lists as one part an entry), each input
/// picture as a file under the offer's field for its role, the mask (plannedMask()) under the one for masks. `further`:
/// the field of pictures to edit after the first; empty: that of the first, once more. Fails only if there is something
/// wrong with the mask.
[[nodiscard]] Result<Multipart> formBody(const Plan &plan, const QJsonObject &fields, const QString &further = {});

/// A POST of a form, marked as one that starts paid work. The caller adds its authorization.
[[nodiscard]] HttpRequest formSubmission(const QUrl &url, const Multipart &form);

} // namespace lightwell

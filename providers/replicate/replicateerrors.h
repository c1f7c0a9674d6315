// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell {

/// Makes the error of an answer more exact by its words: {"title","detail","status"}, or {"detail"} alone.
void refineReplicateError(Error &error, const Offer &offer);

/// The error of a prediction that ended as "failed", "canceled" or "aborted", by the words of its "error" field.
[[nodiscard]] Error predictionError(const QJsonObject &prediction, int httpStatus);

/// Answers that are no errors to Replicate but no use to us.
[[nodiscard]] Error replicateRemoved(const HttpResponse &response); ///< the pictures were deleted after an hour
[[nodiscard]] Error replicateNoPicture(const HttpResponse &response, const QString &logs);
[[nodiscard]] Error replicateNoSuchModel(const QString &id); ///< nothing was sent

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell {

/// What a failed answer of Replicate was an answer to: that decides who pays.
enum class ReplicateCall {
    Question, ///< about the key or a model's version: nothing was ordered yet
    Submission,
    Job, ///< about a known prediction, which may well go on
};

/// The typed error of an answer of Replicate: {"title","detail","status"}, or {"detail"} alone.
[[nodiscard]] Error replicateError(const HttpResponse &response, const Offer &offer, ReplicateCall call);

/// The error of a prediction that ended as "failed", "canceled" or "aborted", by the words of its "error" field.
[[nodiscard]] Error predictionError(const QJsonObject &prediction, int httpStatus);

/// Answers that are no errors to Replicate but no use to us.
[[nodiscard]] Error replicateUnreadable(const HttpResponse &response, const QString &missing);
[[nodiscard]] Error replicateForeignAddress(const HttpResponse &response);
[[nodiscard]] Error replicateRemoved(const HttpResponse &response); ///< the pictures were deleted after an hour
[[nodiscard]] Error replicateNoPicture(const HttpResponse &response, const QString &logs);
[[nodiscard]] Error replicateNoSuchModel(const QString &id); ///< nothing was sent

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell {

/// What a failed answer of fal was an answer to: that decides who pays.
enum class FalCall {
    Submission,
    Job, ///< a question about a known job, which may well go on
    KeyCheck,
};

/// The typed error of an answer in either of fal's shapes: model errors {"detail":[{loc,msg,type}]} and platform errors
/// {"detail":"…","error_type":"…"}; also the platform API's {"error":{type,message}}.
[[nodiscard]] Error falError(const HttpResponse &response, const Offer &offer, FalCall call);

/// A job that ended in an error: `response` is what its result address answered, `failure` what its status said
/// ({"detail","error_type"}, may be empty). fal never bills a 5xx; a 422 counts as billed only if its units say so.
[[nodiscard]] Error falJobError(const HttpResponse &response, const Offer &offer, const QJsonObject &failure);

[[nodiscard]] bool falExplains(const HttpResponse &response); ///< the body is one of fal's own errors
[[nodiscard]] bool falStillRunning(const HttpResponse &response);

/// Answers that are no errors to fal but no use to us.
[[nodiscard]] Error falUnreadable(const HttpResponse &response, const QString &missing);
[[nodiscard]] Error falForeignAddress(const HttpResponse &response);
[[nodiscard]] Error falWithheld(const HttpResponse &response); ///< the safety checker blackened every picture
[[nodiscard]] Error falNoPicture(const HttpResponse &response);
[[nodiscard]] Error falNoSuchEndpoint(const QString &id); ///< nothing was sent

} // namespace lightwell

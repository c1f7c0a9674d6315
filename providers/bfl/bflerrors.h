// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell {

/// What a failed answer of Black Forest Labs was an answer to: that decides who pays.
enum class BflCall {
    Question, ///< about the key: nothing was ordered
    Submission,
    Job, ///< about a known task, which may well go on
};

/// The typed error of an answer: {"detail"} as text or a list of complaints, {"message"} or {"error"}.
[[nodiscard]] Error bflError(const HttpResponse &response, const Offer &offer, BflCall call);

/// "Request Moderated": the input was refused and no picture was made, so nothing is billed. "Content Moderated": the
/// finished picture was; the documentation does not promise that it is free, so it may be billed.
[[nodiscard]] Error bflModerated(const QJsonObject &task, const HttpResponse &response);
[[nodiscard]] Error bflTaskFailed(const QJsonObject &task, const HttpResponse &response);

/// Answers that are no errors to the vendor but no use to us.
[[nodiscard]] Error bflUnreadable(const HttpResponse &response, const QString &missing);
[[nodiscard]] Error bflForeignAddress(const HttpResponse &response);
[[nodiscard]] Error bflTaskLost(const HttpResponse &response);
[[nodiscard]] Error bflNoCredits(const HttpResponse &response);

/// Nothing was sent.
[[nodiscard]] Error bflNoSuchModel(const QString &model);
[[nodiscard]] Error bflNoWebhooks();

} // namespace lightwell

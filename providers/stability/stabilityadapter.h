// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Stability AI's REST API v2beta (its OpenAPI document): generations, edits and upscalers, one picture a call, always
/// as multipart/form-data. Most answer with the picture itself; the creative upscaler is a job, asked about every ten
/// seconds as the document wants. Nothing can be cancelled.
///
/// An offer's id is the path behind /v2beta ("stable-image/edit/inpaint"), or the name of a Stable Diffusion 3 model,
/// which share one path. What the API demands and nobody has to say here: the mode of Stable Diffusion 3 (with a
/// picture it takes no ratio), a strength where a picture goes into a generation (0.5). Borders are "top" and "bottom"
/// here, "up" and "down" there.
///
/// Answers are read as bytes with headers and as JSON with base64. Unconfirmed: the wording of an empty account, known
/// by its status.
///
/// More than the 200 lines of a job vendor, since most of its endpoints are no jobs and answer with bytes.
class StabilityAdapter : public JobAdapter
{
public:
    StabilityAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool endsAtOnce(const Plan &plan, const HttpResponse &response) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    void readProgress(Wait &wait, const QJsonObject &answer) const override;
    [[nodiscard]] ResultAnswer judgeResult(const HttpResponse &response) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

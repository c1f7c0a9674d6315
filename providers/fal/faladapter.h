// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// fal.ai through its queue (documentation: "Queue", "Request errors", "Pricing" and the platform API).
///
/// Submit, poll the status, fetch the result. The addresses fal hands out are used as they are; where an answer has
/// none they are built from the request id, without the endpoint's sub-path, as fal's own clients do. A base URL
/// stands for every host of fal.
///
/// More than the 200 lines of a job vendor, since fal tells of failures in four forms (its platform's, FastAPI's, a
/// model's own within a success, a status that says "completed" with an error), and bills by units it names beside the
/// result: readers of those are faladapter's second file.
///
/// Wire::editModel is the endpoint that takes input pictures.
/// The state's address to poll at, and its phase, are called "status".
class FalAdapter : public JobAdapter
{
public:
    FalAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    void readProgress(Wait &wait, const QJsonObject &answer) const override;
    [[nodiscard]] QJsonObject failureIn(const QJsonObject &answer) const override;
    [[nodiscard]] ResultAnswer judgeResult(const HttpResponse &response) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Replicate's HTTP API (OpenAPI document "Replicate HTTP API", 1.0.0-a1).
///
/// Predictions are made without the Prefer header: the answer with the prediction's id comes at once, so that a lost
/// connection never leaves a paid run that nobody can find again. That is worth the half poll interval it costs. An
/// output is only taken once the status is final: before, it may hold some of the pictures.
///
/// More than the 200 lines of a job vendor, since outputs have any form a model's author chose, what went wrong stands
/// in words of the models and in logs, and a version has to be asked for where a model is not official.
///
/// Models are called as "owner/name" (official ones), "owner/name:version" or a bare version; with Wire::versioned (no
/// official model) the latest version is asked for first.
/// State of its own: phase "version" with n and seed, until submitted.
class ReplicateAdapter : public JobAdapter
{
public:
    ReplicateAdapter();

    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;

private:
    [[nodiscard]] Step versionTold(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                   const Credentials &credentials) const;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Leonardo.Ai (docs.leonardo.ai; OpenAPI 1.0.0): its own models by UUID at /api/rest/v1, those of others by name at
/// /api/rest/v2, whose fields lie in "parameters". Both are polled at v1.
///
/// A reference picture is uploaded before anything is paid for: init-image hands out a form, which is posted without
/// the key to the address that comes with it. State meanwhile: phase "form" or "upload", "uploaded" (ids of those that
/// are there), "waiting" (the id of the one on its way), and the call. Generations can be deleted but not stopped.
/// That way in for pictures, and errors that come with a success, make it longer than the 200 lines of a job vendor.
/// Of its variations the universal upscaler is here, whose offer's id is its path; the others (upscale, unzoom, nobg)
/// are left out: they take the id of a picture made there, and no other. Unconfirmed and taken in every form: where the
/// answer of v2 has its id, and errors with the status 200, as an object or a list.
class LeonardoAdapter : public JobAdapter
{
public:
    LeonardoAdapter();

    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool isRefusal(const HttpResponse &response) const override;
    [[nodiscard]] QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &job, const QString &id,
                                     const Credentials &credentials) const override;
    void readProgress(Wait &wait, const QJsonObject &job) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;

private:
    [[nodiscard]] Result<HttpRequest> written(const Plan &plan, const PlannedCall &call, const QJsonArray &uploaded,
                                              const Credentials &credentials) const;
    [[nodiscard]] Step askForForm(const Plan &plan, AdapterState state, const Credentials &credentials) const;
    [[nodiscard]] Step formTold(const Plan &plan, AdapterState state, const HttpResponse &response,
                                const Credentials &credentials) const;
    [[nodiscard]] Step pictureUploaded(const Plan &plan, AdapterState state, const HttpResponse &response,
                                       const Credentials &credentials) const;
    /// Of a question before anything was ordered.
    [[nodiscard]] Step notYet(const HttpResponse &response, Error error) const;
};

} // namespace lightwell

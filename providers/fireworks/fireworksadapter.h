// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Fireworks AI (docs.fireworks.ai, "Image generation"), in its three ways: FLUX.1 as a workflow and models of SDXL's
/// kind answer at once with the picture itself (one of them) or with JSON (several); FLUX.1 Kontext is a job that is
/// polled by POST. Which one it is, the model's name says.
///
/// What the header "Accept" asks for is the picture's format, so offers name it as their field for that. Pictures are
/// not cancelled, and what they cost is not told. Unconfirmed and taken in every form: JSON as an object or as a list,
/// base64 with or without "data:", the ends "Error" and "Failed".
///
/// More than the 200 lines of a job vendor, since two of its three ways answer at once, as bytes or as JSON.
class FireworksAdapter : public JobAdapter
{
public:
    FireworksAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool endsAtOnce(const Plan &plan, const HttpResponse &response) const override;
    [[nodiscard]] QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const override;
    void writePoll(HttpRequest &poll, const AdapterState &state) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &job, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &job) const override;
    void readProgress(Wait &wait, const QJsonObject &job) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Alibaba Cloud Model Studio, "DashScope" (alibabacloud.com/help/en/model-studio: Qwen-Image, Wan image generation,
/// Wan text-to-image V2, Z-Image). One API in three styles, told apart by what the offer calls its prompt: models with
/// "input.messages" are spoken to in messages, Qwen's and Z-Image answer at once, Wan's give a task; older ones have
/// "input.prompt" and give a task. Tasks are asked for by the header X-DashScope-Async.
///
/// Only pictures that came out are billed; a task can be cancelled while it waits. Keys belong to one region, and there
/// is no question about a key alone: one about a task that never was is refused to a wrong key. Unconfirmed and taken
/// in each form: which of choices and results a model fills, and a refusal with a good status.
///
/// More than the 200 lines of a job vendor, since it is three APIs in one.
class AlibabaAdapter : public JobAdapter
{
public:
    AlibabaAdapter();

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool endsAtOnce(const Plan &plan, const HttpResponse &response) const override;
    [[nodiscard]] bool isRefusal(const HttpResponse &response) const override;
    [[nodiscard]] QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &job, const QString &id,
                                     const Credentials &credentials) const override;
    void readProgress(Wait &wait, const QJsonObject &job) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;

private:
    /// Of a path behind /api/v1, which a base address may end in.
    [[nodiscard]] QUrl place(const Credentials &credentials, const QString &path) const;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

#include <functional>

namespace lightwell {

/// Runware (runware.ai/docs/platform: introduction, task polling, errors): every call is a list of tasks that is posted
/// to one address. A picture is ordered with deliveryMethod "async" and asked for with getResponse until all of its
/// results have ended; each result tells its own price.
///
/// Tasks have ids of the caller's own, which must be random: the adapter is told where they come from. Nothing that was
/// ordered can be cancelled. Unconfirmed and taken in every form: results without a status, failures with the status of
/// an HTTP error, and which address a result of "vectorize" has.
///
/// More than the 200 lines of a job vendor, since its many codes of errors, and the fields they are about, take a third
/// of them.
class RunwareAdapter : public JobAdapter
{
public:
    using NewId = std::function<QString()>; ///< a fresh UUID (version 4) without braces

    explicit RunwareAdapter(NewId newId);

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState keep(const Plan &plan, const PlannedCall &call) const override;
    [[nodiscard]] bool isRefusal(const HttpResponse &response) const override;
    [[nodiscard]] QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const override;
    void writePoll(HttpRequest &poll, const AdapterState &state) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &job, const QString &id,
                                     const Credentials &credentials) const override;
    void readProgress(Wait &wait, const QJsonObject &job) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;

private:
    NewId m_newId;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// The server of stable-diffusion.cpp (examples/server/api.md), by its own API under /sdcpp/v1: of the three it has,
/// the only one with jobs, places in the queue and a way to cancel. Nothing it does costs anything.
///
/// It has one model, loaded at its start, so the offer's id is not sent. A reference picture goes in both ways, as the
/// server does with OpenAI's edits: the first as what is painted over, all as references; what the model does not know
/// of that it leaves alone. A job that is being painted cannot be stopped (409); one that waits can.
///
/// Answers do not tell a seed; the engine always names one. Errors are {"error": text}.
///
/// More than the 200 lines of a job vendor, since the search for the engine is here, too.
class SdCppAdapter : public JobAdapter
{
public:
    SdCppAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    void readProgress(Wait &wait, const QJsonObject &answer) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
};

} // namespace lightwell

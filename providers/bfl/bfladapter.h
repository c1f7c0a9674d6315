// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Black Forest Labs' own API (OpenAPI document "BFL API", 0.0.1).
///
/// One picture a task. The polling address of the answer is followed wherever in *.bfl.ai it points, since tasks live
/// on regional clusters; only where an answer has none is it built from the id. A task may be unknown for a moment,
/// until the regions agree. The cost is what the submission says in credits of one cent. There is no way to cancel.
///
/// Pictures travel as bare base64 unless Wire::imageAs says otherwise.
/// State of its own: cost (micro-dollars).
///
/// More than the 200 lines of a job vendor, since a task may be unknown for a moment, and what was
/// refused is told in several ways.
class BflAdapter : public JobAdapter
{
public:
    BflAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    void readProgress(Wait &wait, const QJsonObject &task) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

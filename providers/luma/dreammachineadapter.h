// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Luma's Dream Machine API for pictures (OpenAPI document 1.1.0): the Photon models.
///
/// One picture a generation. Answers hold no addresses, they are built from the id. A generation can be deleted but not
/// stopped: nothing says that it would not be billed, and its picture would be lost. Reference pictures are taken by
/// public addresses only, so offers have none. What a picture cost is not told.
class DreamMachineAdapter : public JobAdapter
{
public:
    DreamMachineAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

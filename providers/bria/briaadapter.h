// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/jobadapter.h"

namespace lightwell {

/// Bria's API, version 2 (docs.bria.ai: image generation, image editing, status): one path a tool, each of which takes
/// an order and names the address to ask at. The offer's model is that path: "image/edit/gen_fill".
///
/// A status decides, not the number of the answer. Nothing that was ordered can be cancelled, and a second order is
/// billed again. There is no question about a key alone: one about a request that never was is refused to a wrong key.
/// Unconfirmed and taken in each form: pictures that come at once, and a failure called ERROR, FAILED or UNKNOWN.
/// White in a mask is painted over. How many pictures an order makes is one: `num_results` is not in its description.
///
/// More than the 200 lines of a job vendor, since borders become a canvas, and what its numbers
/// say of a picture is told.
class BriaAdapter : public JobAdapter
{
public:
    BriaAdapter();

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    [[nodiscard]] Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const override;
    [[nodiscard]] bool endsAtOnce(const Plan &plan, const HttpResponse &response) const override;
    [[nodiscard]] QString firstStatus(const QJsonObject &answer) const override;
    [[nodiscard]] AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const override;
    [[nodiscard]] Step readEnd(const Plan &plan, const AdapterState &state,
                               const HttpResponse &response) const override;
    void refine(Error &error, const HttpResponse &response, const Offer &offer) const override;
};

} // namespace lightwell

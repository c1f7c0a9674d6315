// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// Prodia's API v2 (its reference, its clients prodia-js and @ai-sdk/prodia): a type of job and its config, as JSON or,
/// with pictures, as a form with a part "job" and parts "input". It answers at once, one picture a job, with a form:
/// the job with its seed and price, and the picture's bytes. The wished format is the header Accept, which is therefore
/// the offers' field for it. A type that nobody knows is answered like a lack of capacity (429).
///
/// An offer's id is the type of job; one for pictures stands in Wire::editModel. A mask goes as a second input, behind
/// the picture; white is what changes.
///
/// Read as well: bare bytes, and a job alone. Unconfirmed: the order of picture and mask (and that white changes),
/// which is other people's code that works; how an empty account (taken for 402) and a refused prompt are told, and
/// whether a job is billed that fails without a price.
///
/// More than the 80 lines of an OpenAI-like vendor, since orders and answers are forms.
class ProdiaAdapter : public OpenAiLikeAdapter
{
public:
    ProdiaAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;
};

} // namespace lightwell

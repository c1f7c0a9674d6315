// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// Recraft's API (its OpenAPI document and reference): OpenAI's dialect for generations, and beside it addresses of
/// their own for pictures to work on, all as JSON with data URLs, which the vendor recommends.
///
/// An offer's id is a model, whose address follows from what is asked (a picture: imageToImage, under a mask: inpaint);
/// or it is the address of a tool ("images/removeBackground"), which takes no model. A strength is demanded for
/// imageToImage (0.5 where nobody says one). Pictures of a style go with generations of V2 and V3; the style that is
/// made of them costs as well, which other pictures do not. In masks white changes, and nothing may lie between black
/// and white.
///
/// Every answer tells its cost in API units, a thousand to the dollar. Generations answer with "data", tools with one
/// "image"; vector models with SVG. Unconfirmed: the codes of errors, which are known by their status as well.
///
/// More than the 80 lines of an OpenAI-like vendor, since each tool has an address and a form of answer of its own.
class RecraftAdapter : public OpenAiLikeAdapter
{
public:
    RecraftAdapter();

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/synchronousadapter.h"

#include <memory>

namespace lightwell {

/// Speaks Cloudflare Workers AI (REST API, accounts/ID/ai/run/MODEL). Offers with Wire::imageAs "file" are asked with a
/// form, with or without pictures (FLUX.2: input_image_0 …), all others with JSON. An answer is read by its type: the
/// bytes of a picture, or an envelope with the picture as base64 in result.image or, of older models, image.
///
/// Unconfirmed: the codes 3030 (refused content), 4006 (as 3036) and 9109, which are all taken.
///
/// Longer than most adapters, since orders have two forms, answers three, and errors are told by numbers.
class CloudflareAdapter : public SynchronousAdapter
{
public:
    CloudflareAdapter();

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    [[nodiscard]] QUrl home(const Credentials &credentials) const override;
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override;
    void identify(HttpRequest &request, const Credentials &credentials) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> cloudflareAdapter();

} // namespace lightwell

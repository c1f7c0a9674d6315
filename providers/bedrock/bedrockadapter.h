// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/synchronousadapter.h"

#include <memory>

namespace lightwell {

/// Speaks Amazon Bedrock's InvokeModel (Bedrock Runtime API) for the models that make pictures: those of Stability AI
/// ("stability.…", "us.stability.…") and of Amazon (Nova Canvas, Titan), each in its own schema, as the model
/// parameters of the Bedrock user guide have them. Requests are signed (AWS Signature Version 4), or carry a Bedrock
/// API key.
///
/// Unconfirmed: whether filtered pictures are billed, so they may be; the model's word for its schema is taken from the
/// id alone, so an ARN of a user's own profile counts as Stability's.
///
/// Longer than most adapters, since two makers' schemas are spoken here, and requests are signed.
class BedrockAdapter : public SynchronousAdapter
{
public:
    BedrockAdapter();

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

[[nodiscard]] std::unique_ptr<Adapter> bedrockAdapter();

} // namespace lightwell

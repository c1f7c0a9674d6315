// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/synchronousadapter.h"

#include <memory>

namespace lightwell {

/// Google Vertex AI: the Gemini models that answer with pictures (v1, publishers.models.generateContent, as
/// providers/google has it) and Imagen (publishers.models.predict). The key is a service account's document, which is
/// exchanged for a token, or an API key of the express mode, which needs no project.
///
/// Unconfirmed: that Imagen is still served anywhere; its contract is kept for offers of the user's own.
class VertexAdapter : public SynchronousAdapter
{
public:
    VertexAdapter();

    [[nodiscard]] std::optional<Result<HttpRequest>> signIn(const Credentials &credentials) const override;
    [[nodiscard]] SignedIn readSignIn(const HttpResponse &response) const override;

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

[[nodiscard]] std::unique_ptr<Adapter> vertexAdapter();

} // namespace lightwell

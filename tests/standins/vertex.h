// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/gemini.h"

#include <memory>

namespace lightwell::test {

/// Google Vertex AI of one project: POST /token exchanges a service account's signed claim, whose signature and times
/// are checked, for a token; with that (or an API key in express mode) the Gemini models and Imagen make pictures, and
/// countTokens counts.
///
/// Points to script: "token", "generation", "models".
class VertexStandIn : public GeminiStandIn
{
public:
    VertexStandIn();
    ~VertexStandIn() override;

    [[nodiscard]] static QString project() { return QStringLiteral("standin-project"); }
    [[nodiscard]] static QByteArray expressKey() { return QByteArrayLiteral("AIza-standin-express"); }
    /// The document of its service account, which it makes anew for each stand-in.
    [[nodiscard]] QByteArray serviceAccount() const;
    void revokeTokens(); ///< those that were given so far

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Key;
    [[nodiscard]] Reply giveToken(const Received &request);
    [[nodiscard]] Reply makeImagen(const QJsonObject &body);

    std::unique_ptr<Key> m_key;
    QByteArray m_token;
};

} // namespace lightwell::test

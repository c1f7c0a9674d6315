// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Amazon Bedrock: POST /model/ID/invoke of the models of Stability AI and Amazon that make pictures, and GET
/// /foundation-models. Signatures are reckoned anew from what came over the wire; a Bedrock API key goes without one.
///
/// Points to script: "invoke", "models".
class BedrockStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray accessKeyId() { return QByteArrayLiteral("AKIASTANDINEXAMPLE"); }
    [[nodiscard]] static QByteArray secretAccessKey()
    {
        return QByteArrayLiteral("standin/secret+access/key0123456789abcd");
    }
    [[nodiscard]] static QByteArray apiKey() { return QByteArrayLiteral("ABSKstandin0123456789"); }
    [[nodiscard]] static Reply refusal(int status, const QString &exception, const QString &message);
    [[nodiscard]] static Reply countryNotServed(); ///< to script: for models of some makers

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply makeStability(const QString &model, const QJsonObject &body);
    [[nodiscard]] Reply makeAmazon(const QString &model, const QJsonObject &body);
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Cloudflare Workers AI of one account: ai/run/MODEL, with a form for FLUX.2 and JSON for the others, and the search
/// for models. Phoenix answers with the bytes of a picture, all others with an envelope.
///
/// Points to script: "run", "models".
class CloudflareStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("cloudflare-standin-token"); }
    [[nodiscard]] static QByteArray account() { return QByteArrayLiteral("0123456789abcdef0123456789abcdef"); }
    [[nodiscard]] static Reply refusal(int status, int code, const QString &message);

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply make(const QString &model, const QJsonObject &fields);
};

} // namespace lightwell::test

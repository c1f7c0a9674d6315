// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Recraft's API under /v1: generations and tools as JSON, the account. Pictures are links, or base64 where asked for;
/// every answer tells the API units it took.
///
/// Points to script: "generation" (whatever is paid for), "account", "download".
class RecraftStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("recraft-standin-token"); }
    [[nodiscard]] static Reply refusal(int status, const QString &code, const QString &message);

    void setCredits(int units) { m_credits = units; }
    void fillTheAccount() override { setCredits(1'000'000'000); }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply work(const Received &request, const QString &tool);
    [[nodiscard]] Reply make(const QJsonObject &body, const QString &tool);

    int m_credits = 10'000;
};

} // namespace lightwell::test

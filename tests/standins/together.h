// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Together AI's API under /v1: picture generations as JSON and the list of models, a bare array. Answers are links, or
/// base64 where asked for.
///
/// Points to script: "generation", "models".
class TogetherStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("tgp_v1_standin"); }
    [[nodiscard]] static Reply refusal(int status, const QString &message, const QString &type, const QString &code,
                                       const QString &param = {});
    void setEmptyAccount(bool empty) { m_empty = empty; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply generate(const Received &request);
    [[nodiscard]] Reply make(const QJsonObject &body);

    bool m_empty = false;
};

} // namespace lightwell::test

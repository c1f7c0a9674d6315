// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// MiniMax's API: /v1/image_generation, which answers 200 whatever is wrong, and OpenAI's dialect for the H3 models.
///
/// Points to script: "generation", "download".
class MinimaxStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("minimax-standin-key"); }
    /// A refusal in "base_resp", with status 200.
    [[nodiscard]] static Reply refusal(int code, const QString &words);

    void setEmptyAccount(bool empty) { m_empty = empty; }
    void withholdNext(int pictures) { m_withheld = pictures; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply generate(const Received &request, const QJsonObject &body);
    [[nodiscard]] Reply make(const QJsonObject &body);
    [[nodiscard]] Reply makeAsOpenAi(const QJsonObject &body);

    int m_withheld = 0;
    bool m_empty = false;
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// LocalAI: generations as JSON, masks and upscaling as forms with links for answers, lists of models.
///
/// Points to script: "generations", "inpainting", "upscale", "models", "capabilities", "download".
class LocalAiStandIn : public VendorStandIn
{
public:
    void setKey(const QByteArray &key) { m_key = key; } ///< empty: it asks for none
    [[nodiscard]] QJsonObject lastBody() const { return m_body; }
    [[nodiscard]] static Reply refusal(int status, const QString &message, const QString &type = {});

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply generate(const Received &request);
    [[nodiscard]] Reply workOn(const Received &request, bool enlarges);

    QByteArray m_key;
    QJsonObject m_body;
};

} // namespace lightwell::test

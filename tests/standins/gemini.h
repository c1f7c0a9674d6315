// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/geminiinput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Google's Gemini API under /v1beta and /v1: generateContent of the models that answer with pictures, and the list of
/// models. Models that think put an interim picture before the real one.
///
/// Points to script: "generation", "models".
class GeminiStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("AIza-standin-key"); }

    /// How much of its bill the next answers tell.
    enum class Usage { Full, WithoutAnswer, None };
    void tellUsage(Usage usage) { m_usage = usage; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply make(const GeminiModel &model, const GeminiInput &input);

    Usage m_usage = Usage::Full;
};

} // namespace lightwell::test

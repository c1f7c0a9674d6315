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

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply make(const GeminiModel &model, const GeminiInput &input);
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/openaiinput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// OpenAI's Images API under /v1: generations, edits as multipart/form-data, the list of models. GPT image models only;
/// answers are base64 with the tokens used, or event streams of one picture with previews of it. No GIF or SVG.
///
/// Points to script: "generation", "edit", "models".
class OpenAiStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk-standin-key"); }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply make(const OpenAiInput &input);
    [[nodiscard]] Reply stream(const OpenAiInput &input);
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/openai.h"

namespace lightwell::test {

/// Azure OpenAI: OpenAI's pictures under /openai/v1 (with or without an API version) and under
/// /openai/deployments/NAME (with a dated one), and Microsoft's own models under /mai/v1. Each model has a deployment
/// of its own name; gpt-image-2 also one called "my-pictures".
///
/// Points to script: "generation", "edit", "models".
class AzureStandIn : public OpenAiStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("0123456789azurestandinkey"); }
    [[nodiscard]] static Reply refusal(int status, const QJsonObject &error);

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply makeOwn(const QJsonObject &body);
    [[nodiscard]] Reply makeFlux(const Received &request);
};

} // namespace lightwell::test

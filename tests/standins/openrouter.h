// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// OpenRouter's API under /api/v1: /images ("generation"), /chat/completions ("edit" to script) and /key ("models"). A
/// prompt with "forbidden" in it is refused by the moderation, in a chat by the model's words.
class OpenRouterStandIn : public ImagesApiStandIn
{
public:
    OpenRouterStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk-or-v1-standin"); }
    [[nodiscard]] static Reply refusal(int status, const QString &message, const QJsonObject &metadata);
    [[nodiscard]] static Reply regionRestricted(); ///< to script

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
    [[nodiscard]] Reply modelList() const override;

private:
    [[nodiscard]] std::optional<Reply> chatFault(const Order &order) const;
    [[nodiscard]] Reply chat(const Order &order) const;
};

} // namespace lightwell::test

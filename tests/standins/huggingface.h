// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// Hugging Face's router: its own servers, which answer with bytes, and the vendors behind it that speak OpenAI's
/// dialect. Also the hub's free answers about the token and about who serves a model.
class HuggingFaceStandIn : public ImagesApiStandIn
{
public:
    HuggingFaceStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("hf_standin"); }

protected:
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;
    [[nodiscard]] QString modelIn(const QString &path, const QJsonObject &body) const override;
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
    [[nodiscard]] Reply modelList() const override;
};

} // namespace lightwell::test

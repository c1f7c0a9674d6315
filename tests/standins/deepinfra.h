// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// DeepInfra's own API under /v1/inference and the edits of its other one under /v1/openai. Pictures are data URLs
/// there and bare base64 here; a prompt with "forbidden" in it makes a black one.
class DeepInfraStandIn : public ImagesApiStandIn
{
public:
    DeepInfraStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("deepinfra-standin"); }

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// SiliconFlow's API under /v1: pictures always as links, errors in three forms. The free question is about the account
/// ("models" to script).
class SiliconFlowStandIn : public ImagesApiStandIn
{
public:
    SiliconFlowStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk-siliconflow-standin"); }

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
    [[nodiscard]] Reply modelList() const override;
};

} // namespace lightwell::test

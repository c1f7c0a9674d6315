// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// Lumenfall's API under /openai/v1: generations as JSON, edits and upscales as uploads, which need no prompt where
/// they upscale. A prompt with "forbidden" in it is refused.
class LumenfallStandIn : public ImagesApiStandIn
{
public:
    LumenfallStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("lmnfl_id.standin"); }

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
};

} // namespace lightwell::test

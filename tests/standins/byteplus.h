// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// BytePlus ModelArk's images API under /api/v3, with each model's limits of pixels. A prompt with "forbidden" in it
/// brings an error in the place of the picture, which nobody pays for.
class BytePlusStandIn : public ImagesApiStandIn
{
public:
    BytePlusStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("ark-standin"); }

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] bool makesUsualShape(const QString &model) const override
    {
        return !model.startsWith(QLatin1StringView("seededit"));
    }
    [[nodiscard]] Reply make(const Order &order) override;
};

} // namespace lightwell::test

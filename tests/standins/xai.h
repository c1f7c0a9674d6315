// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// xAI's API under /v1: pictures and edits of them as JSON. A wrong key and an unknown argument are a 400, an empty
/// account a 403; a prompt with "forbidden" in it makes a picture that is withheld.
class XaiStandIn : public ImagesApiStandIn
{
public:
    XaiStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("xai-standin"); }

protected:
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;
};

} // namespace lightwell::test

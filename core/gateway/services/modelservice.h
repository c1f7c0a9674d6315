// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

#include <QHash>

namespace lightwell {

/// The lists of models, in the words of each dialect.
class ModelService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::Models, RouteCall::Model}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void catalogChanged() override { m_lists.clear(); }

private:
    QHash<const Dialect *, GatewayResponse> m_lists; ///< whole ones, made when they are first asked for
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

#include <QDate>
#include <QHash>

namespace lightwell {

/// The lists of models, in the words of each dialect.
class ModelService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Models,         RouteCall::Model,       RouteCall::ModelSearch,        RouteCall::ModelCount,
                RouteCall::ModelEndpoints, RouteCall::ImageModels, RouteCall::ImageModelEndpoints};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void catalogChanged() override { m_lists.clear(); }

private:
    QDate m_day; ///< of m_lists
    /// Whole ones, made when they are first asked for.
    QHash<std::pair<const Dialect *, int>, GatewayResponse> m_lists; ///< by the RouteCall
};

} // namespace lightwell

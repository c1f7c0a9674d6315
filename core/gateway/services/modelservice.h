// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"
#include "core/gateway/shownmodels.h"

#include <QDate>
#include <QHash>

namespace lightwell {

/// The lists of models, in the words of each dialect. A client that may use some of them is shown these alone.
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
    void catalogChanged() override { m_views.clear(); }

private:
    struct View
    {
        ShownModels models;
        /// Whole ones, made when they are first asked for.
        QHash<std::pair<const Dialect *, int>, GatewayResponse> lists; ///< by the RouteCall
    };
    [[nodiscard]] View &viewOf(const QString &client, QDate today);
    [[nodiscard]] ShownModels modelsFor(const QString &client, const View &view, const QString &name) const;
    [[nodiscard]] bool tellMeasured(Exchange *exchange, ModelPage page, const RouteTable::Match &match,
                                    const ShownModels &models);

    QDate m_day; ///< of m_views
    QHash<QStringList, View> m_views; ///< by what their clients may use
};

} // namespace lightwell

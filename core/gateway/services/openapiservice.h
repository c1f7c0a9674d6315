// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// What the gateway has, as an OpenAPI 3.1 document: resources/openapi, one file a group of paths, put together.
[[nodiscard]] QJsonObject openApiDocument();

/// Delivers it.
class OpenApiService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::OpenApi}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    QByteArray m_document; ///< made when it is first asked for
};

} // namespace lightwell

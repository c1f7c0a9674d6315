// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/dialect.h"

#include "core/gateway/access.h"

namespace lightwell {

QByteArray Dialect::clientKey(const GatewayRequest &request) const
{
    return shownKey(request);
}

void Dialect::addHeaders(GatewayResponse &, const Generation &) const
{
}

GatewayResponse Dialect::modelsWithTexts(const Catalog &catalog, const TextModels &) const
{
    return models(catalog);
}

GatewayResponse Dialect::modelOrText(const Catalog &catalog, const TextModels &, const QString &name) const
{
    return model(catalog, name);
}

QByteArray Dialect::streamType() const
{
    return "text/event-stream; charset=utf-8";
}

QByteArray Dialect::keepAlive() const
{
    return ":\n\n";
}

GatewayResponse Dialect::modelSchema(const Catalog &catalog, const QString &name) const
{
    return model(catalog, name);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/dialect.h"

#include "core/gateway/access.h"

namespace lightwell {

QByteArray Dialect::clientKey(const GatewayRequest &request) const
{
    return shownKey(request);
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

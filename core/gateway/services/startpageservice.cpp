// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/startpageservice.h"

#include "core/gateway/services/startpage.h"

namespace lightwell {

using namespace Qt::StringLiterals;

void StartPageService::handle(Exchange *exchange, const RouteTable::Match & /*match*/)
{
    const GatewayOptions &options = context().options();
    const QString asked = context().scheme() + u"://"_s + QString::fromLatin1(exchange->request().header("Host")) + u"/v1"_s;
    const QString base = options.publicUrl.isEmpty() ? asked : options.publicUrl.toString(QUrl::FullyEncoded);
    context().respond(exchange,
                      {200,
                       {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
                        {"Cache-Control", "no-store"}},
                       startPage(base, options.requireKey)});
}

} // namespace lightwell

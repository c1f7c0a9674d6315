// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/startpageservice.h"

#include "core/gateway/services/startpage.h"

namespace lightwell {

void StartPageService::handle(Exchange *exchange, const RouteTable::Match & /*match*/)
{
    context().respond(exchange,
                      {200,
                       {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
                        {"Cache-Control", "no-store"}},
                       startPage(context().baseAddress(exchange->request()), context().options().requireKey)});
}

} // namespace lightwell

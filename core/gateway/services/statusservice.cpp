// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/statusservice.h"

#include "core/engine/engine.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/metrics.h"

namespace lightwell {

using namespace Qt::StringLiterals;

void StatusService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    if (match.route->call == RouteCall::Health) {
        return context().respond(exchange, GatewayResponse::json(200, {{u"status"_s, u"ok"_s}}));
    }
    const Engine &engine = context().parts().engine;
    const Metrics::Now now {context().connections(), engine.running(), engine.queued()};
    const QString client = exchange->client();
    const QString onlyClient = context().limits().seesAll(client) ? QString() : client;
    context().respond(exchange,
                      {200,
                       {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
                       context().metrics().text(now, onlyClient)});
}

} // namespace lightwell

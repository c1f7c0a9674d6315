// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/presetservice.h"

#include "core/gateway/clientlimits.h"
#include "core/gateway/presets/presets.h"

namespace lightwell {

void PresetService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const bool isOwn = context().limits().seesAll(exchange->client());
    const Presets presets = isOwn ? context().presets() : withoutWords(context().presets());
    context().respond(exchange,
                      match.route->call == RouteCall::Preset
                          ? match.dialect->preset(presets, match.argument)
                          : match.dialect->presets(presets, exchange->request().query));
}

} // namespace lightwell

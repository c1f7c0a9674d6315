// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/presetservice.h"

namespace lightwell {

void PresetService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Presets &presets = context().presets();
    context().respond(exchange,
                      match.route->call == RouteCall::Preset
                          ? match.dialect->preset(presets, match.argument)
                          : match.dialect->presets(presets, exchange->request().query));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientlimits.h"

#include <utility>

namespace lightwell {

/// What vendors are sent has the words of the preset that a call names: where those are not told (withoutWords()), it
/// is not told either. `told` is what the answer tells: a Telling or a GenerationCall.
template<typename Told>
void withholdEcho(Told &told, const QString &preset, const QString &client, const ClientLimits &limits)
{
    if (!preset.isEmpty() && !limits.seesAll(client) && std::exchange(told.echoes, false)) {
        told.ignored.append(QStringLiteral("debug.echo_upstream_body"));
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

#include <chrono>
#include <optional>

namespace lightwell {

struct Generation;

/// How long its attempts were under way at providers, from their beginning to their end, pictures received. Nothing:
/// none was.
[[nodiscard]] std::optional<std::chrono::milliseconds> upstreamTime(const Generation &generation);

/// Says so in the head of an answer, as the W3C's Server Timing has it: "Server-Timing: upstream;dur=4100".
void addUpstreamTime(GatewayResponse &response, const Generation &generation);
/// What the head of an answer says of it.
[[nodiscard]] std::optional<std::chrono::milliseconds> toldUpstreamTime(const GatewayResponse &response);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/gateway/refusal.h"
#include "core/model/generation.h"

namespace lightwell::openrouter {

/// Errors as OpenRouter's guide "Errors" has them: {"error": {"code": STATUS, "message", "metadata": {"error_type" …},
/// "availability": {…}}}. OpenRouter never bills what ends with a status of the 500s, and its own client sends such a
/// call again for up to an hour: whatever may have been billed is a 424 here, which no client repeats by itself.
[[nodiscard]] GatewayResponse errorAnswer(const Error &error);
/// Of a generation: also who was asked before, and, where all are busy, how soon the first of them may do better.
[[nodiscard]] GatewayResponse failureAnswer(const Generation &generation);
[[nodiscard]] GatewayResponse refusalAnswer(const Refusal &refusal);

/// The object `error` of such an answer; empty: there is none.
[[nodiscard]] QJsonObject errorIn(const GatewayResponse &response);

} // namespace lightwell::openrouter

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/refusal.h"
#include "core/model/generation.h"

/// The OpenAI dialect: OpenAI's images API with Lumenfall's additions. Pure translation, no input or output.
namespace lightwell::openai {

/// {"error":{message, type, param, code}} with the codes of Lumenfall's error list.
[[nodiscard]] GatewayResponse errorBody(int status, const QString &code, const QString &message,
                                        const QString &param = {});

/// A failure of Lightwell or a vendor. Wherever work may have begun, and where the money is out, it carries
/// "x-should-retry: false", because OpenAI's clients otherwise send the same paid request again by themselves.
/// `forcedProvider`: the caller named one, so its refusal is passed on as such.
[[nodiscard]] GatewayResponse errorAnswer(const Error &error, bool forcedProvider = false);

/// Names the generation in the headers where clients look for it.
void addRequestId(GatewayResponse &response, const QString &generation);

/// A refusal of the gateway itself.
[[nodiscard]] GatewayResponse refusalAnswer(const Refusal &refusal);

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/openai/openairequest.h"
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

/// Refusals of the gateway itself.
[[nodiscard]] GatewayResponse malformed(int status); ///< by what the HTTP parser found
[[nodiscard]] GatewayResponse tooManyConnections();
[[nodiscard]] GatewayResponse tooManyBodies(); ///< large ones, of all clients together
[[nodiscard]] GatewayResponse tooMuchForOneClient(); ///< connections or large bodies
/// `generation`: what is under way for this caller, and may be billed; empty: nothing.
[[nodiscard]] GatewayResponse closing(const QString &generation = {});
[[nodiscard]] GatewayResponse wrongHost(quint16 port);
[[nodiscard]] GatewayResponse wrongOrigin();
[[nodiscard]] GatewayResponse unauthorized();
[[nodiscard]] GatewayResponse unknownPath();
[[nodiscard]] GatewayResponse wrongMethod(const QByteArray &allowed);
[[nodiscard]] GatewayResponse wrongContentType(CallKind kind);

} // namespace lightwell::openai

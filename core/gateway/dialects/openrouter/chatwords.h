// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/conversationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"

namespace lightwell {
struct TextModels;
class WrittenObject;
}

/// Words through a chat, as OpenRouter's API reference (chat/completions) and its guides "Provider Routing", "Model
/// Fallbacks" and "Router Metadata" have it: OpenAI's, with what they say of the route. Pure.
namespace lightwell::openrouter {

/// The call with its wishes of the route. The object `provider` goes on to vendors that choose among others themselves,
/// without what it says of Lightwell's own choice of such a vendor.
[[nodiscard]] Result<ConversationCall> readConversation(const GatewayRequest &request, TextKind kind);

/// In "author/slug" the author is who made the model, whoever serves it: where nobody has a model by the whole name, it
/// is known by its slug.
[[nodiscard]] QString textName(const TextModels &texts, const QString &written);

/// Adds `debug` with what the vendor was sent, as the API reference has it (`debug.echo_upstream_body`).
void addEcho(WrittenObject &top, const QByteArray &body);
/// The same as a chunk of a stream, which stands before all others.
[[nodiscard]] QByteArray echoOfWords(const Generation &begun, const QByteArray &body);

/// Adds to a completion, or to an error of one, what OpenRouter tells: id and provider, `usage.cost`, and where they
/// are asked for the object `openrouter_metadata` and what the vendor was sent. What is no JSON object stays as it is.
void addOutcomeOfWords(QByteArray &body, const Generation &generation, const Telling &telling);
/// The same of the end of a stream, whose last chunk tells it.
[[nodiscard]] QByteArray endOfWords(const QByteArray &tail, const Generation &generation, const Telling &telling);

} // namespace lightwell::openrouter

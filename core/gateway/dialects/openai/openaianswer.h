// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"
#include "core/routing/route.h"

namespace lightwell::openai {

/// The answer to a completed generation: OpenAI's shape with Lumenfall's top-level id, size, output_format and
/// metadata, the report of what was emulated, and `metadata.notice` where something went wrong although the pictures
/// are there. What a vendor counted is `usage`, what it was told of quality and background stands beside it.
/// `deliveries` match the generation's pictures.
[[nodiscard]] GatewayResponse generationAnswer(const Generation &generation, const QList<DeliveredPicture> &deliveries,
                                               const AnswerSource &source = {});

/// What was done, by whom, for how much, what came out otherwise than it was asked for, and where the answer comes
/// from.
[[nodiscard]] QJsonObject generationMetadata(const Generation &generation, const AnswerSource &source = {});
/// {input_tokens, output_tokens, total_tokens, input_tokens_details, output_tokens_details}; empty: no vendor told any.
[[nodiscard]] QJsonObject usageOf(const Generation &generation);
/// The word for it that went to the vendor ("quality", "background"); empty: none did.
[[nodiscard]] QString wordSent(const Generation &generation, const QString &parameter);
/// Id, provider, model and cost as headers.
void addGenerationHeaders(GatewayResponse &response, const Generation &generation);

/// The same for a generation that failed, was cancelled, or may or may not have been billed.
[[nodiscard]] GatewayResponse failureAnswer(const Generation &generation);

/// What the first plan would cost: Lumenfall's dry run, and in `metadata.keys` for which of the providers that would be
/// tried there is a key (keysForPlans()).
[[nodiscard]] GatewayResponse dryRunAnswer(const Route &route, const QJsonObject &keys = {});

} // namespace lightwell::openai

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// {"type": "image_url", "image_url": {"url": "data:…"}}, as both APIs write a picture.
[[nodiscard]] QJsonObject openRouterPicture(const QString &link);

/// What the counters say a call cost. Where the user's own key at the maker paid for the work, that is its cost and
/// OpenRouter's fee together. Unknown where they do not say.
void takeOpenRouterCost(Done &done, const QJsonObject &usage);

/// A chat completion that asks for a picture: prompt and pictures as one message of the user, the offer's other fields
/// beside it ("image_config.aspect_ratio" inside of the object).
[[nodiscard]] QJsonObject openRouterChatBody(const Plan &plan, const PlannedCall &call);

/// The pictures beside the message's text. Text alone, or none because of a filter, is a refusal.
[[nodiscard]] Step openRouterChatAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"

namespace lightwell {
class Catalog;
}

/// Pictures through a chat: what is sent to /chat/completions for a model that makes pictures, as OpenRouter's guides
/// "Image Generation" (output modalities) and "Image Inputs" have it. Pure.
namespace lightwell::openrouter {

/// Whether the body's `modalities` ask for pictures. False where it is no JSON.
[[nodiscard]] bool asksForPictures(const QByteArray &body);

/// The call that a chat stands for. The prompt is what its system messages and the user's last message say; the
/// pictures to work on are those of that message or else, as it is an edit then, those of the assistant's last answer
/// that had any. `image_config` says what `/images` has in fields of its own; `provider` and `models` count as there.
/// What only words are made by (temperature, tools …) is noted in GenerationCall::ignored.
[[nodiscard]] Result<GenerationCall> readChatPictures(const GatewayRequest &request);

/// A call with the catalog's names for the models that it names as OpenRouter does ("author/slug").
[[nodiscard]] GenerationCall inCatalogNames(const Catalog &catalog, GenerationCall call);

/// The completion, with the pictures as data URLs in `message.images`. `pictures` match those of the generation.
[[nodiscard]] GatewayResponse chatPicturesAnswer(const GenerationCall &call, const Generation &generation,
                                                 const QList<DeliveredPicture> &pictures);
/// The same as the chunks of a stream (`delta.images`), up to "[DONE]".
[[nodiscard]] QByteArray chatPicturesEvents(const GenerationCall &call, const Generation &generation,
                                            const QList<DeliveredPicture> &pictures);
/// The last chunk of a stream that failed; `error` is the object of an answer that says so.
[[nodiscard]] QByteArray chatErrorEvent(const QJsonObject &error);

} // namespace lightwell::openrouter

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/responsesanswer.h"
#include "core/gateway/dialects/toolanswer.h"

#include <optional>

namespace lightwell::openai {

/// The image tool of a POST to /responses ({"type": "image_generation"}), as OpenAI's API reference and its guide
/// "Image generation" have it. Nothing: the body has none. Beside its fields the tool takes those of
/// /images/generations.
[[nodiscard]] Result<std::optional<PictureTool>> readResponsesTool(const GatewayRequest &request);

/// What is told of a picture of the tool beside its bytes, in fields of an image_generation_call and in `metadata`; why
/// one failed is the dialect's to say.
[[nodiscard]] QJsonObject toldOfPicture(const ToolPicture &picture);

/// A response with items of the type image_generation_call. Beside OpenAI's fields these have `metadata`, as every
/// picture here, and where one failed `error`.
class ResponsesToolAnswer : public ToolAnswer
{
public:
    explicit ResponsesToolAnswer(const PictureTool &tool);
    [[nodiscard]] QByteArray begin(const Generation &generation) override;
    [[nodiscard]] QByteArray words(const QByteArray &piece) override;
    [[nodiscard]] QByteArray endTurn() override;
    [[nodiscard]] QByteArray beginPicture(const QString &generation) override;
    [[nodiscard]] QByteArray preview(const ToolPreview &preview, int index) override;
    [[nodiscard]] QByteArray endPicture(const ToolPicture &picture) override;
    [[nodiscard]] QByteArray end(const End &end) override;
    [[nodiscard]] QByteArray whole(const End &end) override;

private:
    ResponsesAnswer m_answer;
    const QString m_model;
};

} // namespace lightwell::openai

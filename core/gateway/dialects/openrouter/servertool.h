// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/chatturn.h"
#include "core/gateway/dialects/toolanswer.h"

namespace lightwell::openrouter {

/// The server tool of a POST to /chat/completions ({"type": "openrouter:image_generation", "parameters"}), as
/// OpenRouter's guides "Server Tools" and "Image Generation" (of server tools) and its OpenAPI description have it.
/// Nothing: the body has none. Beside its parameters the tool takes the fields of /images. What the chat says of its
/// route is for the text model; for pictures the parameters may say the same. The client's own functions stay as they
/// are.
[[nodiscard]] Result<std::optional<PictureTool>> readServerTool(const GatewayRequest &request);

/// A completion, whole or in chunks, of all that the model said in its turns, with the pictures as data URLs in
/// `message.images` (`delta.images`). Calls of the image tool are not told, those of the client's functions are.
/// `usage` counts the tokens of all turns, and the tool's calls in `server_tool_use_details`; how each picture went is
/// told in `metadata.image_generation`. Where something failed, and what was made is all there is, the choice has the
/// `finish_reason` "error" and an `error`.
class ServerToolAnswer : public ToolAnswer
{
public:
    explicit ServerToolAnswer(const PictureTool &tool);
    [[nodiscard]] QByteArray begin(const Generation &generation) override;
    [[nodiscard]] QByteArray words(const QByteArray &piece) override;
    [[nodiscard]] QByteArray endTurn() override;
    [[nodiscard]] QByteArray beginPicture(const QString &) override { return {}; }
    [[nodiscard]] QByteArray preview(const ToolPreview &, int) override { return {}; } // each picture is an answer
    [[nodiscard]] QByteArray endPicture(const ToolPicture &picture) override;
    [[nodiscard]] std::optional<Said> said() const override;
    [[nodiscard]] QByteArray end(const End &end) override;
    [[nodiscard]] QByteArray whole(const End &end) override;

private:
    struct Used
    {
        qint64 input = 0;
        qint64 cached = 0;
        qint64 output = 0;
        qint64 thought = 0;
    };
    [[nodiscard]] QByteArray take(QJsonObject chunk);
    [[nodiscard]] QJsonObject clientsPart(QJsonObject delta); ///< empty: none of it is new to the client
    [[nodiscard]] QJsonArray clientsCalls(const QJsonArray &calls);
    [[nodiscard]] QJsonObject heading(const QString &object) const;
    [[nodiscard]] QJsonObject lastChoice(const End &end) const;
    void addOutcome(QJsonObject &top, const End &end) const;
    [[nodiscard]] QJsonObject usage() const;

    const bool m_streams;
    Telling m_telling;
    QString m_id;
    QString m_model;
    qint64 m_createdAt = 0;
    StreamCutter m_cutter;
    ChatTurn m_said; ///< in all turns, as the client sees it
    QString m_finish; ///< of the last turn
    QJsonValue m_probabilities; ///< likewise
    QHash<int, int> m_places; ///< a call's index in this turn -> that in the answer; negative: the image tool's
    int m_handedBack = 0; ///< calls of the client's functions
    int m_asked = 0; ///< calls of the image tool
    int m_made = 0; ///< of these
    QJsonObject m_usage; ///< of this turn
    Used m_used; ///< in the turns before
    QJsonArray m_pictures; ///< what is told of each
    QByteArrayList m_images; ///< entries of the list, where the answer is whole
    bool m_hasBegun = false;
    bool m_hasWords = false;
    bool m_isFurtherTurn = false; ///< none of whose words have come yet
};

} // namespace lightwell::openrouter

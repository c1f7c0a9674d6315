// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/conversationcall.h"
#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"

#include <QByteArrayList>

namespace lightwell {

class WrittenObject;

/// The tool by which a text model has pictures made, as a client offers it to the model. To the vendor it is an
/// ordinary function: the pictures are made here. Pure.
struct PictureTool
{
    enum class Action { Generate, Edit, Auto };

    QString model; ///< that is to answer: of text, or of pictures where nobody need be asked what to draw
    bool isForced = false; ///< the client decides that a picture is made; no text model is asked
    bool isForbidden = false; ///< the client wants no picture this time; a text model is asked, whatever its name
    std::optional<ConversationCall> chat; ///< to the text model, with the function; nothing: see chatFault
    Error chatFault;
    QByteArray fields; ///< a JSON object: what the pictures are to be like, as in a call for images
    bool namesModel = false; ///< the client says which model makes the pictures; else that is usualModel()
    QByteArray mask; ///< of the pictures to work on, as JSON; empty: none
    QString conversation = QStringLiteral("input"); ///< the field in which it stands
    QString prompt; ///< what the conversation asks for by itself
    QByteArrayList pictures; ///< to work on, each a JSON string with a data URL
    Action action = Action::Auto;
    bool streams = false; ///< the answer comes as events
    int previews = 0; ///< of each picture, in a stream
    int most = usualMost; ///< pictures that are tried for one answer
    std::optional<Money> maxCost; ///< once the answer has cost this, no further one is tried
    bool tellsLinks = false; ///< the model is told where its pictures lie, and may show them in its words
    QByteArray request; ///< the body as it was sent, where the answer repeats it; until that begins

    static constexpr int usualMost = 4;
    static constexpr int maxOfAll = 10;
};

/// How a picture of the tool ended.
struct ToolPicture
{
    QString prompt; ///< as the model, or the user, wrote it
    bool isEdit = false;
    Generation generation; ///< without an id where nothing was begun
    QByteArray base64; ///< empty: there is none
    QString link; ///< empty: it lies in no file
    std::optional<Error> fault;

    /// Whether it costs nothing, or has been made: then there may be another.
    [[nodiscard]] bool isSettled() const;
};

/// A sketch of a picture that is being made.
struct ToolPreview
{
    QByteArray base64;
    QSize size;
    ImageFormat format = ImageFormat::Png;
};

namespace picturetool {

/// Which model makes the pictures where nobody says. OpenAI's documented default, gpt-image-1, is switched off.
[[nodiscard]] QString usualModel();
/// Its name as a function.
[[nodiscard]] QString functionName();
/// {"type":"function","function":{…}}, for /chat/completions.
[[nodiscard]] QByteArray function(PictureTool::Action action);

/// What the model wrote into a call of the function. An error, for the model to read, where it wrote something else.
struct Wish
{
    QString prompt;
    bool isEdit = false;
};
[[nodiscard]] Result<Wish> readWish(const QString &arguments, PictureTool::Action action);

/// The body of a call for images.
[[nodiscard]] QByteArray imagesBody(const PictureTool &tool, const QString &prompt, const QByteArrayList &pictures);

/// What the model is told of a picture: a message of the role "tool".
[[nodiscard]] QJsonObject result(const QString &callId, const ToolPicture &picture, bool tellsLink);
/// The same of one that is not even tried.
[[nodiscard]] QJsonObject refusal(const QString &callId, const Error &error);

/// The tools of a body.
struct Offered
{
    QByteArrayList entries; ///< as they were written
    qsizetype image = -1; ///< which of them is the image tool; negative: none is

    [[nodiscard]] qsizetype others() const { return entries.size() - (image < 0 ? 0 : 1); }
    /// The list with a function in the place of the image tool.
    [[nodiscard]] QByteArray withFunction(const QByteArray &function) const;
};
/// `type` is that of the image tool. An error where there are two of it, or something else has the function's name.
[[nodiscard]] Result<Offered> offeredTools(const WrittenObject &body, QLatin1StringView type);

/// Takes from a tool's settings, as they were written, what is not for the pictures themselves: previews, where the
/// answer streams, and how it is used. What is left becomes the tool's fields.
[[nodiscard]] Status takeFields(const QByteArray &settings, bool streams, PictureTool &tool);
/// `max_tool_calls` of a body.
[[nodiscard]] Status takeMost(const QByteArray &written, PictureTool &tool);
/// What the messages of a conversation ask for: `entries` of `messages` or `input`, as they were written. The prompt is
/// what the system and the last message of the user say; the pictures are that message's, else the newest before it.
void takeConversation(const QByteArrayList &entries, PictureTool &tool);

/// A text as JSON, with its quotes.
[[nodiscard]] QByteArray quoted(const QString &text);
/// A JSON text as it was written, read; empty: it is none.
[[nodiscard]] QString textOf(const QByteArray &written);

} // namespace picturetool

} // namespace lightwell

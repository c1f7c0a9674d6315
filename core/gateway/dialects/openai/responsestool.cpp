// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/responsestool.h"

#include "core/chat/responsesrequest.h"
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto toolType = "image_generation"_L1;

/// A function as responses have them: flat.
QByteArray flatFunction(PictureTool::Action action)
{
    const WrittenObject tool(picturetool::function(action));
    WrittenObject function(tool.value("function"));
    function.set("type", R"("function")");
    return function.text();
}

/// The body as a chat with the text model.
void takeChat(WrittenObject body, const TextCall &call, const picturetool::Offered &tools, PictureTool &tool)
{
    body.set("tools", tools.withFunction(flatFunction(tool.action)));
    body.remove("max_tool_calls");
    TextCall asked = call;
    asked.body = body.text();
    const Result<TextCall> chat = chatFromResponses(asked);
    if (chat) {
        tool.chat = ConversationCall {*chat};
        tool.chat->call.localLink = call.localLink; // named by its place in what was sent
    } else {
        tool.chatFault = chat.error();
    }
}

QString orAuto(const QString &word)
{
    return word.isEmpty() ? u"auto"_s : word;
}

QJsonObject errorIn(const GatewayResponse &said)
{
    const Result<QJsonObject> body = readJsonObject(said.body, jsonlimits::answer);
    return body ? body->value("error"_L1).toObject() : QJsonObject();
}

/// Not in the response's own `error`: clients throw an answer away that has one, with the pictures in it.
QJsonObject missingOf(const ToolAnswer::End &end)
{
    if (!end.fault) {
        return {};
    }
    QJsonObject details = errorIn(errorAnswer(*end.fault));
    details.insert(u"reason"_s, u"tool_failed"_s);
    return details;
}

} // namespace

Result<std::optional<PictureTool>> readResponsesTool(const GatewayRequest &request)
{
    if (!request.body.contains(QByteArray(toolType.data(), toolType.size()))) {
        return std::optional<PictureTool>();
    }
    const Result<TextCall> call = readTextCall(request.body, TextKind::Responses);
    if (!call) {
        return call.error();
    }
    const WrittenObject body(request.body);
    const Result<picturetool::Offered> tools = picturetool::offeredTools(body, toolType);
    if (!tools) {
        return tools.error();
    }
    if (tools->image < 0) {
        return std::optional<PictureTool>();
    }
    PictureTool tool;
    tool.model = call->model;
    tool.request = request.body;
    for (const Status &taken : {picturetool::takeFields(tools->entries.at(tools->image), call->streams, tool),
                                picturetool::takeMost(body.value("max_tool_calls"), tool)}) {
        if (!taken) {
            return taken.error();
        }
    }
    const QByteArray choice = body.value("tool_choice");
    const QString chosen = picturetool::textOf(WrittenObject(choice).value("type"));
    if (chosen == "allowed_tools"_L1) {
        return notSent(ErrorKind::Unsupported, reasons::responsesFieldNotServed(reasons::FieldName(u"tool_choice"_s)),
                       u"tool_choice"_s);
    }
    tool.isForced = chosen == toolType || (picturetool::textOf(choice) == "required"_L1 && tools->others() == 0);
    tool.isForbidden = picturetool::textOf(choice) == "none"_L1;
    QByteArrayList items = writtenEntries(body.value("input"));
    if (const QByteArray words = body.value("input"); words.startsWith('"')) {
        items = {R"({"role":"user","content":)" + words + '}'};
    }
    if (const QByteArray words = body.value("instructions"); words.startsWith('"')) {
        items.prepend(R"({"role":"system","content":)" + words + '}');
    }
    picturetool::takeConversation(items, tool);
    if (!tool.isForced) {
        takeChat(body, *call, *tools, tool);
    }
    return std::optional(tool);
}

QJsonObject toldOfPicture(const ToolPicture &picture)
{
    QJsonObject facts {{u"status"_s, picture.fault ? u"failed"_s : u"completed"_s},
                       {u"action"_s, picture.isEdit ? u"edit"_s : u"generate"_s},
                       {u"revised_prompt"_s, picture.prompt}};
    const Generation &generation = picture.generation;
    if (!generation.id.isEmpty()) {
        facts.insert(u"metadata"_s, generationMetadata(generation, {}));
    }
    if (!picture.fault && !generation.pictures.isEmpty()) {
        const Picture &made = generation.pictures.first();
        facts.insert(u"size"_s, sizeToString(made.size));
        facts.insert(u"output_format"_s, formatName(made.format));
        facts.insert(u"quality"_s, orAuto(generation.request.quality));
        facts.insert(u"background"_s, orAuto(generation.request.background));
        if (!made.revisedPrompt.isEmpty()) {
            facts.insert(u"revised_prompt"_s, made.revisedPrompt);
        }
    }
    return facts;
}

ResponsesToolAnswer::ResponsesToolAnswer(const PictureTool &tool)
    : m_answer(tool.request, picturetool::functionName())
    , m_model(tool.model)
{
}

QByteArray ResponsesToolAnswer::begin(const Generation &generation)
{
    return m_answer.begin(generation.id, m_model, generation.createdAt.toSecsSinceEpoch());
}

QByteArray ResponsesToolAnswer::words(const QByteArray &piece)
{
    return m_answer.feed(piece);
}

QByteArray ResponsesToolAnswer::endTurn()
{
    return m_answer.endTurn();
}

QByteArray ResponsesToolAnswer::beginPicture(const QString &generation)
{
    return m_answer.beginPicture(u"ig_"_s + generation);
}

QByteArray ResponsesToolAnswer::preview(const ToolPreview &preview, int index)
{
    return m_answer.preview(index,
                            {{u"size"_s, sizeToString(preview.size)}, {u"output_format"_s, formatName(preview.format)}},
                            preview.base64);
}

QByteArray ResponsesToolAnswer::endPicture(const ToolPicture &picture)
{
    QJsonObject facts = toldOfPicture(picture);
    if (picture.fault) {
        facts.insert(
            u"error"_s,
            errorIn(picture.generation.id.isEmpty() ? errorAnswer(*picture.fault) : failureAnswer(picture.generation)));
    }
    return m_answer.endPicture(facts, picture.base64);
}

QByteArray ResponsesToolAnswer::end(const End &end)
{
    return m_answer.end(missingOf(end));
}

QByteArray ResponsesToolAnswer::whole(const End &end)
{
    return m_answer.whole(missingOf(end));
}

} // namespace lightwell::openai

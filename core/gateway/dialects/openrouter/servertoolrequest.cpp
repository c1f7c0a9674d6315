// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/servertool.h"

#include <algorithm>
#include <cmath>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto toolType = "openrouter:image_generation"_L1;
constexpr int maxSteps = 30; ///< that may be asked for there

Error refused(const Reason &reason, const QString &field)
{
    return notSent(ErrorKind::Invalid, reason, field);
}

bool isNothing(const QByteArray &written)
{
    return written.isEmpty() || written == "null";
}

/// What the pictures are to be like. Beside `parameters` it means the same: passed over, another model would be paid.
Result<QByteArray> settingsIn(const QByteArray &entry)
{
    const WrittenObject tool(entry);
    const QByteArray parameters = tool.value("parameters");
    if (!isNothing(parameters) && !parameters.startsWith('{')) {
        return refused(reasons::pictureToolNoSettings(), u"parameters"_s);
    }
    WrittenObject settings(parameters);
    const QByteArrayList names = tool.names();
    for (const QByteArray &name : names) {
        const bool isTools = name == "type" || name == "parameters" || name == "cache_control";
        if (!isTools && !settings.contains(name)) {
            settings.set(name, tool.value(name));
        }
    }
    if (const QByteArray tier = settings.value("image_size"); !tier.isEmpty()) { // as `image_config` calls it
        settings.set("resolution", tier);
        settings.remove("image_size");
    }
    return settings.text();
}

/// How many pictures may be tried: more than Lightwell makes for one answer is as many as it makes. Nothing: it is no
/// such number.
std::optional<int> stepsIn(const QByteArray &written)
{
    const double steps = writtenValue(written).toDouble(0);
    const bool isCount = steps >= 1 && steps <= maxSteps && std::trunc(steps) == steps;
    return isCount ? std::optional(std::min(int(steps), PictureTool::maxOfAll)) : std::nullopt;
}

/// Any of the conditions ends it.
Status takeConditions(const QByteArray &written, PictureTool &tool)
{
    const Error fault = refused(reasons::pictureToolStop(maxSteps), u"stop_server_tools_when"_s);
    if (!written.startsWith('[')) {
        return fault;
    }
    std::optional<int> most;
    const QByteArrayList conditions = writtenEntries(written);
    for (const QByteArray &entry : conditions) {
        const WrittenObject condition(entry);
        const QString type = picturetool::textOf(condition.value("type"));
        const std::optional<int> steps = stepsIn(condition.value("step_count"));
        const Money cost = Money::fromDollars(writtenValue(condition.value("max_cost_in_dollars")).toDouble(0));
        if (type == "step_count_is"_L1 && steps) {
            most = std::min(most.value_or(*steps), *steps);
        } else if (type == "max_cost"_L1 && cost.microsOr(0) > 0) {
            tool.maxCost = tool.maxCost && tool.maxCost->micros() < cost.micros() ? *tool.maxCost : cost;
        } else {
            return fault;
        }
    }
    tool.most = most.value_or(PictureTool::usualMost);
    return Success();
}

Status takeLimits(const WrittenObject &body, PictureTool &tool)
{
    if (const QByteArray conditions = body.value("stop_server_tools_when"); !isNothing(conditions)) {
        return takeConditions(conditions, tool); // beside which max_tool_calls does not count
    }
    const QByteArray written = body.value("max_tool_calls");
    const std::optional<int> steps = stepsIn(written);
    if (!isNothing(written) && !steps) {
        return refused(reasons::pictureToolMost(maxSteps), u"max_tool_calls"_s);
    }
    tool.most = steps.value_or(tool.most);
    return Success();
}

/// The model does not see again what was made for it: that would cost tokens, and vendors do not know the field.
QByteArray withoutMadePictures(QByteArrayList turns)
{
    for (QByteArray &turn : turns) {
        if (turn.contains("\"images\"")) {
            WrittenObject said(turn);
            said.remove("images");
            turn = said.text();
        }
    }
    return '[' + turns.join(',') + ']';
}

/// The chat with the text model, which gets an ordinary function.
Result<ConversationCall> chatIn(const GatewayRequest &request, const QByteArrayList &messages,
                                const picturetool::Offered &tools, const PictureTool &tool)
{
    WrittenObject body(request.body);
    body.set("tools", tools.withFunction(picturetool::function(tool.action)));
    if (!messages.isEmpty()) {
        body.set("messages", withoutMadePictures(messages));
    }
    for (const char *name : {"max_tool_calls", "stop_server_tools_when"}) {
        body.remove(name);
    }
    if (tool.isForced) {
        body.remove("tool_choice");
    }
    GatewayRequest asked = request;
    asked.body = body.text();
    Result<ConversationCall> chat = readConversation(asked, TextKind::Chat);
    if (chat && chat->call.answers > 1) {
        return refused(reasons::pictureToolOneAnswer(), u"n"_s);
    }
    return chat;
}

} // namespace

Result<std::optional<PictureTool>> readServerTool(const GatewayRequest &request)
{
    if (!request.body.contains(QByteArray(toolType.data(), toolType.size())) || !isTextBody(request.body)) {
        return std::optional<PictureTool>();
    }
    const WrittenObject body(request.body);
    const Result<picturetool::Offered> tools = picturetool::offeredTools(body, toolType);
    if (!tools) {
        return tools.error();
    }
    if (tools->image < 0) {
        return std::optional<PictureTool>();
    }
    const Result<QByteArray> settings = settingsIn(tools->entries.at(tools->image));
    if (!settings) {
        return settings.error();
    }
    PictureTool tool;
    tool.conversation = u"messages"_s;
    tool.tellsLinks = true;
    for (const Status &taken : {picturetool::takeFields(*settings, false, tool), takeLimits(body, tool)}) {
        if (!taken) {
            return taken.error();
        }
    }
    const QByteArray choice = body.value("tool_choice");
    tool.isForced = picturetool::textOf(WrittenObject(choice).value("type")) == toolType
        || (picturetool::textOf(choice) == "required"_L1 && tools->others() == 0);
    tool.isForbidden = picturetool::textOf(choice) == "none"_L1;
    const QByteArrayList messages = writtenEntries(body.value("messages"));
    picturetool::takeConversation(messages, tool);
    const Result<ConversationCall> chat = chatIn(request, messages, *tools, tool);
    if (!chat) {
        return chat.error();
    }
    tool.chat = *chat;
    tool.model = chat->call.model;
    tool.streams = chat->call.streams;
    if (WrittenObject(*settings).contains("partial_images")) { // of a picture in a chat nobody sees a sketch
        tool.chat->telling.ignored.append(u"partial_images"_s);
    }
    return std::optional(tool);
}

} // namespace lightwell::openrouter

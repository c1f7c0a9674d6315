// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/picturetool.h"

#include <QJsonObject>

#include <cmath>

namespace lightwell::picturetool {

using namespace Qt::StringLiterals;

namespace {

Error refused(const Reason &reason, const QString &field)
{
    return notSent(ErrorKind::Invalid, reason, field);
}

bool isNothing(const QByteArray &written)
{
    return written.isEmpty() || written == "null";
}

Status takeMask(const QByteArray &written, PictureTool &tool)
{
    if (isNothing(written)) {
        return Success();
    }
    tool.mask = WrittenObject(written).value("image_url");
    return tool.mask.startsWith('"')
        ? Status(Success())
        : Status(refused(reasons::pictureToolFilesNotKept(reasons::FieldName(u"input_image_mask"_s)),
                         u"input_image_mask"_s));
}

Status takeAction(const QByteArray &written, PictureTool &tool)
{
    const QString word = textOf(written);
    if (isNothing(written) || word == "auto"_L1) {
        return Success();
    }
    if (word != "generate"_L1 && word != "edit"_L1) {
        return refused(reasons::pictureToolWordUnknown(reasons::FieldName(u"action"_s)), u"action"_s);
    }
    tool.action = word == "edit"_L1 ? PictureTool::Action::Edit : PictureTool::Action::Generate;
    return Success();
}

/// The words and pictures of one message, whose parts have the types of chats or of responses.
struct Content
{
    QStringList words;
    QByteArrayList pictures;
};

/// The address of a picture, as JSON; empty: it has none.
QByteArray addressIn(const WrittenObject &part)
{
    const QByteArray address = part.value("image_url");
    return address.startsWith('{') ? WrittenObject(address).value("url") : address;
}

Content contentOf(const QByteArray &written)
{
    if (written.startsWith('"')) {
        return {{textOf(written)}, {}};
    }
    Content content;
    const QByteArrayList parts = writtenEntries(written);
    for (const QByteArray &entry : parts) {
        const WrittenObject part(entry);
        if (const QByteArray address = addressIn(part); address.startsWith('"')) {
            content.pictures.append(address);
        } else if (const QString text = textOf(part.value("text")); !text.isEmpty()) {
            content.words.append(text);
        }
    }
    return content;
}

} // namespace

QByteArray Offered::withFunction(const QByteArray &function) const
{
    QByteArrayList tools = entries;
    tools[image] = function;
    return '[' + tools.join(',') + ']';
}

Result<Offered> offeredTools(const WrittenObject &body, QLatin1StringView type)
{
    Offered tools;
    tools.entries = writtenEntries(body.value("tools"));
    for (qsizetype at = 0; at < tools.entries.size(); ++at) {
        const WrittenObject tool(tools.entries.at(at));
        const WrittenObject function(tool.value("function")); // of a chat; a response's is flat
        if (textOf(tool.value("type")) == type) {
            if (tools.image >= 0) {
                return refused(reasons::pictureToolTwice(), u"tools"_s);
            }
            tools.image = at;
        } else if (textOf(tool.value("name")) == functionName() || textOf(function.value("name")) == functionName()) {
            return refused(reasons::pictureToolNameTaken(functionName()), u"tools"_s);
        }
    }
    return tools;
}

QString textOf(const QByteArray &written)
{
    return writtenValue(written).toString();
}

Status takeFields(const QByteArray &settings, bool streams, PictureTool &tool)
{
    WrittenObject fields(settings.isEmpty() ? "{}"_ba : settings);
    tool.streams = streams;
    const QByteArray previews = fields.value("partial_images");
    if (streams && !isNothing(previews)) {
        const double count = writtenValue(previews).toDouble(-1);
        if (count < 0 || count > 3 || std::trunc(count) != count) {
            return refused(reasons::textFieldNoNumber(reasons::FieldName(u"partial_images"_s)), u"partial_images"_s);
        }
        tool.previews = int(count);
    }
    if (const QByteArray count = fields.value("n"); !isNothing(count) && count != "1") {
        return refused(reasons::pictureToolOnePicture(), u"n"_s);
    }
    for (const Status &taken :
         {takeMask(fields.value("input_image_mask"), tool), takeAction(fields.value("action"), tool)}) {
        if (!taken) {
            return taken.error();
        }
    }
    for (const char *name : {"type", "action", "n", "partial_images", "stream", "input_image_mask"}) {
        fields.remove(name);
    }
    const QByteArrayList names = fields.names();
    for (const QByteArray &name : names) {
        if (isNothing(fields.value(name))) {
            fields.remove(name); // "as usual" to OpenAI's clients
        }
    }
    fields.set("n", "1"); // said, so that no word of a vendor's for it makes more than are delivered
    tool.namesModel = fields.contains("model");
    if (!tool.namesModel) {
        fields.set("model", quoted(usualModel()));
    }
    tool.fields = fields.text();
    return Success();
}

Status takeMost(const QByteArray &written, PictureTool &tool)
{
    if (isNothing(written)) {
        return Success();
    }
    const double most = writtenValue(written).toDouble(0);
    if (most < 1 || most > PictureTool::maxOfAll || std::trunc(most) != most) {
        return refused(reasons::pictureToolMost(PictureTool::maxOfAll), u"max_tool_calls"_s);
    }
    tool.most = int(most);
    return Success();
}

void takeConversation(const QByteArrayList &entries, PictureTool &tool)
{
    QStringList system;
    Content user;
    QByteArrayList newest; // whoever's
    for (const QByteArray &entry : entries) {
        const WrittenObject item(entry);
        const QString role = textOf(item.value("role"));
        const Content content = contentOf(item.value("content"));
        if (role == "user"_L1) {
            user = content;
            newest = content.pictures.isEmpty() ? newest : content.pictures;
        } else if (role == "system"_L1 || role == "developer"_L1) {
            system += content.words;
        } else if (role == "assistant"_L1) {
            const QByteArrayList own = content.pictures + contentOf(item.value("images")).pictures;
            newest = own.isEmpty() ? newest : own;
        } else if (textOf(item.value("type")) == "function_call"_L1 && textOf(item.value("name")) == functionName()) {
            newest.clear(); // what it made is newer, and kept elsewhere
        } else if (const QByteArray result = item.value("result");
                   textOf(item.value("type")) == "image_generation_call"_L1 && result.startsWith('"')
                   && result.size() > 2) { // more than two quotes
            newest = {"\"data:image/png;base64," + result.mid(1)};
        }
    }
    const QString wish = user.words.join(u'\n').trimmed();
    tool.prompt = wish.isEmpty() ? QString() : (system + QStringList {wish}).join(u"\n\n"_s);
    tool.pictures = user.pictures.isEmpty() ? newest : user.pictures;
}

} // namespace lightwell::picturetool

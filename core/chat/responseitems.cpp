// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responseitems.h"

#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lightwell::responseitems {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const QByteArray &written)
{
    return writtenValue(written).toString();
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

bool isNothing(const QByteArray &written)
{
    return written.isEmpty() || written == "null";
}

/// A message as a list of them shows it: with its type, and its words as a part.
QByteArray asMessage(WrittenObject item)
{
    const QByteArray content = item.value("content");
    if (content.startsWith('"')) {
        const bool isAnswer = textIn(item.value("role")) == "assistant"_L1;
        const QByteArray type = isAnswer ? R"("output_text","annotations":[])" : R"("input_text")";
        item.set("content", R"([{"type":)" + type + R"(,"text":)" + content + "}]");
    }
    item.set("type", R"("message")");
    return item.text();
}

/// A picture as a call of the function by which text models have them made here.
QByteArrayList told(const WrittenObject &picture)
{
    const QByteArray id = picture.contains("id") ? picture.value("id") : R"("ig_0")"_ba;
    const QJsonObject arguments {{u"prompt"_s, textIn(picture.value("revised_prompt"))}};
    const QByteArray status = textIn(picture.value("status")) == "completed"_L1 ? "completed" : "failed";
    return {R"({"type":"function_call","call_id":)" + id + R"(,"name":"image_generation","arguments":)"
                + quoted(QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))) + '}',
            R"({"type":"function_call_output","call_id":)" + id + R"(,"output":"{\"status\":\")" + status + R"(\"}"})"};
}

/// As a vendor gets it who has never seen it: names of items are refused where nothing is kept under them. What a model
/// thought can be read by its vendor alone, and by that only where it comes encrypted.
QByteArrayList asInput(const QByteArray &written)
{
    WrittenObject item(written);
    const QString type = textIn(item.value("type"));
    if (type == "image_generation_call"_L1) {
        return told(item);
    }
    if (type == "reasoning"_L1) {
        return isNothing(item.value("encrypted_content")) ? QByteArrayList() : QByteArrayList {written};
    }
    static const QStringList nameless {u"message"_s, u"function_call"_s, u"function_call_output"_s,
                                       u"custom_tool_call"_s, u"custom_tool_call_output"_s};
    if (nameless.contains(type)) {
        item.remove("id");
        item.remove("status");
    }
    return {item.text()};
}

/// By its own name, or as a picture that is not sent again.
bool isReference(const QByteArray &written)
{
    const WrittenObject item(written);
    const QString type = textIn(item.value("type"));
    return type == "item_reference"_L1 || (type == "image_generation_call"_L1 && !item.contains("result"));
}

bool isPicture(const QByteArray &item)
{
    return textIn(WrittenObject(item).value("type")) == "image_generation_call"_L1;
}

} // namespace

QString idOf(const QByteArray &item)
{
    return textIn(WrittenObject(item).value("id"));
}

Result<Wish> readWish(const QByteArray &body)
{
    const WrittenObject fields(body);
    Wish wish;
    const QByteArray previous = fields.value("previous_response_id");
    const bool hasConversation = !isNothing(fields.value("conversation"));
    if (!isNothing(previous)) {
        wish.previous = previous.startsWith('"') ? textIn(previous) : QString::fromUtf8(previous);
        if (hasConversation) {
            return notSent(ErrorKind::Invalid, reasons::responseAndConversation(), u"previous_response_id"_s);
        }
    }
    const QByteArray store = fields.value("store");
    if (!isNothing(store) && store != "true" && store != "false") {
        return notSent(ErrorKind::Invalid, reasons::textFieldNoSwitch(reasons::FieldName(u"store"_s)), u"store"_s);
    }
    wish.isKept = store != "false" && !hasConversation;
    if (!hasConversation) {
        const QByteArrayList items = writtenEntries(fields.value("input"));
        for (const QByteArray &item : items) {
            wish.references += isReference(item) ? QStringList {idOf(item)} : QStringList();
        }
    }
    return wish;
}

QByteArrayList inputOf(const QByteArray &body)
{
    const QByteArray input = WrittenObject(body).value("input");
    if (input.startsWith('"')) {
        return {asMessage(WrittenObject(R"({"type":"message","role":"user","content":)" + input + '}'))};
    }
    QByteArrayList items;
    const QByteArrayList entries = writtenEntries(input);
    for (const QByteArray &entry : entries) {
        const WrittenObject item(entry);
        const QString type = textIn(item.value("type"));
        items.append(type.isEmpty() || type == "message"_L1 ? asMessage(item) : entry);
    }
    return items;
}

QByteArrayList outputOf(const QByteArray &response)
{
    return writtenEntries(WrittenObject(response).value("output"));
}

QByteArrayList resolved(QByteArrayList items, const QHash<QString, QByteArray> &referred)
{
    for (QByteArray &item : items) {
        item = isReference(item) ? referred.value(idOf(item), item) : item;
    }
    return items;
}

QByteArray selfContained(const QByteArray &body, const Earlier &earlier)
{
    WrittenObject fields(body);
    fields.remove("previous_response_id");
    fields.set("store", "false");
    if (earlier.items.isEmpty() && earlier.referred.isEmpty()) {
        return fields.text();
    }
    QByteArrayList items;
    for (const QByteArray &item : earlier.items) {
        items += asInput(item);
    }
    const QByteArray own = fields.value("input");
    const QByteArrayList entries = own.startsWith('[') ? writtenEntries(own) : inputOf(body);
    for (const QByteArray &entry : entries) {
        const bool isKept = isReference(entry) && earlier.referred.contains(idOf(entry));
        items += isKept ? asInput(earlier.referred.value(idOf(entry))) : QByteArrayList {entry};
    }
    fields.set("input", listOf(items));
    return fields.text();
}

QByteArray newestPicture(const QByteArrayList &items)
{
    const auto newest = std::find_if(items.crbegin(), items.crend(), [](const QByteArray &item) {
        return isPicture(item) && textIn(WrittenObject(item).value("status")) == "completed"_L1;
    });
    return newest == items.crend() ? QByteArray() : *newest;
}

QByteArray listOf(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

Result<Page> pageOf(QByteArrayList items, const PageWish &wish)
{
    if (!wish.isAscending) {
        std::reverse(items.begin(), items.end());
    }
    if (!wish.after.isEmpty()) {
        const auto last = std::find_if(items.cbegin(), items.cend(),
                                       [&wish](const QByteArray &item) { return idOf(item) == wish.after; });
        if (last == items.cend()) {
            return notSent(ErrorKind::Invalid, reasons::responseItemUnknown(wish.after), u"after"_s);
        }
        items.erase(items.cbegin(), last + 1);
    }
    return Page {items.mid(0, wish.limit), items.size() > wish.limit};
}

} // namespace lightwell::responseitems

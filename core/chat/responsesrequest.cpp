// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responsesrequest.h"

#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Error untranslatable(const QString &field)
{
    return notSent(ErrorKind::Unsupported, reasons::responsesFieldNotServed(reasons::FieldName(field)), field);
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// A JSON text as it was written, without its quotes undone.
QString textIn(const QByteArray &written)
{
    return writtenValue(written).toString();
}

QByteArray listOf(const QByteArrayList &entries)
{
    return '[' + entries.join(',') + ']';
}

/// Nothing: it cannot be said in a chat.
std::optional<QByteArray> partOf(const QByteArray &written)
{
    const WrittenObject part(written);
    const QString type = textIn(part.value("type"));
    const bool isText = type == "input_text"_L1 || type == "output_text"_L1 || type == "text"_L1;
    if (isText || type == "refusal"_L1) {
        const QByteArray words = part.value(isText ? "text" : "refusal");
        return words.isEmpty() ? std::nullopt : std::optional(R"({"type":"text","text":)" + words + '}');
    }
    if (type != "input_image"_L1 || !part.value("image_url").startsWith('"')) {
        return std::nullopt;
    }
    const QByteArray detail = part.contains("detail") ? R"(,"detail":)" + part.value("detail") : QByteArray();
    return R"({"type":"image_url","image_url":{"url":)" + part.value("image_url") + detail + "}}";
}

std::optional<QByteArray> contentOf(const QByteArray &written)
{
    if (written.isEmpty()) {
        return std::nullopt;
    }
    if (!written.startsWith('[')) {
        return written;
    }
    QByteArrayList parts;
    const QByteArrayList entries = writtenEntries(written);
    for (const QByteArray &entry : entries) {
        const std::optional<QByteArray> part = partOf(entry);
        if (!part) {
            return std::nullopt;
        }
        parts.append(*part);
    }
    return listOf(parts);
}

/// The messages that the items of an input come to; calls of functions in a row are one message.
class Messages
{
public:
    /// Whether it can be said in a chat.
    bool add(const QByteArray &written)
    {
        const WrittenObject item(written);
        const QString type = textIn(item.value("type"));
        if (type == "function_call"_L1) {
            if (!hasAll(item, {"call_id", "name", "arguments"})) {
                return false;
            }
            m_calls.append(R"({"id":)" + item.value("call_id") + R"(,"type":"function","function":{"name":)"
                           + item.value("name") + R"(,"arguments":)" + item.value("arguments") + "}}");
            return true;
        }
        if (type == "reasoning"_L1) {
            return true; // the model's own, which no chat takes back
        }
        endCalls();
        if (type == "image_generation_call"_L1) {
            if (!item.contains("result")) { // the name of one that somebody else has kept
                return false;
            }
            drew(item);
            return true;
        }
        const bool isOutput = type == "function_call_output"_L1;
        const std::optional<QByteArray> content = contentOf(item.value(isOutput ? "output" : "content"));
        if (!content || !hasAll(item, {isOutput ? "call_id" : "role"})
            || (!isOutput && !type.isEmpty() && type != "message"_L1)) {
            return false;
        }
        if (isOutput) {
            m_messages.append(R"({"role":"tool","tool_call_id":)" + item.value("call_id") + R"(,"content":)" + *content
                              + '}');
            return true;
        }
        const QString role = textIn(item.value("role"));
        say(quoted(role == "developer"_L1 ? u"system"_s : role), *content);
        return true;
    }
    void say(const QByteArray &role, const QByteArray &content) ///< both as JSON
    {
        m_messages.append(R"({"role":)" + role + R"(,"content":)" + content + '}');
    }
    [[nodiscard]] QByteArray list()
    {
        endCalls();
        return listOf(m_messages);
    }

private:
    [[nodiscard]] static bool hasAll(const WrittenObject &item, const QByteArrayList &names)
    {
        return std::all_of(names.begin(), names.end(), [&item](const QByteArray &name) { return item.contains(name); });
    }
    /// A picture that was made: the model is told of it, and does not see it.
    void drew(const WrittenObject &item)
    {
        const QString prompt = textIn(item.value("revised_prompt"));
        const QJsonObject arguments {{u"prompt"_s, prompt}};
        const QByteArray id = item.contains("id") ? item.value("id") : R"("ig_0")"_ba;
        m_calls.append(R"({"id":)" + id + R"(,"type":"function","function":{"name":"image_generation","arguments":)"
                       + quoted(QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))) + "}}");
        endCalls();
        const QByteArray result = item.value("result");
        const bool isMade = result.startsWith('"') && result.size() > 2; // more than two quotes
        m_messages.append(R"({"role":"tool","tool_call_id":)" + id + R"(,"content":"{\"status\":\")"
                          + (isMade ? "completed" : "failed") + R"(\"}"})");
    }
    void endCalls()
    {
        if (!m_calls.isEmpty()) {
            m_messages.append(R"({"role":"assistant","content":null,"tool_calls":)" + listOf(m_calls) + '}');
            m_calls.clear();
        }
    }
    QByteArrayList m_messages;
    QByteArrayList m_calls;
};

Result<QByteArray> messagesOf(const WrittenObject &body)
{
    Messages messages;
    if (const QByteArray instructions = body.value("instructions"); instructions.startsWith('"')) {
        messages.say(R"("system")", instructions);
    }
    const QByteArray input = body.value("input");
    if (input.startsWith('"')) {
        messages.say(R"("user")", input);
    }
    const QByteArrayList items = writtenEntries(input);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!messages.add(items.at(i))) {
            return untranslatable(u"input[%1]"_s.arg(i));
        }
    }
    const QByteArray list = messages.list();
    return list == "[]" ? Result<QByteArray>(untranslatable(u"input"_s)) : list;
}

/// {"type":"function","name":…} as {"type":"function","function":{"name":…}}.
std::optional<QByteArray> toolsOf(const QByteArray &written)
{
    QByteArrayList tools;
    const QByteArrayList entries = writtenEntries(written);
    for (const QByteArray &entry : entries) {
        WrittenObject function(entry);
        if (textIn(function.value("type")) != "function"_L1) {
            return std::nullopt;
        }
        function.remove("type");
        tools.append(R"({"type":"function","function":)" + function.text() + '}');
    }
    return listOf(tools);
}

QByteArray choiceOf(const QByteArray &written)
{
    const WrittenObject choice(written);
    return choice.contains("name") ? R"({"type":"function","function":{"name":)" + choice.value("name") + "}}"
                                   : written;
}

QByteArray formatOf(const QByteArray &written)
{
    WrittenObject schema(written);
    if (textIn(schema.value("type")) != "json_schema"_L1) {
        return written;
    }
    schema.remove("type");
    return R"({"type":"json_schema","json_schema":)" + schema.text() + '}';
}

bool isNothing(const QByteArray &written)
{
    return written.isEmpty() || written == "null";
}

/// What a chat would leave out though the answer depends on it; empty: there is nothing.
QString unsayable(const WrittenObject &body)
{
    for (const char *field : {"conversation", "prompt"}) { // which are kept at a vendor
        if (!isNothing(body.value(field))) {
            return QString::fromLatin1(field);
        }
    }
    const QByteArray instructions = body.value("instructions");
    return isNothing(instructions) || instructions.startsWith('"') ? QString() : u"instructions"_s;
}

void rename(WrittenObject &body, const QByteArray &name, const QByteArray &to)
{
    if (body.contains(name)) {
        body.set(to, body.value(name));
        body.remove(name);
    }
}

} // namespace

Result<TextCall> chatFromResponses(const TextCall &call)
{
    WrittenObject body(call.body);
    if (const QString field = unsayable(body); !field.isEmpty()) {
        return untranslatable(field);
    }
    const Result<QByteArray> messages = messagesOf(body);
    if (!messages) {
        return messages.error();
    }
    if (body.contains("tools")) {
        const std::optional<QByteArray> tools = toolsOf(body.value("tools"));
        if (!tools) {
            return untranslatable(u"tools"_s);
        }
        *tools == "[]" ? body.remove("tools") : body.set("tools", *tools);
    }
    body.set("messages", *messages);
    if (body.contains("tool_choice")) {
        body.set("tool_choice", choiceOf(body.value("tool_choice")));
    }
    if (const WrittenObject text(body.value("text")); text.contains("format")) {
        body.set("response_format", formatOf(text.value("format")));
    }
    // What is usual need not be said: not every vendor knows the field.
    if (const QByteArray length = WrittenObject(body.value("text")).value("verbosity");
        length.startsWith('"') && textIn(length) != "medium"_L1) {
        body.set("verbosity", length);
    }
    if (const WrittenObject thinking(body.value("reasoning")); thinking.value("effort").startsWith('"')) {
        body.set("reasoning_effort", thinking.value("effort"));
    }
    rename(body, "max_output_tokens", "max_tokens");
    for (const char *field : {"input", "instructions", "text", "reasoning", "store", "include", "truncation",
                              "metadata", "previous_response_id", "prompt_cache_key", "conversation", "prompt"}) {
        body.remove(field); // said in another way, or of no meaning where nothing is kept
    }
    return readTextCall(body.text(), TextKind::Chat);
}

QStringList leftOutOfChat(const QByteArray &responses)
{
    const WrittenObject thinking(WrittenObject(responses).value("reasoning"));
    QStringList names;
    for (const char *field : {"summary", "generate_summary"}) { // the second is its older name
        if (!isNothing(thinking.value(field))) {
            names.append(u"reasoning."_s + QLatin1StringView(field));
        }
    }
    return names;
}

} // namespace lightwell

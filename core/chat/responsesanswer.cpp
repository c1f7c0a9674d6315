// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responsesanswer.h"

#include "core/chat/textmoney.h"
#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject usageOf(const QJsonObject &told)
{
    const TextUsage usage = TextUsage::read(told).value_or(TextUsage());
    const QJsonValue thought = told.value("completion_tokens_details"_L1)["reasoning_tokens"_L1];
    return {{u"input_tokens"_s, usage.input},
            {u"input_tokens_details"_s, QJsonObject {{u"cached_tokens"_s, usage.cached}}},
            {u"output_tokens"_s, usage.output},
            {u"output_tokens_details"_s, QJsonObject {{u"reasoning_tokens"_s, thought.toInteger()}}},
            {u"total_tokens"_s, usage.input + usage.output}};
}

QJsonObject partOf(const QString &text)
{
    return {{u"type"_s, u"output_text"_s}, {u"text"_s, text}, {u"annotations"_s, QJsonArray()}};
}

QJsonObject at(qsizetype index, const QString &item)
{
    return {{u"output_index"_s, index}, {u"item_id"_s, item}};
}

QJsonObject inMessage(qsizetype index, const QString &item, const QString &name, const QJsonValue &value)
{
    QJsonObject fields = at(index, item);
    fields.insert(u"content_index"_s, 0);
    fields.insert(name, value);
    return fields;
}

} // namespace

ResponsesAnswer::ResponsesAnswer(const QByteArray &request)
{
    const WrittenObject body(request);
    for (const char *field : {"parallel_tool_calls", "tool_choice", "tools", "metadata", "instructions", "temperature",
                              "top_p", "max_output_tokens", "text", "reasoning"}) {
        const QJsonValue said = writtenValue(body.value(field));
        if (!said.isUndefined() && !said.isNull()) {
            m_repeated.insert(QLatin1StringView(field), said);
        }
    }
}

QByteArray ResponsesAnswer::feed(const QByteArray &piece)
{
    QByteArray events;
    const QByteArrayList chunks = m_cutter.feed(piece);
    for (const QByteArray &chunk : chunks) {
        if (const Result<QJsonObject> read = readJsonObject(StreamCutter::dataOf(chunk), jsonlimits::answer)) {
            take(*read, events);
        }
    }
    return events;
}

void ResponsesAnswer::takeHead(const QJsonObject &chunk)
{
    if (m_id.isEmpty()) {
        m_id = u"resp_"_s + chunk.value("id"_L1).toString(u"1"_s);
        m_model = chunk.value("model"_L1).toString();
        m_createdAt = chunk.value("created"_L1).toInteger();
    }
    if (chunk.value("usage"_L1).isObject()) {
        m_usage = chunk.value("usage"_L1).toObject();
    }
}

void ResponsesAnswer::take(const QJsonObject &chunk, QByteArray &events)
{
    takeHead(chunk);
    if (!std::exchange(m_hasBegun, true)) {
        write(u"response.created"_s, {{u"response"_s, response(u"in_progress"_s)}}, events);
        write(u"response.in_progress"_s, {{u"response"_s, response(u"in_progress"_s)}}, events);
    }
    const QJsonValue choice = chunk.value("choices"_L1)[0];
    const QJsonValue delta = choice["delta"_L1];
    if (const QString words = delta["content"_L1].toString(); !words.isEmpty()) {
        takeWords(words, events);
    }
    const QJsonArray calls = delta["tool_calls"_L1].toArray();
    for (const QJsonValue &call : calls) {
        takeCall(call.toObject(), events);
    }
    m_finish = choice["finish_reason"_L1].toString(m_finish);
}

void ResponsesAnswer::takeWords(const QString &words, QByteArray &events)
{
    if (m_message < 0) {
        m_message = open({false, u"msg_"_s + QString::number(m_items.size()), {}, {}, {}}, events);
        const Item &item = m_items.at(m_message);
        write(u"response.content_part.added"_s, inMessage(m_message, item.id, u"part"_s, partOf(QString())), events);
    }
    Item &item = m_items[m_message];
    item.text += words;
    write(u"response.output_text.delta"_s, inMessage(m_message, item.id, u"delta"_s, words), events);
}

void ResponsesAnswer::takeCall(const QJsonObject &call, QByteArray &events)
{
    const int number = call.value("index"_L1).toInt();
    const QJsonValue function = call.value("function"_L1);
    if (!m_calls.contains(number)) {
        const QString id = call.value("id"_L1).toString(u"call_"_s + QString::number(number));
        m_calls.insert(
            number,
            open({true, u"fc_"_s + QString::number(m_items.size()), id, function["name"_L1].toString(), {}}, events));
    }
    const qsizetype index = m_calls.value(number);
    Item &item = m_items[index];
    if (const QString more = function["arguments"_L1].toString(); !more.isEmpty()) {
        item.text += more;
        QJsonObject fields = at(index, item.id);
        fields.insert(u"delta"_s, more);
        write(u"response.function_call_arguments.delta"_s, fields, events);
    }
}

qsizetype ResponsesAnswer::open(const Item &item, QByteArray &events)
{
    m_items.append(item);
    write(u"response.output_item.added"_s, {{u"output_index"_s, m_items.size() - 1}, {u"item"_s, json(item, false)}},
          events);
    return m_items.size() - 1;
}

void ResponsesAnswer::close(qsizetype index, QByteArray &events)
{
    const Item &item = m_items.at(index);
    if (item.isCall) {
        QJsonObject fields = at(index, item.id);
        fields.insert(u"arguments"_s, item.text);
        fields.insert(u"name"_s, item.name);
        write(u"response.function_call_arguments.done"_s, fields, events);
    } else {
        write(u"response.output_text.done"_s, inMessage(index, item.id, u"text"_s, item.text), events);
        write(u"response.content_part.done"_s, inMessage(index, item.id, u"part"_s, partOf(item.text)), events);
    }
    write(u"response.output_item.done"_s, {{u"output_index"_s, index}, {u"item"_s, json(item, true)}}, events);
}

QByteArray ResponsesAnswer::end()
{
    QByteArray events = feed("\n\n"); // the last chunk may lack its end
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        close(index, events);
    }
    const QJsonObject whole = response(u"completed"_s);
    write(u"response."_s + whole.value("status"_L1).toString(), {{u"response"_s, whole}}, events);
    return events;
}

QByteArray ResponsesAnswer::response(const QByteArray &answer)
{
    const Result<QJsonObject> read = readJsonObject(answer, jsonlimits::answer);
    if (!read) {
        return answer;
    }
    takeHead(*read);
    QByteArray unseen;
    const QJsonValue choice = read->value("choices"_L1)[0];
    const QJsonValue message = choice["message"_L1];
    if (const QString words = message["content"_L1].toString(); !words.isEmpty()) {
        takeWords(words, unseen);
    }
    const QJsonArray calls = message["tool_calls"_L1].toArray();
    for (qsizetype number = 0; number < calls.size(); ++number) {
        QJsonObject call = calls.at(number).toObject();
        call.insert(u"index"_s, number);
        takeCall(call, unseen);
    }
    m_finish = choice["finish_reason"_L1].toString();
    return QJsonDocument(response(u"completed"_s)).toJson(QJsonDocument::Compact);
}

void ResponsesAnswer::write(const QString &type, QJsonObject fields, QByteArray &events)
{
    fields.insert(u"type"_s, type);
    fields.insert(u"sequence_number"_s, m_number++);
    events += "event: " + type.toLatin1() + "\ndata: " + QJsonDocument(fields).toJson(QJsonDocument::Compact) + "\n\n";
}

QJsonObject ResponsesAnswer::json(const Item &item, bool isDone)
{
    QJsonObject object {{u"id"_s, item.id}, {u"status"_s, isDone ? u"completed"_s : u"in_progress"_s}};
    if (item.isCall) {
        object.insert(u"type"_s, u"function_call"_s);
        object.insert(u"call_id"_s, item.callId);
        object.insert(u"name"_s, item.name);
        object.insert(u"arguments"_s, isDone ? item.text : QString());
    } else {
        object.insert(u"type"_s, u"message"_s);
        object.insert(u"role"_s, u"assistant"_s);
        object.insert(u"content"_s, isDone ? QJsonArray {partOf(item.text)} : QJsonArray());
    }
    return object;
}

QJsonObject ResponsesAnswer::response(const QString &status) const
{
    const bool isShort = m_finish == "length"_L1 || m_finish == "content_filter"_L1;
    const bool isOver = status == "completed"_L1;
    QJsonObject object {{u"id"_s, m_id},
                        {u"object"_s, u"response"_s},
                        {u"created_at"_s, m_createdAt},
                        {u"status"_s, isOver && isShort ? u"incomplete"_s : status},
                        {u"model"_s, m_model},
                        {u"error"_s, QJsonValue()},
                        {u"incomplete_details"_s, QJsonValue()},
                        {u"parallel_tool_calls"_s, true},
                        {u"tool_choice"_s, u"auto"_s},
                        {u"tools"_s, QJsonArray()},
                        {u"metadata"_s, QJsonObject()},
                        {u"instructions"_s, QJsonValue()},
                        {u"temperature"_s, QJsonValue()},
                        {u"top_p"_s, QJsonValue()},
                        {u"store"_s, false}};
    for (auto said = m_repeated.begin(); said != m_repeated.end(); ++said) {
        object.insert(said.key(), said.value());
    }
    if (isOver && isShort) {
        const QString why = m_finish == "length"_L1 ? u"max_output_tokens"_s : u"content_filter"_s;
        object.insert(u"incomplete_details"_s, QJsonObject {{u"reason"_s, why}});
    }
    QJsonArray output;
    for (const Item &item : m_items) {
        output.append(json(item, true));
    }
    object.insert(u"output"_s, isOver ? output : QJsonArray());
    if (isOver) {
        object.insert(u"usage"_s, usageOf(m_usage));
    }
    return object;
}

} // namespace lightwell

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

ResponsesAnswer::ResponsesAnswer(const QByteArray &request, const QString &own)
    : m_own(own)
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
    if (m_id.isEmpty()) { // of several turns the first
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
    open(events);
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

void ResponsesAnswer::open(QByteArray &events)
{
    if (!std::exchange(m_hasBegun, true)) {
        write(u"response.created"_s, {}, events, ",\"response\":" + response(State::InProgress));
        write(u"response.in_progress"_s, {}, events, ",\"response\":" + response(State::InProgress));
    }
}

void ResponsesAnswer::takeWords(const QString &words, QByteArray &events)
{
    if (m_message < 0) {
        m_message = open({Kind::Message, newItemId(u"msg_"_s), {}, {}, {}}, events);
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
        const QString name = function["name"_L1].toString();
        const bool isOwn = !m_own.isEmpty() && name == m_own;
        m_calls.insert(number, isOwn ? -1 : open({Kind::Call, newItemId(u"fc_"_s), id, name, {}}, events));
    }
    const qsizetype index = m_calls.value(number);
    if (index < 0) {
        return;
    }
    Item &item = m_items[index];
    if (const QString more = function["arguments"_L1].toString(); !more.isEmpty()) {
        item.text += more;
        QJsonObject fields = at(index, item.id);
        fields.insert(u"delta"_s, more);
        write(u"response.function_call_arguments.delta"_s, fields, events);
    }
}

/// No other answer has one of this name: programs refer to items by it.
QString ResponsesAnswer::newItemId(const QString &kind) const
{
    return kind + m_id.section(u'_', 1) + u'_' + QString::number(m_items.size());
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
    const QJsonObject place {{u"output_index"_s, index}};
    if (item.kind == Kind::Picture) {
        return write(u"response.output_item.done"_s, place, events, ",\"item\":" + item.written);
    }
    if (item.kind == Kind::Call) {
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

QByteArray ResponsesAnswer::end(const QJsonObject &missing)
{
    QByteArray events = endTurn();
    const QByteArray whole = response(State::Over, missing);
    write(isIncomplete(missing) ? u"response.incomplete"_s : u"response.completed"_s, {}, events,
          ",\"response\":" + whole);
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
    return whole();
}

QByteArray ResponsesAnswer::begin(const QString &id, const QString &model, qint64 createdAt)
{
    m_id = u"resp_"_s + id;
    m_model = model;
    m_createdAt = createdAt;
    QByteArray events;
    open(events);
    return events;
}

QByteArray ResponsesAnswer::endTurn()
{
    QByteArray events = feed("\n\n"); // the last chunk may lack its end
    for (; m_closed < m_items.size(); ++m_closed) {
        close(m_closed, events);
    }
    m_message = -1;
    m_calls.clear();
    addUsage();
    return events;
}

QByteArray ResponsesAnswer::beginPicture(const QString &id)
{
    QByteArray events;
    const qsizetype index = open({Kind::Picture, id, {}, {}, {}}, events);
    write(u"response.image_generation_call.in_progress"_s, at(index, id), events);
    write(u"response.image_generation_call.generating"_s, at(index, id), events);
    return events;
}

QByteArray ResponsesAnswer::preview(int index, const QJsonObject &facts, const QByteArray &picture)
{
    QJsonObject fields = at(m_items.size() - 1, m_items.last().id);
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        fields.insert(fact.key(), fact.value());
    }
    fields.insert(u"partial_image_index"_s, index);
    QByteArray events;
    write(u"response.image_generation_call.partial_image"_s, fields, events,
          ",\"partial_image_b64\":\"" + picture + '"');
    return events;
}

QByteArray ResponsesAnswer::endPicture(const QJsonObject &facts, const QByteArray &picture)
{
    Item &item = m_items.last();
    QJsonObject fields = facts;
    fields.insert(u"type"_s, u"image_generation_call"_s);
    fields.insert(u"id"_s, item.id);
    // None is an empty text: the AI SDK refuses a whole answer for a null.
    item.written = QJsonDocument(fields).toJson(QJsonDocument::Compact).chopped(1)
        + ",\"result\":" + (picture.isEmpty() ? "\"\"}"_ba : '"' + picture + "\"}");
    QByteArray events;
    if (!picture.isEmpty()) {
        write(u"response.image_generation_call.completed"_s, at(m_items.size() - 1, item.id), events);
    }
    close(m_closed++, events);
    return events;
}

QByteArray ResponsesAnswer::whole(const QJsonObject &missing)
{
    (void)endTurn();
    return response(State::Over, missing);
}

void ResponsesAnswer::write(const QString &type, QJsonObject fields, QByteArray &events, const QByteArray &more)
{
    fields.insert(u"type"_s, type);
    fields.insert(u"sequence_number"_s, m_number++);
    events +=
        "event: " + type.toLatin1() + "\ndata: " + QJsonDocument(fields).toJson(QJsonDocument::Compact).chopped(1);
    events += more;
    events += "}\n\n";
}

QJsonObject ResponsesAnswer::json(const Item &item, bool isDone)
{
    QJsonObject object {{u"id"_s, item.id}, {u"status"_s, isDone ? u"completed"_s : u"in_progress"_s}};
    if (item.kind == Kind::Picture) {
        object.insert(u"type"_s, u"image_generation_call"_s);
        object.insert(u"result"_s, QJsonValue());
    } else if (item.kind == Kind::Call) {
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

bool ResponsesAnswer::isIncomplete(const QJsonObject &missing) const
{
    return !missing.isEmpty() || m_finish == "length"_L1 || m_finish == "content_filter"_L1;
}

void ResponsesAnswer::addUsage()
{
    const TextUsage usage = TextUsage::read(m_usage).value_or(TextUsage());
    m_used.input += usage.input;
    m_used.cached += usage.cached;
    m_used.output += usage.output;
    m_used.thought += m_usage.value("completion_tokens_details"_L1)["reasoning_tokens"_L1].toInteger();
    m_usage = {};
}

QJsonObject ResponsesAnswer::usage() const
{
    return {{u"input_tokens"_s, m_used.input},
            {u"input_tokens_details"_s, QJsonObject {{u"cached_tokens"_s, m_used.cached}}},
            {u"output_tokens"_s, m_used.output},
            {u"output_tokens_details"_s, QJsonObject {{u"reasoning_tokens"_s, m_used.thought}}},
            {u"total_tokens"_s, m_used.input + m_used.output}};
}

QByteArray ResponsesAnswer::response(State state, const QJsonObject &missing) const
{
    const bool isOver = state == State::Over;
    const bool isShort = isOver && isIncomplete(missing);
    QJsonObject object {{u"id"_s, m_id},
                        {u"object"_s, u"response"_s},
                        {u"created_at"_s, m_createdAt},
                        {u"status"_s,
                         !isOver       ? u"in_progress"_s
                             : isShort ? u"incomplete"_s
                                       : u"completed"_s},
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
    if (isShort) {
        const QString why = m_finish == "length"_L1 ? u"max_output_tokens"_s : u"content_filter"_s;
        object.insert(u"incomplete_details"_s, missing.isEmpty() ? QJsonObject {{u"reason"_s, why}} : missing);
    }
    if (isOver) {
        object.insert(u"usage"_s, usage());
    }
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact).chopped(1) + ",\"output\":[";
    for (qsizetype i = 0; isOver && i < m_items.size(); ++i) {
        const Item &item = m_items.at(i);
        text += i > 0 ? "," : "";
        text +=
            item.kind == Kind::Picture ? item.written : QJsonDocument(json(item, true)).toJson(QJsonDocument::Compact);
    }
    return text + "]}";
}

} // namespace lightwell

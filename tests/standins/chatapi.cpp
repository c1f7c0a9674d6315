// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/chatapi.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

Reply refused(int status, const QString &message, const QString &code)
{
    return Reply::json({{u"error"_s,
                         QJsonObject {{u"message"_s, message},
                                      {u"type"_s, u"invalid_request_error"_s},
                                      {u"param"_s, QJsonValue()},
                                      {u"code"_s, code}}}},
                       status);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

qint64 tokensOf(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return (text.size() + 3) / 4;
}

/// The words of a message, whose content is a text or a list of parts.
QString wordsOf(const QJsonValue &content)
{
    QString words = content.toString();
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &part : parts) {
        words += part["text"_L1].toString();
    }
    return words;
}

int picturesIn(const QJsonValue &content)
{
    int pictures = 0;
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &part : parts) {
        const QString type = part["type"_L1].toString();
        pictures += type == "image_url"_L1 || type == "input_image"_L1 ? 1 : 0;
    }
    return pictures;
}

QString replyTo(const QJsonValue &content)
{
    const QString words = wordsOf(content);
    if (words.contains("damaged JSON"_L1)) {
        return u"Here you are:\n```json\n{'city': 'Oslo', temperature: 7,}\n```"_s;
    }
    const int pictures = picturesIn(content);
    return pictures > 0 ? u"%1 pictures and %2"_s.arg(QString::number(pictures), words) : words;
}

QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        pieces.append((pieces.isEmpty() ? QString() : u" "_s) + word);
    }
    return pieces;
}

bool hasFunction(const QJsonObject &body, const QString &name)
{
    const QJsonArray tools = body.value("tools"_L1).toArray();
    return body.value("tool_choice"_L1).toString() != "none"_L1
        && std::any_of(tools.begin(), tools.end(),
                       [&name](const QJsonValue &tool) { return tool["function"_L1]["name"_L1].toString() == name; });
}

/// What the tool is called with, where the words ask for it. "draw A, draw B" calls the image tool twice, "draw A again
/// and again" whenever it may be called.
QJsonArray toolCallsFor(const QJsonObject &body)
{
    const QJsonArray messages = body.value("messages"_L1).toArray();
    QString words = wordsOf(messages.last()["content"_L1]);
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        const QString said = wordsOf(messages.at(i)["content"_L1]);
        if (said.contains("again and again"_L1)) {
            words = said;
        }
    }
    if (words.startsWith("draw "_L1) && hasFunction(body, u"image_generation"_s)) {
        QJsonArray calls;
        const QStringList prompts = words.split(u", "_s);
        for (const QString &prompt : prompts) {
            QJsonObject arguments {{u"prompt"_s, prompt.mid(5)}};
            if (prompt.contains("edited"_L1)) {
                arguments.insert(u"edit"_s, true);
            }
            const QString text = QString::fromUtf8(compact(arguments));
            calls.append(QJsonObject {
                {u"index"_s, calls.size()},
                {u"id"_s, u"call_%1"_s.arg(calls.size())},
                {u"type"_s, u"function"_s},
                {u"function"_s, QJsonObject {{u"name"_s, u"image_generation"_s}, {u"arguments"_s, text}}}});
        }
        return calls;
    }
    const qsizetype at = words.indexOf("call the tool "_L1);
    if (at < 0) {
        return {};
    }
    const QString name = words.mid(at + 14).section(u' ', 0, 0);
    return {QJsonObject {{u"index"_s, 0},
                         {u"id"_s, u"call_1"_s},
                         {u"type"_s, u"function"_s},
                         {u"function"_s, QJsonObject {{u"name"_s, name}, {u"arguments"_s, u"{\"city\":\"Oslo\"}"_s}}}}};
}

Reply stream(const QByteArray &events)
{
    return Reply::bytes(events, "text/event-stream; charset=utf-8").as(Reply::Behaviour::Chunked);
}

} // namespace

QString ChatApiStandIn::pointOf(const Received &request) const
{
    for (const QString &point : {u"responses"_s, u"embeddings"_s, u"models"_s}) {
        if (request.path.endsWith(u'/' + point)) {
            return point;
        }
    }
    return request.path.endsWith("/chat/completions"_L1) ? u"chat"_s : QString();
}

Reply ChatApiStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization") != "Bearer " + key) {
        return refused(401, u"Incorrect API key provided."_s, u"invalid_api_key"_s);
    }
    if (point == "models"_L1) {
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}});
    }
    const QJsonObject body = request.json();
    if (point.isEmpty() || request.method != "POST") {
        return refused(404, u"Unknown path."_s, u"unknown_url"_s);
    }
    if (!request.header("Content-Type").startsWith("application/json") || body.value("model"_L1).toString().isEmpty()) {
        return refused(400, u"There is no model in this JSON body."_s, u"missing"_s);
    }
    if (body.contains("plugins"_L1)) {
        return refused(400, u"Unrecognized request argument supplied: plugins"_s, u"unknown_parameter"_s);
    }
    if (body.contains("previous_response_id"_L1)) { // nothing is kept here
        return refused(400, u"Previous response not found."_s, u"previous_response_not_found"_s);
    }
    bill();
    return point == "chat"_L1 ? chat(body) : point == "responses"_L1 ? responses(body) : embeddings(body);
}

Reply ChatApiStandIn::chat(const QJsonObject &body)
{
    const QJsonArray messages = body.value("messages"_L1).toArray();
    const QString reply = replyTo(messages.last()["content"_L1]);
    const QJsonArray tools = toolCallsFor(body);
    const qint64 in = tokensOf(messages);
    const qint64 out = tokensOf(reply);
    const QJsonObject usage {{u"prompt_tokens"_s, in}, {u"completion_tokens"_s, out}, {u"total_tokens"_s, in + out}};
    const QJsonObject common {
        {u"id"_s, nextId(u"chatcmpl-"_s)}, {u"created"_s, 1'790'000'000}, {u"model"_s, body.value("model"_L1)}};
    const QString finish = tools.isEmpty() ? u"stop"_s : u"tool_calls"_s;
    if (!body.value("stream"_L1).toBool()) {
        QJsonObject message {{u"role"_s, u"assistant"_s}, {u"content"_s, reply}, {u"refusal"_s, QJsonValue()}};
        if (!tools.isEmpty()) {
            message.insert(u"content"_s, QJsonValue());
            message.insert(u"tool_calls"_s, tools);
        }
        QJsonObject answer = common;
        answer.insert(u"object"_s, u"chat.completion"_s);
        answer.insert(
            u"choices"_s,
            QJsonArray {QJsonObject {{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, finish}}});
        answer.insert(u"usage"_s, usage);
        return Reply::json(answer);
    }
    const bool asked = body.value("stream_options"_L1)["include_usage"_L1].toBool();
    QByteArray events;
    const auto chunk = [&](const QJsonArray &choices, const QJsonValue &told) {
        QJsonObject event = common;
        event.insert(u"object"_s, u"chat.completion.chunk"_s);
        event.insert(u"choices"_s, choices);
        if (asked) {
            event.insert(u"usage"_s, told);
        }
        events += "data: " + compact(event) + "\n\n";
    };
    const auto delta = [&](const QJsonObject &said, const QJsonValue &end) {
        chunk({QJsonObject {{u"index"_s, 0}, {u"delta"_s, said}, {u"finish_reason"_s, end}}}, QJsonValue());
    };
    delta({{u"role"_s, u"assistant"_s}, {u"content"_s, u""_s}}, QJsonValue());
    if (tools.isEmpty()) {
        const QStringList pieces = piecesOf(reply);
        for (const QString &piece : pieces) {
            delta({{u"content"_s, piece}}, QJsonValue());
        }
    } else {
        delta({{u"tool_calls"_s, tools}}, QJsonValue());
    }
    delta({}, finish);
    if (asked && tellsUsage) {
        chunk({}, usage);
    }
    return stream(events + "data: [DONE]\n\n");
}

Reply ChatApiStandIn::responses(const QJsonObject &body)
{
    const QJsonValue input = body.value("input"_L1);
    const QJsonValue last = input.isString() ? input : input.toArray().last()["content"_L1];
    const QString reply = replyTo(last);
    const qint64 in = tokensOf(input);
    const qint64 out = tokensOf(reply);
    const QString id = nextId(u"resp_"_s);
    const QJsonObject part {{u"type"_s, u"output_text"_s}, {u"text"_s, reply}, {u"annotations"_s, QJsonArray()}};
    const QJsonObject item {{u"type"_s, u"message"_s},
                            {u"id"_s, u"msg_1"_s},
                            {u"status"_s, u"completed"_s},
                            {u"role"_s, u"assistant"_s},
                            {u"content"_s, QJsonArray {part}}};
    QJsonObject response {{u"id"_s, id},
                          {u"object"_s, u"response"_s},
                          {u"created_at"_s, 1'790'000'000},
                          {u"status"_s, u"completed"_s},
                          {u"model"_s, body.value("model"_L1)},
                          {u"output"_s, QJsonArray {item}},
                          {u"error"_s, QJsonValue()},
                          {u"incomplete_details"_s, QJsonValue()},
                          {u"instructions"_s, QJsonValue()},
                          {u"metadata"_s, QJsonObject()},
                          {u"parallel_tool_calls"_s, true},
                          {u"temperature"_s, 1},
                          {u"top_p"_s, 1},
                          {u"tool_choice"_s, u"auto"_s},
                          {u"tools"_s, QJsonArray()}};
    const QJsonObject usage {{u"input_tokens"_s, in},
                             {u"input_tokens_details"_s, QJsonObject {{u"cached_tokens"_s, 0}}},
                             {u"output_tokens"_s, out},
                             {u"output_tokens_details"_s, QJsonObject {{u"reasoning_tokens"_s, 0}}},
                             {u"total_tokens"_s, in + out}};
    if (!body.value("stream"_L1).toBool()) {
        response.insert(u"usage"_s, usage);
        return Reply::json(response);
    }
    QByteArray events;
    int number = 0;
    const auto event = [&](const QString &type, QJsonObject fields) {
        fields.insert(u"type"_s, type);
        fields.insert(u"sequence_number"_s, number++);
        events += "event: " + type.toUtf8() + "\ndata: " + compact(fields) + "\n\n";
    };
    QJsonObject begun = response;
    begun.insert(u"status"_s, u"in_progress"_s);
    begun.insert(u"output"_s, QJsonArray());
    QJsonObject emptyItem = item;
    emptyItem.insert(u"status"_s, u"in_progress"_s);
    emptyItem.insert(u"content"_s, QJsonArray());
    QJsonObject emptyPart = part;
    emptyPart.insert(u"text"_s, u""_s);
    const QJsonObject place {{u"item_id"_s, u"msg_1"_s}, {u"output_index"_s, 0}, {u"content_index"_s, 0}};
    const auto placed = [&place](const QString &name, const QJsonValue &value) {
        QJsonObject fields = place;
        fields.insert(name, value);
        return fields;
    };
    event(u"response.created"_s, {{u"response"_s, begun}});
    event(u"response.in_progress"_s, {{u"response"_s, begun}});
    event(u"response.output_item.added"_s, {{u"output_index"_s, 0}, {u"item"_s, emptyItem}});
    event(u"response.content_part.added"_s, placed(u"part"_s, emptyPart));
    const QStringList pieces = piecesOf(reply);
    for (const QString &piece : pieces) {
        event(u"response.output_text.delta"_s, placed(u"delta"_s, piece));
    }
    event(u"response.output_text.done"_s, placed(u"text"_s, reply));
    event(u"response.content_part.done"_s, placed(u"part"_s, part));
    event(u"response.output_item.done"_s, {{u"output_index"_s, 0}, {u"item"_s, item}});
    response.insert(u"usage"_s, usage);
    event(u"response.completed"_s, {{u"response"_s, response}});
    return stream(events);
}

Reply ChatApiStandIn::embeddings(const QJsonObject &body)
{
    const QJsonValue input = body.value("input"_L1);
    const QJsonArray texts = input.isArray() ? input.toArray() : QJsonArray {input};
    const bool asBase64 = body.value("encoding_format"_L1).toString() == "base64"_L1;
    QJsonArray data;
    for (qsizetype at = 0; at < texts.size(); ++at) {
        const float values[] = {0.5F, float(at), -1.0F};
        const QByteArray bytes(reinterpret_cast<const char *>(values), sizeof values);
        const QJsonValue embedding = asBase64 ? QJsonValue(QString::fromLatin1(bytes.toBase64()))
                                              : QJsonValue(QJsonArray {0.5, double(at), -1.0});
        data.append(QJsonObject {{u"object"_s, u"embedding"_s}, {u"index"_s, at}, {u"embedding"_s, embedding}});
    }
    const qint64 tokens = tokensOf(input);
    return Reply::json({{u"object"_s, u"list"_s},
                        {u"data"_s, data},
                        {u"model"_s, body.value("model"_L1)},
                        {u"usage"_s, QJsonObject {{u"prompt_tokens"_s, tokens}, {u"total_tokens"_s, tokens}}}});
}

} // namespace lightwell::test

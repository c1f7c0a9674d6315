// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/healedanswer.h"
#include "core/chat/textmoney.h"
#include "core/gateway/dialects/openai/responsestool.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/imagesanswer.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routererrors.h"
#include "core/gateway/dialects/openrouter/servertool.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QByteArray event(const QJsonObject &object)
{
    return "data: " + openObject(object) + "}\n\n";
}

QJsonObject choiceOf(const QJsonObject &delta)
{
    return {{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, QJsonValue()}};
}

/// An entry of the list `images`.
QByteArray imageEntry(const ToolPicture &picture, int index)
{
    const QString type = formatMimeType(picture.generation.pictures.first().format);
    return "{\"type\":\"image_url\",\"index\":" + QByteArray::number(index)
        + ",\"image_url\":{\"url\":\"data:" + type.toLatin1() + ";base64," + picture.base64 + "\"}}";
}

/// A whole message has no indexes, which are of the stream alone.
QJsonArray withoutIndexes(QJsonArray calls)
{
    for (qsizetype at = 0; at < calls.size(); ++at) {
        QJsonObject call = calls.at(at).toObject();
        call.remove("index"_L1);
        calls.replace(at, call);
    }
    return calls;
}

} // namespace

ServerToolAnswer::ServerToolAnswer(const PictureTool &tool)
    : m_streams(tool.streams)
    , m_telling(tool.chat ? tool.chat->telling : Telling())
    , m_model(tool.model)
{
}

QByteArray ServerToolAnswer::begin(const Generation &generation)
{
    m_asked = 1; // by the client itself
    if (m_telling.echoes) { // of what vendors of text are sent
        m_telling.ignored.append(u"debug.echo_upstream_body"_s);
    }
    return take({{u"id"_s, generation.id},
                 {u"object"_s, u"chat.completion.chunk"_s},
                 {u"created"_s, generation.createdAt.toSecsSinceEpoch()},
                 {u"model"_s, m_model},
                 {u"choices"_s, QJsonArray {choiceOf({{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}})}}});
}

QByteArray ServerToolAnswer::words(const QByteArray &piece)
{
    QByteArray events;
    const QByteArrayList chunks = m_cutter.feed(piece);
    for (const QByteArray &chunk : chunks) {
        if (Result<QJsonObject> read = readJsonObject(StreamCutter::dataOf(chunk), jsonlimits::answer)) {
            events += take(std::move(read).value());
        }
    }
    return events;
}

/// A chunk goes on as it came, but for what belongs to the turn and not to the answer.
QByteArray ServerToolAnswer::take(QJsonObject chunk)
{
    if (!m_hasBegun) { // of several turns the first
        m_id = chunk.value("id"_L1).toString();
        m_createdAt = chunk.value("created"_L1).toInteger();
        m_model = chunk.value("model"_L1).toString(m_model);
    }
    if (const QJsonValue usage = chunk.take("usage"_L1); usage.isObject()) {
        m_usage = usage.toObject();
    }
    QJsonObject choice = chunk.value("choices"_L1)[0].toObject();
    const QJsonValue error = chunk.value("error"_L1);
    if (choice.isEmpty() || error.isObject() || error.isString()) { // a turn that failed is told elsewhere
        return {};
    }
    m_finish = choice.value("finish_reason"_L1).toString(m_finish);
    m_probabilities = choice.value("logprobs"_L1);
    const QJsonObject delta = clientsPart(choice.value("delta"_L1).toObject());
    if (delta.isEmpty()) {
        return {};
    }
    m_hasBegun = true;
    choice.insert(u"delta"_s, delta);
    choice.insert(u"finish_reason"_s, QJsonValue());
    choice.insert(u"native_finish_reason"_s, QJsonValue());
    chunk.insert(u"id"_s, m_id);
    chunk.insert(u"created"_s, m_createdAt);
    chunk.insert(u"model"_s, m_model);
    chunk.insert(u"choices"_s, QJsonArray {choice});
    const QByteArray told = event(chunk);
    m_said.feed(told);
    return told;
}

QJsonObject ServerToolAnswer::clientsPart(QJsonObject delta)
{
    const QJsonArray calls = clientsCalls(delta.take("tool_calls"_L1).toArray());
    if (!calls.isEmpty()) {
        delta.insert(u"tool_calls"_s, calls);
    }
    if (m_hasBegun) { // each turn begins like an answer of its own
        delta.remove("role"_L1);
        const QStringList names = delta.keys();
        for (const QString &name : names) {
            if (const QJsonValue value = delta.value(name); value.isNull() || value == QJsonValue(QString())) {
                delta.remove(name);
            }
        }
    }
    if (const QString words = delta.value("content"_L1).toString(); !words.isEmpty()) {
        if (m_isFurtherTurn && m_hasWords) {
            delta.insert(u"content"_s, QString(u"\n\n"_s + words));
        }
        m_isFurtherTurn = false;
        m_hasWords = true;
    }
    return delta;
}

QJsonArray ServerToolAnswer::clientsCalls(const QJsonArray &calls)
{
    QJsonArray handed;
    for (const QJsonValue &entry : calls) {
        QJsonObject call = entry.toObject();
        const int index = call.value("index"_L1).toInt();
        if (!m_places.contains(index)) {
            const bool isOwn = call.value("function"_L1)["name"_L1].toString() == picturetool::functionName();
            m_places.insert(index, isOwn ? -1 : m_handedBack);
            ++(isOwn ? m_asked : m_handedBack);
        }
        if (const int place = m_places.value(index); place >= 0) {
            call.insert(u"index"_s, place);
            handed.append(call);
        }
    }
    return handed;
}

QByteArray ServerToolAnswer::endTurn()
{
    const TextUsage usage = TextUsage::read(m_usage).value_or(TextUsage());
    m_used.input += usage.input;
    m_used.cached += usage.cached;
    m_used.output += usage.output;
    m_used.thought += m_usage.value("completion_tokens_details"_L1)["reasoning_tokens"_L1].toInteger();
    m_usage = {};
    m_places.clear();
    m_isFurtherTurn = true;
    return {};
}

QByteArray ServerToolAnswer::endPicture(const ToolPicture &picture)
{
    QJsonObject told = openai::toldOfPicture(picture);
    if (picture.fault) {
        told.insert(
            u"error"_s,
            errorIn(picture.generation.id.isEmpty() ? errorAnswer(*picture.fault) : failureAnswer(picture.generation)));
    }
    m_pictures.append(told);
    if (picture.base64.isEmpty()) {
        return {};
    }
    const QByteArray entry = imageEntry(picture, m_made++);
    if (!m_streams) {
        m_images.append(entry);
        return {};
    }
    return "data: " + openObject(heading(u"chat.completion.chunk"_s))
        + ",\"choices\":[{\"index\":0,\"finish_reason\":null,\"native_finish_reason\":null,\"delta\":{\"images\":["
        + entry + "]}}]}\n\n";
}

std::optional<ToolAnswer::Said> ServerToolAnswer::said() const
{
    return Said {m_said.message().value("content"_L1).toString(), endsEarly(m_finish)};
}

QByteArray ServerToolAnswer::end(const End &end)
{
    QJsonObject last = heading(u"chat.completion.chunk"_s);
    QJsonObject choice = lastChoice(end);
    choice.insert(u"delta"_s, QJsonObject {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}});
    last.insert(u"choices"_s, QJsonArray {choice});
    QJsonObject told = heading(u"chat.completion.chunk"_s);
    told.insert(u"choices"_s, QJsonArray());
    addOutcome(told, end);
    return event(last) + endOfWords(event(told) + "data: [DONE]\n\n", end.outcome, m_telling);
}

QByteArray ServerToolAnswer::whole(const End &end)
{
    QJsonObject top = heading(u"chat.completion"_s);
    top.insert(u"system_fingerprint"_s, QJsonValue());
    addOutcome(top, end);
    QByteArray body = openObject(top) + '}';
    Telling telling = m_telling;
    telling.echo = end.echo;
    QJsonObject message = m_said.message();
    if (end.healed) {
        telling.healing = end.healed->report;
        message.insert(u"content"_s, end.healed->text);
    }
    addOutcomeOfWords(body, end.outcome, telling);
    QByteArrayList images;
    const QJsonArray models = message.take("images"_L1).toArray(); // some make pictures themselves
    for (const QJsonValue &image : models) {
        images.append(openObject(image.toObject()) + '}');
    }
    images += m_images;
    message.insert(u"role"_s, u"assistant"_s);
    message.insert(u"content"_s, message.value("content"_L1).toString());
    message.insert(u"refusal"_s, message.value("refusal"_L1).isString() ? message.value("refusal"_L1) : QJsonValue());
    if (m_handedBack > 0) {
        message.insert(u"tool_calls"_s, withoutIndexes(message.value("tool_calls"_L1).toArray()));
    }
    QJsonObject choice = lastChoice(end);
    choice.insert(u"logprobs"_s, m_probabilities.isObject() ? m_probabilities : QJsonValue());
    body.chop(1);
    body += ",\"choices\":[" + openObject(choice) + ",\"message\":" + openObject(message);
    if (!images.isEmpty()) {
        body += ",\"images\":[" + images.join(',') + ']';
    }
    return body + "}}]}";
}

QJsonObject ServerToolAnswer::heading(const QString &object) const
{
    return {{u"id"_s, m_id}, {u"object"_s, object}, {u"created"_s, m_createdAt}, {u"model"_s, m_model}};
}

QJsonObject ServerToolAnswer::lastChoice(const End &end) const
{
    // A model that was told to call for nothing more may say that it does all the same.
    const bool isWell = m_finish.isEmpty() || (m_finish == "tool_calls"_L1 && m_handedBack == 0);
    const QString finish = end.fault ? u"error"_s : isWell ? u"stop"_s : m_finish;
    QJsonObject choice {{u"index"_s, 0}, {u"finish_reason"_s, finish}, {u"native_finish_reason"_s, finish}};
    if (end.fault) {
        choice.insert(u"error"_s, errorIn(errorAnswer(*end.fault)));
    }
    return choice;
}

void ServerToolAnswer::addOutcome(QJsonObject &top, const End &end) const
{
    const std::optional<Plan> &plan = end.outcome.plan;
    top.insert(u"provider"_s, providerTitle(plan ? plan->offer.provider : QString()));
    top.insert(u"usage"_s, usage());
    if (!m_pictures.isEmpty()) {
        top.insert(u"metadata"_s, QJsonObject {{u"image_generation"_s, m_pictures}});
    }
}

QJsonObject ServerToolAnswer::usage() const
{
    return {{u"prompt_tokens"_s, m_used.input},
            {u"prompt_tokens_details"_s, QJsonObject {{u"cached_tokens"_s, m_used.cached}}},
            {u"completion_tokens"_s, m_used.output},
            {u"completion_tokens_details"_s, QJsonObject {{u"reasoning_tokens"_s, m_used.thought}}},
            {u"total_tokens"_s, m_used.input + m_used.output},
            {u"server_tool_use_details"_s,
             QJsonObject {{u"tool_calls_requested"_s, m_asked}, {u"tool_calls_executed"_s, m_made}}}};
}

} // namespace lightwell::openrouter

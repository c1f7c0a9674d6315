// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textstream.h"

#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestEvent = 16LL * 1024 * 1024; // bytes

/// Behind the empty line that ends an event; -1: there is none from `from` on.
qsizetype endOfEvent(const QByteArray &text, qsizetype from)
{
    for (qsizetype at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (at + 1 < text.size() && text.at(at + 1) == '\n') {
            return at + 2;
        }
        if (at + 2 < text.size() && text.at(at + 1) == '\r' && text.at(at + 2) == '\n') {
            return at + 3;
        }
    }
    return -1;
}

qint64 charactersIn(const QJsonValue &value)
{
    qint64 sum = value.isString() ? value.toString().size() : 0;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isSaid = member.key() != "role"_L1 && member.key() != "id"_L1 && member.key() != "type"_L1;
        sum += isSaid ? charactersIn(member.value()) : 0;
    }
    const QJsonArray list = value.toArray();
    for (const QJsonValue &entry : list) {
        sum += charactersIn(entry);
    }
    return sum;
}

QByteArray asAnswer(const QJsonValue &error)
{
    return QJsonDocument(QJsonObject {{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArrayList StreamCutter::feed(const QByteArray &piece)
{
    QByteArrayList events;
    m_rest += piece;
    qsizetype begin = 0;
    for (qsizetype end = endOfEvent(m_rest, m_looked); end >= 0; end = endOfEvent(m_rest, begin)) {
        events.append(m_rest.mid(begin, end - begin));
        begin = end;
    }
    if (m_rest.size() - begin > largestEvent) { // whatever it is, it is passed on rather than kept
        events.append(m_rest.mid(begin));
        begin = m_rest.size();
    }
    m_rest.remove(0, begin);
    m_looked = std::max<qsizetype>(0, m_rest.size() - 2);
    return events;
}

QByteArray StreamCutter::dataOf(const QByteArray &event)
{
    QByteArray data;
    const QByteArrayList lines = event.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data:")) {
            data += data.isEmpty() ? "" : "\n";
            data += line.mid(line.startsWith("data: ") ? 6 : 5);
        }
    }
    return data.endsWith('\r') ? data.chopped(1) : data;
}

void StreamMeter::feed(const QByteArray &piece)
{
    const QByteArrayList events = m_cutter.feed(piece);
    for (const QByteArray &event : events) {
        take(StreamCutter::dataOf(event));
    }
}

void StreamMeter::take(const QByteArray &data)
{
    if (data.isEmpty()) {
        return; // a comment
    }
    if (data.trimmed() == "[DONE]") {
        m_isWhole = true;
        return;
    }
    const Result<QJsonObject> read = readJsonObject(data, jsonlimits::answer);
    if (!read) {
        return;
    }
    const QString type = read->value("type"_L1).toString();
    if (const QJsonValue error = read->value("error"_L1); error.isObject() || error.isString()) {
        m_error = asAnswer(error);
    }
    if (type.isEmpty()) {
        takeChunk(*read);
    } else {
        takeEvent(type, *read);
    }
}

void noteAnswer(const QJsonObject &answer, AnswerNotes &about)
{
    const auto take = [](QString &known, const QJsonValue &told) { known = told.isString() ? told.toString() : known; };
    if (about.id.isEmpty()) {
        take(about.id, answer.value("id"_L1));
    }
    take(about.tier, answer.value("service_tier"_L1));
    take(about.finish, answer.value("status"_L1)); // of a response
    take(about.finish, answer.value("incomplete_details"_L1)["reason"_L1]);
    take(about.finish, answer.value("choices"_L1)[0]["finish_reason"_L1]);
}

void StreamMeter::takeChunk(const QJsonObject &chunk)
{
    noteAnswer(chunk, m_about);
    for (const QJsonValue &usage : {chunk.value("usage"_L1), chunk.value("x_groq"_L1)["usage"_L1]}) {
        if (usage.isObject()) {
            m_usage = usage.toObject();
        }
    }
    const QJsonArray choices = chunk.value("choices"_L1).toArray();
    for (const QJsonValue &choice : choices) {
        m_characters += charactersIn(choice["delta"_L1]);
        m_isWhole = m_isWhole || choice["finish_reason"_L1].isString();
    }
}

void StreamMeter::takeEvent(const QString &type, const QJsonObject &event)
{
    if (type.endsWith(".delta"_L1)) {
        m_characters += charactersIn(event.value("delta"_L1));
    }
    const QJsonObject response = event.value("response"_L1).toObject();
    const bool isEnd =
        type == "response.completed"_L1 || type == "response.incomplete"_L1 || type == "response.failed"_L1;
    m_isWhole = m_isWhole || isEnd;
    if (isEnd) {
        noteAnswer(response, m_about);
    }
    if (isEnd && response.value("usage"_L1).isObject()) {
        m_usage = response.value("usage"_L1).toObject();
    }
    if (type == "response.failed"_L1) {
        m_error = asAnswer(response.value("error"_L1));
    } else if (type == "error"_L1) {
        m_error = asAnswer(event);
    }
}

QByteArray UsageFilter::feed(const QByteArray &piece)
{
    QByteArray passed;
    const QByteArrayList events = m_cutter.feed(piece);
    for (const QByteArray &event : events) {
        if (!event.contains("\"usage\"")) {
            passed += event;
            continue;
        }
        const QByteArray data = StreamCutter::dataOf(event);
        const Result<QJsonObject> chunk = readJsonObject(data, jsonlimits::answer);
        if (!chunk || !chunk->contains("usage"_L1)) {
            passed += event;
        } else if (!chunk->value("choices"_L1).toArray().isEmpty()) {
            WrittenObject rest(data);
            rest.remove("usage");
            passed += "data: " + rest.text() + "\n\n";
        } else if (chunk->contains("error"_L1)) {
            passed += event;
        }
    }
    return passed;
}

bool isUsageEvent(const QByteArray &event)
{
    if (!event.contains("\"usage\"")) {
        return false;
    }
    const Result<QJsonObject> chunk = readJsonObject(StreamCutter::dataOf(event), jsonlimits::answer);
    return chunk && chunk->value("usage"_L1).isObject() && chunk->value("choices"_L1).toArray().isEmpty()
        && !chunk->contains("error"_L1);
}

QByteArray TailFilter::feed(const QByteArray &piece)
{
    QByteArray passed;
    const QByteArrayList events = m_cutter.feed(piece);
    for (const QByteArray &event : events) {
        const bool isTail =
            !m_tail.isEmpty() || isUsageEvent(event) || StreamCutter::dataOf(event).trimmed() == "[DONE]";
        (isTail ? m_tail : passed) += event;
    }
    return passed;
}

} // namespace lightwell

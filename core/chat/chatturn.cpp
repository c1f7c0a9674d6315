// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/chatturn.h"

#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whether such a text comes in pieces, and not once.
bool comesInPieces(const QString &name)
{
    static const QStringList names {u"content"_s, u"refusal"_s, u"arguments"_s, u"reasoning"_s, u"reasoning_content"_s};
    return names.contains(name);
}

void merge(QJsonObject &into, const QJsonObject &delta);

/// More calls than any vendor lets a model make in one answer: each is answered in the next turn, which is paid for.
constexpr qsizetype mostCalls = 128;

/// Calls by their index, no more than these; entries of other lists one after another.
QJsonArray merged(QJsonArray list, const QJsonArray &more, bool areCalls)
{
    for (const QJsonValue &entry : more) {
        const qsizetype at = entry["index"_L1].toInt(int(list.size()));
        if (areCalls && at >= 0 && at < list.size()) {
            QJsonObject call = list.at(at).toObject();
            merge(call, entry.toObject());
            list.replace(at, call);
        } else if (!areCalls || list.size() < mostCalls) {
            list.append(entry);
        }
    }
    return list;
}

void merge(QJsonObject &into, const QJsonObject &delta)
{
    for (auto member = delta.begin(); member != delta.end(); ++member) {
        const QJsonValue before = into.value(member.key());
        const QJsonValue value = member.value();
        if (value.isObject() && before.isObject()) {
            QJsonObject object = before.toObject();
            merge(object, value.toObject());
            into.insert(member.key(), object);
        } else if (value.isArray()) {
            into.insert(member.key(), merged(before.toArray(), value.toArray(), member.key() == "tool_calls"_L1));
        } else if (value.isString() && before.isString() && comesInPieces(member.key())) {
            into.insert(member.key(), QString(before.toString() + value.toString()));
        } else if (before.isUndefined() || (!value.isNull() && value != QJsonValue(QString()))) {
            into.insert(member.key(), value);
        }
    }
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

void ChatTurn::feed(const QByteArray &piece)
{
    const QByteArrayList events = m_cutter.feed(piece);
    for (const QByteArray &event : events) {
        if (const Result<QJsonObject> chunk = readJsonObject(StreamCutter::dataOf(event), jsonlimits::answer)) {
            merge(m_message, chunk->value("choices"_L1)[0]["delta"_L1].toObject());
        }
    }
}

QList<ChatTurn::FunctionCall> ChatTurn::calls() const
{
    QList<FunctionCall> calls;
    const QJsonArray told = m_message.value("tool_calls"_L1).toArray();
    for (const QJsonValue &call : told) {
        const QJsonValue function = call["function"_L1];
        calls.append({call["id"_L1].toString(), function["name"_L1].toString(), function["arguments"_L1].toString()});
    }
    return calls;
}

QByteArray continuedChat(const QByteArray &body, const QJsonObject &said, const QList<QJsonObject> &results,
                         bool isLast)
{
    QJsonObject message = said;
    message.insert(u"role"_s, u"assistant"_s);
    QJsonArray calls = message.value("tool_calls"_L1).toArray();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        QJsonObject call = calls.at(i).toObject();
        call.remove("index"_L1); // of the stream alone
        calls.replace(i, call);
    }
    message.insert(u"tool_calls"_s, calls);
    if (!message.contains("content"_L1)) {
        message.insert(u"content"_s, QJsonValue());
    }
    WrittenObject chat(body);
    QByteArrayList messages = writtenEntries(chat.value("messages"));
    messages.append(compact(message));
    for (const QJsonObject &result : results) {
        messages.append(compact(result));
    }
    chat.set("messages", '[' + messages.join(',') + ']');
    if (isLast) {
        chat.set("tool_choice", R"("none")");
    } else if (chat.contains("tool_choice")) {
        chat.set("tool_choice", R"("auto")");
    }
    return chat.text();
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/chatturn.h"

#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whether such a text comes in pieces, and not once.
bool comesInPieces(const QString &name)
{
    static const QStringList names {u"content"_s, u"refusal"_s, u"arguments"_s, u"reasoning"_s, u"reasoning_content"_s};
    return names.contains(name);
}

/// More calls than any vendor lets a model make in one answer: each is answered in the next turn, which is paid for.
constexpr qsizetype maxCalls = 128;

QJsonArray joined(QJsonArray list, const QJsonArray &more)
{
    for (const QJsonValue &entry : more) {
        list.append(entry);
    }
    return list;
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
            merge(m_message, chunk->value("choices"_L1)[0]["delta"_L1].toObject(), {});
        }
    }
}

/// What grows is taken out first, or each piece would copy all before it.
void ChatTurn::merge(QJsonObject &into, const QJsonObject &delta, const QString &path)
{
    for (auto member = delta.begin(); member != delta.end(); ++member) {
        const QString &name = member.key();
        const QString at = path + u'/' + name;
        const QJsonValue value = member.value();
        if (value.isString() && comesInPieces(name)) {
            if (const QString text = value.toString(); !text.isEmpty() || !into.contains(name)) {
                m_texts[at] += text;
                into.insert(name, QString());
            }
        } else if (value.isObject()) {
            QJsonObject object = into.take(name).toObject();
            m_texts.remove(at);
            merge(object, value.toObject(), at);
            into.insert(name, object);
        } else if (value.isArray()) {
            const bool areCalls = name == "tool_calls"_L1;
            QJsonArray before = into.take(name).toArray();
            m_texts.remove(at);
            into.insert(name,
                        areCalls ? mergedCalls(std::move(before), value.toArray(), at)
                                 : joined(std::move(before), value.toArray()));
        } else if (!into.contains(name) || (!value.isNull() && value != QJsonValue(QString()))) {
            into.insert(name, value);
        }
    }
}

/// By their index.
QJsonArray ChatTurn::mergedCalls(QJsonArray calls, const QJsonArray &more, const QString &path)
{
    for (const QJsonValue &entry : more) {
        const qsizetype index = entry["index"_L1].toInt(int(calls.size()));
        const QString id = entry["id"_L1].toString();
        const QString before = index >= 0 && index < calls.size() ? calls.at(index)["id"_L1].toString() : QString();
        // Some call each of several the first.
        const bool isAnother = !id.isEmpty() && !before.isEmpty() && id != before;
        const bool isKnown = index >= 0 && index < calls.size() && !isAnother;
        if (!isKnown && calls.size() >= maxCalls) {
            continue;
        }
        const qsizetype place = isKnown ? index : calls.size();
        QJsonObject call = isKnown ? calls.takeAt(place).toObject() : QJsonObject();
        merge(call, entry.toObject(), path + u'/' + QString::number(place));
        calls.insert(place, call);
    }
    return calls;
}

QJsonObject ChatTurn::withTexts(QJsonObject object, const QString &path) const
{
    const QStringList names = object.keys();
    for (const QString &name : names) {
        const QString at = path + u'/' + name;
        const QJsonValue value = object.value(name);
        if (const auto text = m_texts.constFind(at); text != m_texts.cend()) {
            object.insert(name, *text);
        } else if (value.isObject()) {
            object.insert(name, withTexts(value.toObject(), at));
        } else if (name == "tool_calls"_L1 && value.isArray()) {
            QJsonArray calls = value.toArray();
            for (qsizetype i = 0; i < calls.size(); ++i) {
                calls.replace(i, withTexts(calls.at(i).toObject(), at + u'/' + QString::number(i)));
            }
            object.insert(name, calls);
        }
    }
    return object;
}

QJsonObject ChatTurn::message() const
{
    return withTexts(m_message, {});
}

QList<ChatTurn::FunctionCall> ChatTurn::calls() const
{
    QList<FunctionCall> calls;
    const QJsonArray told = message().value("tool_calls"_L1).toArray();
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

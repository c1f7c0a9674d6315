// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/answerevents.h"

#include "core/chat/responseevents.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QByteArray dataOf(const QJsonObject &event)
{
    return "data: " + QJsonDocument(event).toJson(QJsonDocument::Compact) + "\n\n";
}

/// The calls of a message have no index, those of a delta need one.
QJsonObject deltaOf(QJsonObject message)
{
    QJsonArray calls = message.value("tool_calls"_L1).toArray();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        QJsonObject call = calls.at(i).toObject();
        call.insert(u"index"_s, qint64(i));
        calls.replace(i, call);
    }
    if (!calls.isEmpty()) {
        message.insert(u"tool_calls"_s, calls);
    }
    return message;
}

} // namespace

QByteArray answerEvents(const QByteArray &answer)
{
    const Result<QJsonObject> read = readJsonObject(answer, jsonlimits::answer);
    if (!read) {
        return {};
    }
    QJsonObject object = *read;
    if (object.value("output"_L1).isArray()) {
        return responseEvents(answer);
    }
    if (!object.value("choices"_L1).isArray()) {
        return {};
    }
    QJsonArray choices = object.value("choices"_L1).toArray();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        QJsonObject choice = choices.at(i).toObject();
        choice.insert(u"delta"_s, deltaOf(choice.take("message"_L1).toObject()));
        choices.replace(i, choice);
    }
    object.insert(u"object"_s, u"chat.completion.chunk"_s);
    object.insert(u"choices"_s, choices);
    return dataOf(object) + "data: [DONE]\n\n";
}

} // namespace lightwell

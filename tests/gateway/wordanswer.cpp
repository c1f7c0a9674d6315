// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/wordanswer.h"

#include <QJsonDocument>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

double sumOf(const QJsonValue &counts)
{
    double sum = counts.toDouble();
    const QJsonObject object = counts.toObject();
    for (const QJsonValue &count : object) {
        sum += sumOf(count);
    }
    return sum;
}

} // namespace

WordAnswer::WordAnswer(const QByteArray &bytes)
    : head(bytes.left(bytes.indexOf("\r\n\r\n") + 2))
    , status(bytes.mid(9, 3).toInt())
    , body(head.contains("chunked") ? unchunked(bytes) : bytes.mid(head.size() + 2))
{
}

QByteArray WordAnswer::header(const QByteArray &name) const
{
    const qsizetype at = head.indexOf(QByteArray("\r\n" + name + ": "));
    const qsizetype begin = at + name.size() + 4;
    return at < 0 ? QByteArray() : head.mid(begin, head.indexOf("\r\n", begin) - begin);
}

QJsonObject WordAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QList<QJsonObject> WordAnswer::objects() const
{
    QList<QJsonObject> all;
    const QByteArrayList lines = body.startsWith('{') ? QByteArrayList {"data: " + body} : body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: {")) {
            all.append(QJsonDocument::fromJson(line.mid(6)).object());
        }
    }
    return all;
}

double WordAnswer::usage() const
{
    double sum = -1;
    const QList<QJsonObject> all = objects();
    for (const QJsonObject &object : all) {
        for (const QJsonValue &usage : {object.value("usage"_L1), object["response"_L1]["usage"_L1]}) {
            sum = usage.isObject() ? std::max(sum, 0.0) + sumOf(usage) : sum;
        }
    }
    return sum;
}

QList<QJsonObject> WordAnswer::said() const
{
    QList<QJsonObject> all = objects();
    for (QJsonObject &object : all) {
        object.remove("usage"_L1);
        object.remove("id"_L1);
        QJsonObject response = object.take("response"_L1).toObject();
        response.remove("usage"_L1);
        object.insert("response"_L1, response);
    }
    return all;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject responsesWish(const QString &model, bool streams)
{
    return {{u"model"_s, model}, {u"input"_s, u"say hello"_s}, {u"max_output_tokens"_s, 100}, {u"stream"_s, streams}};
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonArray saying(const QString &words)
{
    return {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, words}}};
}

Reply endedBy(const QString &finish)
{
    const QJsonObject message {{u"role"_s, u"assistant"_s}, {u"content"_s, u"hel"_s}};
    return Reply::json(
        {{u"id"_s, u"1"_s},
         {u"choices"_s,
          QJsonArray {QJsonObject {{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, finish}}}},
         {u"usage"_s, QJsonObject {{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, 1}}}});
}

Reply inEvents(const QByteArray &events)
{
    return Reply::bytes(events, "text/event-stream").as(Reply::Behaviour::Chunked);
}

} // namespace lightwell::test

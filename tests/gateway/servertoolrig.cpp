// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

QByteArray ServerToolRig::request(const QJsonObject &body, const QByteArray &headers, const QByteArray &query) const
{
    return gateway.request("POST", "/api/v1/chat/completions" + query,
                           QJsonDocument(body).toJson(QJsonDocument::Compact), headers + "Connection: close\r\n");
}

RawAnswer ServerToolRig::chat(const QJsonObject &body, const QByteArray &headers, const QByteArray &query) const
{
    return gateway.ask(request(body, headers, query));
}

QByteArrayList ServerToolRig::events(const QJsonObject &body, const QByteArray &headers) const
{
    RawClient client(gateway.port());
    client.send(request(servertool::with(body, {{u"stream"_s, true}}), headers, {}));
    QByteArrayList found;
    const QByteArrayList lines = unchunked(client.everything()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: ")) {
            found.append(line.mid(6));
        }
    }
    return found;
}

namespace servertool {

QJsonObject with(QJsonObject object, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        object.insert(field.key(), field.value());
    }
    return object;
}

QJsonObject tool(const QJsonObject &parameters)
{
    return {{u"type"_s, type}, {u"parameters"_s, with({{u"model"_s, u"drawn"_s}}, parameters)}};
}

QJsonObject function(const QString &name)
{
    return {{u"type"_s, u"function"_s}, {u"function"_s, QJsonObject {{u"name"_s, name}}}};
}

QJsonObject said(const QString &words)
{
    return {{u"role"_s, u"user"_s}, {u"content"_s, words}};
}

QJsonObject wish(const QString &words, const QJsonObject &fields, const QJsonObject &parameters)
{
    return with({{u"model"_s, u"toys/talk"_s},
                 {u"messages"_s, QJsonArray {said(words)}},
                 {u"max_tokens"_s, 100},
                 {u"tools"_s, QJsonArray {tool(parameters)}}},
                fields);
}

Reply calling(const QStringList &names)
{
    QJsonArray calls;
    for (const QString &name : names) {
        calls.append(QJsonObject {
            {u"id"_s, u"call_%1"_s.arg(calls.size())},
            {u"type"_s, u"function"_s},
            {u"function"_s, QJsonObject {{u"name"_s, name}, {u"arguments"_s, u"{\"prompt\":\"a boat\"}"_s}}}});
    }
    const QJsonObject message {{u"role"_s, u"assistant"_s}, {u"content"_s, u"Wait."_s}, {u"tool_calls"_s, calls}};
    const QJsonObject choice {{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"tool_calls"_s}};
    return Reply::json(
        {{u"id"_s, u"c"_s},
         {u"choices"_s, QJsonArray {choice}},
         {u"usage"_s, QJsonObject {{u"prompt_tokens"_s, 10}, {u"completion_tokens"_s, 5}, {u"total_tokens"_s, 15}}}});
}

QJsonObject choiceOf(const RawAnswer &answer)
{
    return answer.json()["choices"_L1][0].toObject();
}

QJsonObject messageOf(const RawAnswer &answer)
{
    return choiceOf(answer).value("message"_L1).toObject();
}

QByteArray bytesOf(const QJsonValue &image)
{
    const QString url = image["image_url"_L1]["url"_L1].toString();
    return url.startsWith("data:image/png;base64,"_L1) ? QByteArray::fromBase64(url.section(u',', 1).toLatin1())
                                                       : QByteArray();
}

QJsonObject toldOf(const RawAnswer &answer)
{
    return answer.json()["metadata"_L1]["image_generation"_L1][0].toObject();
}

QJsonObject toolUse(const QJsonValue &answer)
{
    return answer["usage"_L1]["server_tool_use_details"_L1].toObject();
}

QJsonObject forced()
{
    return {{u"tool_choice"_s, QJsonObject {{u"type"_s, type}}}};
}

} // namespace servertool

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/rpc.h"

#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBatch = 32;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

bool isId(const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    return value.isString() || (value.isDouble() && value.toInteger(1) == number); // else each has its own default
}

RpcError noMessage(const QString &why)
{
    return {errorcode::invalidRequest, why};
}

std::optional<RpcError> faultIn(const QJsonObject &object)
{
    const QJsonValue id = object.value("id"_L1);
    const QJsonValue method = object.value("method"_L1);
    const QJsonValue params = object.value("params"_L1);
    if (object.value("jsonrpc"_L1) != QJsonValue(u"2.0"_s)) {
        return noMessage(Text::tr("This is no JSON-RPC 2.0 message: jsonrpc must be \"2.0\"."));
    }
    if (!id.isUndefined() && !isId(id)) {
        return noMessage(Text::tr("id must be a text or a whole number."));
    }
    const bool isResponse = method.isUndefined() && !id.isUndefined()
        && (object.value("result"_L1).isObject() || object.value("error"_L1).isObject());
    if (!isResponse && (!method.isString() || method.toString().isEmpty())) {
        return noMessage(Text::tr("method must be a text."));
    }
    if (!params.isUndefined() && !params.isObject()) {
        return RpcError {errorcode::invalidParams, Text::tr("params must be an object.")};
    }
    return std::nullopt;
}

Message messageOf(const QJsonObject &object, const std::shared_ptr<const LiftedJson> &text)
{
    Message message;
    message.id = object.value("id"_L1);
    message.method = object.value("method"_L1).toString();
    message.params = object.value("params"_L1).toObject();
    message.result = object.value("result"_L1).toObject();
    message.text = text;
    if (message.method.isEmpty()) {
        message.kind = Message::Kind::Response;
    } else if (message.id.isUndefined()) {
        message.kind = Message::Kind::Notification;
    }
    return message;
}

} // namespace

QJsonObject Message::meta() const
{
    return params.value("_meta"_L1).toObject();
}

QString Message::textOf(const QJsonValue &value) const
{
    return text && text->isLifted(value) ? QString::fromUtf8(text->text(value)) : value.toString();
}

Reading readMessages(const QByteArray &text)
{
    Reading reading;
    const auto json = std::make_shared<const LiftedJson>(text, jsonlimits::clientBody);
    if (const std::optional<Error> &fault = json->fault(); fault && json->root().isNull()) {
        const bool isSyntax = fault->code == "json_syntax"_L1;
        reading.fault = {isSyntax ? errorcode::parse : errorcode::invalidRequest, wording::sentence(*fault)};
        return reading;
    }
    const QJsonValue &root = json->root();
    reading.isBatch = root.isArray();
    const QJsonArray entries = reading.isBatch ? root.toArray() : QJsonArray {root};
    if (entries.isEmpty() || entries.size() > longestBatch) {
        reading.fault = noMessage(Text::tr("A batch has 1 to %1 messages.").arg(longestBatch));
        return reading;
    }
    for (const QJsonValue entry : entries) {
        const QJsonObject object = entry.toObject();
        if (const std::optional<RpcError> fault = faultIn(object)) {
            reading.messages.clear();
            reading.fault = fault;
            reading.faultId = isId(object.value("id"_L1)) ? object.value("id"_L1) : QJsonValue(QJsonValue::Null);
            return reading;
        }
        reading.messages.append(messageOf(object, json));
    }
    return reading;
}

RpcError noBatches()
{
    return noMessage(Text::tr("This revision of the protocol has no batches."));
}

QJsonObject resultMessage(const QJsonValue &id, const QJsonObject &result)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"result"_s, result}};
}

QJsonObject errorMessage(const QJsonValue &id, const RpcError &error)
{
    QJsonObject body {{u"code"_s, error.code}, {u"message"_s, error.message}};
    if (!error.data.isUndefined()) {
        body.insert(u"data"_s, error.data);
    }
    QJsonObject message {{u"jsonrpc"_s, u"2.0"_s}, {u"error"_s, body}};
    if (!id.isUndefined()) {
        message.insert(u"id"_s, id);
    }
    return message;
}

QJsonObject requestMessage(const QJsonValue &id, const QString &method, const QJsonObject &params)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}};
}

QJsonObject notificationMessage(const QString &method, const QJsonObject &params)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}};
}

QJsonObject withdrawal(const QJsonValue &id)
{
    return notificationMessage(u"notifications/cancelled"_s, {{u"requestId"_s, id}});
}

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/mcp/mcpdialect.h"

#include "core/mcp/rpc.h"
#include "core/model/boundedjson.h"

#include <QCoreApplication>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// The same answer with its body as JSON-RPC writes errors.
GatewayResponse asRpc(GatewayResponse response)
{
    const Result<QJsonObject> body = readJsonObject(response.body, jsonlimits::own);
    const QJsonObject error = body ? body->value("error"_L1).toObject() : QJsonObject();
    const RpcError rpc {errorcode::invalidRequest, error.value("message"_L1).toString(),
                        QJsonObject {{u"type"_s, error.value("type"_L1)}, {u"code"_s, error.value("code"_L1)}}};
    response.body = QJsonDocument(errorMessage(QJsonValue::Undefined, rpc)).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

std::optional<Error> McpDialect::faultInHead(const GatewayRequest &request) const
{
    // Passed over, each would cost money.
    if (request.query.hasQueryItem(u"dryRun"_s)) {
        return notSent(ErrorKind::Invalid, Text::tr("Here the tool estimate_cost tells the price."), u"dryRun"_s);
    }
    if (request.hasHeader("X-Lightwell-Strict")) {
        return notSent(ErrorKind::Invalid, Text::tr("Here strict is an argument of the tools."),
                       u"X-Lightwell-Strict"_s);
    }
    return OpenAiDialect::faultInHead(request);
}

GatewayResponse McpDialect::error(const Error &error) const
{
    return asRpc(OpenAiDialect::error(error));
}

GatewayResponse McpDialect::refusal(const Refusal &refusal) const
{
    return asRpc(OpenAiDialect::refusal(refusal));
}

QByteArray McpDialect::errorEvent(CallKind, const GatewayResponse &response) const
{
    return "event: message\ndata: " + response.body + "\n\n";
}

} // namespace lightwell::mcp

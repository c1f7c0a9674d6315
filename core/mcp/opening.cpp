// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/opening.h"

#include "core/model/base64.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr auto versionKey = "io.modelcontextprotocol/protocolVersion"_L1;
constexpr auto capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"_L1;
constexpr qsizetype longestEcho = 64;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

/// Without a mode named, the form is meant.
bool showsForms(const QJsonObject &capabilities)
{
    const QJsonValue elicitation = capabilities.value("elicitation"_L1);
    const QJsonObject modes = elicitation.toObject();
    return elicitation.isObject() && (modes.isEmpty() || modes.contains("form"_L1));
}

RpcError unsupported(const QString &requested)
{
    return {errorcode::unsupportedVersion, Text::tr("This revision of the protocol is not spoken here."),
            QJsonObject {{u"supported"_s, QJsonArray::fromStringList(revisionNames())},
                         {u"requested"_s, requested.left(longestEcho)}}};
}

RpcError mismatch(const QString &header)
{
    return {errorcode::headerMismatch,
            Text::tr("The header %1 must be there and say what the message says.").arg(header)};
}

QString versionNamed(const MirrorHeaders &headers)
{
    return headers.version ? QString::fromLatin1(headers.version->trimmed().left(longestEcho)) : QString();
}

std::optional<Revision> revisionIn(const MirrorHeaders &headers)
{
    return revisionFromName(versionNamed(headers));
}

/// What Mcp-Name repeats; undefined: nothing.
QJsonValue namedBy(const Message &message)
{
    if (message.method == "tools/call"_L1 || message.method == "prompts/get"_L1) {
        return message.params.value("name"_L1);
    }
    return message.method == "resources/read"_L1 ? message.params.value("uri"_L1) : QJsonValue(QJsonValue::Undefined);
}

std::optional<RpcError> faultInMirror(const Message &message, const MirrorHeaders &headers)
{
    if (headers.method != message.method.toUtf8()) {
        return mismatch(u"Mcp-Method"_s);
    }
    const QJsonValue name = namedBy(message);
    if (name.isString() && (!headers.name || decodedHeader(*headers.name) != message.textOf(name).toUtf8())) {
        return mismatch(u"Mcp-Name"_s);
    }
    return std::nullopt;
}

/// Of a request that brings its terms along.
Opening statelessOpening(const Message &message, const std::optional<MirrorHeaders> &headers)
{
    const QJsonObject meta = message.meta();
    const QJsonValue version = meta.value(versionKey);
    if (!version.isString() || !meta.value(capabilitiesKey).isObject()) {
        return {{},
                RpcError {errorcode::invalidParams,
                          Text::tr("_meta must name %1 and %2.").arg(versionKey, capabilitiesKey)}};
    }
    const QString named = version.toString();
    if (headers && headers->version != named.toUtf8()) {
        return {{}, mismatch(u"MCP-Protocol-Version"_s)};
    }
    const std::optional<Revision> revision = revisionFromName(named);
    if (!revision || !isStateless(*revision)) {
        return {{}, unsupported(named)};
    }
    const Terms terms {*revision, showsForms(meta.value(capabilitiesKey).toObject())};
    return {terms, headers ? faultInMirror(message, *headers) : std::nullopt};
}

} // namespace

QByteArray decodedHeader(const QByteArray &value)
{
    const QByteArray trimmed = value.trimmed();
    if (!trimmed.startsWith("=?base64?") || !trimmed.endsWith("?=") || trimmed.size() < 11) {
        return trimmed;
    }
    return decodeBase64(QByteArrayView(trimmed).sliced(9).chopped(2)).value_or(QByteArray());
}

bool bringsItsTerms(const Message &message, const std::optional<MirrorHeaders> &headers)
{
    const std::optional<Revision> revision = headers ? revisionIn(*headers) : std::nullopt;
    return message.meta().contains(versionKey) || (revision && isStateless(*revision));
}

Terms termsOfInitialize(const QJsonObject &params)
{
    const std::optional<Revision> asked = revisionFromName(params.value("protocolVersion"_L1).toString());
    const Revision revision = asked && !isStateless(*asked) ? *asked : newestWithHandshake;
    return {revision, hasQuestions(revision) && showsForms(params.value("capabilities"_L1).toObject())};
}

Opening openingOf(const Message &message, const std::optional<MirrorHeaders> &headers, const Handshake &handshake)
{
    if (message.method == "initialize"_L1) {
        return {termsOfInitialize(message.params), {}};
    }
    if (message.kind == Message::Kind::Request && bringsItsTerms(message, headers)) {
        return statelessOpening(message, headers);
    }
    if (!headers) {
        return {handshake.terms.value_or(Terms {newestWithHandshake, false}), {}};
    }
    const std::optional<Revision> byHeader = revisionIn(*headers);
    if (headers->version && !byHeader) {
        return {{}, unsupported(versionNamed(*headers))};
    }
    // Without a session nobody knows whether it shows forms.
    const Terms agreed = handshake.terms.value_or(Terms {assumedRevision, false});
    const Revision revision = byHeader.value_or(agreed.revision);
    return {{revision, agreed.mayAsk && hasQuestions(revision)}, {}};
}

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/plaincall.h"

#include "core/mcp/tools.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptFor = 60 * 60 * 1000; ///< what never changes while the program runs

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QJsonObject capabilities()
{
    return {{u"tools"_s, QJsonObject()}, {u"resources"_s, QJsonObject()}};
}

QJsonObject initialized(Revision revision)
{
    return {{u"protocolVersion"_s, revisionName(revision)},
            {u"capabilities"_s, capabilities()},
            {u"serverInfo"_s, serverInfo()},
            {u"instructions"_s, instructions()}};
}

QJsonObject discovered()
{
    return {{u"supportedVersions"_s, QJsonArray::fromStringList(revisionNames())},
            {u"capabilities"_s, capabilities()},
            {u"instructions"_s, instructions()}};
}

QJsonObject listed(Revision revision)
{
    QJsonArray list;
    for (const Tool &tool : tools()) {
        list.append(listedTool(tool, revision));
    }
    return {{u"tools"_s, list}};
}

} // namespace

std::optional<QJsonObject> PlainCall::result() const
{
    const QString &method = message().method;
    const Revision revision = terms().revision;
    if (method == "tools/list"_L1) {
        return cacheable(listed(revision), true, keptFor);
    }
    if (method == "resources/templates/list"_L1) {
        return cacheable({{u"resourceTemplates"_s, QJsonArray()}}, true, keptFor);
    }
    if (isStateless(revision)) {
        return method == "server/discover"_L1 ? std::optional(cacheable(discovered(), true, keptFor)) : std::nullopt;
    }
    if (method == "initialize"_L1) {
        return initialized(revision);
    }
    return method == "ping"_L1 ? std::optional(QJsonObject()) : std::nullopt;
}

void PlainCall::begin()
{
    if (const std::optional<QJsonObject> found = result()) {
        return finish(*found);
    }
    fail({errorcode::methodNotFound, Text::tr("There is no method %1 here.").arg(message().method.left(64))},
         isStateless(terms().revision) ? Outcome::UnknownMethod : Outcome::Answered);
}

FaultCall::FaultCall(const Message &message, const Terms &terms, const Asker &asker, QObject *parent, RpcError error)
    : Call(message, terms, asker, parent)
    , m_error(std::move(error))
{
}

FaultCall::FaultCall(const Message &message, const Terms &terms, const Asker &asker, QObject *parent,
                     const Error &error)
    : Call(message, terms, asker, parent)
    , m_result(toolError(error))
{
}

void FaultCall::begin()
{
    if (m_error) {
        fail(*m_error);
    } else {
        finish(m_result);
    }
}

} // namespace lightwell::mcp

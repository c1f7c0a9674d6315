// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/call.h"

#include <utility>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

QJsonObject serverInfo()
{
    return {
        {u"name"_s, u"lightwell"_s}, {u"title"_s, u"Lightwell"_s}, {u"version"_s, QStringLiteral(LIGHTWELL_VERSION)}};
}

QJsonObject cacheable(QJsonObject result, bool isForAll, int milliseconds)
{
    result.insert(u"ttlMs"_s, milliseconds);
    result.insert(u"cacheScope"_s, isForAll ? u"public"_s : u"private"_s);
    return result;
}

Call::Call(Message message, const Terms &terms, Asker asker, QObject *parent)
    : QObject(parent)
    , m_message(std::move(message))
    , m_terms(terms)
    , m_asker(std::move(asker))
{
}

QJsonObject Call::arguments() const
{
    return m_message.params.value("arguments"_L1).toObject();
}

void Call::leave(bool)
{
    m_isOver = true;
}

void Call::hear(const QJsonObject &)
{
}

void Call::goUnanswered(const Error &why)
{
    finish(toolError(why));
}

void Call::finish(QJsonObject result)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    if (isStateless(m_terms.revision)) {
        if (!result.contains("resultType"_L1)) {
            result.insert(u"resultType"_s, u"complete"_s);
        }
        result.insert(u"_meta"_s, QJsonObject {{u"io.modelcontextprotocol/serverInfo"_s, serverInfo()}});
    } else {
        result.remove("ttlMs"_L1);
        result.remove("cacheScope"_L1);
    }
    Q_EMIT finished(resultMessage(m_message.id, result), Outcome::Answered);
}

void Call::fail(const RpcError &error, Outcome outcome)
{
    if (!std::exchange(m_isOver, true)) {
        Q_EMIT finished(errorMessage(m_message.id, error), outcome);
    }
}

} // namespace lightwell::mcp

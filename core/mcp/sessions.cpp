// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/sessions.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace lightwell::mcp {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QByteArray newId()
{
    QByteArray id(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(id.begin(), id.end());
    return id.toHex();
}

} // namespace

QByteArray Sessions::begin(const QString &client, const Terms &terms, Clock::time_point now)
{
    makeRoom(now);
    const QByteArray id = newId();
    m_sessions.insert(id, {client, terms, now});
    return id;
}

void Sessions::makeRoom(Clock::time_point now)
{
    m_sessions.removeIf([now](const auto &entry) { return now - entry->used > longestSilence; });
    if (m_sessions.size() < most) {
        return;
    }
    QHash<QString, qsizetype> counts;
    for (const Session &session : std::as_const(m_sessions)) {
        ++counts[session.client];
    }
    const auto isLess = [&counts](const Session &left, const Session &right) {
        const qsizetype leftCount = counts.value(left.client);
        const qsizetype rightCount = counts.value(right.client);
        return leftCount != rightCount ? leftCount < rightCount : left.used > right.used;
    };
    m_sessions.erase(std::max_element(m_sessions.cbegin(), m_sessions.cend(), isLess));
}

std::optional<Terms> Sessions::use(const QByteArray &id, const QString &client, Clock::time_point now)
{
    const auto session = m_sessions.find(id);
    if (session == m_sessions.end() || session->client != client) {
        return std::nullopt;
    }
    if (now - session->used > longestSilence) {
        m_sessions.erase(session);
        return std::nullopt;
    }
    session->used = now;
    return session->terms;
}

bool Sessions::end(const QByteArray &id, const QString &client)
{
    const auto session = m_sessions.constFind(id);
    if (session == m_sessions.cend() || session->client != client) {
        return false;
    }
    m_sessions.erase(session);
    return true;
}

RpcError noSession()
{
    return {errorcode::sessionNotFound, Text::tr("There is no such session any more. Begin anew with initialize.")};
}

RpcError unnamedSession()
{
    return {errorcode::invalidRequest, Text::tr("The header Mcp-Session-Id must name the session that ends.")};
}

} // namespace lightwell::mcp

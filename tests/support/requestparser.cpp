// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/requestparser.h"

namespace lightwell::test {

std::optional<Received> RequestParser::next()
{
    if (m_broken || (!m_haveHead && !readHead()) || !readBody()) {
        return std::nullopt;
    }
    m_haveHead = false;
    m_expect = false;
    return std::exchange(m_current, {});
}

bool RequestParser::takeExpect()
{
    return m_haveHead && std::exchange(m_expect, false);
}

bool RequestParser::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1.")) {
        m_broken = true;
        return false;
    }
    m_current.method = first.at(0);
    m_current.target = first.at(1);
    const QUrl url = QUrl::fromEncoded(first.at(1));
    m_current.path = url.path();
    m_current.query = QUrlQuery(url);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            m_current.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        }
    }
    m_expect = m_current.header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0;
    m_haveHead = true;
    return true;
}

bool RequestParser::readBody()
{
    if (m_current.header("Transfer-Encoding").toLower() == "chunked") {
        return readChunks();
    }
    const qsizetype length = m_current.header("Content-Length").toLongLong();
    if (m_buffer.size() < length) {
        return false;
    }
    m_current.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return true;
}

bool RequestParser::readChunks()
{
    for (;;) {
        const qsizetype line = m_buffer.indexOf("\r\n");
        if (line < 0) {
            return false;
        }
        bool ok = false;
        const qsizetype size = m_buffer.left(line).split(';').first().trimmed().toLongLong(&ok, 16);
        if (!ok) {
            m_broken = true;
            return false;
        }
        if (m_buffer.size() < line + 2 + size + 2) {
            return false;
        }
        m_current.body += m_buffer.mid(line + 2, size);
        m_buffer.remove(0, line + 2 + size + 2);
        if (size == 0) {
            return true;
        }
    }
}

} // namespace lightwell::test

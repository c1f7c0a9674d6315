// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httphead.h"

#include <algorithm>

namespace lightwell {

namespace {

bool isToken(const QByteArray &text)
{
    static const QByteArray marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

/// Printable characters, spaces, tabs and bytes above ASCII; nothing that could end a line.
bool isFieldValue(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (uchar(c) >= 0x20 && c != 0x7f); });
}

bool isTarget(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7f && c != '#'; });
}

qint64 decimal(const QByteArray &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 15
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? text.toLongLong() : -1;
}

QList<QByteArray> all(const GatewayRequest &request, const char *name)
{
    QList<QByteArray> values;
    for (const HttpHeader &header : request.headers) {
        if (header.is(name)) {
            values.append(header.value);
        }
    }
    return values;
}

} // namespace

HttpHead::HttpHead(const HttpLimits &limits)
    : m_limits(limits)
{
}

HttpHead::State HttpHead::refuse(int status)
{
    m_refusal = status;
    return State::Refused;
}

HttpHead::State HttpHead::read(const QByteArray &bytes)
{
    const qsizetype begin = bytes.startsWith("\r\n") ? 2 : 0; // some clients send one too many
    const qsizetype end = bytes.indexOf("\r\n\r\n", std::max(begin, m_searched - 3));
    m_searched = bytes.size();
    const qsizetype size = (end < 0 ? bytes.size() : end + 4) - begin;
    const qsizetype firstLine = bytes.indexOf('\n', begin);
    if ((firstLine < 0 ? size : firstLine - begin) > m_limits.requestLine) {
        return refuse(414);
    }
    if (size > m_limits.requestLine + m_limits.headers) {
        return refuse(431);
    }
    if (end < 0) {
        return State::Partial;
    }
    m_size = end + 4;
    if (const int status = parse(bytes.mid(begin, end - begin))) {
        return refuse(status);
    }
    return State::Ready;
}

int HttpHead::parse(const QByteArray &head)
{
    qsizetype at = head.indexOf("\r\n");
    if (const int status = parseRequestLine(head.left(at < 0 ? head.size() : at))) {
        return status;
    }
    while (at >= 0) {
        const qsizetype begin = at + 2;
        at = head.indexOf("\r\n", begin);
        if (m_request.headers.size() >= m_limits.headerCount) {
            return 431;
        }
        if (const int status = parseHeader(head.mid(begin, at < 0 ? -1 : at - begin))) {
            return status;
        }
    }
    return checkFraming();
}

int HttpHead::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts.at(0)) || !isTarget(parts.at(1)) || !isFieldValue(line)) {
        return 400;
    }
    if (parts.at(2) != "HTTP/1.1" && parts.at(2) != "HTTP/1.0") {
        return parts.at(2).startsWith("HTTP/") ? 505 : 400;
    }
    m_http10 = parts.at(2) == "HTTP/1.0";
    m_request.method = parts.at(0);
    // Only paths: an absolute address would be a second Host that nobody checks.
    if (!parts.at(1).startsWith('/')) {
        return 400;
    }
    // Of several slashes the first are what a base address ended with; to QUrl a host would follow them.
    QByteArray target = parts.at(1);
    while (target.startsWith("//")) {
        target.remove(0, 1);
    }
    const QUrl url = QUrl::fromEncoded(target, QUrl::StrictMode);
    if (!url.isValid()) {
        return 400;
    }
    m_request.path = url.path(QUrl::FullyDecoded);
    m_request.query = QUrlQuery(url);
    return 0;
}

int HttpHead::parseHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon);
    if (colon <= 0 || !isToken(name) || !isFieldValue(line)) {
        return 400;
    }
    m_request.headers.append({name, line.mid(colon + 1).trimmed()});
    return 0;
}

int HttpHead::checkFraming()
{
    const QList<QByteArray> hosts = all(m_request, "Host");
    if (hosts.size() > 1 || (hosts.isEmpty() && !m_http10)) {
        return 400;
    }
    const QList<QByteArray> lengths = all(m_request, "Content-Length");
    const QList<QByteArray> codings = all(m_request, "Transfer-Encoding");
    if (lengths.size() > 1 || codings.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())) {
        return 400;
    }
    if (!codings.isEmpty()) {
        if (codings.first().toLower() != "chunked" || m_http10) {
            return 501;
        }
        m_chunked = true;
    }
    if (!lengths.isEmpty()) {
        m_length = decimal(lengths.first());
        if (m_length < 0) {
            return 400;
        }
        if (m_length > m_limits.body) {
            return 413;
        }
    }
    return checkWishes();
}

int HttpHead::checkWishes()
{
    for (const QByteArray &protocol : all(m_request, "Upgrade")) {
        if (protocol.toLower().contains("websocket")) {
            return 400; // it would wait for an answer that is not HTTP
        }
    }
    for (const QByteArray &options : all(m_request, "Connection")) {
        const QList<QByteArray> list = options.split(',');
        m_close = m_close || std::any_of(list.begin(), list.end(), [](const QByteArray &option) {
                      return option.trimmed().toLower() == "close";
                  });
    }
    const QByteArray expect = m_request.header("Expect").toLower();
    if (!expect.isEmpty() && expect != "100-continue") {
        return 417;
    }
    m_expect = !expect.isEmpty() && !m_http10;
    return 0;
}

} // namespace lightwell

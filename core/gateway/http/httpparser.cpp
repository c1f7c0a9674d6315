// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httpparser.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr qsizetype longestChunkLine = 256;
constexpr qint64 mostFramingBytes = 4 * 1024 * 1024;

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

qint64 hexadecimal(const QByteArray &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    return digits ? text.toLongLong(nullptr, 16) : -1;
}

QList<QByteArray> all(const GatewayRequest &request, const char *name)
{
    QList<QByteArray> values;
    for (const HttpHeader &header : request.headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            values.append(header.value);
    return values;
}

} // namespace

HttpParser::HttpParser(const HttpLimits &limits)
    : m_limits(limits)
{
}

HttpParser::State HttpParser::refuse(int status)
{
    m_refusal = status;
    m_head.clear();
    m_request.body.clear();
    return m_state = State::Refused;
}

void HttpParser::next()
{
    m_request = {};
    m_state = State::Head;
    m_chunkState = ChunkState::Size;
    m_http10 = m_expect = m_chunked = false;
    m_length = m_framing = 0;
}

HttpParser::State HttpParser::feed(QByteArray &input)
{
    if (m_state == State::Head)
        return readHead(input);
    if (m_state == State::Body)
        return m_chunked ? readChunks(input) : readPlainBody(input);
    return m_state;
}

HttpParser::State HttpParser::readHead(QByteArray &input)
{
    const qsizetype before = std::max<qsizetype>(0, m_head.size() - 3);
    m_head += input;
    input.clear();
    if (before == 0 && m_head.startsWith("\r\n")) // some clients send one after a body
        m_head.remove(0, 2);
    const qsizetype end = m_head.indexOf("\r\n\r\n", before);
    const qsizetype size = end < 0 ? m_head.size() : end + 4;
    const qsizetype firstLine = m_head.indexOf('\n');
    if ((firstLine < 0 ? size : firstLine) > m_limits.requestLine)
        return refuse(414);
    if (size > m_limits.requestLine + m_limits.headers)
        return refuse(431);
    if (end < 0)
        return m_state;
    input = m_head.mid(end + 4);
    const QByteArray head = m_head.left(end);
    m_head.clear();
    if (const int status = parseHead(head))
        return refuse(status);
    return m_state = State::HeadReady;
}

int HttpParser::parseHead(const QByteArray &head)
{
    qsizetype at = head.indexOf("\r\n");
    if (const int status = parseRequestLine(head.left(at < 0 ? head.size() : at)))
        return status;
    while (at >= 0) {
        const qsizetype begin = at + 2;
        at = head.indexOf("\r\n", begin);
        if (m_request.headers.size() >= m_limits.headerCount)
            return 431;
        if (const int status = parseHeader(head.mid(begin, at < 0 ? -1 : at - begin)))
            return status;
    }
    return checkFraming();
}

int HttpParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts.at(0)) || !isTarget(parts.at(1)) || !isFieldValue(line))
        return 400;
    if (parts.at(2) != "HTTP/1.1" && parts.at(2) != "HTTP/1.0")
        return parts.at(2).startsWith("HTTP/") ? 505 : 400;
    m_http10 = parts.at(2) == "HTTP/1.0";
    m_request.method = parts.at(0);
    // Only paths: an absolute address would be a second Host that nobody checks.
    if (!parts.at(1).startsWith('/') || parts.at(1).startsWith("//"))
        return 400;
    const QUrl url = QUrl::fromEncoded(parts.at(1), QUrl::StrictMode);
    if (!url.isValid())
        return 400;
    m_request.path = url.path(QUrl::FullyDecoded);
    m_request.query = QUrlQuery(url);
    return 0;
}

int HttpParser::parseHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon);
    if (colon <= 0 || !isToken(name) || !isFieldValue(line))
        return 400;
    m_request.headers.append({name, line.mid(colon + 1).trimmed()});
    return 0;
}

int HttpParser::checkFraming()
{
    const QList<QByteArray> hosts = all(m_request, "Host");
    if (hosts.size() > 1 || (hosts.isEmpty() && !m_http10))
        return 400;
    const QList<QByteArray> lengths = all(m_request, "Content-Length");
    const QList<QByteArray> codings = all(m_request, "Transfer-Encoding");
    if (lengths.size() > 1 || codings.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty()))
        return 400;
    if (!codings.isEmpty()) {
        if (codings.first().toLower() != "chunked" || m_http10)
            return 501;
        m_chunked = true;
    }
    if (!lengths.isEmpty()) {
        m_length = decimal(lengths.first());
        if (m_length < 0)
            return 400;
        if (m_length > m_limits.body)
            return 413;
    }
    const QByteArray connection = m_request.header("Connection").toLower();
    m_request.keepAlive = m_http10 ? connection.contains("keep-alive") : !connection.contains("close");
    const QByteArray expect = m_request.header("Expect").toLower();
    if (!expect.isEmpty() && expect != "100-continue")
        return 417;
    m_expect = !expect.isEmpty() && !m_http10;
    return 0;
}

HttpParser::State HttpParser::readBody(QByteArray &input)
{
    m_state = State::Body;
    m_request.body.reserve(m_chunked ? 0 : m_length);
    return feed(input);
}

HttpParser::State HttpParser::readPlainBody(QByteArray &input)
{
    const qint64 size = std::min<qint64>(m_length, input.size());
    m_request.body.append(input.constData(), size);
    input.remove(0, size);
    m_length -= size;
    return m_state = m_length == 0 ? State::Ready : State::Body;
}

HttpParser::State HttpParser::beginChunk(QByteArray &input, bool &waiting)
{
    const qsizetype end = input.indexOf("\r\n");
    waiting = end < 0 && input.size() <= longestChunkLine;
    if (waiting)
        return m_state;
    m_framing += end + 2;
    if (end < 0 || end > longestChunkLine || m_framing > mostFramingBytes)
        return refuse(400);
    const QByteArray line = input.left(end);
    input.remove(0, end + 2);
    if (m_chunkState == ChunkState::Trailer)
        return line.isEmpty() ? m_state = State::Ready : m_state;
    if (m_chunkState == ChunkState::DataEnd) {
        m_chunkState = ChunkState::Size;
        return line.isEmpty() ? m_state : refuse(400);
    }
    const QByteArray size = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    m_length = hexadecimal(size);
    if (m_length < 0)
        return refuse(400);
    if (m_request.body.size() + m_length > m_limits.body)
        return refuse(413);
    m_chunkState = m_length == 0 ? ChunkState::Trailer : ChunkState::Data;
    return m_state;
}

HttpParser::State HttpParser::readChunks(QByteArray &input)
{
    bool waiting = false;
    while (m_state == State::Body && !waiting) {
        if (m_chunkState != ChunkState::Data) {
            beginChunk(input, waiting);
            continue;
        }
        const qint64 size = std::min<qint64>(m_length, input.size());
        m_request.body.append(input.constData(), size);
        input.remove(0, size);
        m_length -= size;
        if (m_length == 0)
            m_chunkState = ChunkState::DataEnd;
        waiting = m_length > 0;
    }
    return m_state;
}

} // namespace lightwell

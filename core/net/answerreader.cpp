// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/answerreader.h"

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

/// Digits alone: toLongLong() would also take a sign and spaces. -1: it is no such number.
qint64 numberIn(const QByteArray &text, int base)
{
    const bool isPlain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    });
    bool ok = false;
    const qint64 number = text.toLongLong(&ok, base);
    return isPlain && ok ? number : -1;
}

bool isInterim(int status)
{
    return status >= 100 && status < 200 && status != 101; // nobody asked for another protocol
}

} // namespace

AnswerReader::State AnswerReader::state() const
{
    switch (m_part) {
    case Part::Head:
        return State::Head;
    case Part::Whole:
        return State::Whole;
    case Part::Broken:
        return State::Broken;
    default:
        return State::Body;
    }
}

void AnswerReader::feed(QByteArrayView bytes, const Sink &body)
{
    while (!bytes.isEmpty() && m_part != Part::Whole && m_part != Part::Broken) {
        if (m_part == Part::Counted || m_part == Part::Chunk) {
            takeCounted(bytes, body);
            continue;
        }
        if (m_part == Part::UntilClosed) {
            return body(bytes);
        }
        const std::optional<QByteArray> line = nextLine(bytes);
        if (!line) {
            return;
        }
        if (m_part == Part::Head) {
            readHeadLine(*line);
        } else if (m_part == Part::ChunkSize) {
            readChunkSize(*line);
        } else if (m_part == Part::ChunkEnd) {
            m_part = line->isEmpty() ? Part::ChunkSize : Part::Broken;
        } else if (line->isEmpty()) {
            m_part = Part::Whole; // the trailers have ended
        }
    }
}

void AnswerReader::closed()
{
    if (m_part != Part::Whole) {
        m_part = m_part == Part::UntilClosed ? Part::Whole : Part::Broken;
    }
}

/// Nothing where the line has not ended, or nobody should wait for its end.
std::optional<QByteArray> AnswerReader::nextLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView piece = bytes.first(end < 0 ? bytes.size() : end + 1);
    bytes = bytes.sliced(piece.size());
    m_line.append(piece);
    m_headBytes += m_part == Part::Head || m_part == Part::Trailers ? piece.size() : 0;
    constexpr qsizetype protocol = 5;
    const bool isOther = m_part == Part::Head && m_head.status == 0
        && !QByteArrayView("HTTP/").startsWith(QByteArrayView(m_line).first(std::min(protocol, m_line.size())));
    if (isOther || m_headBytes > maxHeadBytes || m_line.size() > maxHeadBytes) {
        m_part = Part::Broken;
        return std::nullopt;
    }
    if (end < 0) {
        return std::nullopt;
    }
    QByteArray line = std::exchange(m_line, {});
    line.chop(line.endsWith("\r\n") ? 2 : 1);
    return line;
}

void AnswerReader::readHeadLine(const QByteArray &line)
{
    if (m_head.status == 0) {
        readStatus(line);
    } else if (line.isEmpty()) {
        headEnds();
    } else if (line.startsWith(' ') || line.startsWith('\t')) { // goes on with the line before it
        if (!m_head.headers.isEmpty()) {
            m_head.headers.last().value += ' ' + line.trimmed();
        }
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0 && !line.first(colon).trimmed().isEmpty()) {
        m_head.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
}

void AnswerReader::readStatus(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    const int status = space < 0 ? -1 : static_cast<int>(numberIn(line.sliced(space + 1).trimmed().left(3), 10));
    if (!line.startsWith("HTTP/1.") || status < 100) {
        m_part = Part::Broken;
        return;
    }
    m_head.status = status;
}

void AnswerReader::headEnds()
{
    const int status = m_head.status;
    if (isInterim(status)) {
        m_head = {};
        return;
    }
    QList<QByteArray> lengths;
    QByteArray coding;
    for (const HttpHeader &header : std::as_const(m_head.headers)) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            lengths += header.value.split(',');
        } else if (header.name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0) {
            coding = header.value.toLower();
        }
    }
    if (status == 204 || status == 304) {
        m_part = Part::Whole;
    } else if (!coding.isEmpty() && coding != "identity") {
        m_part = coding == "chunked" ? Part::ChunkSize : Part::Broken;
    } else if (lengths.isEmpty()) {
        m_part = Part::UntilClosed;
    } else {
        m_left = numberIn(lengths.first().trimmed(), 10);
        const bool isOne = std::all_of(lengths.begin(), lengths.end(), [&lengths](const QByteArray &length) {
            return length.trimmed() == lengths.first().trimmed();
        });
        m_length = isOne && m_left >= 0 ? std::optional(m_left) : std::nullopt;
        m_part = !isOne || m_left < 0 ? Part::Broken : m_left == 0 ? Part::Whole : Part::Counted;
    }
    if (status == 101) {
        m_part = Part::Broken;
    }
    m_hasHead = m_part != Part::Broken;
}

void AnswerReader::readChunkSize(const QByteArray &line)
{
    const qsizetype extension = line.indexOf(';');
    m_left = numberIn(line.left(extension < 0 ? line.size() : extension).trimmed(), 16);
    m_part = m_left < 0 ? Part::Broken : m_left == 0 ? Part::Trailers : Part::Chunk;
}

void AnswerReader::takeCounted(QByteArrayView &bytes, const Sink &body)
{
    const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(m_left, bytes.size()));
    const QByteArrayView piece = bytes.first(taken);
    bytes = bytes.sliced(taken);
    m_left -= taken;
    if (m_left == 0) {
        m_part = m_part == Part::Chunk ? Part::ChunkEnd : Part::Whole;
    }
    body(piece);
}

} // namespace lightwell

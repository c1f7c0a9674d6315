// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/chunkedbody.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr int maxDigits = 16;
constexpr int longestSizeLine = 1024;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool isText(char c)
{
    return c == '\t' || (uchar(c) >= 0x20 && c != 0x7f);
}

} // namespace

ChunkedBody::ChunkedBody(qint64 most)
    : m_most(most)
{
}

ChunkedBody::State ChunkedBody::read(QByteArrayView bytes, QByteArray *body)
{
    qsizetype at = 0;
    while (m_state == State::Partial && at < bytes.size()) {
        if (m_part == Part::Data) {
            const qint64 step = std::min<qint64>(m_chunk, bytes.size() - at);
            if (body) {
                body->append(bytes.sliced(at, qsizetype(step)));
            }
            m_chunk -= step;
            at += qsizetype(step);
            if (m_chunk == 0) {
                m_part = Part::DataReturn;
            }
            continue;
        }
        m_refusal = take(bytes.at(at));
        if (m_refusal != 0) {
            m_state = State::Refused;
        }
        ++at;
    }
    m_consumed += at;
    return m_state;
}

int ChunkedBody::endOfSize()
{
    if (m_digits == 0) {
        return 400;
    }
    m_part = Part::SizeEnd;
    return 0;
}

int ChunkedBody::take(char c)
{
    const auto expect = [this, c](char expected, Part next) {
        m_part = next;
        return c == expected ? 0 : 400;
    };
    switch (m_part) {
    case Part::Size:
        if (const int digit = hexDigit(c); digit >= 0) {
            if (++m_digits > maxDigits) {
                return 400;
            }
            m_chunk = m_chunk * 16 + digit;
            return m_chunk > m_most ? 413 : 0; // also before it could overflow
        }
        [[fallthrough]];
    case Part::Blank:
        if (m_digits > 0 && (c == ' ' || c == '\t')) {
            m_part = Part::Blank; // only before an extension
            return ++m_length > longestSizeLine ? 400 : 0;
        }
        if (m_digits > 0 && c == ';') {
            m_part = Part::Extension;
            return 0;
        }
        return c == '\r' && m_part == Part::Size ? endOfSize() : 400;
    case Part::Extension:
        if (c == '\r') {
            return endOfSize();
        }
        return isText(c) && ++m_length <= longestSizeLine ? 0 : 400;
    case Part::SizeEnd:
        m_size += m_chunk;
        m_digits = 0;
        m_length = 0;
        if (m_size > m_most) {
            return 413;
        }
        return expect('\n', m_chunk > 0 ? Part::Data : Part::LastReturn);
    case Part::Data:
        break;
    case Part::DataReturn:
        return expect('\r', Part::DataEnd);
    case Part::DataEnd:
        return expect('\n', Part::Size);
    case Part::LastReturn:
        return expect('\r', Part::LastEnd); // anything else begins a trailer
    case Part::LastEnd:
        m_state = State::Done;
        return c == '\n' ? 0 : 400;
    }
    return 400;
}

} // namespace lightwell

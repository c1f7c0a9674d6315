// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/answerbody.h"

#include "core/model/imageformat.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr std::size_t mostPackings = 4; // one in another
constexpr qsizetype beginning = 512; // bytes

bool isPicture(const HttpResponse &head)
{
    const QByteArray type = head.header("Content-Type").trimmed().toLower();
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("application/octet-stream");
}

/// By its beginning: a picture, or text without control characters.
bool isReadable(const QByteArray &bytes)
{
    if (sniffFormat(bytes)) {
        return true;
    }
    const QByteArray start = bytes.left(beginning);
    const bool isPlain = std::none_of(start.begin(), start.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return isPlain && start.chopped(start.size() == bytes.size() ? 0 : 4).isValidUtf8();
}

} // namespace

AnswerBody::AnswerBody(const TransportLimits &limits, QString host)
    : m_limits(limits)
    , m_host(std::move(host))
{
}

std::optional<Error> AnswerBody::begin(const HttpResponse &head, qint64 length)
{
    m_isPicture = isPicture(head);
    const QByteArrayList packings = head.header("Content-Encoding").toLower().split(',');
    for (const QByteArray &each : packings) {
        const QByteArray packing = each.trimmed();
        if (packing == "gzip" || packing == "x-gzip" || packing == "deflate") {
            m_unpackers.insert(m_unpackers.begin(), std::make_unique<Unpacker>());
        } else if (!packing.isEmpty() && packing != "identity") {
            m_isDoubtful = true;
        }
    }
    m_isDoubtful = m_isDoubtful || m_unpackers.size() > mostPackings;
    if (m_isDoubtful) {
        m_unpackers.clear();
    }
    if (length > m_limits.maxResponseBytes) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    if (length > 0 && m_unpackers.empty()) {
        m_bytes.reserve(length);
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::take(QByteArrayView bytes)
{
    const qsizetype before = m_bytes.size();
    if (before + (m_unpackers.empty() ? bytes.size() : m_packed.size()) > m_limits.maxResponseBytes) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    if (m_unpackers.empty()) {
        m_bytes.append(bytes);
    } else {
        m_packed.append(bytes);
        const Unpacker::Outcome outcome = unpack(bytes);
        if (outcome == Unpacker::Outcome::TooMuch) {
            return tooLargeError(m_host, m_limits.maxResponseBytes);
        }
        if (outcome == Unpacker::Outcome::Damaged) {
            takeAsItIs();
        }
    }
    if (const qint64 most = m_limits.maxTextBytes; most > 0 && !m_isPicture) {
        m_text.take(QByteArrayView(m_bytes).sliced(std::min(before, m_bytes.size())));
        if (m_text.bytes() > most) {
            return tooLargeError(m_host, most);
        }
    }
    return std::nullopt;
}

Unpacker::Outcome AnswerBody::unpack(QByteArrayView bytes)
{
    QByteArray packed;
    for (std::size_t layer = 0; layer < m_unpackers.size(); ++layer) {
        const bool isLast = layer + 1 == m_unpackers.size();
        QByteArray inner;
        const auto outcome = m_unpackers[layer]->unpack(bytes, isLast ? m_bytes : inner, m_limits.maxResponseBytes);
        if (outcome != Unpacker::Outcome::Fine) {
            return outcome;
        }
        packed = std::move(inner);
        bytes = packed;
    }
    return Unpacker::Outcome::Fine;
}

void AnswerBody::takeAsItIs()
{
    m_isDoubtful = true;
    m_unpackers.clear();
    m_bytes = std::exchange(m_packed, {});
}

std::optional<Error> AnswerBody::end() const
{
    const bool isWhole =
        std::all_of(m_unpackers.begin(), m_unpackers.end(), [](const auto &unpacker) { return unpacker->isWhole(); });
    if (!isWhole) {
        return cutError(m_host);
    }
    return m_isDoubtful && !isReadable(m_bytes)
        ? std::optional(transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host)))
        : std::nullopt;
}

} // namespace lightwell

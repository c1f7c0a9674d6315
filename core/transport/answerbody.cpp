// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/answerbody.h"

#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

namespace lightwell {

namespace {

bool isPicture(const HttpResponse &head)
{
    const QByteArray type = head.header("Content-Type").trimmed().toLower();
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("application/octet-stream");
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
    const QByteArray packing = head.header("Content-Encoding").trimmed().toLower();
    if (packing == "gzip" || packing == "x-gzip" || packing == "deflate") {
        m_unpacker = std::make_unique<Unpacker>();
    } else if (!packing.isEmpty() && packing != "identity") {
        return transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host));
    }
    if (length > m_limits.maxResponseBytes) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    if (length > 0 && !m_unpacker) {
        m_bytes.reserve(length);
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::take(QByteArrayView bytes)
{
    const qsizetype before = m_bytes.size();
    if (!m_unpacker) {
        if (before + bytes.size() > m_limits.maxResponseBytes) {
            return tooLargeError(m_host, m_limits.maxResponseBytes);
        }
        m_bytes.append(bytes);
    } else if (const auto outcome = m_unpacker->unpack(bytes, m_bytes, m_limits.maxResponseBytes);
               outcome != Unpacker::Outcome::Fine) {
        return outcome == Unpacker::Outcome::TooMuch
            ? tooLargeError(m_host, m_limits.maxResponseBytes)
            : transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host));
    }
    if (const qint64 most = m_limits.maxTextBytes; most > 0 && !m_isPicture) {
        m_text.take(QByteArrayView(m_bytes).sliced(before));
        if (m_text.bytes() > most) {
            return tooLargeError(m_host, most);
        }
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::end() const
{
    return m_unpacker && !m_unpacker->isWhole() ? std::optional(cutError(m_host)) : std::nullopt;
}

} // namespace lightwell

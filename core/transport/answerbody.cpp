// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/answerbody.h"

#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

#include <algorithm>

namespace lightwell {

namespace {

bool isPicture(const HttpResponse &head)
{
    const QByteArray type = head.header("Content-Type").trimmed().toLower();
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("application/octet-stream");
}

} // namespace

AnswerBody::AnswerBody(const TransportLimits &limits, QString host, const QString &spoolFolder)
    : m_limits(limits)
    , m_host(std::move(host))
    , m_spool(spoolFolder, limits.maxInMemoryBytes)
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
    if (length > std::max(m_limits.maxResponseBytes, m_limits.maxKeptBytes)) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::take(QByteArrayView bytes, const Listener &heard)
{
    std::optional<Error> refused;
    const auto sink = [&](QByteArrayView piece) {
        refused = store(piece);
        if (!refused && heard) {
            heard(piece);
        }
        return !refused;
    };
    if (!m_unpacker) {
        sink(bytes);
    } else if (m_unpacker->unpack(bytes, sink) == Unpacker::Outcome::Damaged) {
        return transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host));
    }
    return refused;
}

std::optional<Error> AnswerBody::store(QByteArrayView piece)
{
    m_spool.append(piece);
    // What nobody reads any more is kept on the disk or not at all.
    const qint64 most =
        m_spool.isOnDisk() ? std::max(m_limits.maxResponseBytes, m_limits.maxKeptBytes) : m_limits.maxResponseBytes;
    if (m_spool.size() > most) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    if (m_limits.maxTextBytes > 0 && !m_isPicture) {
        m_text.take(piece);
        if (m_text.bytes() > m_limits.maxTextBytes) {
            return tooLargeError(m_host, m_limits.maxTextBytes);
        }
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::end(HttpResponse &response)
{
    if (m_unpacker && !m_unpacker->isWhole()) {
        return cutError(m_host);
    }
    if (m_spool.size() > m_limits.maxResponseBytes) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    std::optional<QByteArray> bytes = m_spool.takeBytes();
    if (!bytes) {
        return cutError(m_host);
    }
    response.body = *std::exchange(bytes, std::nullopt);
    return std::nullopt;
}

void AnswerBody::breakOff(HttpResult &result)
{
    result.file = m_spool.takeFile();
    if (!result.file) {
        result.response.body = m_spool.takeBytes().value_or(QByteArray());
    }
}

} // namespace lightwell

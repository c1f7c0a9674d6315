// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/answerbody.h"

#include "core/model/imageformat.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr std::size_t maxPackings = 4; // one in another
constexpr qsizetype beginning = 512; // bytes
constexpr qsizetype maxInVain = 64LL * 1024; // bytes that yield nothing: no head is that long

bool isPicture(const HttpResponse &head)
{
    const QByteArray type = head.header("Content-Type").trimmed().toLower();
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("application/octet-stream");
}

/// By its beginning: a picture, or text without control characters.
bool isReadable(const QByteArray &start)
{
    if (sniffFormat(start)) {
        return true;
    }
    const bool isPlain = std::none_of(start.begin(), start.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return isPlain && start.chopped(start.size() < beginning ? 0 : 4).isValidUtf8();
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
    const QByteArrayList packings = head.header("Content-Encoding").toLower().split(',');
    for (const QByteArray &each : packings) {
        const QByteArray packing = each.trimmed();
        if (packing == "gzip" || packing == "x-gzip" || packing == "deflate") {
            m_unpackers.insert(m_unpackers.begin(), std::make_unique<Unpacker>());
        } else if (!packing.isEmpty() && packing != "identity") {
            m_isDoubtful = true;
        }
    }
    m_isDoubtful = m_isDoubtful || m_unpackers.size() > maxPackings;
    if (m_isDoubtful) {
        m_unpackers.clear();
    }
    if (length > std::max(m_limits.maxResponseBytes, m_limits.maxKeptBytes)) {
        return tooLargeError(m_host, m_limits.maxResponseBytes);
    }
    if (m_unpackers.empty() && length <= m_limits.maxInMemoryBytes) {
        m_spool.expect(length);
    }
    return std::nullopt;
}

std::optional<Error> AnswerBody::take(QByteArrayView bytes, const Listener &heard)
{
    if (bytes.isEmpty()) {
        return std::nullopt;
    }
    std::optional<Error> refused;
    const auto sink = [&](QByteArrayView piece) {
        refused = store(piece);
        if (!refused && heard) {
            heard(piece);
        }
        return !refused;
    };
    if (!m_unpackers.empty() && m_spool.size() == 0) {
        m_packed.append(bytes);
    }
    const bool isDamaged = unpack(0, bytes, sink) == Unpacker::Outcome::Damaged;
    if (isDamaged || (m_spool.size() == 0 && m_packed.size() > maxInVain)) {
        if (m_spool.size() > 0) {
            return transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host));
        }
        m_isDoubtful = true;
        m_unpackers.clear();
        sink(m_packed);
    }
    if (m_spool.size() > 0) {
        m_packed.clear();
    }
    return refused;
}

/// Through the packings from `layer` on, the outermost first.
Unpacker::Outcome AnswerBody::unpack(std::size_t layer, QByteArrayView bytes,
                                     const std::function<bool(QByteArrayView)> &sink)
{
    using Outcome = Unpacker::Outcome;
    if (layer == m_unpackers.size()) {
        return sink(bytes) ? Outcome::Fine : Outcome::Stopped;
    }
    Outcome inner = Outcome::Fine;
    const Outcome outcome = m_unpackers[layer]->unpack(bytes, [&](QByteArrayView piece) {
        inner = unpack(layer + 1, piece, sink);
        return inner == Outcome::Fine;
    });
    return inner == Outcome::Fine ? outcome : inner;
}

std::optional<Error> AnswerBody::store(QByteArrayView piece)
{
    if (!m_spool.append(piece)) {
        return cutError(m_host);
    }
    if (m_isDoubtful && m_start.size() < beginning) {
        m_start.append(piece.first(std::min(piece.size(), beginning - m_start.size())));
    }
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
    const bool isWhole =
        std::all_of(m_unpackers.begin(), m_unpackers.end(), [](const auto &unpacker) { return unpacker->isWhole(); });
    if (!isWhole) {
        return cutError(m_host);
    }
    if (m_isDoubtful && !isReadable(m_start)) {
        return transportError(ErrorKind::Upstream, reasons::answerNotUnpacked(m_host));
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

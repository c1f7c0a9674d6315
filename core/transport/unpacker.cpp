// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/unpacker.h"

#include <array>
#include <utility>
#include <zlib.h>

namespace lightwell {

namespace {

// zlib's own numbers for windowBits.
constexpr int gzipOrZlib = MAX_WBITS + 32;
constexpr int bareDeflate = -MAX_WBITS;

constexpr qsizetype headBytes = 2; ///< that tell how it is packed

bool isGzip(QByteArrayView head)
{
    return head.startsWith("\x1f\x8b");
}

/// Deflate with a window of at most 32 KiB, and the sum that makes the two bytes a multiple of 31 (RFC 1950, 2.2).
bool isZlib(QByteArrayView head)
{
    const int first = static_cast<uchar>(head[0]);
    return (first & 0x0f) == Z_DEFLATED && (first * 256 + static_cast<uchar>(head[1])) % 31 == 0;
}

} // namespace

struct Unpacker::Stream
{
    z_stream z {};
    QByteArray head; ///< what came before its kind was known
    bool takesBare = false;
    bool isKnown = false;
    bool mayGoOn = false; ///< gzip: behind the end of one may begin the next
    bool hasEnded = false;
    bool hasMore = false;
};

Unpacker::Unpacker(BareDeflate bare)
    : m_stream(std::make_unique<Stream>())
{
    m_stream->takesBare = bare == BareDeflate::Taken;
}

Unpacker::~Unpacker()
{
    inflateEnd(&m_stream->z);
}

bool Unpacker::begin(QByteArrayView head)
{
    m_stream->isKnown = true;
    m_stream->mayGoOn = isGzip(head);
    const bool isWrapped = isGzip(head) || isZlib(head);
    return (isWrapped || m_stream->takesBare)
        && inflateInit2(&m_stream->z, isWrapped ? gzipOrZlib : bareDeflate) == Z_OK;
}

Unpacker::Outcome Unpacker::unpack(QByteArrayView packed, const std::function<bool(QByteArrayView)> &sink)
{
    QByteArray joined;
    if (!m_stream->isKnown) {
        m_stream->head.append(packed.data(), packed.size());
        if (m_stream->head.size() < headBytes) {
            return Outcome::Fine;
        }
        joined = std::exchange(m_stream->head, {});
        packed = joined;
        if (!begin(packed)) {
            return Outcome::Damaged;
        }
    }
    if (packed.isEmpty()) {
        return Outcome::Fine;
    }
    z_stream &z = m_stream->z;
    // zlib does not change what it reads.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // NOLINT(*-const-cast)
    z.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 64UL * 1024> piece;
    while (z.avail_in > 0 || z.avail_out == 0) {
        if (m_stream->hasEnded) {
            if (z.avail_in == 0 || !m_stream->mayGoOn || *z.next_in != 0x1f) {
                m_stream->hasMore = m_stream->hasMore || z.avail_in > 0;
                return Outcome::Fine;
            }
            inflateReset(&z);
            m_stream->hasEnded = false;
        }
        z.next_out = reinterpret_cast<Bytef *>(piece.data());
        z.avail_out = piece.size();
        const int status = inflate(&z, Z_NO_FLUSH);
        const auto got = static_cast<qsizetype>(piece.size() - z.avail_out);
        if (got > 0 && !sink(QByteArrayView(piece.data(), got))) {
            return Outcome::Stopped;
        }
        if (status == Z_BUF_ERROR) {
            return Outcome::Fine; // it waits for more
        }
        if (status != Z_OK && status != Z_STREAM_END) {
            return Outcome::Damaged;
        }
        m_stream->hasEnded = status == Z_STREAM_END;
    }
    return Outcome::Fine;
}

bool Unpacker::isWhole() const
{
    return m_stream->hasEnded || (!m_stream->isKnown && m_stream->head.isEmpty());
}

bool Unpacker::hasMore() const
{
    return m_stream->hasMore;
}

} // namespace lightwell

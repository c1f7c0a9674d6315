// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/unpacker.h"

#include <array>
#include <zlib.h>

namespace lightwell {

struct Unpacker::Stream
{
    z_stream z {};
    bool hasBegun = false;
    bool hasEnded = false;
};

Unpacker::Unpacker()
    : m_stream(std::make_unique<Stream>())
{
    constexpr int gzipOrZlib = 32;
    if (inflateInit2(&m_stream->z, MAX_WBITS + gzipOrZlib) != Z_OK) {
        qFatal("zlib has no memory");
    }
}

Unpacker::~Unpacker()
{
    inflateEnd(&m_stream->z);
}

Unpacker::Outcome Unpacker::unpack(QByteArrayView packed, const std::function<bool(QByteArrayView)> &sink)
{
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
            if (z.avail_in == 0 || *z.next_in != 0x1f) {
                return Outcome::Fine; // filling behind the end
            }
            inflateReset(&z); // one more part
            m_stream->hasEnded = false;
        }
        m_stream->hasBegun = true;
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
    return m_stream->hasEnded || !m_stream->hasBegun;
}

} // namespace lightwell

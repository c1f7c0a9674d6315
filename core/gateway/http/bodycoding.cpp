// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/bodycoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <zlib.h>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

// zlib's own numbers for windowBits.
constexpr int gzipOrZlib = 15 + 32;
constexpr int bareDeflate = -15; // as some write it, against the standard

/// One zlib stream, or several of gzip one behind the other (RFC 1952, 2.2), from the beginning to the end.
class Inflater
{
public:
    explicit Inflater(int windowBits) { m_isReady = inflateInit2(&m_stream, windowBits) == Z_OK; }
    ~Inflater() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    /// zlib's last word: Z_STREAM_END where all went well, Z_MEM_ERROR where it would become longer than `most`,
    /// Z_DATA_ERROR where something else lies behind.
    int read(const QByteArray &packed, qint64 most, QByteArray &content)
    {
        constexpr qsizetype piece = 256LL * 1024;
        if (!m_isReady) {
            return Z_STREAM_ERROR;
        }
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData())); // zlib only reads it
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_isGzip = packed.startsWith("\x1f\x8b");
        int word = Z_OK;
        while (word == Z_OK) {
            const qsizetype before = content.size();
            const qsizetype room = std::min<qsizetype>(piece, most + 1 - before);
            if (room <= 0) {
                return Z_MEM_ERROR;
            }
            content.resize(before + room);
            m_stream.next_out = reinterpret_cast<Bytef *>(content.data() + before);
            m_stream.avail_out = static_cast<uInt>(room);
            word = inflate(&m_stream, Z_NO_FLUSH);
            content.resize(before + room - static_cast<qsizetype>(m_stream.avail_out));
            if (word == Z_STREAM_END && m_stream.avail_in > 0) {
                word = beginsMember() ? inflateReset(&m_stream) : Z_DATA_ERROR;
            }
        }
        return word == Z_STREAM_END && content.size() > most ? Z_MEM_ERROR : word;
    }

private:
    [[nodiscard]] bool beginsMember() const
    {
        return m_isGzip && m_stream.avail_in >= 2 && m_stream.next_in[0] == 0x1f && m_stream.next_in[1] == 0x8b;
    }

    z_stream m_stream {};
    bool m_isGzip = false;
    bool m_isReady = false;
};

} // namespace

BodyCoding codingOf(const GatewayRequest &request)
{
    if (!request.hasHeader("Content-Encoding")) {
        return BodyCoding::None;
    }
    const QByteArray name = request.header("Content-Encoding").toLower();
    if (request.count("Content-Encoding") != 1) {
        return BodyCoding::Unknown;
    }
    if (name.isEmpty() || name == "identity") {
        return BodyCoding::None;
    }
    return name == "gzip" || name == "x-gzip" || name == "deflate" ? BodyCoding::Packed : BodyCoding::Unknown;
}

Result<QByteArray> unpackedBody(const QByteArray &body, qint64 most)
{
    for (const int windowBits : {gzipOrZlib, bareDeflate}) {
        QByteArray content;
        const int word = Inflater(windowBits).read(body, most, content);
        if (word == Z_STREAM_END) {
            return content;
        }
        if (word == Z_MEM_ERROR) {
            Error error = notSent(ErrorKind::Invalid, Text::tr("The body is too large when it is unpacked."));
            error.code = bodyTooLarge;
            return error;
        }
    }
    return notSent(
        ErrorKind::Invalid,
        Text::tr("The body cannot be unpacked as its Content-Encoding says: it is cut off, or packed otherwise."));
}

} // namespace lightwell

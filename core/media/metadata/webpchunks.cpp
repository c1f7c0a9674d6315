// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/webpchunks.h"

#include "core/media/mediaerrors.h"

#include <QtEndian>

#include <memory>
#include <webp/mux.h>

namespace lightwell::metadata {

namespace {

using Mux = std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)>;

WebPData view(const QByteArray &bytes)
{
    return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

Mux open(const QByteArray &bytes)
{
    const WebPData source = view(bytes);
    return {WebPMuxCreate(&source, 0), &WebPMuxDelete};
}

/// The outermost chunks, one after the other; stops at the first that makes no sense.
class Walker
{
public:
    explicit Walker(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool next()
    {
        m_at = m_next;
        if (m_bytes.size() - m_at < headBytes || !m_bytes.startsWith("RIFF")) {
            return false;
        }
        m_length = qsizetype(qFromLittleEndian<quint32>(m_bytes.constData() + m_at + 4));
        m_next = m_at + headBytes + m_length + (m_length & 1); // padded to an even length
        return m_length <= m_bytes.size() - m_at - headBytes;
    }
    [[nodiscard]] QByteArrayView type() const { return QByteArrayView(m_bytes).sliced(m_at, 4); }
    [[nodiscard]] QByteArray content() const { return m_bytes.mid(m_at + headBytes, m_length); }

private:
    static constexpr qsizetype headBytes = 8;
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    qsizetype m_next = 12; // "RIFF", a length and "WEBP"
    qsizetype m_length = 0;
};

} // namespace

QByteArray webpChunk(const QByteArray &bytes, const char *fourcc)
{
    for (Walker walker(bytes); walker.next();) {
        if (walker.type() == fourcc) {
            return walker.content();
        }
    }
    return {};
}

Result<QByteArray> withWebpChunks(const QByteArray &bytes, const QList<std::pair<const char *, QByteArray>> &chunks)
{
    // libwebpmux walks along all frames for each further one.
    constexpr int maxChunks = 5'000;
    int count = 0;
    for (Walker walker(bytes); walker.next();) {
        ++count;
    }
    const Mux mux = count <= maxChunks ? open(bytes) : Mux(nullptr, &WebPMuxDelete);
    if (!mux) {
        return mediaerrors::broken(ImageFormat::Webp);
    }
    for (const auto &[fourcc, content] : chunks) {
        const WebPData chunk = view(content);
        if (WebPMuxSetChunk(mux.get(), fourcc, &chunk, 1) != WEBP_MUX_OK) {
            return mediaerrors::encodingFailed(ImageFormat::Webp);
        }
    }
    WebPData assembled {};
    if (WebPMuxAssemble(mux.get(), &assembled) != WEBP_MUX_OK) {
        return mediaerrors::encodingFailed(ImageFormat::Webp);
    }
    const QByteArray result(reinterpret_cast<const char *>(assembled.bytes), qsizetype(assembled.size));
    WebPDataClear(&assembled);
    return result;
}

} // namespace lightwell::metadata

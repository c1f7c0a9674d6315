// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/webpchunks.h"

#include "core/media/mediaerrors.h"

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

} // namespace

QByteArray webpChunk(const QByteArray &bytes, const char *fourcc)
{
    const Mux mux = open(bytes);
    WebPData chunk {};
    if (!mux || WebPMuxGetChunk(mux.get(), fourcc, &chunk) != WEBP_MUX_OK) {
        return {};
    }
    return {reinterpret_cast<const char *>(chunk.bytes), qsizetype(chunk.size)};
}

Result<QByteArray> withWebpChunks(const QByteArray &bytes, const QList<std::pair<const char *, QByteArray>> &chunks)
{
    const Mux mux = open(bytes);
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

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/inflate.h"

#include <memory>
#include <zlib.h>

namespace lightwell::metadata {

std::optional<QByteArray> inflated(QByteArrayView stream, qsizetype maxBytes)
{
    constexpr int eitherHead = 15 + 32; // the largest window; zlib or gzip by its first bytes
    constexpr qsizetype step = 64LL * 1024;
    z_stream state {};
    if (inflateInit2(&state, eitherHead) != Z_OK) {
        return std::nullopt;
    }
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&state, &inflateEnd);
    state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(stream.data())); // only read from
    state.avail_in = uInt(stream.size());
    QByteArray result;
    int status = Z_OK;
    while (status == Z_OK && result.size() <= maxBytes) {
        const qsizetype before = result.size();
        result.resize(before + step);
        state.next_out = reinterpret_cast<Bytef *>(result.data() + before);
        state.avail_out = uInt(step);
        status = inflate(&state, Z_NO_FLUSH);
        result.resize(before + step - qsizetype(state.avail_out));
    }
    return status == Z_STREAM_END && result.size() <= maxBytes ? std::optional(result) : std::nullopt;
}

} // namespace lightwell::metadata

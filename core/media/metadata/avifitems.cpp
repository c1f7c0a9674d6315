// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/avifitems.h"

#include <avif/avif.h>

namespace lightwell::metadata {

namespace {

QByteArray copyOf(const avifRWData &content)
{
    return {reinterpret_cast<const char *>(content.data), qsizetype(content.size)};
}

} // namespace

Packets avifPackets(const QByteArray &bytes)
{
    const std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)> decoder(avifDecoderCreate(), &avifDecoderDestroy);
    if (!decoder) {
        return {};
    }
    decoder->strictFlags = AVIF_STRICT_DISABLED;
    decoder->imageCountLimit = 20'000;
    if (avifDecoderSetIOMemory(decoder.get(), reinterpret_cast<const uint8_t *>(bytes.constData()),
                               size_t(bytes.size()))
            != AVIF_RESULT_OK
        || avifDecoderParse(decoder.get()) != AVIF_RESULT_OK) {
        return {};
    }
    return {copyOf(decoder->image->exif), copyOf(decoder->image->xmp)};
}

} // namespace lightwell::metadata

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encodetuning.h"

#include <QByteArray>

namespace lightwell::codecs {

/// How to write one picture, in the codec's own terms.
struct EncodeSettings
{
    /// JPEG and WebP: their quality, 0 to 100. AVIF: the AV1 quantizer, 63 (smallest) to 0. JPEG XL: the
    /// butteraugli distance, 15 (smallest) to 0.1. HEIF: libheif's, 0 to 100. The others ignore it. See
    /// core/media/compression.h.
    double quality = 0;
    EncodeTuning tuning;
    QByteArray profile; ///< ICC, to be written as it is; empty: the pixels are sRGB
    QByteArray
        exif; ///< a TIFF stream without prefix; only AVIF and HEIF take it here, the others get theirs afterwards
    QByteArray xmp; ///< a packet; as exif
};

} // namespace lightwell::codecs

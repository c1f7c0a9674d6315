// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codec.h"
#include "core/media/codecs/encodesettings.h"

namespace lightwell::codecs {

/// One file format behind the functions of core/media/codec.h. Any of the functions may be missing.
/// The caller has checked the signature and the number of bytes; `decode` is only called after `probe` was within
/// the limits, and still keeps to them itself where the codec can.
struct Codec
{
    ImageFormat format = ImageFormat::Png;
    /// The size as it will be shown (after the file's own rotation), from the header alone.
    Result<QSize> (*probe)(const QByteArray &bytes, const DecodeLimits &limits) = nullptr;
    Result<QImage> (*decode)(const QByteArray &bytes, const DecodeLimits &limits) = nullptr;
    /// Takes what prepareForEncoding() made.
    Result<QByteArray> (*encode)(const QImage &image, const EncodeSettings &settings) = nullptr;
    /// The file's ICC profile as it is; empty if it has none.
    QByteArray (*profile)(const QByteArray &bytes) = nullptr;
    /// Its reader cannot be held to limits: decodeImage() lets a program of its own run `decode` (see worker/worker.h).
    bool isConfined = false;
    /// Fails where `decode` would, for less, without the pixels; only called after `probe`, too.
    Status (*check)(const QByteArray &bytes) = nullptr;
    bool (*canEncode)() = nullptr; ///< whether what `encode` needs is there; missing: always
};

/// Nothing for a format nobody here knows.
[[nodiscard]] const Codec *codecFor(ImageFormat format);

[[nodiscard]] const Codec &pngCodec();
[[nodiscard]] const Codec &jpegCodec();
[[nodiscard]] const Codec &webpCodec();
[[nodiscard]] const Codec &avifCodec();
[[nodiscard]] const Codec &gifCodec();
[[nodiscard]] const Codec &jxlCodec();
[[nodiscard]] const Codec &tiffCodec();
[[nodiscard]] const Codec &heifCodec(); ///< reads where a Qt plugin does, writes where libheif has an encoder
[[nodiscard]] const Codec &svgCodec(); ///< reads only

} // namespace lightwell::codecs

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"

#include <array>

namespace lightwell::codecs {

const Codec *codecFor(ImageFormat format)
{
    static const std::array table = {&pngCodec(), &jpegCodec(), &webpCodec(), &avifCodec(), &gifCodec(),
                                     &jxlCodec(), &tiffCodec(), &heifCodec(), &svgCodec()};
    for (const Codec *codec : table) {
        if (codec->format == format) {
            return codec;
        }
    }
    return nullptr;
}

} // namespace lightwell::codecs

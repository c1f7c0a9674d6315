// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encodetuning.h"

#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names<Chroma, 3> chromaNames = {{
    {Chroma::Full444, "444"},
    {Chroma::Half422, "422"},
    {Chroma::Quarter420, "420"},
}};

} // namespace

std::optional<Chroma> chromaFromName(const QString &name)
{
    return chromaNames.value(QString(name).remove(u':'));
}

EncodeKnobs knobsOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return {.effort = true};
    case ImageFormat::Jpeg:
        return {.quality = true, .chroma = true, .progressive = true};
    case ImageFormat::Webp:
    case ImageFormat::Jxl:
        return {.quality = true, .lossless = true, .effort = true};
    case ImageFormat::Heif:
        return {.quality = true, .effort = true, .chroma = true};
    case ImageFormat::Avif:
        return {.quality = true, .lossless = true, .effort = true, .chroma = true};
    case ImageFormat::Gif:
        return {.palette = true};
    case ImageFormat::Tiff:
    case ImageFormat::Svg:
        break;
    }
    return {};
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgpictures.h"

#include "core/media/codec.h"
#include "core/model/dataurl.h"

namespace lightwell::svg {

using namespace Qt::StringLiterals;

std::optional<SafePicture> safePicture(const QString &address, qint64 maxPixels)
{
    const std::optional<QByteArray> bytes = dataUrlContent(address.toUtf8());
    const std::optional<ImageFormat> format = bytes ? sniffFormat(*bytes) : std::nullopt;
    // What the address calls it does not matter; that it is none of the others does: no drawing in a drawing.
    const bool mayBe = format == ImageFormat::Png || format == ImageFormat::Jpeg || format == ImageFormat::Webp
        || format == ImageFormat::Gif;
    const DecodeLimits limits {.maxBytes = 16LL * 1024 * 1024, .maxPixels = maxPixels};
    const Result<ImageInfo> info =
        mayBe ? probeImage(*bytes, limits) : Result<ImageInfo>(Error()); // the one door, also here
    if (!info) {
        return std::nullopt;
    }
    QByteArray png = *bytes;
    if (info->format != ImageFormat::Png) {
        const Result<QImage> image = decodeImage(*bytes, limits);
        const Result<QByteArray> drawn = image ? encodeImage(*image, {}) : Result<QByteArray>(image.error());
        if (!drawn) {
            return std::nullopt;
        }
        png = *drawn;
    }
    return SafePicture {u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64()),
                        qint64(info->size.width()) * info->size.height()};
}

} // namespace lightwell::svg

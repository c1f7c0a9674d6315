// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/orientation.h"

#include "core/media/metadata/pngwalker.h"
#include "core/media/metadata/tifffields.h"
#include "core/media/metadata/webpchunks.h"

#include <QTransform>

#include <array>

namespace lightwell::metadata {

namespace {

QByteArray pngExif(const QByteArray &bytes)
{
    for (PngWalker walker(bytes); walker.next();) {
        if (walker.type() == "eXIf") {
            return walker.content().toByteArray();
        }
    }
    return {};
}

QByteArray exifIn(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return pngExif(bytes);
    case ImageFormat::Webp:
        return webpChunk(bytes, "EXIF");
    default:
        return {};
    }
}

} // namespace

QImageIOHandler::Transformations orientationIn(const QByteArray &bytes, ImageFormat format)
{
    using Io = QImageIOHandler;
    static constexpr std::array meanings {Io::TransformationNone,     Io::TransformationNone,
                                          Io::TransformationMirror,   Io::TransformationRotate180,
                                          Io::TransformationFlip,     Io::TransformationFlipAndRotate90,
                                          Io::TransformationRotate90, Io::TransformationMirrorAndRotate90,
                                          Io::TransformationRotate270};
    const auto number = static_cast<std::size_t>(TiffFields(exifIn(bytes, format)).orientation());
    return number < meanings.size() ? meanings.at(number) : Io::TransformationNone;
}

QImage turned(const QImage &image, QImageIOHandler::Transformations how)
{
    const bool isMirrored = how & QImageIOHandler::TransformationMirror;
    const bool isFlipped = how & QImageIOHandler::TransformationFlip;
    const QImage result = isMirrored || isFlipped ? image.mirrored(isMirrored, isFlipped) : image;
    return how & QImageIOHandler::TransformationRotate90 ? result.transformed(QTransform().rotate(90)) : result;
}

} // namespace lightwell::metadata

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/colourprofile.h"

#include "core/media/metadata/iccprofile.h"

namespace lightwell::codecs {

namespace {

bool isOpaque(const QImage &rgba)
{
    for (int y = 0; y < rgba.height(); ++y) {
        const uchar *line = rgba.constScanLine(y);
        for (int x = 0; x < rgba.width(); ++x) {
            if (line[4 * x + 3] != 255) {
                return false;
            }
        }
    }
    return true;
}

/// Of grey and, from Qt 6.8 on, CMYK: beside RGB pixels it would be wrong.
bool isOfOtherModel(const QColorSpace &space)
{
    return space.isValid() && !metadata::isRgbProfile(space.iccProfile());
}

bool isDeep(const QImage &image)
{
    return image.depth() > 32 || image.format() == QImage::Format_Grayscale16;
}

} // namespace

QByteArray profileToWrite(const QImage &image)
{
    const QColorSpace space = image.colorSpace();
    return !space.isValid() || space == QColorSpace(QColorSpace::SRgb) ? QByteArray() : space.iccProfile();
}

QColorSpace colourSpaceFrom(const QByteArray &profile)
{
    const QColorSpace space = profile.isEmpty() ? QColorSpace() : QColorSpace::fromIccProfile(profile);
    return space.isValid() && !isOfOtherModel(space) ? space : QColorSpace(QColorSpace::SRgb);
}

QImage prepareForEncoding(const QImage &image, bool keepDepth)
{
    QImage pixels = isOfOtherModel(image.colorSpace()) ? inStandardColours(image) : image;
    if (keepDepth && isDeep(pixels)) {
        pixels.convertTo(pixels.hasAlphaChannel() ? QImage::Format_RGBA64 : QImage::Format_RGBX64);
    } else {
        pixels.convertTo(pixels.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (pixels.hasAlphaChannel() && isOpaque(pixels)) {
            pixels.reinterpretAsFormat(QImage::Format_RGBX8888);
        }
    }
    return withoutText(pixels);
}

QImage withoutText(const QImage &image)
{
    if (image.textKeys().isEmpty()) {
        return image;
    }
    // QImage can empty its texts but not drop them; a copy of the pixels alone does.
    QImage bare(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format());
    bare.setColorTable(image.colorTable());
    bare.setColorSpace(image.colorSpace());
    return bare.copy();
}

QImage inStandardColours(const QImage &image)
{
    const QColorSpace space = image.colorSpace();
    return !space.isValid() || space == QColorSpace(QColorSpace::SRgb) ? image
                                                                       : image.convertedToColorSpace(QColorSpace::SRgb);
}

} // namespace lightwell::codecs

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/colourprofile.h"

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

/// Grey and CMYK profiles exist from Qt 6.8 on; beside RGB pixels they would be wrong.
QImage inRgbSpace(const QImage &image)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (image.colorSpace().isValid() && image.colorSpace().colorModel() != QColorSpace::ColorModel::Rgb) {
        return image.convertedToColorSpace(QColorSpace::SRgb, QImage::Format_RGBA8888);
    }
#endif
    return image;
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
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (space.isValid() && space.colorModel() != QColorSpace::ColorModel::Rgb) {
        return QColorSpace::SRgb;
    }
#endif
    return space.isValid() ? space : QColorSpace(QColorSpace::SRgb);
}

QImage prepareForEncoding(const QImage &image, bool keepDepth)
{
    QImage pixels = inRgbSpace(image);
    if (keepDepth && isDeep(pixels)) {
        pixels.convertTo(pixels.hasAlphaChannel() ? QImage::Format_RGBA64 : QImage::Format_RGBX64);
    } else {
        pixels.convertTo(pixels.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (pixels.hasAlphaChannel() && isOpaque(pixels)) {
            pixels.reinterpretAsFormat(QImage::Format_RGBX8888);
        }
    }
    // A picture that was read carries the text of its file along, which may be somebody's prompt.
    if (pixels.textKeys().isEmpty()) {
        return pixels;
    }
    QImage bare =
        QImage(pixels.constBits(), pixels.width(), pixels.height(), pixels.bytesPerLine(), pixels.format()).copy();
    bare.setColorSpace(pixels.colorSpace());
    return bare;
}

} // namespace lightwell::codecs

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/hiddentext.h"

#include "core/media/metadata/inflate.h"
#include "core/media/metadata/usercomment.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace lightwell::metadata {

namespace {

/// Which bits are read, column by column from the left, the most significant of each byte first.
enum class Bits { Alpha, Colours };

constexpr qsizetype signatureBytes = 15;

struct Form
{
    QByteArrayView signature;
    Bits bits;
    bool isPacked;
};
constexpr std::array forms {Form {"stealth_pngcomp", Bits::Alpha, true}, Form {"stealth_pnginfo", Bits::Alpha, false},
                            Form {"stealth_rgbcomp", Bits::Colours, true},
                            Form {"stealth_rgbinfo", Bits::Colours, false}};

/// Pixels as they are read: 8 bits a channel. Null where there are more: what hides lies in eight.
QImage readable(const QImage &image)
{
    constexpr int eightBitsEach = 32;
    if (image.format() == QImage::Format_RGBA8888 || image.format() == QImage::Format_RGBX8888) {
        return image;
    }
    if (image.depth() > eightBitsEach) {
        return {};
    }
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
}

/// Bytes `from` to `from + count` of what the bits make; fewer where the picture ends.
QByteArray bytesAt(const QImage &image, Bits bits, qint64 from, qint64 count)
{
    const int perPixel = bits == Bits::Alpha ? 1 : 3;
    const qint64 all = qint64(image.width()) * image.height() * perPixel / 8;
    const qint64 end = std::min(from + count, all);
    QByteArray result;
    for (qint64 byte = from; byte < end; ++byte) {
        int value = 0;
        for (qint64 bit = byte * 8; bit < byte * 8 + 8; ++bit) {
            const qint64 pixel = bit / perPixel;
            const uchar *at = image.constScanLine(int(pixel % image.height())) + 4 * (pixel / image.height());
            value = value << 1 | (at[bits == Bits::Alpha ? 3 : bit % perPixel] & 1);
        }
        result.append(char(value));
    }
    return result;
}

const Form *formIn(const QImage &pixels)
{
    if (pixels.isNull()) {
        return nullptr;
    }
    const QByteArray inAlpha =
        pixels.hasAlphaChannel() ? bytesAt(pixels, Bits::Alpha, 0, signatureBytes) : QByteArray();
    const QByteArray inColours = bytesAt(pixels, Bits::Colours, 0, signatureBytes);
    const auto *const found = std::find_if(forms.begin(), forms.end(), [&](const Form &form) {
        return (form.bits == Bits::Alpha ? inAlpha : inColours) == form.signature;
    });
    return found == forms.end() ? nullptr : found;
}

} // namespace

QString hiddenText(const QImage &image)
{
    constexpr qsizetype most = 4LL * 1024 * 1024;
    constexpr qsizetype lengthBytes = 4;
    const QImage pixels = readable(image);
    const Form *form = formIn(pixels);
    if (!form) {
        return {};
    }
    const QByteArray length = bytesAt(pixels, form->bits, signatureBytes, lengthBytes);
    const qint64 bytes = length.size() == lengthBytes ? qFromBigEndian<quint32>(length.constData()) / 8 : 0;
    if (bytes > most) {
        return {};
    }
    const QByteArray content = bytesAt(pixels, form->bits, signatureBytes + lengthBytes, bytes);
    return textOf(form->isPacked ? inflated(content, most).value_or(QByteArray()) : content);
}

bool hidesText(const QImage &image)
{
    return formIn(readable(image)) != nullptr;
}

QImage withoutHiddenText(const QImage &image)
{
    QImage pixels = readable(image);
    const Form *form = formIn(pixels);
    if (!form) {
        return image;
    }
    for (int y = 0; y < pixels.height(); ++y) {
        uchar *line = pixels.scanLine(y);
        for (qsizetype x = 0; x < pixels.width(); ++x) {
            for (int channel = 0; channel < 4; ++channel) {
                line[4 * x + channel] |= (channel == 3) == (form->bits == Bits::Alpha) ? 1 : 0;
            }
        }
    }
    return pixels;
}

} // namespace lightwell::metadata

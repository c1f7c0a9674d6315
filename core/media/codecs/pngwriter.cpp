// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/pngwriter.h"

#include "core/media/mediaerrors.h"
#include "core/media/metadata/pngtext.h"

#include <QColorSpace>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <limits>
#include <png.h>
#include <span>
#include <zlib.h>

namespace lightwell::codecs {

namespace {

/// What is taken off a line for its neighbours, and what zlib looks for in the rest.
struct Way
{
    int filters = 0; ///< of several, libpng weighs each line's
    int strategy = 0;
};

/// From the fastest for flat pictures, where lines repeat; in paintings and photographs neighbours are alike but
/// nothing repeats: runs alone take half the time of matches, and often come to fewer bytes.
constexpr std::array ways {Way {PNG_FILTER_NONE, Z_DEFAULT_STRATEGY},
                           Way {PNG_FILTER_UP, Z_RLE},
                           Way {PNG_FILTER_PAETH, Z_RLE},
                           Way {PNG_FILTER_PAETH, Z_DEFAULT_STRATEGY},
                           Way {PNG_ALL_FILTERS, Z_RLE},
                           Way {PNG_ALL_FILTERS, Z_DEFAULT_STRATEGY}};
constexpr std::size_t quickWays = 3; // the first of them

[[noreturn]] void takeError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void takeMessage(png_structp, png_const_charp)
{
}

void takeBytes(png_structp png, png_bytep bytes, size_t count)
{
    static_cast<QByteArray *>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(count));
}

void flush(png_structp)
{
}

bool isDeep(const QImage &image)
{
    return image.format() == QImage::Format_RGBA64 || image.format() == QImage::Format_RGBX64;
}

/// Whether it came to its end. Nothing here may own anything, since libpng leaves by a jump.
bool write(png_struct *png, png_info *info, const QImage &image, const metadata::PngChunk &colours)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    const bool isOpaque = !image.hasAlphaChannel();
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()),
                 isDeep(image) ? 16 : 8, isOpaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    if (!colours.type.isEmpty()) {
        png_write_chunk(png, reinterpret_cast<png_const_bytep>(colours.type.constData()),
                        reinterpret_cast<png_const_bytep>(colours.content.constData()),
                        static_cast<size_t>(colours.content.size()));
    }
    if (isOpaque) {
        png_set_filler(png, 0, PNG_FILLER_AFTER);
    }
    if (Q_BYTE_ORDER == Q_LITTLE_ENDIAN && isDeep(image)) {
        png_set_swap(png);
    }
    for (int y = 0; y < image.height(); ++y) {
        png_write_row(png, image.constScanLine(y));
    }
    png_write_end(png, info);
    return true;
}

/// Empty: it could not be.
QByteArray packed(const QImage &image, const Way &way, int level, const metadata::PngChunk &colours)
{
    constexpr size_t chunkBytes = 64 * 1024;
    QByteArray bytes;
    png_struct *png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, takeError, takeMessage);
    png_info *info = png ? png_create_info_struct(png) : nullptr;
    bool isWritten = false;
    if (info) {
        png_set_write_fn(png, &bytes, takeBytes, flush);
        png_set_filter(png, PNG_FILTER_TYPE_BASE, way.filters);
        png_set_compression_level(png, level);
        png_set_compression_strategy(png, way.strategy);
        png_set_compression_buffer_size(png, chunkBytes);
        isWritten = write(png, info, image, colours);
    }
    png_destroy_write_struct(&png, &info);
    return isWritten ? bytes : QByteArray();
}

/// A few lines from all over it: of one place alone, all could be background.
QImage sampleOf(const QImage &image)
{
    constexpr int bands = 2;
    constexpr int maxLines = 16; // in a band
    const int lines = std::clamp(image.height() / bands, 1, maxLines);
    QImage sample(image.width(), bands * lines, image.format());
    for (int y = 0; y < sample.height(); ++y) {
        const qint64 middle = qint64(image.height()) * (2 * (y / lines) + 1) / (2 * bands);
        const int from = std::min(image.height() - 1, static_cast<int>(middle) - lines / 2 + y % lines);
        std::memcpy(sample.scanLine(y), image.constScanLine(from), static_cast<size_t>(sample.bytesPerLine()));
    }
    return sample;
}

Way wayFor(const QImage &image, int level, std::span<const Way> among)
{
    constexpr int share = 32; // of the bytes, that a slower one has to save at least
    const QImage sample = sampleOf(image);
    Way best = among.front();
    qsizetype least = std::numeric_limits<qint32>::max();
    for (const Way &way : among) {
        const qsizetype size = sample.isNull() ? 0 : packed(sample, way, level, {}).size();
        if (size > 0 && size < least - least / share) {
            least = size;
            best = way;
        }
    }
    return best;
}

/// What says which colours the numbers mean. Of profiles, libpng leaves out those that it finds fault with.
metadata::PngChunk coloursOf(const QImage &image, const QByteArray &profile)
{
    if (!profile.isEmpty()) {
        return metadata::profileChunk(profile);
    }
    const bool isSaid = image.colorSpace() == QColorSpace(QColorSpace::SRgb);
    return isSaid ? metadata::PngChunk {"sRGB", QByteArray(1, PNG_sRGB_INTENT_PERCEPTUAL)} : metadata::PngChunk();
}

} // namespace

Result<QByteArray> writePng(const QImage &image, const EncodeSettings &settings)
{
    constexpr int usualLevel =
        4; // the least at which zlib looks twice: flat pictures lose a third of their bytes to it
    const QImage::Format shallow = image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888;
    const QImage pixels = isDeep(image) ? image : image.convertToFormat(shallow); // those mostly are it already
    if (pixels.isNull()) {
        return mediaerrors::encodingFailed(ImageFormat::Png);
    }
    const int level = settings.tuning.effort.value_or(usualLevel);
    const Way way = wayFor(pixels, level, std::span(ways).first(level <= usualLevel ? quickWays : ways.size()));
    const QByteArray bytes = packed(pixels, way, level, coloursOf(pixels, settings.profile));
    return bytes.isEmpty() ? mediaerrors::encodingFailed(ImageFormat::Png) : Result<QByteArray>(bytes);
}

} // namespace lightwell::codecs

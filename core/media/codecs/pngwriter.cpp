// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/pngwriter.h"

#include "core/media/codecs/pngfilter.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/pngtext.h"

#include <QColorSpace>
#include <QtConcurrentMap>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <zlib.h>

namespace lightwell::codecs {

namespace {

/// How a pixel lies in the file.
struct Layout
{
    bool isDeep = false; ///< two bytes a channel, the higher one first
    int channels = 3;

    [[nodiscard]] int pixelBytes() const { return isDeep ? 2 * channels : channels; }
    [[nodiscard]] qint64 lineBytes(const QImage &image) const { return qint64(image.width()) * pixelBytes(); }
};

Layout layoutOf(const QImage &image)
{
    const bool isDeep = image.format() == QImage::Format_RGBA64 || image.format() == QImage::Format_RGBX64;
    return {isDeep, image.hasAlphaChannel() ? 4 : 3};
}

/// Of an image that has four channels, into as many as the file has.
void packLine(const QImage &image, int y, const Layout &layout, uchar *to)
{
    const auto pack = [&](const auto *from, auto written) {
        for (int x = 0; x < image.width(); ++x, from += 4) {
            for (int channel = 0; channel < layout.channels; ++channel) {
                written(from[channel]);
            }
        }
    };
    if (layout.isDeep) {
        pack(reinterpret_cast<const quint16 *>(image.constScanLine(y)), [&to](quint16 value) {
            qToBigEndian(value, to);
            to += sizeof value;
        });
    } else if (layout.channels == 4) {
        std::memcpy(to, image.constScanLine(y), static_cast<std::size_t>(layout.lineBytes(image)));
    } else {
        pack(image.constScanLine(y), [&to](uchar value) { *to++ = value; });
    }
}

/// Deflates what it is fed. Not copied: zlib's state points to itself.
class Packer
{
public:
    Packer(int level, int strategy)
        : m_isReady(deflateInit2(&m_stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, strategy) == Z_OK)
    {
    }
    ~Packer() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Packer)

    [[nodiscard]] bool isReady() const { return m_isReady; }

    void feed(std::span<const uchar> bytes, int flush = Z_NO_FLUSH)
    {
        constexpr qsizetype piece = 64 * 1024;
        m_stream.next_in = const_cast<Bytef *>(bytes.data()); // only read from
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            if (m_stream.avail_out == 0) {
                const qsizetype used = m_packed.size();
                m_packed.resize(used + piece);
                m_stream.next_out = reinterpret_cast<Bytef *>(m_packed.data() + used);
                m_stream.avail_out = piece;
            }
            deflate(&m_stream, flush);
        } while (m_stream.avail_out == 0);
    }
    /// All of it, once no more comes.
    [[nodiscard]] QByteArray packed() const { return m_packed.left(m_packed.size() - qsizetype(m_stream.avail_out)); }

private:
    z_stream m_stream {};
    QByteArray m_packed;
    bool m_isReady;
};

/// Lines that are packed by themselves, so that others can be at the same time.
struct Strip
{
    int top = 0;
    int bottom = 0; ///< below the last one
    bool isLast = false;
    QByteArray packed; ///< empty: it could not be
    uLong sum = 1; ///< Adler's, of what was packed
    qint64 bytes = 0; ///< likewise
};

QList<Strip> stripsOf(const QImage &image, const Layout &layout)
{
    // Each begins with nothing to look back at, which costs up to zlib's window of 32 KB.
    constexpr qint64 usualBytes = 512LL * 1024;
    const int lines = static_cast<int>(std::max<qint64>(1, usualBytes / layout.lineBytes(image)));
    QList<Strip> strips;
    for (int top = 0; top < image.height(); top += lines) {
        Strip strip;
        strip.top = top;
        strip.bottom = std::min(image.height(), top + lines);
        strip.isLast = strip.bottom == image.height();
        strips.append(strip);
    }
    return strips;
}

/// zlib's levels up to this one are for speed: what costs more than it saves is left out.
constexpr int lastFastLevel = 2;

class StripWriter
{
public:
    StripWriter(const QImage &image, int level)
        : m_image(image)
        , m_layout(layoutOf(image))
        , m_level(level)
    {
    }

    void write(Strip &strip) const
    {
        Packer packer(m_level, strategyFor(strip));
        if (!packer.isReady()) {
            return;
        }
        eachLine(strip.top, strip.bottom, [&](std::span<const uchar> line) {
            strip.sum = adler32(strip.sum, line.data(), static_cast<uInt>(line.size()));
            strip.bytes += static_cast<qint64>(line.size());
            packer.feed(line);
        });
        packer.feed({}, strip.isLast ? Z_FINISH : Z_SYNC_FLUSH);
        strip.packed = packer.packed();
    }

private:
    /// From the top, each filtered by what stands above it.
    template<typename Take>
    void eachLine(int top, int bottom, Take take) const
    {
        constexpr int fewChoices = 16;
        PngFilter filter(m_layout.pixelBytes(), m_layout.lineBytes(m_image), m_level <= lastFastLevel ? fewChoices : 1);
        if (top > 0) {
            packLine(m_image, top - 1, m_layout, filter.nextLine());
        }
        for (int y = top; y < bottom; ++y) {
            packLine(m_image, y, m_layout, filter.nextLine());
            take(filter.filtered());
        }
    }

    /// Whether zlib looks for what came before, or for runs alone: a few lines from the middle tell. In paintings and
    /// photographs runs alone come to fewer bytes, in less time.
    [[nodiscard]] int strategyFor(const Strip &strip) const
    {
        constexpr int sampleLines = 16;
        Packer all(m_level, Z_DEFAULT_STRATEGY);
        Packer runs(m_level, Z_RLE);
        if (!all.isReady() || !runs.isReady()) {
            return Z_DEFAULT_STRATEGY;
        }
        const int middle = (strip.top + strip.bottom) / 2;
        eachLine(middle, std::min(strip.bottom, middle + sampleLines), [&](std::span<const uchar> line) {
            all.feed(line);
            runs.feed(line);
        });
        all.feed({}, Z_FINISH);
        runs.feed({}, Z_FINISH);
        constexpr int share = 32; // that speed may cost
        const qsizetype most = all.packed().size() * (share + (m_level <= lastFastLevel ? 1 : 0)) / share;
        return runs.packed().size() <= most ? Z_RLE : Z_DEFAULT_STRATEGY;
    }

    const QImage &m_image;
    Layout m_layout;
    int m_level;
};

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

metadata::PngChunk headOf(const QImage &image, const Layout &layout)
{
    constexpr char rgb = 2;
    constexpr char rgba = 6;
    QByteArray content =
        bigEndian(static_cast<quint32>(image.width())) + bigEndian(static_cast<quint32>(image.height()));
    content.append(layout.isDeep ? 16 : 8).append(layout.channels == 4 ? rgba : rgb);
    return {"IHDR", content + QByteArray(3, '\0')}; // deflate, these filters, not interlaced
}

/// What says which colours the numbers mean.
QByteArray coloursOf(const QImage &image, const QByteArray &profile)
{
    if (!profile.isEmpty()) {
        return metadata::framed(metadata::profileChunk(profile));
    }
    const bool isSaid = image.colorSpace() == QColorSpace(QColorSpace::SRgb);
    return isSaid ? metadata::framed({"sRGB", QByteArray(1, '\0')}) : QByteArray(); // for the eye ("perceptual")
}

/// Formats that have four channels and are written as they are.
QImage writable(const QImage &image)
{
    switch (image.format()) {
    case QImage::Format_RGBA8888:
    case QImage::Format_RGBX8888:
    case QImage::Format_RGBA64:
    case QImage::Format_RGBX64:
        return image;
    default:
        return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    }
}

} // namespace

Result<QByteArray> writePng(const QImage &image, const EncodeSettings &settings)
{
    constexpr int usualLevel = 1; // the higher ones take longer, and save a few per cent where lines repeat
    const QImage pixels = writable(image);
    if (pixels.isNull()) {
        return mediaerrors::encodingFailed(ImageFormat::Png);
    }
    const Layout layout = layoutOf(pixels);
    const StripWriter writer(pixels, settings.tuning.effort.value_or(usualLevel));
    QList<Strip> strips = stripsOf(pixels, layout);
    QtConcurrent::blockingMap(strips, [&writer](Strip &strip) { writer.write(strip); }); // on this thread, too
    QByteArray bytes = QByteArray::fromRawData("\x89PNG\r\n\x1a\n", 8) + metadata::framed(headOf(pixels, layout))
        + coloursOf(pixels, settings.profile);
    uLong sum = 1;
    for (const Strip &strip : std::as_const(strips)) {
        if (strip.packed.isEmpty()) {
            return mediaerrors::encodingFailed(ImageFormat::Png);
        }
        sum = adler32_combine(sum, strip.sum, strip.bytes);
        QByteArray content = strip.top == 0 ? QByteArray("\x78\x01", 2) : QByteArray(); // zlib's head
        content += strip.packed;
        if (strip.isLast) {
            content += bigEndian(static_cast<quint32>(sum));
        }
        bytes += metadata::framed({"IDAT", content});
    }
    bytes += metadata::framed({"IEND", {}});
    return bytes;
}

} // namespace lightwell::codecs

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/orientation.h"

#include "core/media/metadata/pngwalker.h"
#include "core/media/metadata/webpchunks.h"

#include <QtEndian>
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

/// A TIFF stream's numbers, in its own order of bytes; 0 behind its end.
class Numbers
{
public:
    explicit Numbers(QByteArrayView tiff)
        : m_tiff(tiff)
        , m_isBig(tiff.startsWith("MM"))
    {
    }
    [[nodiscard]] quint16 two(qint64 at) const { return read<quint16>(at); }
    [[nodiscard]] quint32 four(qint64 at) const { return read<quint32>(at); }

private:
    template<typename T>
    [[nodiscard]] T read(qint64 at) const
    {
        if (at + qint64(sizeof(T)) > m_tiff.size()) {
            return 0;
        }
        return m_isBig ? qFromBigEndian<T>(m_tiff.data() + at) : qFromLittleEndian<T>(m_tiff.data() + at);
    }

    QByteArrayView m_tiff;
    bool m_isBig;
};

/// The tag "Orientation" of the first directory, 1 to 8; 0: it says nothing.
int orientationOf(QByteArrayView tiff)
{
    constexpr QByteArrayView prefix("Exif\0\0", 6); // some write it where it does not belong
    constexpr int entryBytes = 12;
    constexpr int orientation = 0x0112;
    if (tiff.startsWith(prefix)) {
        tiff = tiff.sliced(prefix.size());
    }
    const Numbers numbers(tiff);
    if (numbers.two(2) != 42) {
        return 0;
    }
    const qint64 directory = numbers.four(4);
    const int entries = numbers.two(directory);
    for (int i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + qint64(i) * entryBytes;
        if (numbers.two(entry) == orientation) {
            return numbers.two(entry + 8);
        }
    }
    return 0;
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
    const auto number = static_cast<std::size_t>(orientationOf(exifIn(bytes, format)));
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

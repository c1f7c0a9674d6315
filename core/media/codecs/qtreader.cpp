// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/qtreader.h"

#include "core/media/codecs/colourprofile.h"
#include "core/media/codecs/timedsource.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

#include <mutex>

namespace lightwell::codecs {

namespace {

/// Qt's own ceiling on one allocation is a setting of the whole process. Ours must let the largest allowed picture
/// through at 16 bits a channel, and nothing beyond it.
void limitAllocations()
{
    static std::once_flag once;
    std::call_once(once, [] {
        constexpr qint64 bytesPerPixel = 8;
        QImageReader::setAllocationLimit(int(DecodeLimits {}.maxPixels * bytesPerPixel / (1024LL * 1024)) + 1);
    });
}

constexpr std::chrono::seconds maxHeadTime(3);

QSize shownSize(const QImageReader &reader)
{
    const QSize size = reader.size();
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

} // namespace

bool qtReads(const char *qtName)
{
    static const QList<QByteArray> formats = QImageReader::supportedImageFormats(); // asks every plug-in each time
    return formats.contains(qtName);
}

QImageIOHandler::Transformations turnedByItsFile(const QByteArray &bytes, const char *qtName)
{
    TimedSource source(bytes, maxHeadTime);
    QImageReader reader(&source, qtName);
    reader.setAutoDetectImageFormat(false);
    return reader.transformation();
}

Result<QSize> probeWithQt(const QByteArray &bytes, ImageFormat format, const char *qtName)
{
    if (!qtReads(qtName)) {
        return mediaerrors::cannotRead(format);
    }
    TimedSource source(bytes, maxHeadTime);
    QImageReader reader(&source, qtName);
    reader.setAutoDetectImageFormat(false);
    const QSize size = shownSize(reader);
    if (size.isEmpty()) {
        return mediaerrors::broken(format);
    }
    return size;
}

Result<QImage> decodeWithQt(const QByteArray &bytes, ImageFormat format, const char *qtName)
{
    if (!qtReads(qtName)) {
        return mediaerrors::cannotRead(format);
    }
    limitAllocations();
    constexpr std::chrono::seconds maxPixelTime(20); // the largest take two
    TimedSource source(bytes, maxPixelTime);
    QImageReader reader(&source, qtName);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        Error error = mediaerrors::broken(format);
        error.detail = reader.errorString();
        return error;
    }
    return image;
}

Result<QByteArray> encodeWithQt(const QImage &image, ImageFormat format, QImageWriter &writer,
                                const QByteArray &profile)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    writer.setDevice(&buffer);
    if (!writer.write(image)) {
        return mediaerrors::encodingFailed(format, writer.errorString());
    }
    // Qt writes the profile of the picture's colour space, but no other.
    const bool isWritten = profile == profileToWrite(image);
    return isWritten ? Result<QByteArray>(buffer.data()) : metadata::withIccProfile(buffer.data(), format, profile);
}

} // namespace lightwell::codecs

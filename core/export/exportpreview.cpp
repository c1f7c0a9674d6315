// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportpreview.h"

#include "core/export/qualitysearch.h"
#include "core/export/similarity.h"
#include "core/media/animation.h"
#include "core/media/metadata/orientation.h"
#include "core/storage/readfile.h"

#include <QColorSpace>
#include <QElapsedTimer>

namespace lightwell {

namespace {

/// Formats that change no pixel, whatever the options.
bool isExact(ImageFormat format)
{
    return format == ImageFormat::Png || format == ImageFormat::Tiff;
}

bool haveSamePixels(const QImage &one, const QImage &other)
{
    const auto format = one.hasAlphaChannel() ? QImage::Format_RGBA64 : QImage::Format_RGBX64;
    QImage a = one.convertToFormat(format);
    QImage b = other.convertToFormat(format);
    for (QImage *image : {&a, &b}) {
        image->setColorSpace({}); // said otherwise by another format
    }
    return a == b;
}

} // namespace

Result<ExportSource> exportSource(const QString &file)
{
    const Result<QByteArray> bytes = readRegularFile(file, DecodeLimits().maxBytes);
    if (!bytes) {
        return bytes.error();
    }
    const Result<ImageInfo> info = probeImage(*bytes);
    const Result<QImage> image = info ? decodeImage(*bytes) : Result<QImage>(info.error());
    if (!image) {
        return image.error();
    }
    return ExportSource {metadata::turned(*image, metadata::orientationIn(*bytes, info->format)), info->format,
                         bytes->size(), isAnimated(*bytes)};
}

Result<ExportPreview> previewExport(const QImage &image, const ExportOptions &options)
{
    const EncodeOptions encoding = encodingFor(options);
    QElapsedTimer timer;
    timer.start();
    const Result<Encoded> encoded = encodeAsWished(image, encoding, options);
    if (!encoded) {
        return encoded.error();
    }
    ExportPreview preview;
    preview.milliseconds = timer.elapsed();
    preview.bytes = encoded->bytes.size();
    preview.quality = encoded->quality;
    preview.expected = bestIn(image, encoding);
    if (isExact(options.format)) {
        preview.seen = preview.expected;
        preview.isSame = true;
        return preview;
    }
    const Result<QImage> seen = decodeImage(encoded->bytes);
    if (!seen) {
        return seen.error();
    }
    preview.seen = *seen;
    preview.isSame = haveSamePixels(preview.expected, preview.seen);
    preview.similarity = preview.isSame ? 1 : similarity(preview.expected, preview.seen);
    return preview;
}

Result<qint64> measureExport(const QString &file, const ExportOptions &options, const RecipeInBooks &inBooks)
{
    const Result<QByteArray> bytes = readRegularFile(file, DecodeLimits().maxBytes);
    const Result<ExportedPicture> picture = bytes ? exportPicture(*bytes, options, inBooks) : bytes.error();
    return picture ? Result<qint64>(picture->bytes.size()) : picture.error();
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thumbnails/thumbnails.h"

#include "core/media/codec.h"
#include "core/storage/mediastore.h"
#include "core/thumbnails/meancolour.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int quality = 85; // of what is looked at for a moment

QString nameOf(const QString &id, Thumbnails::Size size)
{
    return id + (size == Thumbnails::Size::Small ? ".s"_L1 : ".l"_L1);
}

QImage within(const QImage &image, QSize bound)
{
    if (image.width() <= bound.width() && image.height() <= bound.height()) {
        return image;
    }
    const QSize size = image.size().scaled(bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// JPEG is read fastest, and WebP keeps what is transparent.
QByteArray encoded(const QImage &image)
{
    EncodeOptions options;
    options.format = image.hasAlphaChannel() ? ImageFormat::Webp : ImageFormat::Jpeg;
    options.compression = quality;
    const Result<QByteArray> bytes = encodeImage(image, options);
    return bytes ? *bytes : QByteArray();
}

} // namespace

Thumbnails::Thumbnails(const MediaStore &media, const QString &folder, qint64 maxBytes)
    : m_media(media)
    , m_cache(folder, maxBytes)
{
}

Result<Thumbnail> Thumbnails::of(const QString &id, Size size)
{
    if (const QByteArray kept = m_cache.read(nameOf(id, size)); !kept.isEmpty()) {
        if (const Result<QImage> image = decodeImage(kept)) {
            return Thumbnail {*image, meanColour(*image), !m_media.pathOf(id).isEmpty()};
        }
    }
    const Result<QByteArray> bytes = m_media.read(id);
    const Result<QImage> whole = bytes ? decodeImage(*bytes) : Result<QImage>(bytes.error());
    if (!whole) {
        // What is left of it may be of the other size.
        const QByteArray other = m_cache.read(nameOf(id, size == Size::Small ? Size::Large : Size::Small));
        const Result<QImage> image = other.isEmpty() ? whole : decodeImage(other);
        return image ? Result<Thumbnail>(Thumbnail {within(*image, bound(size)), meanColour(*image), false})
                     : whole.error();
    }
    const QImage small = within(*whole, bound(size))
                             .convertToFormat(whole->hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    m_cache.write(nameOf(id, size), encoded(small));
    return Thumbnail {small, meanColour(small), true};
}

void Thumbnails::forget(const QString &id)
{
    m_cache.remove(nameOf(id, Size::Small));
    m_cache.remove(nameOf(id, Size::Large));
}

QSize Thumbnails::bound(Size size)
{
    return size == Size::Small ? QSize(512, 256) : QSize(1280, 640);
}

} // namespace lightwell

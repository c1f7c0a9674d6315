// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/thumbnails/thumbnailcache.h"

#include <QImage>

namespace lightwell {

class MediaStore;

/// A picture made small, and what can be said of it from that.
struct Thumbnail
{
    QImage image;
    QRgb colour = 0; ///< the mean of its pixels
    bool isFileThere = true; ///< else only the thumbnail is left of it
};

/// Pictures of the media store, small: made once of their files, then kept on the disk under their content address.
class Thumbnails
{
public:
    enum class Size {
        Small, ///< within 512 × 256 pixels
        Large, ///< within 1280 × 640 pixels
    };
    static constexpr qint64 usualMaxBytes = 1024LL * 1024 * 1024;

    /// `media` outlives this.
    Thumbnails(const MediaStore &media, const QString &folder, qint64 maxBytes = usualMaxBytes);

    /// Blocks on disk and decoder: call it on the thread pool. Thread-safe. `id` as in Picture. An error: its file
    /// cannot be read, and it was never made small before.
    [[nodiscard]] Result<Thumbnail> of(const QString &id, Size size);
    void forget(const QString &id);
    [[nodiscard]] static QSize bound(Size size);

private:
    const MediaStore &m_media;
    ThumbnailCache m_cache;
};

} // namespace lightwell

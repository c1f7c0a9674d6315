// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/mediastore.h"

namespace lightwell {

/// Pictures that were made for answers nobody paid for: placeholders, and recorded pictures in another format. Beyond
/// its bound the oldest go: their links open for a while, not for ever. Thread-safe; blocks on the disk: call it on the
/// thread pool.
class MadePictures
{
public:
    explicit MadePictures(const QString &folder, qint64 bytes = 256LL * 1024 * 1024);
    /// Where there is no folder, or it cannot be written, the picture lies in memory (Picture::content).
    [[nodiscard]] Picture keep(const QByteArray &bytes, ImageFormat format, QSize size) const;
    [[nodiscard]] Result<QByteArray> read(const QString &id) const; ///< an error: it is none of them

private:
    void makeRoom() const;

    MediaStore m_store;
    bool m_hasFolder;
    qint64 m_bytes;
};

} // namespace lightwell

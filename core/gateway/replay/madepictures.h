// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/mediastore.h"

#include <QStringList>

namespace lightwell {

/// Pictures that were made for answers nobody paid for: placeholders, and recorded pictures in another format. Beyond
/// its bound the oldest go: their links open for a while, not for ever. Thread-safe; blocks on the disk: call it on the
/// thread pool.
class MadePictures
{
public:
    explicit MadePictures(const QString &folder, qint64 bytes = 256LL * 1024 * 1024);
    /// Where there is no folder, or it cannot be written, the picture lies in memory (Picture::content). `of` is the
    /// generation whose picture it shows in another form; empty: nobody's.
    [[nodiscard]] Picture keep(const QByteArray &bytes, ImageFormat format, QSize size, const QString &of = {}) const;
    /// What shows pictures of this generation, and of no other. False: some of it cannot be removed.
    [[nodiscard]] bool forget(const QString &generation) const;
    [[nodiscard]] Result<QByteArray> read(const QString &id) const; ///< an error: it is none of them

private:
    void makeRoom() const;
    /// Files named after a generation and a picture that shows one of its own ("gen_x.ID"); "*" is any of them.
    [[nodiscard]] QStringList notes(const QString &generation, const QString &picture) const;

    MediaStore m_store;
    QString m_notes; ///< their folder, in which the store writes them (Arrivals)
    bool m_hasFolder;
    qint64 m_bytes;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

namespace lightwell {

/// Pictures as files named by their content (BLAKE2b-256), in folders of the first two digits. Written to disk
/// and synced before anything else can fail. Thread-safe: only files, no state.
class MediaStore
{
public:
    explicit MediaStore(QString folder);
    /// Blocks on the disk: call on the thread pool. The same bytes twice are one file.
    [[nodiscard]] Result<Picture> write(const QByteArray &bytes, ImageFormat format, QSize size) const;
    [[nodiscard]] Result<QByteArray> read(const QString &id) const; ///< refuses ids that are no content address
    [[nodiscard]] QString pathOf(const QString &id) const; ///< empty: not in the store
    [[nodiscard]] static QString contentAddress(const QByteArray &bytes);

private:
    QString m_folder;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>

class QFileDevice;

namespace lightwell {

/// Writes the whole file or nothing, readable by this user only, and returns when it is on the disk: the file is
/// synced before it gets its name, the folder after. Full disks and read-only folders are ErrorKind::Storage.
[[nodiscard]] Status writeDurably(const QString &path, const QByteArray &bytes);

/// The same for a file that is named after its content and checked against it by whoever finds it: it gets its name
/// first, so that file and folder reach the disk together, with one wait instead of two. A crash in between may leave
/// a part of it under that name.
[[nodiscard]] Status writeAddressed(const QString &path, const QByteArray &bytes);

/// The same in two steps, for who finds out the name while it is filled on another thread. Goes again unless it is
/// named.
class AddressedFile
{
public:
    explicit AddressedFile(const QString &beginning); ///< of a path on the file system that it gets its name on
    [[nodiscard]] Status fill(const QByteArray &bytes);
    [[nodiscard]] Status name(const QString &path); ///< returns when it is on the disk

private:
    const QString m_beginning;
    QTemporaryFile m_file;
};

/// Gives a temporary file that somebody else has filled its name, unless that is taken; then, too, it is no failure.
/// Returns when it is on the disk.
[[nodiscard]] Status nameDurably(QTemporaryFile &file, const QString &path);

/// Makes a folder (and those above it) readable by this user only; an existing one is left as it is.
[[nodiscard]] Status makeDurableFolder(const QString &path);

/// Returns when the names that files got in the folder of `path` are on the disk.
[[nodiscard]] Status syncFolderOf(const QString &path);

/// A plain sentence for what went wrong with a file.
[[nodiscard]] Error fileError(const QFileDevice &file);

} // namespace lightwell

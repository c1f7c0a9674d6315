// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/paths.h"

#include <QDateTime>

/// A home in one file, and back: the database, the settings, the user's own catalog, rules and workflows and, where
/// wanted, the pictures. Never keys. Both block on the disk.
namespace lightwell {

class Store;

struct BackupReport
{
    qint64 bytes = 0; ///< of the file
    QStringList files; ///< names in it, without pictures
    qsizetype pictures = 0;
};

/// Writes `file` as a whole or not at all, reads it back to its end, and only then gives it its name; one that is there
/// already is refused. Other programs may go on working in the home.
[[nodiscard]] Result<BackupReport> backUpHome(const Paths &paths, Store &store, const QString &file, bool withPictures);

struct RestoreReport
{
    QString version; ///< of the program that made the backup
    QDateTime createdAt;
    QStringList files; ///< that are in their places now, without pictures
    QStringList keptAside; ///< what was there before, under its new name
    qsizetype pictures = 0; ///< that were not there before
};

enum class Replace { Nothing, KeepingAside };

/// Puts all of a backup into the home, or nothing. The whole backup is read, checked and brought to the present schema
/// beside the home before anything there is touched. Refused: a home in which a program runs, a damaged or cut-off
/// backup, one of a newer version, entries that are none of ours and, unless they may be kept aside, a home that has a
/// database or settings of its own.
[[nodiscard]] Result<RestoreReport> restoreHome(const Paths &paths, const QString &file, Replace replace);

/// Where a restore was killed as it gave files their names: takes it back, so that all is as it was. To be called
/// before anything of the home is read. True: there was one. Costs one look where there was none.
[[nodiscard]] Result<bool> takeBackRestore(const Paths &paths);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

#include <optional>
#include <sys/types.h>

namespace lightwell {

/// By which a file is known, whatever its name. Moved or replaced, another one is at its path.
struct FileIdentity
{
    dev_t device = 0;
    ino_t number = 0;
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// One look at the file system; nothing where there is no such file.
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString &file);

/// Whether a database may be opened for writing as it lies there. Refused is what SQLite would take for a beginning,
/// removing the -wal with the newest entries: a file that is empty or missing beside one, or empty where a home was
/// used before; and a file that fits together without its -wal, but not with it. Changes nothing.
[[nodiscard]] Status checkDatabaseFile(const QString &file);

/// Whether this home was used before, although its database is missing: a new one is begun, and that is told.
[[nodiscard]] bool lacksItsDatabase(const QString &file);

} // namespace lightwell

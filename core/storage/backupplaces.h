// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/paths.h"

#include <QList>

#include <optional>

/// What a backup may hold, under which name, and where that lies in a home. Nothing else is ever put into one or taken
/// out of one: no key, and no path that leads out of the home.
namespace lightwell::backupplaces {

inline constexpr char manifestName[] = "lightwell-backup.json"; ///< the last entry of a backup
inline constexpr char databaseName[] = "lightwell.db";

struct Place
{
    QString name; ///< in the backup: "workflows/mine.json"
    QString folder; ///< of the home, in which it lies; may be a link to another disk
    QString path; ///< in the home, absolute
    bool isPicture = false;
};

/// Nothing: no backup holds such an entry.
[[nodiscard]] std::optional<Place> placeOf(const QString &name, const Paths &paths);
/// Those of the home that are there, without its database and pictures.
[[nodiscard]] QList<Place> configurationOf(const Paths &paths);
[[nodiscard]] QList<Place> picturesOf(const Paths &paths);
/// All that a Place may lie in.
[[nodiscard]] QStringList foldersOf(const Paths &paths);

} // namespace lightwell::backupplaces

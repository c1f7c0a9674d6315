// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

namespace lightwell {

/// Where this user's things lie. LIGHTWELL_HOME puts all in one folder; otherwise the XDG folders.
struct Paths
{
    QString config; ///< settings.ini, catalog.json, the encrypted key file
    QString data; ///< lightwell.db, media/
    QString logs;

    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString userCatalogFile() const;
    [[nodiscard]] QString secretsFile() const;
    [[nodiscard]] QString secretsWitnessFile() const; ///< apart from the secrets, to notice that they are older ones
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString mediaFolder() const;
    /// Below the system's temporary folder: for pictures the media folder cannot take. Not made by create().
    /// Empty: there is no such folder.
    [[nodiscard]] static QString rescueFolder();
    [[nodiscard]] QString logFile() const;

    [[nodiscard]] static Paths standard(); ///< reads the environment; creates nothing
    [[nodiscard]] Status create() const; ///< makes the folders, readable by this user only
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

namespace lightwell {

/// Where this user's things lie. LIGHTWELL_HOME puts all in one folder; otherwise the XDG folders.
struct Paths
{
    QString config; ///< settings.ini, catalog.json, routing.json, presets.json, the encrypted key file
    QString data; ///< lightwell.db, media/
    QString logs;

    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString userCatalogFile() const;
    [[nodiscard]] QString presetsFile() const; ///< sets of fields that programs name at the gateway
    [[nodiscard]] QString routingFile() const; ///< which offers are tried, and in which order
    [[nodiscard]] QString workflowsFolder() const; ///< the user's own workflows; need not be there
    [[nodiscard]] QString foundEnginesFile() const; ///< what the last search on this machine found
    [[nodiscard]] QString modelListsFolder() const; ///< what vendors said they have, for when there is no network
    [[nodiscard]] QString secretsFile() const;
    [[nodiscard]] QString keyBookFile() const; ///< which keys have names, and which are set aside; holds no key
    [[nodiscard]] QString secretsWitnessFile() const; ///< apart from the secrets, to notice that they are older ones
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString balancesFile() const; ///< what was left at vendors when they were asked last
    [[nodiscard]] QString restoreNoteFile() const; ///< there while a restore gives files their names
    [[nodiscard]] QString mediaFolder() const;
    [[nodiscard]] QString replayFolder() const; ///< recordings of calls, notes of cached ones, placeholder pictures
    [[nodiscard]] QString thumbnailsFolder() const; ///< may be removed at any time
    [[nodiscard]] QString referencesFolder() const; ///< pictures that were pasted into the window's form, and its masks
    /// Below the system's temporary folder: for pictures the media folder cannot take. Not made by create().
    /// Empty: there is no such folder.
    [[nodiscard]] static QString rescueFolder();
    [[nodiscard]] QString logFile() const;

    /// Reads the environment and, where HOME is not set, the password file; creates nothing. Empty where there is no
    /// home: nothing is ever kept in the root directory.
    [[nodiscard]] static Paths standard();
    [[nodiscard]] static QStringList ignoredVariables(); ///< of XDG, which hold a relative path
    [[nodiscard]] Status known() const; ///< an error where there is no home
    [[nodiscard]] Status create() const; ///< makes the folders, readable by this user only
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What disk and database did not do. A file or folder is a text: its path as the system writes it.
namespace lightwell::reasons {

// The disk.
inline constexpr ReasonCode<> diskFull {"disk_full"};
inline constexpr ReasonCode<QString> fileNotWritten {"file_not_written"};
inline constexpr ReasonCode<QString> fileNotRead {"file_not_read"};
inline constexpr ReasonCode<QString, QString> fileUnreadable {"file_unreadable"}; ///< and what the system says
// The settings were damaged, so nothing is paid for: file, and where it is now; or it cannot be moved.
inline constexpr ReasonCode<QString, QString> settingsKeptAside {"settings_kept_aside"};
inline constexpr ReasonCode<QString> settingsDamagedInPlace {"settings_damaged_in_place"};
/// A value in the settings that cannot be used: file, "section/name", the value, and what is used in its place
inline constexpr ReasonCode<QString, QString, QString, QString> settingUnusable {"setting_unusable"};
inline constexpr ReasonCode<QString, QString> settingUnknown {"setting_unknown"}; ///< file, and "section/name"
inline constexpr ReasonCode<QString> fileIsFolder {"file_is_folder"};
inline constexpr ReasonCode<QString> fileIsPipe {"file_is_pipe"};
inline constexpr ReasonCode<QString> fileIsSocket {"file_is_socket"};
inline constexpr ReasonCode<QString> fileIsDevice {"file_is_device"};
inline constexpr ReasonCode<QString> fileIsNone {"file_is_none"};
inline constexpr ReasonCode<QString, qint64> fileOverMebibytes {"file_over_mebibytes"};
inline constexpr ReasonCode<QString, qint64> fileOverKibibytes {"file_over_kibibytes"};
inline constexpr ReasonCode<QString, qint64> fileOverBytes {"file_over_bytes"};

// Pictures.
inline constexpr ReasonCode<> pictureNotThere {"picture_not_there"};
inline constexpr ReasonCode<> pictureHasNoBytes {"picture_has_no_bytes"};
inline constexpr ReasonCode<QString> pictureFileDamaged {"picture_file_damaged"};
inline constexpr ReasonCode<Reason, QString> pictureRescuedTo {"picture_rescued_to"}; ///< why, and where
inline constexpr ReasonCode<Reason> pictureOnlyInMemory {"picture_only_in_memory"};

// The database.
inline constexpr ReasonCode<> databaseBusy {"database_busy"};
inline constexpr ReasonCode<> databaseReadOnly {"database_read_only"};
inline constexpr ReasonCode<> databaseDamaged {"database_damaged"};
inline constexpr ReasonCode<> databaseNotOpened {"database_not_opened"};
inline constexpr ReasonCode<> diskFailed {"disk_failed"};
inline constexpr ReasonCode<> databaseStepFailed {"database_step_failed"};
inline constexpr ReasonCode<> databaseRolledBack {"database_rolled_back"};
inline constexpr ReasonCode<> databaseNewer {"database_newer"};
inline constexpr ReasonCode<> databaseOlder {"database_older"};
inline constexpr ReasonCode<> databaseEmpty {"database_empty"}; ///< where a home was used before
inline constexpr ReasonCode<QString> databaseGoneFromLog {"database_gone_from_log"}; ///< the -wal that is left
inline constexpr ReasonCode<QString> databaseBesideForeignLog {"database_beside_foreign_log"}; ///< that log
inline constexpr ReasonCode<> databaseReplaced {"database_replaced"}; ///< while the program runs
inline constexpr ReasonCode<QStringList> databaseLacksTables {"database_lacks_tables"};
inline constexpr ReasonCode<> databaseOfAnother {"database_of_another"};
inline constexpr ReasonCode<Reason> databaseNotCopied {"database_not_copied"};
inline constexpr ReasonCode<Reason> databaseNotBroughtOn {"database_not_brought_on"};
inline constexpr ReasonCode<Reason, QString> databaseNotBroughtOnFrom {"database_not_brought_on_from"}; ///< the backup

// Backups.
inline constexpr ReasonCode<QString> backupIsThere {"backup_is_there"};
inline constexpr ReasonCode<QString> backupDamaged {"backup_damaged"};
inline constexpr ReasonCode<> backupOfAnother {"backup_of_another"}; ///< no backup at all
inline constexpr ReasonCode<> backupNewer {"backup_newer"};
inline constexpr ReasonCode<QString> backupForeignEntry {"backup_foreign_entry"}; ///< its name
inline constexpr ReasonCode<QString> restoreWouldReplace {"restore_would_replace"}; ///< a file of the home

inline constexpr ReasonCode<> homeUnknown {"home_unknown"};
inline constexpr ReasonCode<QString> homeInUse {"home_in_use"}; ///< by a program that runs
inline constexpr ReasonCode<QString> homeRestoring {"home_restoring"}; ///< a backup is being put into it

// The home: a user is a text, the account's name.
inline constexpr ReasonCode<QString, QString> ownerUnknown {"owner_unknown"};
inline constexpr ReasonCode<QString, QString> ownerAbove {"owner_above"};
inline constexpr ReasonCode<QString, QString> ownerBesideRoot {"owner_beside_root"};
inline constexpr ReasonCode<QString, QString> ownerOther {"owner_other"};
inline constexpr ReasonCode<QString> writableByOthers {"writable_by_others"};
inline constexpr ReasonCode<QString> placeIsNoFile {"place_is_no_file"};
inline constexpr ReasonCode<QString> placeIsNoFolder {"place_is_no_folder"};

} // namespace lightwell::reasons

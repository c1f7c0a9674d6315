// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storagereasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> storageRows()
{
    const Aside accepting {
        QT_TRANSLATE_NOOP("Storage", "Or look through the settings and use them as they are."),
        QT_TRANSLATE_NOOP("Storage",
                          "\"lightwell-cli settings\" shows what holds now, \"settings accept\" takes "
                          "it as it is.")};
    return {
        {reasons::diskFull, QT_TRANSLATE_NOOP("Storage", "The disk is full. Free some space.")},
        {reasons::fileNotWritten,
         QT_TRANSLATE_NOOP("Storage", "%1 could not be written. Check the permissions of its folder.")},
        {reasons::fileNotRead, QT_TRANSLATE_NOOP("Storage", "%1 could not be read.")},
        {reasons::fileUnreadable, QT_TRANSLATE_NOOP("Storage", "%1 cannot be read: %2.")},
        {reasons::settingsKeptAside,
         QT_TRANSLATE_NOOP(
             "Storage",
             "%1 was damaged and is kept as %2. What could not be read of it is at its default, so nothing "
             "is paid for now. Put the file back, repaired or from a backup, and start anew."),
         accepting},
        {reasons::settingsDamagedInPlace,
         QT_TRANSLATE_NOOP("Storage",
                           "%1 is damaged or cannot be read, so nothing is paid for and no change of settings is kept. "
                           "Repair it or move it away, and start anew.")},
        {reasons::settingUnusable,
         QT_TRANSLATE_NOOP("Storage",
                           "%1: %2 cannot be \"%3\". As long as it is, %4 is used. The file stays as it is.")},
        {reasons::settingUnknown,
         QT_TRANSLATE_NOOP("Storage", "%1: this version knows no %2. It is left out, and the file stays as it is.")},
        {reasons::fileIsFolder, QT_TRANSLATE_NOOP("Storage", "%1 is a folder, not a file.")},
        {reasons::fileIsPipe, QT_TRANSLATE_NOOP("Storage", "%1 is a pipe, not a file.")},
        {reasons::fileIsSocket, QT_TRANSLATE_NOOP("Storage", "%1 is a socket, not a file.")},
        {reasons::fileIsDevice, QT_TRANSLATE_NOOP("Storage", "%1 is a device, not a file.")},
        {reasons::fileIsNone, QT_TRANSLATE_NOOP("Storage", "%1 is not a file.")},
        {reasons::fileOverMebibytes, QT_TRANSLATE_NOOP("Storage", "%1 has more than %2 MiB.")},
        {reasons::fileOverKibibytes, QT_TRANSLATE_NOOP("Storage", "%1 has more than %2 KiB.")},
        {reasons::fileOverBytes, QT_TRANSLATE_NOOP("Storage", "%1 has more than %2 bytes.")},
        {reasons::pictureNotThere, QT_TRANSLATE_NOOP("Storage", "There is no such picture.")},
        {reasons::pictureHasNoBytes, QT_TRANSLATE_NOOP("Storage", "An empty picture cannot be kept.")},
        {reasons::pictureFileDamaged, QT_TRANSLATE_NOOP("Storage", "The file of this picture is damaged: %1")},
        {reasons::pictureRescuedTo,
         QT_TRANSLATE_NOOP("Storage",
                           "%1 The picture lies in %2 for now, which the system may delete at its next start: "
                           "save it elsewhere.")},
        {reasons::pictureOnlyInMemory,
         QT_TRANSLATE_NOOP("Storage",
                           "%1 The picture is in no file yet, only in memory until Lightwell closes: save it "
                           "elsewhere now.")},
        {reasons::databaseBusy,
         QT_TRANSLATE_NOOP("Storage",
                           "The database is in use by another program for too long. Close other copies of "
                           "Lightwell and try again.")},
        {reasons::databaseReadOnly,
         QT_TRANSLATE_NOOP("Storage", "The database cannot be written. Check the permissions of its folder.")},
        {reasons::databaseDamaged,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file is damaged or is no database. Restore it from a backup, or move "
                           "it away and start anew.")},
        {reasons::databaseNotOpened,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file cannot be opened. Check that its folder exists and can be "
                           "written.")},
        {reasons::diskFailed,
         QT_TRANSLATE_NOOP("Storage", "The disk reported an error while the database was in use.")},
        {reasons::databaseStepFailed, QT_TRANSLATE_NOOP("Storage", "The database did not carry out a step.")},
        {reasons::databaseRolledBack,
         QT_TRANSLATE_NOOP("Storage", "The database did not carry out a step. (The transaction was rolled back.)")},
        {reasons::databaseNewer,
         QT_TRANSLATE_NOOP("Storage",
                           "The database was written by a newer version of Lightwell. Install that version, or "
                           "start this one with another folder.")},
        {reasons::databaseOlder,
         QT_TRANSLATE_NOOP("Storage",
                           "The database is of an older version of Lightwell and cannot be changed here. Open "
                           "it once where it can be written, or copy the folder and set LIGHTWELL_HOME to the "
                           "copy.")},
        {reasons::databaseEmpty,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file is empty, although this home was used before. Put it back from a "
                           "backup, or remove it to start anew.")},
        {reasons::databaseGoneFromLog,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file is gone or empty, but %1, which belongs to it, is still there. Put the "
                           "database back, or move both away to start anew.")},
        {reasons::databaseBesideForeignLog,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file and %1 do not belong together: the file was probably put back from a "
                           "backup. Move %1 away to use the file as it is.")},
        {reasons::databaseReplaced,
         QT_TRANSLATE_NOOP("Storage",
                           "The database file was moved or replaced while this program runs, so nothing is paid for. "
                           "Restart it.")},
        {reasons::databaseLacksTables,
         QT_TRANSLATE_NOOP("Storage",
                           "The database lacks a part of its tables (%1). Restore it from a backup, or move it away "
                           "and start anew.")},
        {reasons::databaseOfAnother, QT_TRANSLATE_NOOP("Storage", "The database file belongs to another program.")},
        {reasons::databaseNotCopied,
         QT_TRANSLATE_NOOP("Storage",
                           "No copy of the database could be made before changing it to the new version, so it "
                           "was left as it is. %1")},
        {reasons::databaseNotBroughtOn,
         QT_TRANSLATE_NOOP("Storage",
                           "The database could not be brought to this version of Lightwell, and was left as it was. "
                           "%1 If this stays so, close Lightwell and restore it from a backup.")},
        {reasons::databaseNotBroughtOnFrom,
         QT_TRANSLATE_NOOP("Storage",
                           "The database could not be brought to this version of Lightwell, and was left as it was. "
                           "%1 If this stays so, close Lightwell and restore it from %2.")},
        {reasons::backupIsThere,
         QT_TRANSLATE_NOOP("Storage", "%1 is there already and is not written over. Choose another name.")},
        {reasons::backupDamaged,
         QT_TRANSLATE_NOOP("Storage",
                           "The backup %1 is damaged or cut off, so nothing was taken from it. Use another one.")},
        {reasons::backupOfAnother, QT_TRANSLATE_NOOP("Storage", "This file is no backup of Lightwell.")},
        {reasons::backupNewer,
         QT_TRANSLATE_NOOP("Storage", "The backup was made by a newer version of Lightwell. Install that version.")},
        {reasons::backupForeignEntry,
         QT_TRANSLATE_NOOP(
             "Storage", "The backup holds \"%1\", which Lightwell never puts into one, so nothing was taken from it.")},
        {reasons::restoreWouldReplace,
         QT_TRANSLATE_NOOP(
             "Storage",
             "%1 is there already. With --force the backup takes its place, and what is there now is kept "
             "beside it under another name.")},
        {reasons::homeInUse,
         QT_TRANSLATE_NOOP(
             "Storage", "A program works in %1. Close the window, \"serve\" and other commands of Lightwell first.")},
        {reasons::homeRestoring,
         QT_TRANSLATE_NOOP("Storage", "A backup is being put into %1 just now. Try again when that is done.")},
        {reasons::homeUnknown,
         QT_TRANSLATE_NOOP("Storage",
                           "This user has no home folder. Set HOME, or LIGHTWELL_HOME to a folder for Lightwell.")},
        {reasons::ownerUnknown,
         QT_TRANSLATE_NOOP("Storage", "%1 belongs to user number %2, whom this computer does not know.")},
        {reasons::ownerAbove,
         QT_TRANSLATE_NOOP("Storage",
                           "The folder %1 belongs to the user %2, who can put other folders in the place of "
                           "those within. Keep Lightwell's folder elsewhere (LIGHTWELL_HOME).")},
        {reasons::ownerBesideRoot,
         QT_TRANSLATE_NOOP("Storage",
                           "%1 belongs to the user %2, who can change what Lightwell does as root. Start "
                           "Lightwell as %2, or set LIGHTWELL_HOME to a folder of root's.")},
        {reasons::ownerOther,
         QT_TRANSLATE_NOOP("Storage",
                           "%1 belongs to the user %2, who could read and change everything Lightwell keeps "
                           "there. Set LIGHTWELL_HOME to a folder of your own.")},
        {reasons::writableByOthers,
         QT_TRANSLATE_NOOP("Storage",
                           "Everybody on this computer may change the folder %1, and so put files of their own "
                           "in the place of Lightwell's. Take that right away: chmod o-w.")},
        {reasons::placeIsNoFile, QT_TRANSLATE_NOOP("Storage", "%1 is not a file. Move it away.")},
        {reasons::placeIsNoFolder, QT_TRANSLATE_NOOP("Storage", "%1 is not a folder. Move it away.")},
    };
}

} // namespace lightwell::wording

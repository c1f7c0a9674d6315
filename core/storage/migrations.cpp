// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/backend.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

Error refused(const QString &message)
{
    return notSent(ErrorKind::Storage, message);
}

Error newer()
{
    return refused(QCoreApplication::translate("Storage",
                                               "The database was written by a newer version of Lightwell. Install "
                                               "that version, or start this one with another folder."));
}

/// Its version, where that is one of these.
Result<int> knownVersion(Database &database, const QList<Migration> &migrations)
{
    const Result<int> version = database.backend().schemaVersion(database);
    if (!version) {
        return version;
    }
    if (*version < 0) {
        return refused(QCoreApplication::translate("Storage",
                                                   "The database file is damaged or is no database. Restore it from a "
                                                   "backup, or move it away and start anew."));
    }
    return *version > migrations.size() ? newer() : version;
}

Result<bool> backUp(Database &database, int version)
{
    Result<bool> saved = database.backend().backUp(database, version);
    if (saved) {
        return saved;
    }
    Error error = saved.error();
    error.message = QCoreApplication::translate("Storage",
                                                "No copy of the database could be made before changing it to the "
                                                "new version, so it was left as it is. %1")
                        .arg(error.message);
    return error;
}

Status carryOut(Database &database, const Migration::Part &part)
{
    if (const auto *work = std::get_if<Migration::Work>(&part)) {
        return (*work)(database);
    }
    const QStringList statements = splitStatements(std::get<QString>(part));
    for (const QString &statement : statements) {
        if (const Result<int> done = change(database, statement); !done) {
            return done.error();
        }
    }
    return Success();
}

Status apply(Database &database, const Migration &migration, int target)
{
    for (const Migration::Part &part : migration.parts) {
        if (const Status done = carryOut(database, part); !done) {
            return done;
        }
    }
    return database.backend().setSchemaVersion(database, target);
}

/// The disk is full, or its tables are not those of its version. Where that does not pass, only a backup helps.
Error notBroughtOn(Error error, const QString &backup)
{
    error.kind = ErrorKind::Storage;
    error.message = backup.isEmpty()
        ? QCoreApplication::translate("Storage",
                                      "The database could not be brought to this version of Lightwell, and was left as "
                                      "it was. %1 If this stays so, close Lightwell and restore it from a backup.")
              .arg(error.message)
        : QCoreApplication::translate("Storage",
                                      "The database could not be brought to this version of Lightwell, and was left as "
                                      "it was. %1 If this stays so, close Lightwell and restore it from %2.")
              .arg(error.message, backup);
    return error;
}

Status applyAll(Database &database, const QList<Migration> &migrations, int version)
{
    for (int target = version + 1; target <= migrations.size(); ++target) {
        if (const Status done = apply(database, migrations.at(target - 1), target); !done) {
            return done;
        }
    }
    return Success();
}

/// In a transaction in which the version was read: whoever came late has waited for it, and finds the work done.
Status bringOn(Database &database, const QList<Migration> &migrations)
{
    const Backend &backend = database.backend();
    const Result<int> version = knownVersion(database, migrations);
    if (!version) {
        return version.error();
    }
    const Result<bool> hasTables = backend.hasTables(database);
    if (!hasTables) {
        return hasTables.error();
    }
    if (*version == 0 && *hasTables) {
        return refused(QCoreApplication::translate("Storage", "The database file belongs to another program."));
    }
    if (*version == 0 || *version == migrations.size()) {
        return applyAll(database, migrations, *version);
    }
    const Result<bool> saved = backUp(database, *version);
    if (!saved) {
        return saved.error();
    }
    const Status done = applyAll(database, migrations, *version);
    if (done) {
        return done;
    }
    if (*saved) {
        backend.dropBackup(*version);
    }
    return notBroughtOn(done.error(), *saved ? QString() : backend.backupName(*version));
}

} // namespace

Status checkVersion(Database &database, const QList<Migration> &migrations)
{
    const Result<int> version = knownVersion(database, migrations);
    if (!version) {
        return version.error();
    }
    if (*version < migrations.size()) {
        return refused(QCoreApplication::translate("Storage",
                                                   "The database is of an older version of Lightwell and cannot be "
                                                   "changed here. Open it once where it can be written, or copy the "
                                                   "folder and set LIGHTWELL_HOME to the copy."));
    }
    return Success();
}

Status migrate(Database &database, const QList<Migration> &migrations)
{
    const Backend &backend = database.backend();
    const Result<int> version = knownVersion(database, migrations);
    if (!version) {
        return version.error();
    }
    if (*version == migrations.size()) {
        return Success();
    }
    const auto bringItOn = [&] { return inTransaction(database, [&] { return bringOn(database, migrations); }); };
    if (*version == 0) {
        return bringItOn();
    }
    if (const Status waits = backend.setPatience(database, Backend::Patience::ForMigrations); !waits) {
        return waits;
    }
    const Status done = bringItOn();
    const Status waits = backend.setPatience(database, Backend::Patience::Usual);
    return done ? waits : done;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/backend.h"
#include "core/storage/query.h"
#include "core/storage/storagereasons.h"
#include "core/storage/transaction.h"

namespace lightwell {

namespace {

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Storage, reason);
}

Error newer()
{
    return refused(reasons::databaseNewer());
}

/// Its version, where that is one of these.
Result<int> knownVersion(Database &database, const QList<Migration> &migrations)
{
    Result<int> version = database.backend().schemaVersion(database);
    if (!version) {
        return version;
    }
    if (*version < 0) {
        return refused(reasons::databaseDamaged());
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
    error.setReason(reasons::databaseNotCopied(error.why()));
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
        if (Status done = carryOut(database, part); !done) {
            return done;
        }
    }
    return database.backend().setSchemaVersion(database, target);
}

/// The disk is full, or its tables are not those of its version. Where that does not pass, only a backup helps.
Error notBroughtOn(Error error, const QString &backup)
{
    error.kind = ErrorKind::Storage;
    error.setReason(backup.isEmpty() ? reasons::databaseNotBroughtOn(error.why())
                                     : reasons::databaseNotBroughtOnFrom(error.why(), backup));
    return error;
}

Status applyAll(Database &database, const QList<Migration> &migrations, int version)
{
    for (int target = version + 1; target <= migrations.size(); ++target) {
        if (Status done = apply(database, migrations.at(target - 1), target); !done) {
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
        return refused(reasons::databaseOfAnother());
    }
    if (*version == 0 || *version == migrations.size()) {
        return applyAll(database, migrations, *version);
    }
    const Result<bool> saved = backUp(database, *version);
    if (!saved) {
        return saved.error();
    }
    Status done = applyAll(database, migrations, *version);
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
        return refused(reasons::databaseOlder());
    }
    return Success();
}

Status migrate(Database &database, const QList<Migration> &migrations)
{
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
    database.setPatience(Database::migrationPatience);
    Status done = bringItOn();
    database.setPatience(Database::usualPatience);
    return done;
}

} // namespace lightwell

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

Status backUp(Database &database, int version)
{
    Status saved = database.backend().backUp(database, version);
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
    return inTransaction(database, [&]() -> Status {
        // Another program may have done this step while we waited for the lock.
        const Result<int> version = database.backend().schemaVersion(database);
        if (!version) {
            return version.error();
        }
        if (*version >= target) {
            return Success();
        }
        for (const Migration::Part &part : migration.parts) {
            if (const Status done = carryOut(database, part); !done) {
                return done;
            }
        }
        return database.backend().setSchemaVersion(database, target);
    });
}

} // namespace

Status checkVersion(Database &database, const QList<Migration> &migrations)
{
    const Result<int> version = database.backend().schemaVersion(database);
    if (!version) {
        return version.error();
    }
    if (*version > migrations.size()) {
        return newer();
    }
    if (*version < migrations.size()) {
        return refused(reasons::databaseOlder());
    }
    return Success();
}

Status migrate(Database &database, const QList<Migration> &migrations)
{
    const Backend &backend = database.backend();
    const Result<int> version = backend.schemaVersion(database);
    if (!version) {
        return version.error();
    }
    if (*version > migrations.size()) {
        return newer();
    }
    const Result<bool> hasTables = backend.hasTables(database);
    if (!hasTables) {
        return hasTables.error();
    }
    if (*version == 0 && *hasTables) {
        // Unless another Lightwell has just made its tables, this is somebody else's file.
        const Result<int> again = backend.schemaVersion(database);
        if (!again || *again == 0) {
            return refused(reasons::databaseOfAnother());
        }
    }
    if (*version > 0 && *version < migrations.size()) {
        if (const Status saved = backUp(database, *version); !saved) {
            return saved;
        }
    }
    for (int target = *version + 1; target <= migrations.size(); ++target) {
        if (const Status done = apply(database, migrations.at(target - 1), target); !done) {
            return done;
        }
    }
    return Success();
}

} // namespace lightwell

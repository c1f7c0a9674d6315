// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

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

Result<int> number(Database &database, const QString &sql)
{
    Result<Rows> query = execute(database, sql);
    if (!query) {
        return query.error();
    }
    return query.value().next() ? query.value().value(0).toInt() : 0;
}

/// Statements end with a semicolon at the end of a line; lines that begin with two hyphens are comments.
QStringList statements(const QString &script)
{
    QStringList result;
    QString current;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith("--"_L1)) {
            continue;
        }
        current += line + u'\n';
        if (text.endsWith(u';')) {
            result.append(current);
            current.clear();
        }
    }
    return result;
}

Status backUp(Database &database, const QString &file, int version)
{
    const QString copy = u"%1.v%2.backup"_s.arg(file).arg(version);
    QFile::remove(copy);
    // SQLite's own copy: consistent even while another program writes.
    if (const Result<int> done = change(database, u"VACUUM INTO ?"_s, {copy}); !done) {
        Error error = done.error();
        error.message = QCoreApplication::translate("Storage",
                                                    "No copy of the database could be made before changing it to the "
                                                    "new version, so it was left as it is. %1")
                            .arg(error.message);
        return error;
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    return Success();
}

Status apply(Database &database, const QString &script, int target)
{
    return inTransaction(database, [&]() -> Status {
        // Another program may have done this step while we waited for the lock.
        const Result<int> version = number(database, u"PRAGMA user_version"_s);
        if (!version) {
            return version.error();
        }
        if (*version >= target) {
            return Success();
        }
        const QStringList steps = statements(script);
        for (const QString &step : steps) {
            if (const Result<int> done = change(database, step); !done) {
                return done.error();
            }
        }
        if (const Result<int> done = change(database, u"PRAGMA user_version = %1"_s.arg(target)); !done) {
            return done.error();
        }
        return Success();
    });
}

} // namespace

QStringList schemaMigrations()
{
    QStringList result;
    for (int step = 1;; ++step) {
        QFile script(u":/lightwell/migrations/%1.sql"_s.arg(step, 3, 10, QLatin1Char('0')));
        if (!script.open(QIODevice::ReadOnly)) {
            return result;
        }
        result.append(QString::fromUtf8(script.readAll()));
    }
}

Status checkVersion(Database &database, const QStringList &migrations)
{
    const Result<int> version = number(database, u"PRAGMA user_version"_s);
    if (!version) {
        return version.error();
    }
    if (*version > migrations.size()) {
        return newer();
    }
    if (*version < migrations.size()) {
        return refused(QCoreApplication::translate("Storage",
                                                   "The database is of an older version of Lightwell and cannot be "
                                                   "changed here. Open it once where it can be written, or copy the "
                                                   "folder and set LIGHTWELL_HOME to the copy."));
    }
    return Success();
}

Status migrate(Database &database, const QString &file, const QStringList &migrations)
{
    const Result<int> version = number(database, u"PRAGMA user_version"_s);
    if (!version) {
        return version.error();
    }
    if (*version > migrations.size()) {
        return newer();
    }
    const Result<int> tables = number(database, u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables) {
        return tables.error();
    }
    if (*version == 0 && *tables > 0) {
        // Unless another Lightwell has just made its tables, this is somebody else's file.
        const Result<int> again = number(database, u"PRAGMA user_version"_s);
        if (!again || *again == 0) {
            return refused(QCoreApplication::translate("Storage", "The database file belongs to another program."));
        }
    }
    if (*version > 0 && *version < migrations.size() && !file.isEmpty()) {
        if (const Status saved = backUp(database, file, *version); !saved) {
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

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/migrations.h"
#include "core/storage/runlock.h"
#include "core/storage/statement.h"

#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace lightwell {

class Database;

/// What is one database's own: how it is opened and set up, how it says what went wrong, how a transaction begins, how
/// a copy is made. Everything else in the house is SQL that others understand as well. One object a store; but for
/// isBegunAnew(), runLock() and memoryOnly() it is used on the store's thread alone.
class Backend
{
public:
    Backend() = default;
    virtual ~Backend() = default;
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    /// Qt's name of the driver.
    [[nodiscard]] virtual QString driver() const = 0;
    /// Opens the connection of `database` and sets it up as the ledger needs it: what is committed is on the disk.
    [[nodiscard]] virtual Status open(Database &database) const = 0;
    /// A statement of an open database; null: `error` says why there is none.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(Database &database, const QString &sql,
                                                             QSqlError &error) const = 0;
    /// It is there to be read only: nothing is made, migrated or changed.
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    /// Nobody else can ever see it.
    [[nodiscard]] virtual bool memoryOnly() const = 0;

    /// A plain sentence for what went wrong: full disk, locked, read-only, damaged … A statement's values are never
    /// part of it. ErrorKind::Storage; Internal where the statement breaks a rule of the tables, for then it always
    /// will.
    [[nodiscard]] virtual Error describe(const QSqlError &error) const = 0;

    /// The statement that begins a transaction which will write: whoever else writes is waited for here, not later.
    [[nodiscard]] virtual QString beginToWrite() const = 0;

    /// Whether one is open. After some failures it is not: the database has rolled it back on its own.
    [[nodiscard]] virtual bool isInTransaction(Database &database) const = 0;

    /// The steps to the present schema.
    [[nodiscard]] virtual QList<Migration> migrations() const = 0;
    /// The number of the last one; 0: there was none yet.
    [[nodiscard]] virtual Result<int> schemaVersion(Database &database) const = 0;
    [[nodiscard]] virtual Status setSchemaVersion(Database &database, int version) const = 0;
    [[nodiscard]] virtual Result<bool> hasTables(Database &database) const = 0;
    /// Whether no table of the present schema is missing.
    [[nodiscard]] virtual Status checkTables(Database &database) const = 0;
    /// Whether what is open is still what others find at its place: asked before anything is paid for, so no more than
    /// a look at it.
    [[nodiscard]] virtual Status checkPlace() const = 0;
    /// Keeps a consistent copy of it as it is at `version`, before it is changed to a newer one. Inside a transaction
    /// in which nothing has changed yet. One that is there already stays: it may be the only true one.
    /// Yields whether this made one.
    [[nodiscard]] virtual Result<bool> backUp(Database &database, int version) const = 0;
    /// Where nothing was changed after all, so that a later copy is not kept from being made.
    virtual void dropBackup(int version) const = 0;
    /// Where that copy is, for a person.
    [[nodiscard]] virtual QString backupName(int version) const = 0;

    /// A consistent copy of it as it is now, as a file of that name, which is not there yet or empty. Outside of a
    /// transaction, and while others go on writing.
    [[nodiscard]] virtual Status copyTo(const QString &file) const = 0;

    /// Whether somebody else holds it just now, so that the same statement may go through later.
    [[nodiscard]] virtual bool isBusy(const QSqlError &error) const = 0;

    /// A number that is another one after somebody else has changed the database; the same where nobody has.
    [[nodiscard]] virtual Result<qint64> changesOfOthers(Database &database) const = 0;

    /// How rows are found by their words in the table library_words (core/library), in which each has its text.
    struct WordMatch
    {
        QString condition; ///< on that table, with one question mark for `value`
        QVariant value;
        QString key; ///< the column by which a row is known
    };
    /// `phrases` are words with spaces between them (library/searchwords.h). All are found in a row, each somewhere,
    /// and the last word of each as the beginning of one.
    [[nodiscard]] virtual WordMatch matchWords(const QStringList &phrases) const = 0;
    /// The statement that takes in such a row: its key, its words; and that which takes rows out: the first key, the
    /// last.
    [[nodiscard]] virtual QString insertWords() const = 0;
    [[nodiscard]] virtual QString removeWords() const = 0;

    /// Once it is open, from any thread: whether its home was used before, although no database was there.
    [[nodiscard]] virtual bool isBegunAnew() const = 0;
    /// By which other programs with the same database see that this one is alive. From any thread.
    [[nodiscard]] virtual std::unique_ptr<RunLock> runLock() const = 0;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/backend.h"
#include "core/storage/sqlite/filecheck.h"

class QSqlDatabase;

namespace lightwell {

/// One file in WAL mode that several programs may share, or, as ":memory:", a database for tests.
class SqliteBackend : public Backend
{
public:
    enum class Access { ReadWrite, ReadOnly };
    explicit SqliteBackend(QString file, Access access = Access::ReadWrite);

    [[nodiscard]] QString driver() const override;
    [[nodiscard]] Status open(Database &database) const override;
    [[nodiscard]] std::unique_ptr<Statement> prepare(Database &database, const QString &sql,
                                                     QSqlError &error) const override;
    [[nodiscard]] bool isReadOnly() const override { return m_access == Access::ReadOnly; }
    [[nodiscard]] bool memoryOnly() const override;
    [[nodiscard]] Error describe(const QSqlError &error) const override;
    [[nodiscard]] QString beginToWrite() const override;
    [[nodiscard]] bool isInTransaction(Database &database) const override;
    [[nodiscard]] QList<Migration> migrations() const override;
    [[nodiscard]] Result<int> schemaVersion(Database &database) const override;
    [[nodiscard]] Status setSchemaVersion(Database &database, int version) const override;
    [[nodiscard]] Result<bool> hasTables(Database &database) const override;
    [[nodiscard]] Status checkTables(Database &database) const override;
    [[nodiscard]] Status checkPlace() const override;
    [[nodiscard]] Result<bool> backUp(Database &database, int version) const override;
    void dropBackup(int version) const override;
    /// "FILE.v<version>.backup"
    [[nodiscard]] QString backupName(int version) const override;
    [[nodiscard]] Status copyTo(const QString &file) const override;
    [[nodiscard]] bool isBusy(const QSqlError &error) const override;
    [[nodiscard]] Result<qint64> changesOfOthers(Database &database) const override;
    [[nodiscard]] WordMatch matchWords(const QStringList &phrases) const override;
    [[nodiscard]] QString insertWords() const override;
    [[nodiscard]] QString removeWords() const override;
    [[nodiscard]] bool isBegunAnew() const override { return m_isBegunAnew; }
    [[nodiscard]] std::unique_ptr<RunLock> runLock() const override;

private:
    [[nodiscard]] Status connect(QSqlDatabase &connection) const;
    [[nodiscard]] Status openToWrite(Database &database) const;
    [[nodiscard]] Status openToRead(Database &database) const;
    QString m_file;
    Access m_access;
    mutable std::optional<FileIdentity> m_opened; ///< on the store's thread
    mutable bool m_isBegunAnew = false; ///< as it was opened
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/database.h"

#include <QVariantList>

#include <utility>

namespace lightwell {

/// The rows a statement yields, read once from the first to the last. Must not outlive the database.
class Rows
{
public:
    Rows(Database &database, Database::Taken taken);
    ~Rows();
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;

    [[nodiscard]] bool next() { return m_taken.statement->next(); } ///< false behind the last one
    [[nodiscard]] QVariant value(int column) const { return m_taken.statement->value(column); } ///< of this row
    [[nodiscard]] Error error() const; ///< what went wrong, where a row was missing
    /// Behind the last one: whether it was the last, or the database could not be read on.
    [[nodiscard]] Status readToTheEnd() const;
    [[nodiscard]] int changed() const { return m_taken.statement->changed(); }
    /// Of the one row that was inserted: its whole-number primary key.
    [[nodiscard]] qint64 insertedKey() const { return m_taken.statement->insertedKey(); }

private:
    Database *m_database;
    Database::Taken m_taken;
};

/// Binds `values` to the question marks in order and executes. Only on the thread of `database`.
[[nodiscard]] Result<Rows> execute(Database &database, const QString &sql, const QVariantList &values = {});
/// The same where no rows come back; yields how many rows were changed.
[[nodiscard]] Result<int> change(Database &database, const QString &sql, const QVariantList &values = {});
/// Whether it went well, for who does not ask how many rows.
[[nodiscard]] inline Status asStatus(const Result<int> &changed)
{
    return changed ? Status(Success()) : Status(changed.error());
}

/// A null QString is bound as NULL; this makes it an empty text.
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QString::fromLatin1("") : text;
}

} // namespace lightwell

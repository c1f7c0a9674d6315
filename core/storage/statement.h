// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>
#include <QVariantList>

namespace lightwell {

/// A statement of one database, prepared once and run as often as it is needed; made by a Backend. Only on the thread
/// of its database, and gone before that is closed. Whole numbers are read as qint64, texts as QString, anything else
/// as double or QByteArray, NULL as a null QVariant. Bound as NULL is what is null, a null text and null bytes too.
class Statement
{
public:
    Statement() = default;
    virtual ~Statement() = default;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds `values` to the question marks in order, NULL where there are fewer, and runs up to the first row.
    [[nodiscard]] virtual bool run(const QVariantList &values) = 0;
    /// Whatever it is bound to, it changes nothing of what the database holds.
    [[nodiscard]] virtual bool onlyReads() const = 0;
    [[nodiscard]] virtual bool next() = 0; ///< on to the next row, after run() the first one; false behind the last
    [[nodiscard]] virtual QVariant value(int column) const = 0; ///< of this row
    /// What went wrong; invalid: nothing, and next() was false since there are no more rows.
    [[nodiscard]] virtual const QSqlError &error() const = 0;
    [[nodiscard]] virtual int changed() const = 0; ///< rows, by this run
    [[nodiscard]] virtual qint64 insertedKey() const = 0; ///< of the one row that was inserted
    /// Lets go of its rows and of all that was bound, so that no picture stays in memory with it.
    virtual void rest() = 0;
};

} // namespace lightwell

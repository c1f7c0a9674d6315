// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QSqlQuery>
#include <QVariantList>

namespace lightwell {

/// A plain sentence for what SQLite said: full disk, locked, read-only, damaged … The statement's values are
/// never part of it.
[[nodiscard]] Error storageError(const QSqlError &error);

/// Prepares, binds `values` to the question marks in order and executes. Only on the thread of `database`.
[[nodiscard]] Result<QSqlQuery> execute(QSqlDatabase &database, const QString &sql, const QVariantList &values = {});
/// The same where no rows come back; yields how many rows were changed.
[[nodiscard]] Result<int> change(QSqlDatabase &database, const QString &sql, const QVariantList &values = {});

/// A null QString is bound as NULL; this makes it an empty text.
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QString::fromLatin1("") : text;
}

} // namespace lightwell

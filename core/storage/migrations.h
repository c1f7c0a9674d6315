// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <utility>
#include <variant>

namespace lightwell {

class Database;

/// One numbered step from a schema to the next: scripts of SQL (see splitStatements()) and work in C++, in their order.
struct Migration
{
    using Work = std::function<Status(Database &)>;
    using Part = std::variant<QString, Work>;

    Migration(QString script) // NOLINT(google-explicit-constructor): most are one script
        : parts {Part(std::move(script))}
    {
    }
    explicit Migration(QList<Part> several)
        : parts(std::move(several))
    {
    }
    QList<Part> parts;
};

/// The statements of a script. Semicolons in texts, names, comments and the bodies of triggers end none; comments
/// between statements are left out.
[[nodiscard]] QStringList splitStatements(const QString &script);

/// Brings `database` to the last of `migrations`, of which the first is number 1, in one transaction: of several
/// programs that open it at once, one does so, and the others wait. Before the first change to one that already holds
/// data, its backend keeps a copy. Refuses databases of a newer version or of none that there is, and those that are
/// not Lightwell's. A failed step leaves all as it was.
[[nodiscard]] Status migrate(Database &database, const QList<Migration> &migrations);

/// Whether `database` is of exactly the last of `migrations`, for where nothing can be changed.
[[nodiscard]] Status checkVersion(Database &database, const QList<Migration> &migrations);

} // namespace lightwell

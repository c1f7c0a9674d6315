// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell {
class Database;
class OfferBook;
class Rows;
}

/// How generations lie in the database: what is searched or changes is a column, attempts, calls, pictures and input
/// pictures are rows, the request is JSON. Only on the store's thread; whatever writes, inside a transaction of the
/// caller.
namespace lightwell::journalrows {

[[nodiscard]] QString originName(Origin::Kind kind); ///< as the column has it
[[nodiscard]] std::optional<Origin::Kind> originFromName(const QString &name);

/// "Running or unknown" as the index of such rows has it.
[[nodiscard]] QString isOpen();

/// All of it, whatever was there before. `planned` is the attempt whose plan it has; by default the last one. Yields
/// the sequence by which other rows name it.
[[nodiscard]] Result<qint64> writeGeneration(Database &database, OfferBook &offers, const Generation &generation,
                                             const QString &owner, std::optional<int> planned = {});
/// What changes when an attempt ends: request and plan stay as they were written.
[[nodiscard]] Result<qint64> writeEnd(Database &database, OfferBook &offers, const Generation &generation,
                                      const QString &owner);

/// One row of the table.
struct Record
{
    qint64 sequence = 0;
    QString owner;
    Generation known; ///< what the columns tell; its attempt is a stand-in
    QByteArray request;
    QByteArray error;
};

enum class Inputs { LeaveOut, Bring };
/// What to SELECT for readRecord(). Without inputs, extremely long requests are left out, too.
[[nodiscard]] QString recordColumns(Inputs inputs);
[[nodiscard]] Record readRecord(const Rows &row);
/// What is to become of a generation whose plan cannot be read, or was left out.
enum class DamagedPlan { IsAnError, IsLeftOut };
/// All of it. An error: its request cannot be read, or was left out.
[[nodiscard]] Result<Generation> complete(Database &database, OfferBook &offers, const Record &record, Inputs inputs,
                                          DamagedPlan damaged = DamagedPlan::IsAnError);
/// Whether complete() can read its request.
[[nodiscard]] bool isReadable(const QByteArray &request);

} // namespace lightwell::journalrows

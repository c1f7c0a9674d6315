// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QHash>
#include <QJsonObject>

namespace lightwell {
class Database;
class OfferBook;
}

/// The rows of attempts that belong to one generation, which `sequence` names. Only on the store's thread;
/// whatever writes, inside a transaction of the caller.
namespace lightwell::attemptrows {

/// What one attempt, begun or not, is to do: columns of its row.
struct PlanColumns
{
    int number = 0;
    QVariant offer;
    QVariant json;
};
/// `request` is the generation's.
[[nodiscard]] Result<PlanColumns> planColumns(Database &database, OfferBook &offers, int number, const Plan &plan,
                                              const Request &request);
/// The columns of all attempts, and the plan of one of them or of the next; the other plans stay as they were.
[[nodiscard]] Status writeAttempts(Database &database, qint64 sequence, const QList<Attempt> &attempts,
                                   const std::optional<PlanColumns> &plan = {});
/// Removes the rows of attempts beyond `count`, and every plan behind that of `planned`; -1: every plan.
[[nodiscard]] Status dropOthers(Database &database, qint64 sequence, qsizetype count, int planned);
/// A plan as its row has it.
struct PlanRow
{
    QVariant offer;
    QVariant length; ///< null: there is none
    QByteArray json; ///< empty: longer than was asked for
};
/// Fills in the attempts, and yields the plan's row. `longest`: longer plans are left out.
[[nodiscard]] Result<PlanRow> readAttempts(Database &database, qint64 sequence, qint64 longest, Generation &generation);
/// The plan of such a row, if there is one, but not the plan's request.
[[nodiscard]] Result<std::optional<Plan>> readPlan(Database &database, OfferBook &offers, const PlanRow &row,
                                                   const QJsonObject &request);
/// The plans of all attempts by their numbers, but not the plans' request. One that cannot be read, or is longer than
/// `longest`, is left out.
[[nodiscard]] Result<QHash<int, Plan>> readPlans(Database &database, OfferBook &offers, qint64 sequence, qint64 longest,
                                                 const QJsonObject &request);

} // namespace lightwell::attemptrows

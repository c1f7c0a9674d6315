// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/jobrows.h"

#include "core/journal/columns.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::jobrows {

Status write(Database &database, const KeptJob &job)
{
    const Result<int> forgotten = change(database,
                                         u"DELETE FROM gateway_jobs WHERE created_at < ? AND NOT EXISTS "
                                         "(SELECT 1 FROM generations WHERE generations.id = gateway_jobs.generation)"_s,
                                         {job.createdAt.addDays(-unbegunDays).toMSecsSinceEpoch()});
    if (!forgotten) {
        return forgotten.error();
    }
    const Result<int> done = change(database,
                                    u"INSERT INTO gateway_jobs (generation, client, endpoint, form, owner, created_at) "
                                    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                    {job.generation, notNull(job.client), notNull(job.endpoint), notNull(job.form),
                                     notNull(job.owner), job.createdAt.toMSecsSinceEpoch()});
    return done ? Status(Success()) : Status(done.error());
}

Result<std::optional<KeptJob>> find(Database &database, const QString &generation)
{
    Result<Rows> rows = execute(
        database,
        u"SELECT generation, client, endpoint, form, owner, created_at FROM gateway_jobs WHERE generation = ?"_s,
        {generation});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<KeptJob>>(std::nullopt) : whole.error();
    }
    const Rows &row = rows.value();
    return std::optional(KeptJob {row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                  row.value(3).toString(), row.value(4).toString(), columns::toTime(row.value(5))});
}

} // namespace lightwell::jobrows

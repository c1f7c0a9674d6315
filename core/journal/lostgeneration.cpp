// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/lostgeneration.h"

#include "core/journal/journalreasons.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int maxAttempts = 1000;

GenerationStatus statusFrom(const QString &state)
{
    return state == "settled"_L1 || state == "released"_L1 ? GenerationStatus::Failed : GenerationStatus::Unknown;
}

Attempt attemptFrom(const Rows &row)
{
    Attempt attempt;
    attempt.provider = row.value(1).toString();
    attempt.status = statusFrom(row.value(4).toString());
    attempt.cost = row.value(4).toString() == "released"_L1 ? Money::zero() : ledgersql::toMoney(row.value(6));
    attempt.startedAt = QDateTime::fromMSecsSinceEpoch(row.value(7).toLongLong(), Qt::UTC);
    attempt.error = Error();
    attempt.error->setReason(reasons::recordGone());
    return attempt;
}

} // namespace

Result<Generation> generationFromLedger(Database &database, const QString &id)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT reservation, provider, model, client, state, estimate, cost, created_at, project "
                "FROM ledger WHERE generation = ? ORDER BY created_at, reservation"_s,
                {id});
    if (!rows) {
        return rows.error();
    }
    Generation generation;
    generation.id = id;
    generation.cost = Money::zero();
    while (rows.value().next()) {
        const Rows &row = rows.value();
        bool isNumber = false;
        const int number = row.value(0).toString().section(u'/', -1).toInt(&isNumber);
        if (!isNumber || number < 0 || number >= maxAttempts) {
            continue;
        }
        if (generation.attempts.size() <= number) {
            generation.attempts.resize(number + 1);
        }
        Attempt &attempt = generation.attempts[number] = attemptFrom(row);
        generation.request.model = row.value(2).toString();
        generation.origin.client = row.value(3).toString();
        generation.origin.project = row.value(8).toString();
        generation.estimate = ledgersql::toMoney(row.value(5));
        if (!generation.createdAt.isValid()) {
            generation.createdAt = attempt.startedAt;
        }
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    if (generation.attempts.isEmpty()) {
        return notSent(ErrorKind::NotFound, reasons::requestUnknown(id));
    }
    for (Attempt &attempt : generation.attempts) {
        if (attempt.provider.isEmpty()) { // a number nobody has an entry of: nothing was sent by it
            attempt.status = GenerationStatus::Failed;
            attempt.cost = Money::zero();
        }
        generation.cost += attempt.cost;
    }
    generation.origin.kind = generation.origin.client.isEmpty() ? Origin::Kind::CommandLine : Origin::Kind::Gateway;
    return generation;
}

} // namespace lightwell

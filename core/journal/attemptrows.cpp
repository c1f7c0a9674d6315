// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/attemptrows.h"

#include "core/journal/columns.h"
#include "core/journal/journalreasons.h"
#include "core/journal/offerbook.h"
#include "core/journal/planjson.h"
#include "core/ledger/ledgersql.h"
#include "core/model/json.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::attemptrows {

namespace {

Attempt attemptOf(const Rows &row)
{
    Attempt attempt;
    attempt.provider = row.value(2).toString();
    attempt.providerModel = row.value(3).toString();
    attempt.status = statusFromName(row.value(1).toString());
    attempt.startedAt = columns::toTime(row.value(4));
    attempt.endedAt = columns::toTime(row.value(5));
    attempt.cost = ledgersql::toMoney(row.value(6));
    attempt.doubtedCost = ledgersql::toMoney(row.value(7));
    attempt.hasJob = row.value(8).toBool();
    attempt.settledByHand = row.value(9).toBool();
    attempt.error = columns::toError(row.value(10).toByteArray());
    const QJsonArray corrections = columns::toArray(row.value(11).toByteArray());
    for (const QJsonValue &value : corrections) {
        attempt.corrections.append(CostCorrection::fromJson(value.toObject()));
    }
    attempt.usage = columns::toArray(row.value(12).toByteArray());
    const QByteArray said = row.value(16).toByteArray();
    if (!said.isEmpty() && !said.startsWith('{')) {
        attempt.why.code = QString::fromUtf8(said);
        return attempt;
    }
    const QJsonObject route = columns::toObject(said);
    attempt.key = route.value("key"_L1).toString();
    attempt.why = Reason::fromJson(route.value("why"_L1));
    attempt.after = Reason::fromJson(route.value("after"_L1));
    attempt.about = AnswerNotes::fromJson(route.value("answer"_L1).toObject());
    return attempt;
}

/// Most often there is nothing but a code, and that has no brackets around it.
QVariant routeColumn(const Attempt &attempt)
{
    if (attempt.key.isEmpty() && attempt.after.isEmpty() && attempt.why.values.isEmpty() && attempt.about.isEmpty()) {
        return attempt.why.isEmpty() ? columns::null() : QVariant(attempt.why.code);
    }
    QJsonObject route;
    json::putIfSet(route, "key"_L1, attempt.key);
    if (!attempt.why.isEmpty()) {
        route.insert("why"_L1, attempt.why.toJson());
    }
    if (!attempt.after.isEmpty()) {
        route.insert("after"_L1, attempt.after.toJson());
    }
    if (!attempt.about.isEmpty()) {
        route.insert("answer"_L1, attempt.about.toJson());
    }
    return route.isEmpty() ? columns::null() : QVariant(columns::compact(route));
}

/// What changes until it has ended, as the columns from `status` on.
QVariantList stateOf(const Attempt &attempt)
{
    return {statusName(attempt.status),
            columns::fromTime(attempt.startedAt),
            columns::fromTime(attempt.endedAt),
            ledgersql::fromMoney(attempt.cost),
            ledgersql::fromMoney(attempt.doubtedCost),
            attempt.hasJob,
            attempt.settledByHand,
            columns::fromError(attempt.error),
            columns::fromArray(json::array(attempt.corrections)),
            routeColumn(attempt),
            columns::fromArray(attempt.usage)};
}

/// Whom an attempt asks stays as it was begun. Written again, it would be taken out of an index and put back.
Result<int> update(Database &database, qint64 sequence, qsizetype number, const Attempt &attempt)
{
    return change(database,
                  u"UPDATE attempts SET status = ?, started_at = ?, ended_at = ?, cost = ?, doubted_cost = ?, "
                  "has_job = ?, settled_by_hand = ?, error = ?, corrections = ?, route = ?, usage = ? "
                  "WHERE generation = ? AND number = ? AND provider = ? AND provider_model = ?"_s,
                  stateOf(attempt)
                      + QVariantList {sequence, number, notNull(attempt.provider), notNull(attempt.providerModel)});
}

/// The row of an attempt, and with its plan.
QString attemptAlone()
{
    return u"INSERT INTO attempts (generation, number, provider, provider_model, status, started_at, ended_at, cost, "
           "doubted_cost, has_job, settled_by_hand, error, corrections, route, usage) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (generation, number) DO UPDATE SET "
           "provider = excluded.provider, provider_model = excluded.provider_model, status = excluded.status, "
           "started_at = excluded.started_at, ended_at = excluded.ended_at, cost = excluded.cost, "
           "doubted_cost = excluded.doubted_cost, has_job = excluded.has_job, "
           "settled_by_hand = excluded.settled_by_hand, error = excluded.error, corrections = excluded.corrections, "
           "route = excluded.route, usage = excluded.usage"_s;
}

QString attemptWithPlan()
{
    static const QString sql = attemptAlone().replace(u"usage) VALUES (?"_s, u"usage, offer, plan) VALUES (?, ?, ?"_s)
        + u", offer = excluded.offer, plan = excluded.plan"_s;
    return sql;
}

QVariantList valuesOf(qint64 sequence, qsizetype number, const Attempt &attempt)
{
    return QVariantList {sequence, number, notNull(attempt.provider), notNull(attempt.providerModel)}
    + stateOf(attempt);
}

/// A row that is there most likely.
Status writeAgain(Database &database, qint64 sequence, qsizetype number, const Attempt &attempt)
{
    const Result<int> updated = update(database, sequence, number, attempt);
    if (!updated || *updated > 0) {
        return asStatus(updated);
    }
    return asStatus(change(database, attemptAlone(), valuesOf(sequence, number, attempt)));
}

} // namespace

Result<PlanColumns> planColumns(Database &database, OfferBook &offers, int number, const Plan &plan,
                                const Request &request)
{
    const Result<qint64> offer = offers.rowOf(database, plan.offer);
    return offer ? Result<PlanColumns>(PlanColumns {number, *offer, planjson::write(plan, request)}) : offer.error();
}

Status writeAttempts(Database &database, qint64 sequence, const QList<Attempt> &attempts,
                     const std::optional<PlanColumns> &plan)
{
    for (qsizetype number = 0; number < attempts.size(); ++number) {
        const Attempt &attempt = attempts.at(number);
        const bool isPlanned = plan && plan->number == number;
        Status written = isPlanned
            ? asStatus(change(database, attemptWithPlan(),
                              valuesOf(sequence, number, attempt) + QVariantList {plan->offer, plan->json}))
            : writeAgain(database, sequence, number, attempt);
        if (!written) {
            return written;
        }
    }
    if (!plan || plan->number < attempts.size()) {
        return Success();
    }
    return asStatus(
        change(database,
               u"INSERT INTO attempts (generation, number, offer, plan) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (generation, number) DO UPDATE SET offer = excluded.offer, plan = excluded.plan"_s,
               {sequence, plan->number, plan->offer, plan->json}));
}

Status dropOthers(Database &database, qint64 sequence, qsizetype count, int planned)
{
    if (const Status gone =
            asStatus(change(database, u"DELETE FROM attempts WHERE generation = ? AND number >= ? AND number <> ?"_s,
                            {sequence, count, planned}));
        !gone) {
        return gone;
    }
    return asStatus(change(database,
                           u"UPDATE attempts SET plan = NULL, offer = NULL "
                           "WHERE generation = ? AND number > ? AND plan IS NOT NULL"_s,
                           {sequence, planned}));
}

Result<PlanRow> readAttempts(Database &database, qint64 sequence, qint64 longest, Generation &generation)
{
    Result<Rows> rows = execute(database,
                                u"SELECT number, status, provider, provider_model, started_at, ended_at, cost, "
                                "doubted_cost, has_job, settled_by_hand, error, corrections, usage, offer, "
                                "length(plan), CASE WHEN length(plan) <= ? THEN plan END, route "
                                "FROM attempts WHERE generation = ? ORDER BY number"_s,
                                {longest, sequence});
    if (!rows) {
        return rows.error();
    }
    PlanRow plan;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        if (!row.value(1).isNull()) {
            generation.attempts.append(attemptOf(row));
        }
        if (!row.value(14).isNull()) { // the last one's counts
            plan = {row.value(13), row.value(14), row.value(15).toByteArray()};
        }
    }
    const Status read = rows->readToTheEnd();
    return read ? Result<PlanRow>(plan) : read.error();
}

Result<std::optional<Plan>> readPlan(Database &database, OfferBook &offers, const PlanRow &row,
                                     const QJsonObject &request)
{
    if (row.length.isNull()) {
        return std::optional<Plan>();
    }
    if (row.json.isEmpty()) {
        return notSent(ErrorKind::Storage, reasons::planTooLong());
    }
    Result<Offer> offer = row.offer.isNull() ? Offer() : offers.read(database, row.offer.toLongLong());
    if (!offer) {
        return offer.error();
    }
    Result<Plan> whole = planjson::read(row.json, request, std::move(offer).value());
    return whole ? Result<std::optional<Plan>>(std::move(whole).value()) : whole.error();
}

Result<QHash<int, Plan>> readPlans(Database &database, OfferBook &offers, qint64 sequence, qint64 longest,
                                   const QJsonObject &request)
{
    Result<Rows> rows = execute(database,
                                u"SELECT number, offer, length(plan), plan FROM attempts "
                                "WHERE generation = ? AND length(plan) <= ? ORDER BY number"_s,
                                {sequence, longest});
    if (!rows) {
        return rows.error();
    }
    QList<std::pair<int, PlanRow>> found;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        found.emplaceBack(row.value(0).toInt(), PlanRow {row.value(1), row.value(2), row.value(3).toByteArray()});
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    QHash<int, Plan> plans;
    for (const auto &[number, row] : found) {
        if (Result<std::optional<Plan>> plan = readPlan(database, offers, row, request); plan && *plan) {
            plans.insert(number, **plan);
        }
    }
    return plans;
}

} // namespace lightwell::attemptrows

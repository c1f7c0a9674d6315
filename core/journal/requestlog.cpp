// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/requestlog.h"

#include "core/journal/columns.h"
#include "core/journal/journalreasons.h"
#include "core/journal/journalrows.h"
#include "core/journal/offerbook.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using journalrows::Inputs;

constexpr int recordWidth = 15; // columns of journalrows::recordColumns()
/// A vendor was called: the intent is written before anything leaves.
constexpr auto isBegun = "EXISTS (SELECT 1 FROM calls WHERE calls.generation = generations.sequence)"_L1;

struct Condition
{
    QString sql = u"1 = 1"_s;
    QVariantList values = {};

    void add(const QString &part, const QVariantList &bound = {})
    {
        sql += u" AND ("_s + part + u')';
        values += bound;
    }
};

QString sqlOf(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Running:
        return u"status = 'running'"_s;
    case RequestOutcome::Completed:
        return u"status = 'completed'"_s;
    case RequestOutcome::Failed:
        return u"status = 'failed' AND "_s + isBegun;
    case RequestOutcome::Refused:
        return u"status = 'failed' AND NOT "_s + isBegun;
    case RequestOutcome::Cancelled:
        return u"status = 'cancelled'"_s;
    case RequestOutcome::Unknown:
        break;
    }
    return u"status = 'unknown'"_s;
}

RequestOutcome outcomeOf(GenerationStatus status, bool begun)
{
    switch (status) {
    case GenerationStatus::Running:
        return RequestOutcome::Running;
    case GenerationStatus::Completed:
        return RequestOutcome::Completed;
    case GenerationStatus::Failed:
        return begun ? RequestOutcome::Failed : RequestOutcome::Refused;
    case GenerationStatus::Cancelled:
        return RequestOutcome::Cancelled;
    case GenerationStatus::Unknown:
        break;
    }
    return RequestOutcome::Unknown;
}

Condition conditionOf(const RequestFilter &filter)
{
    Condition condition;
    if (!filter.client.isEmpty()) {
        condition.add(u"client = ?"_s, {filter.client});
    }
    if (filter.after.isValid()) {
        condition.add(u"created_at >= ?"_s, {filter.after.toMSecsSinceEpoch()});
    }
    if (filter.before.isValid()) {
        condition.add(u"created_at < ?"_s, {filter.before.toMSecsSinceEpoch()});
    }
    if (!filter.outcomes.isEmpty()) {
        QStringList any;
        for (const RequestOutcome outcome : filter.outcomes) {
            any.append(u'(' + sqlOf(outcome) + u')');
        }
        condition.add(any.join(u" OR "_s));
    }
    return condition;
}

Result<QList<LoggedRequest>> select(Database &database, const Condition &condition, const QString &order, int limit)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT %1, purged_at, %2, (SELECT endpoint FROM gateway_jobs WHERE gateway_jobs.generation = "
                "generations.id) FROM generations WHERE %3 ORDER BY sequence %4 LIMIT %5"_s
                    .arg(journalrows::recordColumns(Inputs::LeaveOut), isBegun, condition.sql, order)
                    .arg(limit),
                condition.values);
    if (!rows) {
        return rows.error();
    }
    QList<LoggedRequest> found;
    OfferBook offers;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        const journalrows::Record record = journalrows::readRecord(row);
        // What is too long or damaged is listed by its columns, as Journal::list() does.
        Result<Generation> generation =
            journalrows::complete(database, offers, record, Inputs::LeaveOut, journalrows::DamagedPlan::IsLeftOut);
        LoggedRequest request;
        request.generation = generation ? std::move(generation).value() : record.known;
        request.purgedAt = columns::toTime(row.value(recordWidth));
        request.outcome = outcomeOf(record.known.status, row.value(recordWidth + 1).toBool());
        request.endpoint = row.value(recordWidth + 2).toString();
        found.append(request);
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<LoggedRequest>>(found) : whole.error();
}

/// Of one of those that the condition lets through.
Result<qint64> sequenceOf(Database &database, const Condition &condition, const QString &id)
{
    Result<Rows> rows =
        execute(database, u"SELECT sequence FROM generations WHERE "_s + condition.sql + u" AND id = ?"_s,
                condition.values + QVariantList {id});
    if (!rows) {
        return rows.error();
    }
    if (rows.value().next()) {
        return rows.value().value(0).toLongLong();
    }
    const Status whole = rows->readToTheEnd();
    return whole ? notSent(ErrorKind::NotFound, reasons::requestUnknown(id)) : whole.error();
}

Result<bool> isThere(Database &database, const Condition &condition)
{
    Result<Rows> rows =
        execute(database, u"SELECT 1 FROM generations WHERE "_s + condition.sql + u" LIMIT 1"_s, condition.values);
    if (!rows) {
        return rows.error();
    }
    const bool found = rows.value().next();
    const Status whole = rows->readToTheEnd();
    return whole ? Result<bool>(found) : whole.error();
}

Condition beyond(const Condition &all, const QString &comparison, qint64 sequence)
{
    Condition part = all;
    part.add(u"sequence %1 ?"_s.arg(comparison), {sequence});
    return part;
}

Result<RequestPage> pageOf(Database &database, const RequestFilter &filter, int limit, const RequestLog::Cursor &from)
{
    const Condition all = conditionOf(filter);
    Condition part = all;
    qint64 start = 0;
    if (!from.id.isEmpty()) {
        // Whatever its outcome is by now: a client goes on from what it saw.
        RequestFilter owner;
        owner.client = filter.client;
        const Result<qint64> known = sequenceOf(database, conditionOf(owner), from.id);
        if (!known) {
            return known.error();
        }
        start = *known;
        part = beyond(all, from.isTowardsNewer ? u">"_s : u"<"_s, start);
    }
    Result<QList<LoggedRequest>> found = select(database, part, from.isTowardsNewer ? u"ASC"_s : u"DESC"_s, limit + 1);
    if (!found) {
        return found.error();
    }
    RequestPage page;
    page.requests = std::move(found).value();
    const bool isMore = page.requests.size() > limit;
    page.requests.resize(std::min<qsizetype>(page.requests.size(), limit));
    if (from.isTowardsNewer) {
        std::reverse(page.requests.begin(), page.requests.end());
        page.hasNewer = isMore;
        const Result<bool> older = isThere(database, beyond(all, u"<="_s, start));
        page.hasOlder = older && *older;
        return older ? Result<RequestPage>(page) : older.error();
    }
    page.hasOlder = isMore;
    if (!from.id.isEmpty()) {
        const Result<bool> newer = isThere(database, beyond(all, u">="_s, start));
        page.hasNewer = newer && *newer;
        return newer ? Result<RequestPage>(page) : newer.error();
    }
    return page;
}

} // namespace

RequestLog::RequestLog(Store &store)
    : m_store(store)
{
}

QFuture<Result<RequestPage>> RequestLog::page(const RequestFilter &filter, int limit, const Cursor &from)
{
    return m_store.read([filter, limit, from](Database &database) { return pageOf(database, filter, limit, from); });
}

QFuture<Result<RequestSummary>> RequestLog::summary(const RequestFilter &filter)
{
    return m_store.read([filter](Database &database) -> Result<RequestSummary> {
        const Condition condition = conditionOf(filter);
        Result<Rows> rows = execute(
            database,
            u"SELECT count(*), total(%1), total(%1 IS NULL AND status NOT IN ('running')) FROM generations WHERE %2"_s
                .arg(ledgersql::knownAmount("cost"_L1), condition.sql),
            condition.values);
        if (!rows) {
            return rows.error();
        }
        if (!rows.value().next()) {
            return rows->error();
        }
        const Rows &row = rows.value();
        return RequestSummary {row.value(0).toLongLong(), ledgersql::toSum(row.value(1)), row.value(2).toLongLong()};
    });
}

QFuture<Result<std::optional<LoggedRequest>>> RequestLog::find(const QString &id)
{
    return m_store.read([id](Database &database) -> Result<std::optional<LoggedRequest>> {
        Condition condition;
        condition.add(u"id = ?"_s, {id});
        Result<QList<LoggedRequest>> found = select(database, condition, u"DESC"_s, 1);
        if (!found) {
            return found.error();
        }
        return found->isEmpty() ? std::nullopt : std::optional(found.value().first());
    });
}

} // namespace lightwell

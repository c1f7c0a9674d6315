// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/logretention.h"

#include "core/async/whendone.h"
#include "core/journal/journallog.h"
#include "core/journal/unpaid.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using namespace std::chrono_literals;
using logretention::Place;
using logretention::Step;

constexpr auto pause = 6h;

/// The row is a mere log. An attempt is named "generation/number" in the ledger: all names between "generation/" and
/// "generation0".
constexpr auto isMereLog =
    "origin = 'gateway' AND status IN ('completed', 'failed', 'cancelled') "
    "AND NOT EXISTS (SELECT 1 FROM pictures WHERE generation = sequence) "
    "AND NOT EXISTS (SELECT 1 FROM attempts WHERE generation = sequence AND (has_job <> 0 OR settled_by_hand <> 0 "
    "OR doubted_cost IS NOT NULL OR corrections IS NOT NULL)) "
    "AND NOT EXISTS (SELECT 1 FROM ledger WHERE reservation > generations.id || '/' "
    "AND reservation < generations.id || '0' "
    "AND (NOT (ledger.state = 'released' OR (ledger.state = 'settled' AND ledger.cost IS NOT NULL)) "
    "OR EXISTS (SELECT 1 FROM ledger_lines WHERE entry = ledger.id AND kind IN ('kept', 'corrected'))))"_L1;

struct Looked
{
    Step step;
    QList<qint64> toRemove;
};

Result<Looked> look(Database &database, const QDateTime &before, const Place &from)
{
    Result<Rows> rows = execute(database,
                                u"SELECT sequence, created_at, %1 FROM generations WHERE created_at >= ? AND "
                                u"created_at < ? AND (created_at > ? "
                                "OR sequence > ?) ORDER BY created_at, sequence LIMIT %2"_s.arg(isMereLog)
                                    .arg(logretention::rowsAtOnce),
                                {from.createdAt, before.toMSecsSinceEpoch(), from.createdAt, from.sequence});
    if (!rows) {
        return rows.error();
    }
    Looked looked;
    looked.step.upTo = from;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        looked.step.upTo = {row.value(1).toLongLong(), row.value(0).toLongLong()};
        ++looked.step.looked;
        if (row.value(2).toBool()) {
            looked.toRemove.append(row.value(0).toLongLong());
        }
    }
    looked.step.isLast = looked.step.looked < logretention::rowsAtOnce;
    const Status whole = rows->readToTheEnd();
    return whole ? Result<Looked>(looked) : whole.error();
}

Result<Step> removeIn(Database &database, const QDateTime &before, const Place &from)
{
    Result<Looked> looked = look(database, before, from);
    if (!looked) {
        return looked.error();
    }
    Step step = looked->step;
    for (const qint64 sequence : std::as_const(looked.value().toRemove)) {
        // Undone alone: one that has to stay is no reason to keep the others.
        const Status gone = inTransaction(database, [&] { return unpaid::removeRecord(database, sequence); });
        if (gone) {
            ++step.removed;
        } else {
            qCWarning(journalLog).noquote() << "An old request was not forgotten:" << forLog(gone.error());
        }
    }
    return step;
}

} // namespace

QFuture<Result<Step>> logretention::removeOlder(Store &store, const QDateTime &before, const Place &from)
{
    return store.write([before, from](Database &database) {
        return inTransaction(database, [&] { return removeIn(database, before, from); });
    });
}

LogRetention::LogRetention(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &LogRetention::begin);
}

void LogRetention::setDays(int days)
{
    if (days == m_days) {
        return;
    }
    m_days = days;
    m_again.start();
    begin();
}

void LogRetention::begin()
{
    if (!m_isAtWork) {
        m_isAtWork = true;
        step(QDateTime::currentDateTimeUtc().addDays(-m_days), {}, 0);
    }
}

void LogRetention::step(const QDateTime &before, const Place &from, int removed)
{
    whenDone(logretention::removeOlder(m_store, before, from), this, [this, before, removed](const Result<Step> &done) {
        if (done && !done->isLast) {
            return step(before, done->upTo, removed + done->removed);
        }
        if (!done) { // next time
            qCWarning(journalLog).noquote() << "Old requests were not forgotten:" << forLog(done.error());
        }
        m_isAtWork = false;
        Q_EMIT tidied(removed + (done ? done->removed : 0));
    });
}

} // namespace lightwell

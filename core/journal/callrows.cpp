// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/callrows.h"

#include "core/journal/columns.h"
#include "core/journal/journalreasons.h"
#include "core/ledger/ledgersql.h"
#include "core/model/jsontext.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::callrows {

Status write(Database &database, qint64 sequence, const Generation &generation, int attempt)
{
    if (!generation.plan) {
        return notSent(ErrorKind::Internal, reasons::planMissing());
    }
    for (int call = 0; call < generation.plan->calls.size(); ++call) {
        const PlannedCall &planned = generation.plan->calls.at(call);
        JsonText json;
        json.beginObject();
        json.put("n"_L1, planned.n);
        json.putIfSet("seed"_L1, planned.seed);
        json.endObject();
        const Result<int> done = change(
            database,
            u"INSERT INTO calls (generation, attempt, call, planned) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {sequence, attempt, call, QString::fromUtf8(json.text())});
        if (!done) {
            return done.error();
        }
    }
    return Success();
}

Result<QList<JournalCall>> read(Database &database, const QString &generation)
{
    Result<Rows> query = execute(database,
                                 u"SELECT attempt, call, planned, state, finished, calls.cost FROM calls "
                                 "JOIN generations ON sequence = generation WHERE id = ? ORDER BY attempt, call"_s,
                                 {generation});
    if (!query) {
        return query.error();
    }
    QList<JournalCall> calls;
    while (query.value().next()) {
        const Rows &row = query.value();
        JournalCall call;
        call.generation = generation;
        call.attempt = row.value(0).toInt();
        call.call = row.value(1).toInt();
        const QJsonObject planned = columns::toObject(row.value(2).toByteArray());
        call.planned.n = planned.value("n"_L1).toInt(1);
        if (planned.contains("seed"_L1)) {
            call.planned.seed = planned.value("seed"_L1).toInteger();
        }
        call.state = columns::toObject(row.value(3).toByteArray());
        call.finished = row.value(4).toBool();
        call.cost = ledgersql::toMoney(row.value(5));
        calls.append(call);
    }
    const Status whole = query->readToTheEnd();
    return whole ? Result<QList<JournalCall>>(calls) : whole.error();
}

} // namespace lightwell::callrows

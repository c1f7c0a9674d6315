// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalrows.h"

#include "core/journal/attemptrows.h"
#include "core/journal/columns.h"
#include "core/journal/inputrows.h"
#include "core/journal/journalreasons.h"
#include "core/journal/picturerows.h"
#include "core/journal/unpaid.h"
#include "core/ledger/ledgersql.h"
#include "core/model/boundedjson.h"
#include "core/storage/query.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell::journalrows {

namespace {

/// Characters of JSON. Longer ones, which older releases wrote for whatever they were sent, are not listed.
constexpr int longestListed = 1024 * 1024;
/// Where the request's JSON has what is known of the call beside it (CallNotes): they go together.
constexpr auto notesPlace = "caller"_L1;

QString providerOf(const Generation &generation)
{
    if (generation.plan) {
        return notNull(generation.plan->offer.provider);
    }
    return generation.attempts.isEmpty() ? notNull({}) : notNull(generation.attempts.last().provider);
}

/// By whom it is worked at, as long as it is.
QString ownerOf(const Generation &generation, const QString &owner)
{
    return generation.status == GenerationStatus::Running ? owner : notNull({});
}

/// What was asked for, and by whom.
QString requestColumn(const Request &asked, const CallNotes &notes)
{
    JsonText json;
    json.beginObject();
    asked.writeFields(json);
    if (!notes.isEmpty()) {
        json.beginObject(notesPlace);
        notes.writeFields(json);
        json.endObject();
    }
    json.endObject();
    return QString::fromUtf8(json.text());
}

/// Of the row with this id; 0 where there is none.
Result<qint64> sequenceOf(Database &database, const QString &id)
{
    Result<Rows> rows = execute(database, u"SELECT sequence FROM generations WHERE id = ?"_s, {id});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? rows.value().value(0).toLongLong() : Result<qint64>(0);
}

struct Row
{
    qint64 sequence = 0;
    bool isNew = true; ///< nothing hangs on it yet
};

// Most rows are new, so that is tried first. Neither an upsert nor RETURNING: SQLite makes a temporary table for what
// comes back, which costs more than asking.
Result<Row> writeRow(Database &database, const Generation &generation, const Request &asked, const QString &owner)
{
    const QVariantList changing {ownerOf(generation, owner),
                                 statusName(generation.status),
                                 notNull(generation.request.model),
                                 providerOf(generation),
                                 columns::fromTime(generation.endedAt),
                                 ledgersql::fromMoney(generation.estimate),
                                 ledgersql::fromMoney(generation.cost),
                                 columns::fromError(generation.error),
                                 requestColumn(asked, generation.origin.notes),
                                 generation.id};
    {
        const Result<Rows> inserted =
            execute(database,
                    u"INSERT INTO generations (owner, status, model, provider, ended_at, estimate, cost, error, "
                    "request, id, origin, client, project, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "?) ON CONFLICT (id) DO NOTHING"_s,
                    changing
                        + QVariantList {originName(generation.origin.kind), notNull(generation.origin.client),
                                        notNull(generation.origin.project),
                                        qMax<qint64>(0, generation.createdAt.toMSecsSinceEpoch())});
        if (!inserted) {
            return inserted.error();
        }
        if (inserted->changed() > 0) {
            return Row {inserted->insertedKey(), true};
        }
    }
    const Result<int> done =
        change(database,
               u"UPDATE generations SET owner = ?, status = ?, model = ?, provider = ?, ended_at = ?, "
               "estimate = ?, cost = ?, error = ?, request = ?, bytes = 0 WHERE id = ?"_s,
               changing);
    if (!done) {
        return done.error();
    }
    const Result<qint64> sequence = sequenceOf(database, generation.id);
    return sequence ? Result<Row>(Row {*sequence, false}) : sequence.error();
}

/// With the plan, if there is one, at the attempt of this number.
Status writeAttempts(Database &database, OfferBook &offers, qint64 sequence, const Generation &generation, int planned,
                     const Request &request)
{
    if (!generation.plan) {
        return attemptrows::writeAttempts(database, sequence, generation.attempts);
    }
    const auto plan = attemptrows::planColumns(database, offers, planned, *generation.plan, request);
    return plan ? attemptrows::writeAttempts(database, sequence, generation.attempts, *plan) : Status(plan.error());
}

/// What the row keeps, counted where nobody pays for it (unpaid.h); else it stands at 0. `whole` still has its input
/// pictures.
Status countBytes(Database &database, qint64 sequence, const Generation &whole)
{
    const Money price = whole.cost.isKnown() ? whole.cost : whole.estimate;
    if (whole.origin.kind != Origin::Kind::Gateway || price != Money::zero()) {
        return Success();
    }
    qint64 beside = 0;
    if (!unpaid::isRefusal(whole)) {
        const Result<qint64> bytes = unpaid::bytesBeside(database, sequence, whole);
        if (!bytes) {
            return bytes.error();
        }
        beside = *bytes;
    }
    const Result<int> done =
        change(database,
               u"UPDATE generations SET bytes = ? + length(request) + coalesce(length(error), 0) + "
               "(SELECT coalesce(sum(coalesce(length(plan), 0) + coalesce(length(error), 0)), 0) FROM attempts "
               "WHERE generation = generations.sequence) WHERE sequence = ?"_s,
               {beside, sequence});
    return done ? Status(Success()) : Status(done.error());
}

} // namespace

QString originName(Origin::Kind kind)
{
    switch (kind) {
    case Origin::Kind::Window:
        return u"window"_s;
    case Origin::Kind::CommandLine:
        return u"cli"_s;
    case Origin::Kind::Gateway:
        break;
    }
    return u"gateway"_s;
}

std::optional<Origin::Kind> originFromName(const QString &name)
{
    for (const Origin::Kind kind : {Origin::Kind::Window, Origin::Kind::CommandLine, Origin::Kind::Gateway}) {
        if (originName(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

QString isOpen()
{
    return u"status IN ('running', 'unknown')"_s;
}

Result<qint64> writeGeneration(Database &database, OfferBook &offers, const Generation &whole, const QString &owner,
                               std::optional<int> planned)
{
    const std::optional<Generation> shortened =
        unpaid::isRefusal(whole) ? std::optional(unpaid::shortened(whole)) : std::nullopt;
    const Generation &generation = shortened ? *shortened : whole;
    Request asked = generation.request; // whose pictures lie elsewhere
    const Result<QStringList> inputs = inputrows::moveOut(database, asked);
    if (!inputs) {
        return inputs.error();
    }
    const Result<Row> row = writeRow(database, generation, asked, owner);
    if (!row) {
        return row.error();
    }
    const qint64 sequence = row->sequence;
    const int last = qMax(static_cast<int>(generation.attempts.size()) - 1, 0);
    const int number = generation.plan ? planned.value_or(last) : -1;
    Status written = inputrows::write(database, sequence, *inputs);
    if (written && !row->isNew) {
        written = attemptrows::dropOthers(database, sequence, generation.attempts.size(), number);
    }
    if (written) {
        written = writeAttempts(database, offers, sequence, generation, number, asked);
    }
    if (written && !(row->isNew && generation.pictures.isEmpty())) {
        written = picturerows::write(database, sequence, generation.pictures);
    }
    if (written) {
        written = countBytes(database, sequence, whole);
    }
    if (written && shortened) {
        written = unpaid::dropInputs(database, sequence);
    }
    if (!written) {
        return written.error();
    }
    if (shortened) {
        unpaid::forgetRefusals(database, generation.origin.client, unpaid::keptRefusals);
    }
    return sequence;
}

Result<qint64> writeEnd(Database &database, OfferBook &offers, const Generation &generation, const QString &owner)
{
    if (unpaid::isRefusal(generation)) { // of which little is kept
        return writeGeneration(database, offers, generation, owner);
    }
    const Result<qint64> known = sequenceOf(database, generation.id);
    if (!known) {
        return known.error();
    }
    const qint64 sequence = *known;
    if (sequence == 0) { // it was never begun here
        return writeGeneration(database, offers, generation, owner);
    }
    const Result<int> done =
        change(database,
               u"UPDATE generations SET owner = ?, status = ?, provider = ?, ended_at = ?, "
               "estimate = ?, cost = ?, error = ?, bytes = 0 WHERE sequence = ?"_s,
               {ownerOf(generation, owner), statusName(generation.status), providerOf(generation),
                columns::fromTime(generation.endedAt), ledgersql::fromMoney(generation.estimate),
                ledgersql::fromMoney(generation.cost), columns::fromError(generation.error), sequence});
    if (!done) {
        return done.error();
    }
    Status written = attemptrows::writeAttempts(database, sequence, generation.attempts);
    if (written) {
        written = picturerows::write(database, sequence, generation.pictures);
    }
    if (written) {
        written = countBytes(database, sequence, generation);
    }
    return written ? Result<qint64>(sequence) : written.error();
}

QString recordColumns(Inputs inputs)
{
    const QString columns = u"sequence, owner, id, status, model, provider, origin, client, created_at, ended_at, "
                            "estimate, cost, error, project, "_s;
    return inputs == Inputs::Bring ? columns + u"request"_s
                                   : columns + u"CASE WHEN length(request) <= %1 THEN request END"_s.arg(longestListed);
}

Record readRecord(const Rows &row)
{
    Record record;
    record.sequence = row.value(0).toLongLong();
    record.owner = row.value(1).toString();
    Generation &known = record.known;
    known.id = row.value(2).toString();
    known.status = statusFromName(row.value(3).toString());
    known.request.model = row.value(4).toString();
    Attempt attempt;
    attempt.provider = row.value(5).toString();
    attempt.status = known.status;
    if (!attempt.provider.isEmpty()) {
        known.attempts.append(attempt);
    }
    known.origin.kind = originFromName(row.value(6).toString()).value_or(known.origin.kind);
    known.origin.client = row.value(7).toString();
    known.createdAt = columns::toTime(row.value(8));
    known.endedAt = columns::toTime(row.value(9));
    known.estimate = ledgersql::toMoney(row.value(10));
    known.cost = ledgersql::toMoney(row.value(11));
    record.error = row.value(12).toByteArray();
    known.error = columns::toError(record.error);
    known.origin.project = row.value(13).toString();
    record.request = row.value(14).toByteArray();
    return record;
}

bool isReadable(const QByteArray &request)
{
    const Result<QJsonObject> object = readJsonObject(request, jsonlimits::own);
    return object && object->contains("model"_L1);
}

Result<Generation> complete(Database &database, OfferBook &offers, const Record &record, Inputs inputs,
                            DamagedPlan damaged)
{
    const QJsonObject json = columns::toObject(record.request);
    Result<Request> request = Request::fromJson(json);
    if (request && !json.contains("model"_L1)) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.setReason(reasons::recordDamaged(record.known.id));
        return error;
    }
    if (!request) {
        return request.error();
    }
    Generation generation = record.known;
    generation.origin.notes = CallNotes::fromJson(json.value(notesPlace).toObject());
    generation.attempts.clear();
    const qint64 longest = inputs == Inputs::Bring ? std::numeric_limits<qint64>::max() : longestListed;
    const auto planRow = attemptrows::readAttempts(database, record.sequence, longest, generation);
    if (!planRow) {
        return planRow.error();
    }
    Result<std::optional<Plan>> plan = attemptrows::readPlan(database, offers, *planRow, json);
    if (plan) {
        generation.plan = std::move(plan).value();
    } else if (damaged == DamagedPlan::IsAnError) {
        return plan.error();
    }
    Result<QList<Picture>> pictures = picturerows::read(database, record.sequence);
    if (!pictures) {
        return pictures.error();
    }
    generation.pictures = std::move(pictures).value();
    generation.request = std::move(request).value();
    if (inputs == Inputs::Bring) {
        if (Status back = inputrows::bringBack(database, generation.request);
            !back && damaged == DamagedPlan::IsAnError) {
            return back.error();
        }
    } else {
        inputrows::leaveOut(generation.request);
    }
    if (generation.plan) {
        generation.plan->request = generation.request;
    }
    return generation;
}

} // namespace lightwell::journalrows

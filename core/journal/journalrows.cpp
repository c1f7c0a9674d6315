// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalrows.h"

#include "core/journal/unpaid.h"
#include "core/ledger/ledgersql.h"
#include "core/model/boundedjson.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lightwell::journalrows {

namespace {

const QByteArray referencePrefix = "lightwell-input:";

template<typename Visit>
void forEachInput(Request &request, Visit visit)
{
    for (InputImage &image : request.images) {
        visit(image);
    }
    if (request.mask) {
        visit(*request.mask);
    }
}

template<typename Visit>
void forEachInput(Generation &generation, Visit visit)
{
    forEachInput(generation.request, visit);
    if (generation.plan) {
        forEachInput(generation.plan->request, visit);
    }
}

/// Takes the bytes out, keeps them once, and leaves references.
Status moveInputsOut(Database &database, Generation &generation, QStringList &hashes)
{
    Status status = Success();
    forEachInput(generation, [&](InputImage &image) {
        if (!status || image.bytes.isEmpty()) {
            return;
        }
        const QString hash = MediaStore::contentAddress(image.bytes);
        if (!hashes.contains(hash)) {
            hashes.append(hash);
            const Result<int> done =
                change(database, u"INSERT INTO inputs (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                       {hash, image.bytes});
            if (!done) {
                status = done.error();
            }
        }
        image.bytes = referencePrefix + hash.toLatin1();
    });
    return status;
}

QByteArray inputBytes(Database &database, const QByteArray &hash)
{
    Result<Rows> query = execute(database, u"SELECT bytes FROM inputs WHERE hash = ?"_s, {QString::fromLatin1(hash)});
    return query && query.value().next() ? query.value().value(0).toByteArray() : QByteArray();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QVariant timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

QString providerOf(const Generation &generation)
{
    if (generation.plan) {
        return notNull(generation.plan->offer.provider);
    }
    return generation.attempts.isEmpty() ? notNull({}) : notNull(generation.attempts.last().provider);
}

/// What the row will keep, counted where nobody pays for it (unpaid.h). `whole` still has its input pictures.
Result<qint64> bytesToCount(Database &database, const Generation &whole, qsizetype json)
{
    const Money price = whole.cost.isKnown() ? whole.cost : whole.estimate;
    if (whole.origin.kind != Origin::Kind::Gateway || price != Money::zero()) {
        return 0;
    }
    if (unpaid::isRefusal(whole)) {
        return json;
    }
    const Result<qint64> beside = unpaid::bytesBeside(database, whole);
    return beside ? Result<qint64>(json + *beside) : beside;
}

Status upsert(Database &database, const Generation &slim, const Generation &whole, const QString &owner)
{
    const QByteArray json = compact(slim.toJson());
    const Result<qint64> bytes = bytesToCount(database, whole, json.size());
    if (!bytes) {
        return bytes.error();
    }
    const Result<int> done = change(
        database,
        u"INSERT INTO generations (id, owner, status, model, provider, origin, client, created_at, ended_at, estimate, "
        "cost, json, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET owner = "
        "excluded.owner, status = excluded.status, model = excluded.model, provider = excluded.provider, ended_at = "
        "excluded.ended_at, estimate = excluded.estimate, cost = excluded.cost, json = excluded.json, bytes = "
        "excluded.bytes"_s,
        {slim.id, owner, statusName(slim.status), notNull(slim.request.model), providerOf(slim),
         originName(slim.origin.kind), notNull(slim.origin.client), qMax<qint64>(0, slim.createdAt.toMSecsSinceEpoch()),
         timeOrNull(slim.endedAt), ledgersql::fromMoney(slim.estimate), ledgersql::fromMoney(slim.cost),
         QString::fromUtf8(json), *bytes});
    return done ? Status(Success()) : Status(done.error());
}

Status writePictures(Database &database, const Generation &generation)
{
    if (const Result<int> done = change(database, u"DELETE FROM pictures WHERE generation = ?"_s, {generation.id});
        !done) {
        return done.error();
    }
    for (int position = 0; position < generation.pictures.size(); ++position) {
        const Picture &picture = generation.pictures.at(position);
        const Result<int> done =
            change(database,
                   u"INSERT INTO pictures (generation, position, id, format, width, height, bytes) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {generation.id, position, picture.id, formatName(picture.format), picture.size.width(),
                    picture.size.height(), picture.bytes});
        if (!done) {
            return done.error();
        }
    }
    return Success();
}

QJsonObject kept(const QByteArray &json)
{
    const Result<QJsonObject> object = readJsonObject(json, jsonlimits::own);
    return object ? *object : QJsonObject();
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

Status writeGeneration(Database &database, const Generation &generation, const QString &owner)
{
    const bool isRefusal = unpaid::isRefusal(generation);
    Generation slim = isRefusal ? unpaid::shortened(generation) : generation;
    QStringList hashes;
    if (const Status moved = moveInputsOut(database, slim, hashes); !moved) {
        return moved;
    }
    if (const Status written = upsert(database, slim, generation, owner); !written) {
        return written;
    }
    for (const QString &hash : std::as_const(hashes)) {
        const Result<int> done = change(
            database, u"INSERT INTO generation_inputs (generation, input) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            {generation.id, hash});
        if (!done) {
            return done.error();
        }
    }
    if (const Status written = writePictures(database, slim); !written || !isRefusal) {
        return written;
    }
    if (const Status dropped = unpaid::dropInputs(database, slim.id); !dropped) {
        return dropped;
    }
    return unpaid::forgetRefusals(database, slim.origin.client, unpaid::keptRefusals);
}

Status writeCalls(Database &database, const Generation &generation, int attempt)
{
    if (!generation.plan) {
        return notSent(ErrorKind::Internal, u"An attempt without a plan cannot be begun."_s);
    }
    for (int call = 0; call < generation.plan->calls.size(); ++call) {
        const PlannedCall &planned = generation.plan->calls.at(call);
        QJsonObject json {{u"n"_s, planned.n}};
        if (planned.seed) {
            json.insert(u"seed"_s, *planned.seed);
        }
        const Result<int> done = change(
            database,
            u"INSERT INTO calls (generation, attempt, call, planned) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {generation.id, attempt, call, QString::fromUtf8(compact(json))});
        if (!done) {
            return done.error();
        }
    }
    return Success();
}

Result<Generation> readGeneration(Database &database, const QString &id, const QByteArray &json, Inputs inputs)
{
    Result<Generation> generation = Generation::fromJson(kept(json));
    if (!generation) {
        return generation;
    }
    if (generation->id != id) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.detail = u"The record of %1 is damaged."_s.arg(id);
        return error;
    }
    forEachInput(generation.value(), [&](InputImage &image) {
        if (image.bytes.startsWith(referencePrefix)) {
            image.bytes =
                inputs == Inputs::Bring ? inputBytes(database, image.bytes.mid(referencePrefix.size())) : QByteArray();
        }
    });
    return generation;
}

Generation readColumns(const Rows &row, int first)
{
    const auto time = [&row](int column) {
        const QVariant value = row.value(column);
        return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
    };
    Generation generation;
    generation.id = row.value(first).toString();
    generation.status = statusFromName(row.value(first + 1).toString());
    generation.request.model = row.value(first + 2).toString();
    Attempt attempt;
    attempt.provider = row.value(first + 3).toString();
    attempt.status = generation.status;
    if (!attempt.provider.isEmpty()) {
        generation.attempts.append(attempt);
    }
    for (const Origin::Kind kind : {Origin::Kind::Window, Origin::Kind::CommandLine, Origin::Kind::Gateway}) {
        if (originName(kind) == row.value(first + 4).toString()) {
            generation.origin.kind = kind;
        }
    }
    generation.origin.client = row.value(first + 5).toString();
    generation.createdAt = time(first + 6);
    generation.endedAt = time(first + 7);
    generation.estimate = ledgersql::toMoney(row.value(first + 8));
    generation.cost = ledgersql::toMoney(row.value(first + 9));
    return generation;
}

Result<QList<JournalCall>> readCalls(Database &database, const QString &generation)
{
    Result<Rows> query = execute(database,
                                 u"SELECT attempt, call, planned, state, finished, cost FROM calls "
                                 "WHERE generation = ? ORDER BY attempt, call"_s,
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
        const QJsonObject planned = kept(row.value(2).toByteArray());
        call.planned.n = planned.value("n"_L1).toInt(1);
        if (planned.contains("seed"_L1)) {
            call.planned.seed = planned.value("seed"_L1).toInteger();
        }
        call.state = kept(row.value(3).toByteArray());
        call.finished = row.value(4).toBool();
        call.cost = ledgersql::toMoney(row.value(5));
        calls.append(call);
    }
    return calls;
}

} // namespace lightwell::journalrows

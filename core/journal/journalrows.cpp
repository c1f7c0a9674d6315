// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalrows.h"

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

Status upsert(Database &database, const Generation &generation, const QString &owner)
{
    const Result<int> done = change(
        database,
        u"INSERT INTO generations (id, owner, status, model, provider, origin, client, created_at, ended_at, estimate, "
        "cost, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET owner = "
        "excluded.owner, "
        "status = excluded.status, model = excluded.model, provider = excluded.provider, ended_at = excluded.ended_at, "
        "estimate = excluded.estimate, cost = excluded.cost, json = excluded.json"_s,
        {generation.id, owner, statusName(generation.status), notNull(generation.request.model), providerOf(generation),
         originName(generation.origin.kind), notNull(generation.origin.client),
         qMax<qint64>(0, generation.createdAt.toMSecsSinceEpoch()), timeOrNull(generation.endedAt),
         ledgersql::fromMoney(generation.estimate), ledgersql::fromMoney(generation.cost),
         QString::fromUtf8(compact(generation.toJson()))});
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
    Generation slim = generation;
    QStringList hashes;
    if (const Status moved = moveInputsOut(database, slim, hashes); !moved) {
        return moved;
    }
    if (const Status written = upsert(database, slim, owner); !written) {
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
    return writePictures(database, slim);
}

Status writeClientCall(Database &database, const Generation &generation)
{
    const Origin &origin = generation.origin;
    if (origin.fingerprint.isEmpty()) {
        return Success();
    }
    const Result<int> done = change(database,
                                    u"INSERT INTO client_calls (generation, client, key_hash, fingerprint, created_at) "
                                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                    {generation.id, notNull(origin.client), notNull(origin.keyHash), origin.fingerprint,
                                     generation.createdAt.toMSecsSinceEpoch()});
    return done ? Status(Success()) : Status(done.error());
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

Result<Generation> readGeneration(Database &database, const QByteArray &json, Inputs inputs)
{
    Result<Generation> generation = Generation::fromJson(kept(json));
    if (!generation) {
        return generation;
    }
    forEachInput(generation.value(), [&](InputImage &image) {
        if (image.bytes.startsWith(referencePrefix)) {
            image.bytes =
                inputs == Inputs::Bring ? inputBytes(database, image.bytes.mid(referencePrefix.size())) : QByteArray();
        }
    });
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

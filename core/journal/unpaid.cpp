// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/unpaid.h"

#include "core/journal/hexcolumn.h"
#include "core/journal/journallog.h"
#include "core/journal/journalreasons.h"
#include "core/journal/offerbook.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::unpaid {

namespace {

constexpr qsizetype excerpt = 200; // characters: enough to know a call again

/// Exactly as the index has it, or SQLite would not use it.
constexpr auto unpaidRows = "origin = 'gateway' AND coalesce(cost, estimate) = 0 AND client = ?"_L1;

void shorten(QString &text, qsizetype most = excerpt)
{
    if (text.size() > most) {
        text.truncate(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
        text += u'…';
    }
}

void shorten(std::optional<Error> &error)
{
    if (error) {
        shorten(error->message, 5 * excerpt);
        error->reason = error->reason.shortened(5 * excerpt);
        shorten(error->detail, 5 * excerpt);
        shorten(error->param);
        shorten(error->code);
    }
}

void shorten(Request &request)
{
    for (QString *text : {&request.model, &request.prompt, &request.negativePrompt, &request.quality, &request.style,
                          &request.background, &request.user}) {
        shorten(*text);
    }
    request.images.clear();
    request.mask.reset();
    request.extra = {};
}

Result<QStringList> texts(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = execute(database, sql, values);
    if (!rows) {
        return rows.error();
    }
    QStringList found;
    while (rows.value().next()) {
        found.append(rows.value().value(0).toString());
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return found;
}

/// What came to nothing goes from the ledger, too. An attempt is named "generation/number" there: all names between
/// "generation/" and "generation0".
Status forgetReleased(Database &database, const QString &id)
{
    const auto released = "state = 'released' AND reservation > ? AND reservation < ?"_L1;
    const QVariantList names = {QString(id + u'/'), QString(id + u'0')};
    if (Status lines = asStatus(
            change(database,
                   u"DELETE FROM ledger_lines WHERE entry IN (SELECT id FROM ledger WHERE %1)"_s.arg(released), names));
        !lines) {
        return lines;
    }
    return asStatus(change(database, u"DELETE FROM ledger WHERE "_s + released, names));
}

Status forget(Database &database, qint64 sequence)
{
    const Result<QStringList> ids = texts(database, u"SELECT id FROM generations WHERE sequence = ?"_s, {sequence});
    if (!ids) {
        return ids.error();
    }
    for (const QString &id : *ids) {
        if (Status released = forgetReleased(database, id); !released) {
            return released;
        }
    }
    return removeRecord(database, sequence);
}

void notForgotten(const Error &error)
{
    qCWarning(journalLog).noquote() << "A refused call was not forgotten:" << forLog(error);
}

Result<qint64> keptFor(Database &database, const QString &client)
{
    Result<Rows> rows =
        execute(database, u"SELECT coalesce(sum(bytes), 0) FROM generations WHERE "_s + unpaidRows, {notNull(client)});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? Result<qint64>(rows.value().value(0).toLongLong()) : rows->error();
}

} // namespace

bool isRefusal(const Generation &generation)
{
    // What a person had to settle was in doubt once.
    return generation.origin.kind == Origin::Kind::Gateway && generation.endedForFree()
        && std::none_of(generation.attempts.begin(), generation.attempts.end(),
                        [](const Attempt &attempt) { return attempt.settledByHand; });
}

Generation shortened(Generation generation)
{
    shorten(generation.request);
    shorten(generation.error);
    for (Attempt &attempt : generation.attempts) {
        shorten(attempt.error);
    }
    if (generation.plan) {
        Plan &plan = *generation.plan;
        plan.request = generation.request;
        plan.parameters.clear();
        for (QString *text : {&plan.quality, &plan.style, &plan.background, &plan.negativePrompt}) {
            shorten(*text);
        }
    }
    return generation;
}

Status dropInputs(Database &database, qint64 sequence)
{
    const Result<QStringList> hashes =
        texts(database, u"SELECT input FROM generation_inputs WHERE generation = ?"_s, {sequence});
    if (!hashes) {
        return hashes.error();
    }
    if (hashes->isEmpty()) {
        return Success();
    }
    if (const Result<int> gone = change(database, u"DELETE FROM generation_inputs WHERE generation = ?"_s, {sequence});
        !gone) {
        return gone.error();
    }
    for (const QString &hash : *hashes) {
        const Result<int> gone = change(database,
                                        u"DELETE FROM inputs WHERE hash = ? AND NOT EXISTS "
                                        "(SELECT 1 FROM generation_inputs WHERE input = inputs.hash)"_s,
                                        {hash});
        if (!gone) {
            return gone.error();
        }
    }
    return Success();
}

Status removeRecord(Database &database, qint64 sequence)
{
    if (Status dropped = dropInputs(database, sequence); !dropped) {
        return dropped;
    }
    const Result<QStringList> offers = texts(
        database, u"SELECT DISTINCT offer FROM attempts WHERE generation = ? AND offer IS NOT NULL"_s, {sequence});
    if (!offers) {
        return offers.error();
    }
    Status gone = asStatus(change(database, u"DELETE FROM generations WHERE sequence = ?"_s, {sequence}));
    for (qsizetype i = 0; gone && i < offers->size(); ++i) {
        gone = OfferBook::dropUnused(database, offers->at(i).toLongLong());
    }
    return gone;
}

Result<qint64> bytesBeside(Database &database, qint64 sequence, const Generation &generation)
{
    QHash<QString, qint64> inputs;
    for (const InputImage &image : generation.request.images) {
        inputs.insert(MediaStore::contentAddress(image.bytes), image.bytes.size());
    }
    if (generation.request.mask) {
        inputs.insert(MediaStore::contentAddress(generation.request.mask->bytes),
                      generation.request.mask->bytes.size());
    }
    QHash<QString, qint64> pictures;
    for (const Picture &picture : generation.pictures) {
        pictures.insert(picture.id, picture.bytes);
    }
    qint64 sum = 0;
    const auto add = [&](const QHash<QString, qint64> &files, const QString &sql, auto toColumn) -> Status {
        for (auto file = files.begin(); file != files.end(); ++file) {
            Result<Rows> others = execute(database, sql, {toColumn(file.key()), sequence});
            if (!others) {
                return others.error();
            }
            sum += others.value().next() ? 0 : file.value();
        }
        return Success();
    };
    Status added = add(inputs, u"SELECT 1 FROM generation_inputs WHERE input = ? AND generation < ? LIMIT 1"_s,
                       [](const QString &hash) { return QVariant(hash); });
    if (added) {
        added = add(pictures, u"SELECT 1 FROM pictures WHERE id = ? AND generation < ? LIMIT 1"_s, hexcolumn::toColumn);
    }
    return added ? Result<qint64>(sum) : added.error();
}

void forgetRefusals(Database &database, const QString &client, int kept)
{
    const Result<QStringList> sequences = texts(
        database,
        u"SELECT sequence FROM generations WHERE sequence IN (SELECT sequence FROM generations WHERE "_s + unpaidRows
            + u" AND status IN ('failed', 'cancelled') ORDER BY sequence DESC LIMIT 9223372036854775807 OFFSET ?) AND "
              u"NOT EXISTS "
              "(SELECT 1 FROM ledger WHERE reservation > generations.id || '/' AND reservation < generations.id || '0' "
              "AND (state <> 'released' OR EXISTS (SELECT 1 FROM ledger_lines WHERE entry = ledger.id "
              "AND kind NOT IN ('reserved', 'released')))) AND NOT EXISTS (SELECT 1 FROM attempts WHERE generation = "
              "sequence AND settled_by_hand = 1) AND NOT "
              "EXISTS (SELECT 1 FROM pictures WHERE generation = sequence)"_s,
        {notNull(client), kept});
    if (!sequences) {
        notForgotten(sequences.error());
        return;
    }
    for (const QString &sequence : *sequences) {
        // Undone alone: one that has to stay is no reason to refuse the call that came after it.
        const Status gone = inTransaction(database, [&] { return forget(database, sequence.toLongLong()); });
        if (!gone) {
            notForgotten(gone.error());
        }
    }
}

Status mayKeepMore(Database &database, const QString &client, qint64 most)
{
    Result<qint64> kept = keptFor(database, client);
    if (kept && *kept >= most) {
        forgetRefusals(database, client, 0);
        kept = keptFor(database, client);
    }
    if (!kept) {
        return kept.error();
    }
    if (*kept < most) {
        return Success();
    }
    Error full = notSent(ErrorKind::Storage, reasons::clientStorageFull(*kept));
    full.code = u"CLIENT_STORAGE_FULL"_s;
    return full;
}

} // namespace lightwell::unpaid

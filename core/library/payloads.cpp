// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/payloads.h"

#include "core/journal/attemptrows.h"
#include "core/journal/columns.h"
#include "core/journal/hexcolumn.h"
#include "core/journal/journalreasons.h"
#include "core/journal/journalrows.h"
#include "core/journal/offerbook.h"
#include "core/journal/planjson.h"
#include "core/journal/replacedpictures.h"
#include "core/journal/responserows.h"
#include "core/journal/unpaid.h"
#include "core/library/picturebin.h"
#include "core/library/searchindex.h"
#include "core/storage/backend.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace lightwell::payloads {

namespace {

/// What the books say, and which files nothing else needs any more.
struct Written
{
    bool already = false;
    QStringList pictures;
};

Error needed(const Reason &reason)
{
    Error error = notSent(ErrorKind::Storage, reason);
    error.code = QString::fromLatin1(stillNeeded);
    return error;
}

void strip(Request &request)
{
    request.prompt.clear();
    request.negativePrompt.clear();
    request.user.clear();
    request.images.clear();
    request.mask.reset();
    request.extra = {};
}

/// A vendor's own words, and those of whoever asked, may repeat what was asked for.
void strip(std::optional<Error> &error)
{
    if (error) {
        error->message.clear();
        error->detail.clear();
        error->reason = error->reason.shortened(1);
    }
}

void strip(Attempt &attempt)
{
    strip(attempt.error);
    attempt.why = attempt.why.shortened(1);
    attempt.after = attempt.after.shortened(1);
}

/// The plans of all attempts, not only of the last one. One that cannot be read is of no use to anybody.
Status stripPlans(Database &database, qint64 sequence, const QJsonObject &before, const Request &request)
{
    Result<Rows> rows =
        execute(database, u"SELECT number, plan FROM attempts WHERE generation = ? AND plan IS NOT NULL"_s, {sequence});
    if (!rows) {
        return rows.error();
    }
    QList<std::pair<int, QVariant>> stripped;
    while (rows.value().next()) {
        Result<Plan> plan = planjson::read(rows.value().value(1).toByteArray(), before, {});
        if (plan) {
            plan.value().request = request;
            plan.value().parameters.clear();
            plan.value().negativePrompt.clear();
        }
        stripped.append({rows.value().value(0).toInt(),
                         plan ? QVariant(planjson::write(*plan, request)) : QVariant(QMetaType(QMetaType::QString))});
    }
    Status written = rows->readToTheEnd();
    for (qsizetype i = 0; written && i < stripped.size(); ++i) {
        written = asStatus(change(database, u"UPDATE attempts SET plan = ? WHERE generation = ? AND number = ?"_s,
                                  {stripped.at(i).second, sequence, stripped.at(i).first}));
    }
    return written;
}

/// Whether something may still come of it that needs what would go.
Result<bool> mayStillBring(Database &database, qint64 sequence)
{
    Result<Rows> rows = execute(
        database,
        u"SELECT has_job FROM attempts WHERE generation = ? AND status IS NOT NULL ORDER BY number DESC LIMIT 1"_s,
        {sequence});
    if (!rows) {
        return rows.error();
    }
    const bool has = rows.value().next() && rows.value().value(0).toBool();
    const Status whole = rows->readToTheEnd();
    return whole ? Result<bool>(has) : whole.error();
}

/// Takes its pictures out of the collection, and yields those that no other request has.
Result<QStringList> dropPictures(Database &database, qint64 sequence, const QDateTime &now)
{
    Result<Rows> rows = execute(database,
                                u"SELECT DISTINCT id FROM pictures WHERE generation = ? AND NOT EXISTS (SELECT 1 FROM "
                                "pictures AS others WHERE others.id = pictures.id AND others.generation <> ?)"_s,
                                {sequence, sequence});
    if (!rows) {
        return rows.error();
    }
    QList<QVariant> own;
    while (rows.value().next()) {
        own.append(rows.value().value(0));
    }
    Status written = rows->readToTheEnd();
    if (written) {
        written = asStatus(change(database, u"DELETE FROM pictures WHERE generation = ?"_s, {sequence}));
    }
    if (written) {
        const qint64 first = sequence * searchindex::maxPictures;
        written =
            asStatus(change(database, database.backend().removeWords(), {first, first + searchindex::maxPictures - 1}));
    }
    QStringList ids;
    // As if the bin had kept it for its whole time: what else there is of it goes at the next tidying up.
    const qint64 longAgo = now.addDays(-picturebin::keptDays - 1).toMSecsSinceEpoch();
    for (const QVariant &picture : std::as_const(own)) {
        if (written) {
            written =
                asStatus(change(database,
                                u"INSERT INTO picture_marks (picture, deleted_at, emptied) VALUES (?, ?, 0) ON "
                                "CONFLICT (picture) DO UPDATE SET deleted_at = excluded.deleted_at, emptied = 0"_s,
                                {picture, longAgo}));
        }
        if (written) {
            written = asStatus(change(database, u"DELETE FROM picture_tags WHERE picture = ?"_s, {picture}));
        }
        ids.append(hexcolumn::fromColumn(picture));
    }
    return written ? Result<QStringList>(ids) : written.error();
}

Result<Written> write(Database &database, const QString &id, const QDateTime &now)
{
    Result<Rows> rows = execute(database,
                                u"SELECT %1, purged_at FROM generations WHERE id = ?"_s.arg(
                                    journalrows::recordColumns(journalrows::Inputs::Bring)),
                                {id});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? notSent(ErrorKind::NotFound, reasons::requestUnknown(id)) : whole.error();
    }
    const journalrows::Record record = journalrows::readRecord(rows.value());
    constexpr int purgedColumn = 15;
    if (!rows.value().value(purgedColumn).isNull()) {
        return Written {true, {}};
    }
    if (record.known.status == GenerationStatus::Running) {
        return needed(reasons::requestStillRuns(id));
    }
    const Result<bool> brings = mayStillBring(database, record.sequence);
    if (!brings) {
        return brings.error();
    }
    if (*brings) {
        return needed(reasons::vendorMayHavePictures(id));
    }
    const QJsonObject before = columns::toObject(record.request);
    const Result<Request> read = Request::fromJson(before);
    Request request = read ? *read : Request(); // one that cannot be read has words all the same
    if (!read) {
        request.model = record.known.request.model;
    }
    strip(request);
    std::optional<Error> error = record.known.error;
    strip(error);
    Status written = stripPlans(database, record.sequence, before, request);
    Generation attempts;
    if (written) {
        const auto plan = attemptrows::readAttempts(database, record.sequence, 0, attempts);
        written = plan ? Status(Success()) : Status(plan.error());
    }
    for (Attempt &attempt : attempts.attempts) {
        strip(attempt);
    }
    if (written) {
        written = attemptrows::writeAttempts(database, record.sequence, attempts.attempts);
    }
    if (written) {
        written = asStatus(change(
            database, u"UPDATE generations SET request = ?, error = ?, purged_at = ? WHERE sequence = ?"_s,
            {columns::compact(request.toJson()), columns::fromError(error), now.toMSecsSinceEpoch(), record.sequence}));
    }
    if (written) {
        written = asStatus(change(database, u"UPDATE calls SET state = '' WHERE generation = ?"_s, {record.sequence}));
    }
    if (written) {
        written = unpaid::dropInputs(database, record.sequence);
    }
    if (written) {
        written = responserows::removeAbout(database, id);
    }
    if (!written) {
        return written.error();
    }
    const Result<QStringList> pictures = dropPictures(database, record.sequence, now);
    return pictures ? Result<Written>(Written {false, *pictures}) : pictures.error();
}

/// Also what came of it and is in no book, where the program ended before that was tidied up.
int removeFiles(Store &store, const MediaStore &media, const QString &id, const QStringList &pictures)
{
    QStringList all = pictures + media.notedAt(id);
    all.removeDuplicates();
    const std::optional<int> removed = replacedpictures::removeUnclaimed(store, media, all, id);
    if (removed) {
        media.forgetArrivals(id);
    }
    return removed.value_or(0);
}

} // namespace

QFuture<Result<Purged>> purge(Store &store, const MediaStore &media, const QString &id, const QDateTime &now)
{
    return QtConcurrent::run([&store, &media, id, now]() -> Result<Purged> {
        const Result<Written> written =
            store
                .write([id, now](Database &database) {
                    return inTransaction(database, [&] { return write(database, id, now); });
                })
                .result();
        if (!written) {
            return written.error();
        }
        return Purged {written->already, removeFiles(store, media, id, written->pictures)};
    });
}

} // namespace lightwell::payloads

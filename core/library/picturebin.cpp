// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/picturebin.h"

#include "core/journal/hexcolumn.h"
#include "core/journal/replacedpictures.h"
#include "core/storage/binfolder.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lightwell::picturebin {

namespace {

const QString noteEmptied = u"UPDATE picture_marks SET emptied = 1 WHERE deleted_at IS NOT NULL AND picture = ?"_s;

/// Runs the same statement for each, in one transaction; the picture is its last value.
Status forEach(Store &store, const QStringList &pictures, const QString &sql, const QVariantList &before)
{
    return store
        .write([pictures, sql, before](Database &database) {
            return inTransaction(database, [&]() -> Status {
                for (const QString &picture : pictures) {
                    if (Status changed =
                            asStatus(change(database, sql, before + QVariantList {hexcolumn::toColumn(picture)}));
                        !changed) {
                        return changed;
                    }
                }
                return Success();
            });
        })
        .result();
}

/// Wherever it lies: the rescue folder is one of the places.
Status moveToBin(const Places &places, const QString &picture)
{
    const QString path = places.media.pathOf(picture);
    return path.isEmpty() ? Status(Success()) : places.bin.take(path);
}

struct Deleted
{
    QString picture;
    qint64 at = 0; ///< milliseconds since 1970
};

Result<QList<Deleted>> waiting(Store &store)
{
    return store
        .read([](Database &database) -> Result<QList<Deleted>> {
            Result<Rows> rows = execute(
                database,
                u"SELECT picture, deleted_at FROM picture_marks WHERE deleted_at IS NOT NULL AND emptied = 0"_s);
            if (!rows) {
                return rows.error();
            }
            QList<Deleted> found;
            while (rows.value().next()) {
                found.append({hexcolumn::fromColumn(rows.value().value(0)), rows.value().value(1).toLongLong()});
            }
            const Status whole = rows->readToTheEnd();
            return whole ? Result<QList<Deleted>>(found) : whole.error();
        })
        .result();
}

} // namespace

Status remove(const Places &places, const QStringList &pictures, const QDateTime &now)
{
    Status removed = forEach(places.store, pictures,
                             u"INSERT INTO picture_marks (deleted_at, emptied, picture) VALUES (?, 0, ?) ON CONFLICT "
                             "(picture) DO UPDATE SET deleted_at = excluded.deleted_at, emptied = 0"_s,
                             {now.toMSecsSinceEpoch()});
    if (!removed) {
        return removed;
    }
    for (const QString &picture : pictures) {
        if (Status moved = moveToBin(places, picture); !moved && removed) {
            removed = moved;
        }
    }
    return removed;
}

Status restore(const Places &places, const QStringList &pictures)
{
    for (const QString &picture : pictures) {
        if (const Result<bool> given = places.bin.giveBack(picture); !given) {
            return given.error();
        }
    }
    return forEach(places.store, pictures,
                   u"UPDATE picture_marks SET deleted_at = NULL WHERE emptied = 0 AND picture = ?"_s, {});
}

Result<QStringList> empty(const Places &places, const QStringList &pictures)
{
    const Result<QList<Deleted>> deleted = waiting(places.store);
    if (!deleted) {
        return deleted.error();
    }
    QStringList gone;
    Status emptied = Success();
    for (const Deleted &one : *deleted) {
        if (emptied && pictures.contains(one.picture) && !places.bin.pathOf(one.picture).isEmpty()) {
            emptied = places.bin.empty(one.picture);
            if (emptied) {
                gone.append(one.picture);
            }
        }
    }
    const Status noted = forEach(places.store, gone, noteEmptied, {});
    return !emptied ? Result<QStringList>(emptied.error()) : !noted ? Result<QStringList>(noted.error()) : gone;
}

Result<QStringList> tidy(const Places &places, const QDateTime &now)
{
    const Result<QList<Deleted>> deleted = waiting(places.store);
    if (!deleted) {
        return deleted.error();
    }
    const qint64 expired = now.addDays(-keptDays).toMSecsSinceEpoch();
    QStringList gone;
    for (const Deleted &one : *deleted) {
        // One that is newer was made once more just now.
        const QFileInfo left(places.media.pathOf(one.picture));
        const bool isLeft = left.isFile() && left.lastModified().toMSecsSinceEpoch() <= one.at;
        Status tidied = isLeft ? places.bin.take(left.filePath()) : Status(Success());
        if (tidied && one.at <= expired) {
            tidied = places.bin.empty(one.picture);
            if (tidied) {
                gone.append(one.picture);
            }
        }
        if (!tidied) {
            return tidied.error();
        }
    }
    // A purge that was interrupted has left files that no request has any more, perhaps set aside.
    if (!gone.isEmpty() && !replacedpictures::removeUnclaimed(places.store, places.media, gone, {})) {
        return gone; // the next one comes back to them
    }
    const Status noted = forEach(places.store, gone, noteEmptied, {});
    return noted ? Result<QStringList>(gone) : noted.error();
}

} // namespace lightwell::picturebin

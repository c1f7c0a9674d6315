// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/storelimit.h"

#include "core/journal/hexcolumn.h"
#include "core/library/picturemarks.h"
#include "core/storage/binfolder.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::storelimit {

namespace {

/// What the books say of a picture.
struct Said
{
    qint64 madeAt = 0;
    qint64 deletedAt = 0; ///< 0: it is not
    bool isHidden = false;
    bool isKept = false;
};
using Books = QHash<QByteArray, Said>;

Status addMade(Database &database, Books &books)
{
    Result<Rows> rows = execute(
        database,
        u"SELECT pictures.id, generations.created_at, picture_marks.starred, picture_marks.hidden, "
        "picture_marks.deleted_at FROM pictures CROSS JOIN generations ON generations.sequence = pictures.generation "
        "LEFT JOIN picture_marks ON picture_marks.picture = pictures.id"_s);
    if (!rows) {
        return rows.error();
    }
    while (rows.value().next()) {
        const Rows &row = rows.value();
        Said &said = books[row.value(0).toByteArray()];
        said.madeAt = std::max(said.madeAt, row.value(1).toLongLong());
        said.isKept = row.value(2).toInt() != 0;
        said.isHidden = row.value(3).toInt() != 0;
        said.deletedAt = row.value(4).toLongLong();
    }
    return rows->readToTheEnd();
}

Status addTagged(Database &database, Books &books)
{
    Result<Rows> rows = execute(database, u"SELECT picture FROM picture_tags"_s);
    if (!rows) {
        return rows.error();
    }
    while (rows.value().next()) {
        if (const auto said = books.find(rows.value().value(0).toByteArray()); said != books.end()) {
            said->isKept = true;
        }
    }
    return rows->readToTheEnd();
}

Result<Books> books(Store &store)
{
    return store
        .read([](Database &database) -> Result<Books> {
            Books books;
            Status read = addMade(database, books);
            if (read) {
                read = addTagged(database, books);
            }
            return read ? Result<Books>(books) : read.error();
        })
        .result();
}

Held heldFile(const QString &path, const Books &books, bool isInBin)
{
    const QFileInfo file(path);
    Held held;
    held.picture = QByteArray::fromHex(file.completeBaseName().toLatin1());
    held.bytes = file.size();
    held.isInBin = isInBin;
    const auto said = books.constFind(held.picture);
    // A copy in the bin of what was made anew meanwhile is nothing that somebody deleted.
    held.isKept = said == books.constEnd() || (isInBin ? said->deletedAt == 0 : said->isKept);
    if (said != books.constEnd()) {
        held.at = isInBin ? said->deletedAt : said->madeAt;
        held.isHidden = said->isHidden;
    }
    return held;
}

/// Those of them that somebody starred or tagged meanwhile.
Result<QSet<QString>> keptAmong(Store &store, const QStringList &pictures)
{
    return store
        .read([pictures](Database &database) -> Result<QSet<QString>> {
            QSet<QString> kept;
            for (const QString &picture : pictures) {
                const Result<PictureMark> mark = picturemarks::markOf(database, picture);
                const Result<QStringList> tags =
                    mark ? picturemarks::tags(database, picture) : Result<QStringList>(mark.error());
                if (!tags) {
                    return tags.error();
                }
                if (mark->isStarred || !tags->isEmpty()) {
                    kept.insert(picture);
                }
            }
            return kept;
        })
        .result();
}

QStringList takeFirst(QStringList &list, qsizetype most)
{
    const QStringList first = list.first(std::min(most, list.size()));
    list.erase(list.begin(), list.begin() + first.size());
    return first;
}

} // namespace

Result<QList<Held>> held(const picturebin::Places &places)
{
    const Result<Books> known = books(places.store);
    if (!known) {
        return known.error();
    }
    QList<Held> all;
    const QStringList kept = places.media.files();
    for (const QString &path : kept) {
        all.append(heldFile(path, *known, false));
    }
    const QStringList binned = places.bin.files();
    for (const QString &path : binned) {
        all.append(heldFile(path, *known, true));
    }
    return all;
}

Usage usageOf(const QList<Held> &held)
{
    Usage usage;
    for (const Held &one : held) {
        Amount &amount = one.isInBin ? usage.bin : usage.gallery;
        ++amount.pictures;
        amount.bytes += one.bytes;
    }
    return usage;
}

Clearing clearingFor(const QList<Held> &held, qint64 limit, const QDateTime &now)
{
    Clearing clearing;
    if (limit <= 0) {
        return clearing;
    }
    const qint64 rest = now.addSecs(-qint64(restHours) * 3600).toMSecsSinceEpoch();
    const auto rankOf = [](const Held &one) { return one.isInBin ? 0 : one.isHidden ? 1 : 2; };
    QList<Held> going;
    qint64 over = -limit;
    for (const Held &one : held) {
        const bool isResting = one.at >= rest;
        over += one.isInBin && isResting ? 0 : one.bytes;
        if (!isResting && !one.isKept) {
            going.append(one);
        }
    }
    std::stable_sort(going.begin(), going.end(), [&rankOf](const Held &left, const Held &right) {
        return std::pair(rankOf(left), left.at) < std::pair(rankOf(right), right.at);
    });
    for (const Held &one : std::as_const(going)) {
        if (over <= 0) {
            break;
        }
        QStringList &list = one.isInBin ? clearing.fromBin : one.isHidden ? clearing.hidden : clearing.oldest;
        list.append(QString::fromLatin1(one.picture.toHex()));
        clearing.bytes += one.bytes;
        over -= one.bytes;
    }
    clearing.over = std::max<qint64>(over, 0);
    return clearing;
}

Result<Cleared> clearStep(const picturebin::Places &places, Clearing &left, const QDateTime &now)
{
    Cleared cleared;
    if (!left.fromBin.isEmpty()) {
        Result<QStringList> emptied = picturebin::empty(places, takeFirst(left.fromBin, stepPictures));
        if (!emptied) {
            return emptied.error();
        }
        cleared.emptied = std::move(emptied).value();
        return cleared;
    }
    QStringList going = takeFirst(left.hidden.isEmpty() ? left.oldest : left.hidden, stepPictures);
    const Result<QSet<QString>> kept = keptAmong(places.store, going);
    if (!kept) {
        return kept.error();
    }
    going.removeIf([&kept](const QString &picture) { return kept->contains(picture); });
    if (const Status removed = picturebin::remove(places, going, now); !removed) {
        cleared.trouble = removed.error();
    }
    cleared.binned = going;
    return cleared;
}

QStringList inBin(const QList<Held> &held)
{
    QStringList pictures;
    for (const Held &one : held) {
        if (one.isInBin && !one.isKept) {
            pictures.append(QString::fromLatin1(one.picture.toHex()));
        }
    }
    return pictures;
}

} // namespace lightwell::storelimit

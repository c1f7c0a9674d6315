// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/replacedpictures.h"

#include "core/journal/hexcolumn.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

using namespace Qt::StringLiterals;

namespace lightwell::replacedpictures {

namespace {

/// Those of them that some request has, also in the bin.
Result<QStringList> ownedAmong(Store &store, const QStringList &pictures)
{
    return store
        .read([pictures](Database &database) -> Result<QStringList> {
            QStringList owned;
            for (const QString &picture : pictures) {
                Result<Rows> rows =
                    execute(database, u"SELECT 1 FROM pictures WHERE id = ? LIMIT 1"_s, {hexcolumn::toColumn(picture)});
                if (!rows) {
                    return rows.error();
                }
                if (rows.value().next()) {
                    owned.append(picture);
                }
                if (const Status whole = rows->readToTheEnd(); !whole) {
                    return whole.error();
                }
            }
            return owned;
        })
        .result();
}

QStringList without(QStringList pictures, const QStringList &some)
{
    pictures.removeIf([&some](const QString &picture) { return some.contains(picture); });
    return pictures;
}

} // namespace

std::optional<int> removeUnclaimed(Store &store, const MediaStore &media, const QStringList &pictures,
                                   const QString &place)
{
    const Result<QStringList> owned = ownedAmong(store, pictures);
    if (!owned) {
        return std::nullopt;
    }
    for (const QString &picture : pictures) {
        media.takeBack(picture); // the program may have ended while it was set aside
    }
    const QStringList free = without(pictures, *owned + media.notedElsewhere(pictures, place));
    QStringList aside;
    for (const QString &picture : free) {
        aside.append(media.setAside(picture));
    }
    // Whoever wrote the same bytes just before has a note, until the books have it: so the notes are asked first.
    const QStringList noted = media.notedElsewhere(free, place);
    const Result<QStringList> ownedNow = ownedAmong(store, free);
    int removed = 0;
    for (qsizetype i = 0; i < free.size(); ++i) {
        const QString &picture = free.at(i);
        if (!ownedNow || ownedNow->contains(picture) || noted.contains(picture)) {
            media.takeBack(picture);
        } else {
            removed += MediaStore::discard(aside.at(i)) ? 1 : 0;
        }
    }
    return ownedNow ? std::optional(removed) : std::nullopt;
}

void forgetArrivals(Store &store, const MediaStore &media, const QString &place)
{
    QStringList kept;
    const QList<MediaStore::Replaced> all = media.replacedAt(place);
    for (const MediaStore::Replaced &replaced : all) {
        kept.append(replaced.picture);
    }
    QStringList earlier;
    if (!kept.isEmpty()) {
        const Result<QStringList> owned = ownedAmong(store, kept);
        if (!owned) {
            return;
        }
        for (const MediaStore::Replaced &replaced : all) {
            if (owned->contains(replaced.picture)) { // else the earlier one may be all there is
                earlier += replaced.earlier;
            }
        }
    }
    if (!earlier.isEmpty() && !removeUnclaimed(store, media, earlier, place)) {
        return;
    }
    place.contains(u'.') ? media.forgetArrival(place) : media.forgetArrivals(place);
}

} // namespace lightwell::replacedpictures

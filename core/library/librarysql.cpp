// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/librarysql.h"

#include "core/library/searchindex.h"
#include "core/library/searchwords.h"
#include "core/storage/backend.h"
#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace lightwell {

LibraryQuery queryOf(Database &database, const LibraryFilter &filter)
{
    const LibraryCondition condition = conditionOf(filter);
    const QStringList phrases = searchwords::phrasesIn(filter.words);
    LibraryQuery query {u"pictures"_s, condition.sql, u"pictures.generation DESC, pictures.position"_s,
                        condition.values};
    if (!phrases.isEmpty()) {
        // Words first, from the newest: what follows is looked up for as many as are shown.
        const Backend::WordMatch match = database.backend().matchWords(phrases);
        query.from =
            u"library_words CROSS JOIN pictures ON pictures.generation = %1 / %2 AND pictures.position = %2 - 1 - %1 % %2"_s
                .arg(match.key)
                .arg(searchindex::maxPictures);
        query.where = match.condition + u" AND "_s + query.where;
        query.values.prepend(match.value);
        query.newestFirst = match.key + u" DESC"_s; // see keyOf()
    }
    query.from += u" CROSS JOIN generations ON generations.sequence = pictures.generation LEFT JOIN picture_marks ON "
                  "picture_marks.picture = pictures.id"_s;
    return query;
}

Money librarysql::shareOf(Money cost, qint64 pictures)
{
    return cost.isKnown() && pictures > 0 ? Money::fromMicros(cost.micros() / pictures) : Money::unknown();
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/libraryindex.h"

#include "core/ledger/ledgersql.h"
#include "core/library/librarysql.h"
#include "core/library/searchindex.h"
#include "core/storage/query.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::libraryindex {

namespace {

/// What was made of others, and what others were made of. Few, beside the pictures.
struct Relatives
{
    QSet<qint64> generations;
    QSet<QByteArray> pictures;
};

Result<Relatives> relatives(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT generation, picture FROM picture_parents"_s);
    if (!rows) {
        return rows.error();
    }
    Relatives found;
    while (rows.value().next()) {
        found.generations.insert(rows.value().value(0).toLongLong());
        found.pictures.insert(rows.value().value(1).toByteArray());
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<Relatives>(found) : whole.error();
}

/// The next one after `at` in local time, in milliseconds since 1970.
qint64 endOfMonth(QDate month)
{
    return month.addMonths(1).startOfDay().toMSecsSinceEpoch();
}

} // namespace

Result<QList<LibraryRow>> rows(Database &database, const LibraryFilter &filter)
{
    const Result<Relatives> related = relatives(database);
    if (!related) {
        return related.error();
    }
    const LibraryQuery query = queryOf(database, filter);
    Result<Rows> rows = execute(
        database,
        u"SELECT pictures.generation, pictures.position, pictures.id, pictures.width, pictures.height, pictures.bytes, "
        "generations.created_at, generations.cost, (SELECT count(*) FROM pictures AS siblings WHERE "
        "siblings.generation = pictures.generation), picture_marks.starred, picture_marks.hidden, "
        "picture_colours.colour FROM %1 LEFT JOIN picture_colours ON picture_colours.picture = pictures.id WHERE %2 "
        "ORDER BY %3"_s.arg(query.from, query.where, query.newestFirst),
        query.values);
    if (!rows) {
        return rows.error();
    }
    QList<LibraryRow> found;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        const qint64 generation = row.value(0).toLongLong();
        LibraryRow &picture = found.emplaceBack();
        picture.key = searchindex::keyOf(generation, row.value(1).toLongLong());
        picture.id = row.value(2).toByteArray();
        picture.width = row.value(3).toInt();
        picture.height = row.value(4).toInt();
        picture.bytes = row.value(5).toLongLong();
        picture.createdAt = row.value(6).toLongLong();
        picture.cost = librarysql::shareOf(ledgersql::toMoney(row.value(7)), row.value(8).toLongLong());
        picture.isStarred = row.value(9).toInt() != 0;
        picture.isHidden = row.value(10).toInt() != 0;
        picture.colour = row.value(11).isNull() ? 0 : (0xff000000U | row.value(11).toUInt());
        picture.hasRelatives = related->generations.contains(generation) || related->pictures.contains(picture.id);
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<LibraryRow>>(found) : whole.error();
}

Result<qint64> count(Database &database, const LibraryFilter &filter)
{
    const LibraryQuery query = queryOf(database, filter);
    Result<Rows> rows =
        execute(database, u"SELECT count(*) FROM %1 WHERE %2"_s.arg(query.from, query.where), query.values);
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? Result<qint64>(rows.value().value(0).toLongLong()) : rows->error();
}

void sort(QList<LibraryRow> &rows, LibrarySort sort)
{
    switch (sort) {
    case LibrarySort::Newest:
        return;
    case LibrarySort::Oldest:
        std::reverse(rows.begin(), rows.end());
        return;
    case LibrarySort::Dearest:
        std::stable_sort(rows.begin(), rows.end(), [](const LibraryRow &left, const LibraryRow &right) {
            return left.cost.microsOr(-1) > right.cost.microsOr(-1);
        });
        return;
    case LibrarySort::Largest:
        std::stable_sort(rows.begin(), rows.end(), [](const LibraryRow &left, const LibraryRow &right) {
            return qint64(left.width) * left.height > qint64(right.width) * right.height;
        });
    }
}

QList<MonthCount> months(const QList<LibraryRow> &rows)
{
    QList<MonthCount> found;
    qint64 from = 0; // of the month that was counted last
    qint64 until = 0;
    for (const LibraryRow &row : rows) {
        if (found.isEmpty() || row.createdAt < from || row.createdAt >= until) {
            const QDate day = QDateTime::fromMSecsSinceEpoch(row.createdAt).date();
            const QDate first(day.year(), day.month(), 1);
            from = first.startOfDay().toMSecsSinceEpoch();
            until = endOfMonth(first);
            if (found.isEmpty() || found.constLast().year != day.year() || found.constLast().month != day.month()) {
                found.append({day.year(), day.month(), 0});
            }
        }
        ++found.last().pictures;
    }
    return found;
}

} // namespace lightwell::libraryindex

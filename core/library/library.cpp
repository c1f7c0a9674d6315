// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/journal/columns.h"
#include "core/journal/journalrows.h"
#include "core/journal/picturerows.h"
#include "core/ledger/ledgersql.h"
#include "core/library/searchindex.h"
#include "core/library/searchwords.h"
#include "core/storage/backend.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int mostAtOnce = 250; // whose words are taken in while paid calls may wait for the same thread

/// Whole micro-dollars for each, so that no picture is shown dearer than it was together with its siblings.
Money shareOf(Money cost, qint64 pictures)
{
    return cost.isKnown() && pictures > 0 ? Money::fromMicros(cost.micros() / pictures) : Money::unknown();
}

LibraryEntry entryOf(const Rows &row)
{
    constexpr int own = 8; // columns of the picture
    LibraryEntry entry;
    entry.picture = picturerows::pictureOf(row);
    entry.position = row.value(own).toInt();
    entry.generation = row.value(own + 1).toString();
    entry.model = row.value(own + 2).toString();
    entry.provider = row.value(own + 3).toString();
    entry.project = row.value(own + 4).toString();
    entry.origin = journalrows::originFromName(row.value(own + 5).toString()).value_or(Origin::Kind::CommandLine);
    entry.client = row.value(own + 6).toString();
    entry.createdAt = columns::toTime(row.value(own + 7));
    entry.cost = shareOf(ledgersql::toMoney(row.value(own + 8)), row.value(own + 9).toLongLong());
    entry.prompt = columns::toObject(row.value(own + 10).toString().toUtf8()).value("prompt"_L1).toString();
    entry.isStarred = row.value(own + 11).toInt() != 0;
    entry.isHidden = row.value(own + 12).toInt() != 0;
    return entry;
}

Result<QList<LibraryEntry>> entries(Database &database, const LibraryFilter &filter, int limit, qint64 offset)
{
    const LibraryCondition condition = conditionOf(filter);
    const QStringList phrases = searchwords::phrasesIn(filter.words);
    QString from = u"pictures"_s;
    QString where = condition.sql;
    QVariantList values = condition.values;
    QString order = u"pictures.generation DESC, pictures.position"_s;
    if (!phrases.isEmpty()) {
        // Words first, from the newest: what follows is looked up for as many as are shown.
        const Backend::WordMatch match = database.backend().matchWords(phrases);
        from =
            u"library_words CROSS JOIN pictures ON pictures.generation = %1 / %2 AND pictures.position = %2 - 1 - %1 % %2"_s
                .arg(match.key)
                .arg(searchindex::maxPictures);
        where = match.condition + u" AND "_s + where;
        values.prepend(match.value);
        order = match.key + u" DESC"_s; // see keyOf()
    }
    const QString sql =
        u"SELECT %1, pictures.position, generations.id, generations.model, generations.provider, generations.project, "
        "generations.origin, generations.client, generations.created_at, generations.cost, (SELECT count(*) FROM "
        "pictures AS siblings WHERE siblings.generation = pictures.generation), generations.request, "
        "picture_marks.starred, picture_marks.hidden FROM %2 CROSS JOIN generations ON generations.sequence = "
        "pictures.generation LEFT JOIN picture_marks ON picture_marks.picture = pictures.id WHERE %3 ORDER BY %4 LIMIT "
        "? OFFSET ?"_s.arg(picturerows::columns(), from, where, order);
    Result<Rows> rows = execute(database, sql, values + QVariantList {limit, offset});
    if (!rows) {
        return rows.error();
    }
    QList<LibraryEntry> found;
    while (rows.value().next()) {
        LibraryEntry entry = entryOf(rows.value());
        Result<QStringList> tags = picturemarks::tags(database, entry.picture.id);
        if (!tags) {
            return tags.error();
        }
        entry.tags = std::move(tags).value();
        found.append(std::move(entry));
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<LibraryEntry>>(found) : whole.error();
}

} // namespace

Library::Library(Store &store)
    : m_store(store)
{
}

QFuture<Result<Library::Page>> Library::search(const LibraryFilter &filter, int limit, qint64 offset)
{
    if (!searchwords::phrasesIn(filter.words).isEmpty()) {
        // Where it cannot be written, what is known is searched, and the page says so.
        m_store.write([](Database &database) {
            return inTransaction(database, [&database] { return searchindex::catchUp(database, mostAtOnce); });
        });
    }
    return m_store.read([filter, limit, offset](Database &database) -> Result<Page> {
        Page page;
        Result<QList<LibraryEntry>> found = entries(database, filter, limit, offset);
        if (!found) {
            return found.error();
        }
        page.entries = std::move(found).value();
        const Result<qint64> behind = searchindex::behind(database);
        if (!behind) {
            return behind.error();
        }
        page.behind = *behind;
        return page;
    });
}

template<typename Change>
QFuture<Result<QStringList>> Library::changeEach(const QStringList &pictures, Change change)
{
    return m_store.write([pictures, change](Database &database) {
        return inTransaction(database, [&]() -> Result<QStringList> {
            QStringList ids;
            for (const QString &named : pictures) {
                const Result<QString> id = picturemarks::resolve(database, named);
                if (!id) {
                    return id.error();
                }
                if (const Status changed = change(database, *id); !changed) {
                    return changed.error();
                }
                ids.append(*id);
            }
            return ids;
        });
    });
}

QFuture<Result<QStringList>> Library::mark(const QStringList &pictures, picturemarks::Mark mark, bool on)
{
    return changeEach(pictures, [mark, on](Database &database, const QString &id) {
        return picturemarks::set(database, id, mark, on);
    });
}

QFuture<Result<QStringList>> Library::addTag(const QStringList &pictures, const QString &tag)
{
    return changeEach(pictures,
                      [tag](Database &database, const QString &id) { return picturemarks::addTag(database, id, tag); });
}

QFuture<Result<QStringList>> Library::removeTag(const QStringList &pictures, const QString &tag)
{
    return changeEach(
        pictures, [tag](Database &database, const QString &id) { return picturemarks::removeTag(database, id, tag); });
}

QFuture<Result<QList<TagCount>>> Library::tags()
{
    return m_store.read([](Database &database) { return picturemarks::allTags(database); });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/journal/hexcolumn.h"
#include "core/library/libraryrows.h"
#include "core/library/searchindex.h"
#include "core/library/searchwords.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int maxAtOnce = 250; // whose words are taken in while paid calls may wait for the same thread

} // namespace

Library::Library(Store &store)
    : m_store(store)
{
}

/// Where it cannot be written, what is known is searched, and the answer says so.
void Library::takeInWords(int most)
{
    m_store.write([most](Database &database) {
        return inTransaction(database, [&database, most] { return searchindex::catchUp(database, most); });
    });
}

QFuture<Result<Library::Page>> Library::search(const LibraryFilter &filter, int limit, qint64 offset)
{
    if (!searchwords::phrasesIn(filter.words).isEmpty()) {
        takeInWords(maxAtOnce);
    }
    return m_store.read([filter, limit, offset](Database &database) -> Result<Page> {
        Page page;
        Result<QList<LibraryEntry>> found = libraryrows::search(database, filter, limit, offset);
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

QFuture<Result<Library::Index>> Library::index(const LibraryFilter &filter)
{
    takeInWords(maxAtOnce); // also what pictures were made of
    return m_store.read([filter](Database &database) -> Result<Index> {
        Index index;
        Result<QList<LibraryRow>> found = libraryindex::rows(database, filter);
        if (!found) {
            return found.error();
        }
        index.rows = std::move(found).value();
        LibraryFilter everything;
        everything.hidden = LibraryFilter::Hidden::Too;
        const Result<qint64> all = libraryindex::count(database, everything);
        const Result<qint64> behind = all ? searchindex::behind(database) : all;
        if (!behind) {
            return behind.error();
        }
        index.all = *all;
        index.behind = *behind;
        return index;
    });
}

QFuture<Result<Library::Behind>> Library::takeIn()
{
    return m_store.write([](Database &database) -> Result<Behind> {
        return inTransaction(database, [&database]() -> Result<Behind> {
            const Result<qint64> before = searchindex::behind(database);
            const Status taken = before ? searchindex::catchUp(database, maxAtOnce) : Status(before.error());
            const Result<qint64> left = taken ? searchindex::behind(database) : Result<qint64>(taken.error());
            return left ? Result<Behind>(Behind {*left, *left < *before}) : left.error();
        });
    });
}

QFuture<Result<QList<LibraryEntry>>> Library::entries(const QList<qint64> &keys)
{
    return m_store.read([keys](Database &database) { return libraryrows::entries(database, keys); });
}

QFuture<Result<std::optional<LibraryDetails>>> Library::details(qint64 key)
{
    return m_store.read([key](Database &database) { return libraryrows::details(database, key); });
}

QFuture<Result<std::optional<Recipe>>> Library::recipe(const QString &picture)
{
    return m_store.read([picture](Database &database) { return libraryrows::recipe(database, picture); });
}

QFuture<Result<LibraryChoices>> Library::choices()
{
    return m_store.read([](Database &database) { return libraryrows::choices(database); });
}

QFuture<Result<QList<qint64>>> Library::counts(const QList<LibraryFilter> &filters)
{
    return m_store.read([filters](Database &database) -> Result<QList<qint64>> {
        QList<qint64> counts;
        for (const LibraryFilter &filter : filters) {
            const Result<qint64> count = libraryindex::count(database, filter);
            if (!count) {
                return count.error();
            }
            counts.append(*count);
        }
        return counts;
    });
}

QFuture<Status> Library::noteColours(const QHash<QString, QRgb> &colours)
{
    return m_store.write([colours](Database &database) {
        return inTransaction(database, [&]() -> Status {
            for (auto entry = colours.begin(); entry != colours.end(); ++entry) {
                const Result<int> noted =
                    change(database,
                           u"INSERT INTO picture_colours (picture, colour) VALUES (?, ?) ON CONFLICT (picture) DO "
                           "UPDATE SET colour = excluded.colour"_s,
                           {hexcolumn::toColumn(entry.key()), qint64(entry.value() & RGB_MASK)});
                if (!noted) {
                    return noted.error();
                }
            }
            return Success();
        });
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

QFuture<Result<QHash<QString, PictureMark>>> Library::marks(const QStringList &pictures)
{
    return m_store.read([pictures](Database &database) -> Result<QHash<QString, PictureMark>> {
        QHash<QString, PictureMark> marks;
        for (const QString &picture : pictures) {
            const Result<PictureMark> mark = picturemarks::markOf(database, picture);
            if (!mark) {
                return mark.error();
            }
            marks.insert(picture, *mark);
        }
        return marks;
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

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerymodel.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "core/library/searchindex.h"

#include <algorithm>

namespace lightwell {

namespace {

/// Generations end in another order than they begin: so many of the last are looked at again.
constexpr qint64 recent = 300;

} // namespace

GalleryModel::GalleryModel(Library &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
}

void GalleryModel::setFilter(const LibraryFilter &filter)
{
    if (filter != m_filter || !m_isLoaded) {
        m_filter = filter;
        ask(true);
    }
}

void GalleryModel::setSort(LibrarySort sort)
{
    if (sort != m_sort) {
        m_sort = sort;
        ask(true);
    }
}

void GalleryModel::reload()
{
    ask(false);
}

void GalleryModel::ask(bool isAnother)
{
    const int round = ++m_round;
    whenDone(m_library.index(m_filter), this, [this, round, isAnother](const Result<Library::Index> &index) {
        if (round != m_round) {
            return;
        }
        if (!index) {
            m_problem = index.error();
            Q_EMIT failed();
            return;
        }
        m_problem.reset();
        m_all = index->all;
        take(index->rows, isAnother || !m_isLoaded);
        if (index->behind > 0) {
            takeInRest();
        }
    });
}

/// The words of older pictures, some at a time; with the last of them it is asked again.
void GalleryModel::takeInRest()
{
    if (m_isTakingIn) {
        return;
    }
    m_isTakingIn = true;
    whenDone(m_library.takeIn(), this, [this](const Result<Library::Behind> &behind) {
        m_isTakingIn = false;
        if (behind && behind->left > 0 && behind->isLess) {
            takeInRest();
        } else if (behind && behind->left == 0) {
            ask(false);
        }
    });
}

void GalleryModel::refresh()
{
    if (!m_isLoaded) {
        reload();
        return;
    }
    qint64 newest = 0;
    for (const LibraryRow &row : std::as_const(m_rows)) {
        newest = std::max(newest, row.key);
    }
    LibraryFilter lately = m_filter;
    lately.fromGeneration = std::max<qint64>(1, searchindex::generationOf(newest) - recent);
    const int round = ++m_round;
    whenDone(m_library.index(lately), this,
             [this, round, from = lately.fromGeneration](const Result<Library::Index> &index) {
                 if (round != m_round) {
                     return;
                 }
                 if (!index) {
                     m_problem = index.error();
                     Q_EMIT failed();
                     return;
                 }
                 m_problem.reset();
                 m_all = index->all;
                 QList<LibraryRow> rows = index->rows;
                 QList<LibraryRow> older = m_rows;
                 older.removeIf([from](const LibraryRow &row) { return searchindex::generationOf(row.key) >= from; });
                 std::sort(older.begin(), older.end(),
                           [](const LibraryRow &left, const LibraryRow &right) { return left.key > right.key; });
                 take(rows + older, false);
             });
}

void GalleryModel::take(QList<LibraryRow> rows, bool isAnother)
{
    libraryindex::sort(rows, m_sort);
    if (m_isLoaded && !isAnother && rows == m_rows) {
        return;
    }
    m_rows = std::move(rows);
    m_index.clear();
    m_isLoaded = true;
    Q_EMIT changed(isAnother);
}

int GalleryModel::indexOf(qint64 key) const
{
    if (m_index.isEmpty()) {
        m_index.reserve(m_rows.size());
        for (int i = 0; i < m_rows.size(); ++i) {
            m_index.insert(m_rows.at(i).key, i);
        }
    }
    return m_index.value(key, -1);
}

void GalleryModel::star(const QSet<QByteArray> &ids, bool on)
{
    for (LibraryRow &row : m_rows) {
        if (ids.contains(row.id)) {
            row.isStarred = on;
        }
    }
    Q_EMIT marked();
}

/// What the filter does not let through any more goes at once.
void GalleryModel::hide(const QSet<QByteArray> &ids, bool on)
{
    const bool goes =
        on ? m_filter.hidden == LibraryFilter::Hidden::LeftOut : m_filter.hidden == LibraryFilter::Hidden::Only;
    if (goes) {
        remove(ids);
        return;
    }
    for (LibraryRow &row : m_rows) {
        if (ids.contains(row.id)) {
            row.isHidden = on;
        }
    }
    Q_EMIT marked();
}

void GalleryModel::remove(const QSet<QByteArray> &ids)
{
    ++m_round; // an answer on its way does not know of it
    m_rows.removeIf([&ids](const LibraryRow &row) { return ids.contains(row.id); });
    m_index.clear();
    Q_EMIT changed(false);
}

void GalleryModel::noteColour(const QByteArray &id, QRgb colour)
{
    for (LibraryRow &row : m_rows) {
        if (row.id == id) {
            row.colour = colour;
        }
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryentry.h"
#include "core/library/libraryfilter.h"
#include "core/library/picturemarks.h"

#include <QFuture>

namespace lightwell {

class Store;

/// The user's pictures as a collection, whoever asked for them: found by words and filters, starred, hidden and tagged.
/// What is said of a picture holds for its content, however often it was made. Everything it tells lies in the
/// database; no file is opened.
class Library
{
public:
    explicit Library(Store &store);

    struct Page
    {
        QList<LibraryEntry> entries;
        /// Generations whose words are not taken in yet: asked once more, it knows of more of them. It stays as it is
        /// where the home cannot be written.
        qint64 behind = 0;
    };
    /// Newest first. Words are looked for in the prompt, the revised prompt, the model, the provider and the tags.
    [[nodiscard]] QFuture<Result<Page>> search(const LibraryFilter &filter, int limit, qint64 offset = 0);

    /// Pictures are named by their ids or by the beginnings of them; all are marked, or none. Yields their ids.
    [[nodiscard]] QFuture<Result<QStringList>> mark(const QStringList &pictures, picturemarks::Mark mark, bool on);
    [[nodiscard]] QFuture<Result<QStringList>> addTag(const QStringList &pictures, const QString &tag);
    [[nodiscard]] QFuture<Result<QStringList>> removeTag(const QStringList &pictures, const QString &tag);
    [[nodiscard]] QFuture<Result<QList<TagCount>>> tags(); ///< by name

private:
    template<typename Change>
    [[nodiscard]] QFuture<Result<QStringList>> changeEach(const QStringList &pictures, Change change);
    Store &m_store;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"
#include "core/library/libraryindex.h"
#include "core/media/recipe.h"

#include <QFuture>
#include <QHash>

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

    struct Index
    {
        QList<LibraryRow> rows; ///< newest first
        qint64 all = 0; ///< pictures there are, whatever the filter says
        qint64 behind = 0; ///< as in a Page
    };
    struct Behind
    {
        qint64 left = 0; ///< generations whose words are not taken in yet
        bool isLess = false; ///< than before: asking again brings more of them in
    };
    /// Takes in words of older pictures, which questions do for a few at a time.
    [[nodiscard]] QFuture<Result<Behind>> takeIn();
    /// All that the filter lets through, each with no more than what is needed to lay it out.
    [[nodiscard]] QFuture<Result<Index>> index(const LibraryFilter &filter);
    /// By their keys, in this order; those that are not there are left out.
    [[nodiscard]] QFuture<Result<QList<LibraryEntry>>> entries(const QList<qint64> &keys);
    /// Nothing: there is no such picture.
    [[nodiscard]] QFuture<Result<std::optional<LibraryDetails>>> details(qint64 key);
    /// How the picture of this id was made, the last time, as the books have it. Nothing: there is no such picture.
    [[nodiscard]] QFuture<Result<std::optional<Recipe>>> recipe(const QString &picture);
    [[nodiscard]] QFuture<Result<LibraryChoices>> choices();
    [[nodiscard]] QFuture<Result<QList<qint64>>> counts(const QList<LibraryFilter> &filters); ///< in their order
    /// The mean of each picture's pixels, by its id.
    [[nodiscard]] QFuture<Status> noteColours(const QHash<QString, QRgb> &colours);

    /// Pictures are named by their ids or by the beginnings of them; all are marked, or none. Yields their ids.
    [[nodiscard]] QFuture<Result<QStringList>> mark(const QStringList &pictures, picturemarks::Mark mark, bool on);
    /// By their whole ids.
    [[nodiscard]] QFuture<Result<QHash<QString, PictureMark>>> marks(const QStringList &pictures);
    [[nodiscard]] QFuture<Result<QStringList>> addTag(const QStringList &pictures, const QString &tag);
    [[nodiscard]] QFuture<Result<QStringList>> removeTag(const QStringList &pictures, const QString &tag);
    [[nodiscard]] QFuture<Result<QList<TagCount>>> tags(); ///< by name

private:
    template<typename Change>
    [[nodiscard]] QFuture<Result<QStringList>> changeEach(const QStringList &pictures, Change change);
    void takeInWords(int most);
    Store &m_store;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryentry.h"
#include "core/library/picturemarks.h"
#include "core/model/request.h"

namespace lightwell {

/// What is shown of one picture of the collection when it is looked at alone.
struct LibraryDetails
{
    LibraryEntry entry;
    /// What was asked for, without the bytes of input pictures; empty where it cannot be read.
    std::optional<Request> request;
    Money estimate; ///< of the whole generation, before it was begun
    int siblings = 1; ///< pictures of the generation, this one among them
    QDateTime endedAt; ///< in UTC; invalid: it is not known
    QList<LibraryEntry> parents; ///< it was made of, as far as they are in the collection
    QList<LibraryEntry> children; ///< made of it, oldest first; of very many the first
    qint64 childCount = 0; ///< of all of them

    /// That was really used, as far as anybody knows: its vendor told it, or it was asked for, which is one picture's.
    [[nodiscard]] std::optional<qint64> seed() const;
};

/// What there is to filter by, each by name.
struct LibraryChoices
{
    QStringList models; ///< the catalog's ids
    QStringList providers;
    QStringList projects;
    QList<TagCount> tags;
};

} // namespace lightwell

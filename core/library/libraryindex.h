// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryfilter.h"
#include "core/model/result.h"

#include <QRgb>

namespace lightwell {

class Database;

/// What has to be known of every picture at once, so that tens of thousands can be laid out: small, and without its
/// words.
struct LibraryRow
{
    qint64 key = 0; ///< searchindex::keyOf(): names it; the larger the newer
    QByteArray id; ///< its content address, as bytes
    int width = 0; ///< pixels; 0 or less: not known
    int height = 0;
    qint64 createdAt = 0; ///< milliseconds since 1970 in UTC, when it was asked for
    qint64 bytes = 0; ///< of its file
    Money cost; ///< its share of what the generation cost
    QRgb colour = 0; ///< the mean of its pixels; 0: nobody has looked yet
    bool isStarred = false;
    bool isHidden = false;
    bool hasRelatives = false; ///< it was made of another one, or another one of it

    [[nodiscard]] QString address() const { return QString::fromLatin1(id.toHex()); } ///< as Picture::id has it
    friend bool operator==(const LibraryRow &, const LibraryRow &) = default;
};

enum class LibrarySort { Newest, Oldest, Dearest, Largest };

/// A month in local time and how many of some pictures it has.
struct MonthCount
{
    int year = 0;
    int month = 0; ///< from 1
    int pictures = 0;
    friend bool operator==(const MonthCount &, const MonthCount &) = default;
};

} // namespace lightwell

namespace lightwell::libraryindex {

/// Newest first. Only on the store's thread.
[[nodiscard]] Result<QList<LibraryRow>> rows(Database &database, const LibraryFilter &filter);
[[nodiscard]] Result<qint64> count(Database &database, const LibraryFilter &filter);

void sort(QList<LibraryRow> &rows, LibrarySort sort); ///< that are newest first
/// Of rows that are newest or oldest first, in their order.
[[nodiscard]] QList<MonthCount> months(const QList<LibraryRow> &rows);

} // namespace lightwell::libraryindex

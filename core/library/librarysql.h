// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryfilter.h"

namespace lightwell {

class Database;

/// A filter with its words as the parts of a statement about `pictures`, `generations` and `picture_marks`.
struct LibraryQuery
{
    QString from; ///< "pictures CROSS JOIN generations …"
    QString where;
    QString newestFirst; ///< behind ORDER BY
    QVariantList values; ///< of `where`
};
[[nodiscard]] LibraryQuery queryOf(Database &database, const LibraryFilter &filter);

namespace librarysql {

/// Of a generation's cost, in whole micro-dollars for each of its pictures, so that none is shown dearer than it was
/// together with its siblings.
[[nodiscard]] Money shareOf(Money cost, qint64 pictures);

} // namespace librarysql

} // namespace lightwell

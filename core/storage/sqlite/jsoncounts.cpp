// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jsoncounts.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QString totalOfJsonCounts(const QString &column, const QStringList &paths)
{
    QStringList counts;
    for (const QString &path : paths) {
        counts.append(u"json_extract(call.value, '$.%1')"_s.arg(path));
    }
    return u"total((SELECT total(max(0, coalesce(%1, 0))) FROM json_each(CASE WHEN json_valid(%2) THEN %2 END) "
           "AS call WHERE call.type = 'object'))"_s.arg(counts.join(u", "_s), column);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/pagewish.h"

#include "core/wording/gatewayreasons.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

Result<PageWish> readPageWish(const QUrlQuery &query, qsizetype usual)
{
    constexpr qsizetype most = 100;
    PageWish wish {0, usual};
    bool isNumber = true;
    if (const QString offset = query.queryItemValue(u"offset"_s); !offset.isEmpty()) {
        wish.offset = offset.toLongLong(&isNumber);
        if (!isNumber || wish.offset < 0) {
            return notSent(ErrorKind::Invalid, reasons::pageOffsetUnusable(), u"offset"_s);
        }
    }
    if (const QString limit = query.queryItemValue(u"limit"_s); !limit.isEmpty()) {
        wish.limit = limit.toLongLong(&isNumber);
        if (!isNumber || wish.limit < 1 || wish.limit > most) {
            return notSent(ErrorKind::Invalid, reasons::pageLimitUnusable(most), u"limit"_s);
        }
    }
    return wish;
}

} // namespace lightwell::openrouter

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/budgetnotices.h"

#include "core/ledger/budgetreasons.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isExceeded(const Reason &notice)
{
    return notice.code == QLatin1StringView(reasons::budgetExceeded.code);
}

/// Of one budget: beyond it is more than near it, and by so much.
bool tellsMore(const Reason &notice, const Reason &other)
{
    return isExceeded(notice) != isExceeded(other)
        ? isExceeded(notice)
        : notice.values.constFirst().value.toInteger() > other.values.constFirst().value.toInteger();
}

} // namespace

void BudgetNotices::note(const QList<Reason> &notices)
{
    for (const Reason &notice : notices) {
        if (!isExceeded(notice) && notice.code != QLatin1StringView(reasons::budgetNearlyUsed.code)) {
            continue;
        }
        const auto same = std::find_if(m_notices.begin(), m_notices.end(), [&notice](const Reason &other) {
            return other.values.constLast() == notice.values.constLast(); // which budget it is
        });
        if (same == m_notices.end()) {
            m_notices.append(notice);
        } else if (tellsMore(notice, *same)) {
            *same = notice;
        }
    }
}

QString BudgetNotices::take(const Names &names)
{
    QStringList sentences;
    for (const Reason &notice : std::exchange(m_notices, {})) {
        sentences.append(wording::sentence(notice, names));
    }
    return sentences.join(u' ');
}

} // namespace lightwell

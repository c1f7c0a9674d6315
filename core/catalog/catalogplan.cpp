// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/model/displaytext.h"
#include "core/model/similarnames.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planner.h"
#include "core/planning/qualityscale.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

Status Catalog::checkQuality(const QString &asked, const Offer &offer) const
{
    const QString name = u"quality"_s;
    const bool takesAnyWord = offer.supports(name) && offer.qualities.isEmpty();
    if (asked.isEmpty() || takesAnyWord || isOnQualityScale(asked)
        || std::binary_search(m_qualities.cbegin(), m_qualities.cend(), asked.toLower())) {
        return Success();
    }
    constexpr int most = 3;
    constexpr qsizetype longest = 80;
    const QStringList usual {u"low"_s, u"medium"_s, u"high"_s};
    const QString shown = shortened(asked, longest);
    const QStringList near = similarNames(asked, offer.qualities + usual + m_qualities, most);
    return notSent(ErrorKind::Invalid,
                   near.isEmpty() ? reasons::qualityUnknown(shown, offer.qualities.isEmpty() ? usual : offer.qualities)
                                  : reasons::qualityUnknownNear(shown, near),
                   name);
}

Result<Plan> Catalog::plan(const Request &request, const Offer &offer) const
{
    if (const Status known = checkQuality(request.quality, offer); !known.ok()) {
        return known.error();
    }
    Result<Plan> plan = makePlan(request, offer);
    if (plan) { // the caller's own fields may have said it in the vendor's way
        if (const Status known = checkQuality(plan->request.quality, offer); !known.ok()) {
            return known.error();
        }
    }
    return plan;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/planning/planner.h"
#include "core/planning/qualityscale.h"
#include "core/planning/tuningrule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// A word of a request, what the offer at hand makes of it, and those everybody may use.
struct AskedWord
{
    QString name;
    QString word;
    QStringList ofOffer; ///< empty where the offer has the parameter: it takes any
    QStringList usual;
    bool known = false; ///< on a common scale
};

/// Where some models take any style, "anime" is no slip only because this one has none.
bool isLeftToOthers(const AskedWord &asked, const Offer &offer)
{
    return asked.name == "style"_L1 && !offer.supports(asked.name);
}

} // namespace

Status Catalog::checkWords(const Request &request, const Offer &offer) const
{
    if (request.quality.isEmpty() && request.style.isEmpty() && request.background.isEmpty()) {
        return Success(); // as most calls are
    }
    const AskedWord words[] = {
        {u"quality"_s,
         request.quality,
         offer.qualities,
         {u"low"_s, u"medium"_s, u"high"_s},
         isOnQualityScale(request.quality)},
        {u"style"_s, request.style, offer.styles, {u"vivid"_s, u"natural"_s}, false},
        {u"background"_s, request.background, offer.backgrounds, {u"auto"_s, u"opaque"_s, u"transparent"_s}, false},
    };
    for (const AskedWord &asked : words) {
        const QStringList all = m_knownWords.value(asked.name);
        const bool takesAny = offer.supports(asked.name) && asked.ofOffer.isEmpty();
        if (asked.word.isEmpty() || asked.known || takesAny || isLeftToOthers(asked, offer)
            || asked.usual.contains(asked.word, Qt::CaseInsensitive)
            || std::binary_search(all.cbegin(), all.cend(), asked.word.toLower())) {
            continue;
        }
        return wordFault(asked.name, asked.word, asked.ofOffer + asked.usual + all,
                         asked.ofOffer.isEmpty() ? asked.usual : asked.ofOffer);
    }
    return Success();
}

Result<Plan> Catalog::plan(const Request &request, const Offer &offer) const
{
    if (const Status known = checkWords(request, offer); !known.ok()) {
        return known.error();
    }
    Result<Plan> plan = makePlan(request, offer, m_fieldNames);
    if (plan) { // the caller's own fields may have said it in the vendor's way
        if (const Status known = checkWords(plan->request, offer); !known.ok()) {
            return known.error();
        }
    }
    return plan;
}

} // namespace lightwell

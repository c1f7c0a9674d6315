// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"
#include "core/planning/qualityscale.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString spelledLike(const QStringList &words, const QString &wanted)
{
    for (const QString &word : words) {
        if (word.compare(wanted, Qt::CaseInsensitive) == 0) {
            return word;
        }
    }
    return {};
}

Reason unknownWord(const Offer &offer, const QString &word, const QStringList &known)
{
    return reasons::wordUnknown(offer.model, offer.provider, word, known);
}

void planQuality(PlanDraft &draft)
{
    const QString name = u"quality"_s;
    const Offer &offer = draft.offer();
    const QString asked = draft.request().quality;
    const bool automatic = asked.compare("auto"_L1, Qt::CaseInsensitive) == 0;
    if (!offer.supports(name)) {
        const Reason reason = reasons::noQuality(offer.model, offer.provider);
        automatic ? draft.satisfy(name, asked, reason) : draft.drop(name, asked, reason);
        return;
    }
    const QString known = offer.qualities.isEmpty() ? asked : spelledLike(offer.qualities, asked);
    if (!known.isEmpty()) {
        draft.plan.quality = known;
        draft.pass(name, known);
        return;
    }
    if (automatic) {
        draft.satisfy(name, asked, reasons::qualityAsUsual(offer.model));
        return;
    }
    const QString nearest = nearestQuality(asked, offer.qualities);
    if (nearest.isEmpty()) {
        draft.drop(name, asked, unknownWord(offer, asked, offer.qualities));
        return;
    }
    draft.plan.quality = nearest;
    draft.convert(name, asked, nearest, reasons::qualityCalled(offer.model, offer.provider, nearest));
}

void planStyle(PlanDraft &draft)
{
    const QString name = u"style"_s;
    const Offer &offer = draft.offer();
    const QString asked = draft.request().style;
    if (!offer.supports(name)) {
        draft.drop(name, asked, reasons::noStyle(offer.model, offer.provider));
        return;
    }
    const QString known = offer.styles.isEmpty() ? asked : spelledLike(offer.styles, asked);
    if (known.isEmpty()) {
        draft.drop(name, asked, unknownWord(offer, asked, offer.styles));
        return;
    }
    draft.plan.style = known;
    draft.pass(name, known);
}

void planBackground(PlanDraft &draft)
{
    const QString name = u"background"_s;
    const Offer &offer = draft.offer();
    const QString asked = draft.request().background;
    const QString known = offer.backgrounds.isEmpty() ? asked : spelledLike(offer.backgrounds, asked);
    if (offer.supports(name) && !known.isEmpty()) {
        draft.plan.background = known;
        draft.pass(name, known);
    } else if (asked.compare("transparent"_L1, Qt::CaseInsensitive) == 0) {
        draft.drop(name, asked, reasons::noTransparency(offer.model, offer.provider));
    } else if (asked.compare("auto"_L1, Qt::CaseInsensitive) == 0
               || asked.compare("opaque"_L1, Qt::CaseInsensitive) == 0) {
        draft.satisfy(name, asked, reasons::backgroundAlwaysFilled(offer.model));
    } else {
        draft.drop(name, asked, reasons::noSuchBackground(offer.model, offer.provider));
    }
}

} // namespace

void planWords(PlanDraft &draft)
{
    const Request &request = draft.request();
    if (!request.quality.isEmpty()) {
        planQuality(draft);
    }
    if (!request.style.isEmpty()) {
        planStyle(draft);
    }
    if (!request.background.isEmpty()) {
        planBackground(draft);
    }
    if (request.user.isEmpty()) {
        return;
    }
    constexpr qsizetype longest = 128; // OpenAI's limit, and nobody allows more
    if (request.user.size() > longest) {
        draft.drop(u"user"_s, request.user, reasons::userTooLong(longest));
        draft.plan.request.user.clear(); // adapters send what stands here
    } else if (draft.offer().supports(u"user"_s)) {
        draft.pass(u"user"_s, request.user);
    } else {
        draft.drop(u"user"_s, request.user, reasons::noUser(draft.offer().provider));
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/plantext.h"

using namespace Qt::StringLiterals;

namespace lightwell {

void planContent(PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    if (!request.prompt.isEmpty()) {
        if (offer.supports(u"prompt"_s)) {
            draft.pass(u"prompt"_s, request.prompt);
        } else {
            draft.drop(u"prompt"_s, request.prompt,
                       PlanText::tr("%1 works on the picture alone and takes no prompt.").arg(offer.model));
        }
    }
    if (!request.negativePrompt.isEmpty()) {
        if (offer.supports(u"negative_prompt"_s)) {
            draft.plan.negativePrompt = request.negativePrompt;
            draft.pass(u"negative_prompt"_s, request.negativePrompt);
        } else {
            draft.drop(
                u"negative_prompt"_s, request.negativePrompt,
                PlanText::tr("%1 at %2 takes no negative prompt. Say in the prompt itself what you want instead.")
                    .arg(offer.model, offer.provider));
        }
    }
    // checkRequest() has refused pictures and masks the offer cannot take.
    if (!request.images.isEmpty()) {
        draft.pass(u"image"_s, request.images.size());
    }
    if (request.mask) {
        draft.pass(u"mask"_s, true);
    }
}

} // namespace lightwell

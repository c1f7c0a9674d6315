// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/plantext.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Few vendors still make variations; an edit that asks for one comes near.
void planVariation(PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    if (!request.variation) {
        return;
    }
    if (offer.hasMode(u"variation"_s)) {
        draft.satisfy(u"variation"_s, true, PlanText::tr("%1 makes variations itself.").arg(offer.model));
        return;
    }
    draft.emulate(u"variation"_s, true,
                  PlanText::tr("%1 makes no variations by itself, so it is asked for one in words.").arg(offer.model));
    if (request.prompt.isEmpty()) {
        // To the vendor's model, so in the language it was taught in most.
        draft.plan.request.prompt = u"Make a variation of this picture: the same subject and style, other details."_s;
    }
}

} // namespace

void planContent(PlanDraft &draft)
{
    planVariation(draft);
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

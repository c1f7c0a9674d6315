// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Few vendors still make variations; an edit that asks for one comes near.
void planVariation(PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    if (request.operation != Operation::Vary) {
        return;
    }
    if (offer.hasMode(modeFor(Operation::Vary))) {
        draft.satisfy(u"variation"_s, true, reasons::variationMadeByVendor(offer.model));
        return;
    }
    draft.emulate(u"variation"_s, true, reasons::variationInWords(offer.model));
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
            draft.drop(u"prompt"_s, request.prompt, reasons::noPrompt(offer.model));
        }
    }
    if (!request.negativePrompt.isEmpty()) {
        if (offer.supports(u"negative_prompt"_s)) {
            draft.plan.negativePrompt = request.negativePrompt;
            draft.pass(u"negative_prompt"_s, request.negativePrompt);
        } else {
            draft.drop(u"negative_prompt"_s, request.negativePrompt,
                       reasons::noNegativePrompt(offer.model, offer.provider));
        }
    }
    noteInputs(draft);
}

} // namespace lightwell

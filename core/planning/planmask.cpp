// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/keepoutside.h"
#include "core/planning/draft.h"
#include "core/planning/maskform.h"
#include "core/planning/picturesize.h"
#include "core/planning/planreasons.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool asksForSize(const SizeRequest &size)
{
    return size.pixels || size.ratio || size.tier;
}

/// The size of the picture as it came, where it goes out in another and comes back in its shape: nobody asked for
/// fewer pixels, and those outside the mask are all there.
std::optional<QSize> sizeToPutBack(const PlanDraft &draft)
{
    const Request &request = draft.request();
    const qsizetype first = firstReference(request);
    const PlannedInput input = draft.plan.inputs.value(first);
    const bool mayBeScaled = input.size.isValid() || input.maxBytes > 0;
    if (first < 0 || !mayBeScaled || asksForSize(request.size) || makesOnlyDrawings(draft.offer())) {
        return std::nullopt;
    }
    const QSize own = pictureSize(request.images.at(first));
    const QSize made = draft.plan.size.expected;
    return made.isEmpty() || haveSameShape(made, own) ? std::optional(own) : std::nullopt;
}

} // namespace

Reason maskFormOf(const Offer &offer)
{
    const MaskForm form = offer.wire.maskAs;
    if (!offer.supports(u"mask"_s) || (!isSwapped(form) && !hasHardEdges(form))) {
        return {};
    }
    return !hasHardEdges(form) ? reasons::maskSwapped(offer.model, offer.provider)
        : isSwapped(form)      ? reasons::maskSwappedAndHardened(offer.model, offer.provider)
                               : reasons::maskHardened(offer.model, offer.provider);
}

void planMask(PlanDraft &draft)
{
    Plan &plan = draft.plan;
    const Offer &offer = plan.offer;
    if (!plan.request.mask) {
        return;
    }
    const bool isSeen =
        !plan.request.mask->isLink() && !plan.request.images.value(firstReference(plan.request)).isLink();
    plan.output.keepsOutsideMask = isSeen && (!offer.supports(u"mask"_s) || offer.wire.maskIsAdvisory);
    if (!isSeen && offer.wire.maskIsAdvisory) {
        draft.miss(u"mask"_s, true, true, reasons::maskNotKeptOutside(offer.model, offer.provider));
        return;
    }
    if (const std::optional<QSize> own = sizeToPutBack(draft)) {
        plan.output.keepsOutsideMask = true;
        plan.output.exactSize = own;
        plan.output.fit = Fit::Stretch; // it has that shape
        draft.emulate(u"mask"_s, true, reasons::maskPutBackInSize(offer.provider, *own));
    } else if (!offer.supports(u"mask"_s)) { // checkRequest() lets it pass where the model can edit
        draft.emulate(u"mask"_s, true, reasons::maskPutBack(offer.model));
    } else if (offer.wire.maskIsAdvisory) {
        draft.pass(u"mask"_s, true, reasons::maskKeptOutside(offer.model, offer.provider));
    } else if (const Reason form = maskFormOf(offer); !form.isEmpty() && !plan.request.mask->isLink()) {
        draft.convert(u"mask"_s, true, true, form);
    } else {
        draft.pass(u"mask"_s, true);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// What the model does if it does one thing only.
std::optional<Operation> onlyOperation(const Offer &offer)
{
    for (const Operation operation : {Operation::Upscale, Operation::RemoveBackground, Operation::Vectorize}) {
        if (offer.modes == QStringList {modeFor(operation)}) {
            return operation;
        }
    }
    return std::nullopt;
}

bool canEdit(const Offer &offer)
{
    return offer.hasMode(u"image-edit"_s) && offer.supports(u"image"_s);
}

} // namespace

bool keepsContent(Operation operation)
{
    return operation != Operation::Create && operation != Operation::Vary;
}

void settleOperation(PlanDraft &draft)
{
    Request &request = draft.plan.request;
    const Offer &offer = draft.offer();
    if (request.operation != Operation::Create) {
        return;
    }
    if (const std::optional<Operation> only = onlyOperation(offer)) {
        request.operation = *only;
    } else if (request.tuning.scaleFactor && !request.images.isEmpty() && offer.hasMode(modeFor(Operation::Upscale))) {
        request.operation = Operation::Upscale; // nothing else is scaled
    }
}

Fault checkOperation(const PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    const Operation operation = request.operation;
    if (operation == Operation::Create) {
        return std::nullopt;
    }
    const qsizetype pictures = request.imagesFor(ImageRole::Reference).size();
    if (pictures == 0) {
        return notSent(ErrorKind::Invalid,
                       operation == Operation::Vary ? reasons::variationOfNothing()
                                                    : reasons::pictureMissing(offer.model),
                       u"image"_s);
    }
    const bool offered = offer.hasMode(modeFor(operation)) || (operation == Operation::Vary && canEdit(offer));
    if (!offered) {
        return notSent(ErrorKind::Unsupported,
                       reasons::operationNotOffered(offer.model, offer.provider, operationName(operation)), u"model"_s);
    }
    if (keepsContent(operation) && request.mask) {
        return notSent(ErrorKind::Unsupported, reasons::maskNotTaken(offer.model, offer.provider), u"mask"_s);
    }
    if (keepsContent(operation) && pictures > 1) {
        return notSent(ErrorKind::Unsupported, reasons::tooManyInputPictures(offer.model, offer.provider, 1, pictures),
                       u"image"_s);
    }
    return std::nullopt;
}

} // namespace lightwell

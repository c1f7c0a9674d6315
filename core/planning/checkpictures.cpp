// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkpictures.h"

#include "core/media/keepoutside.h"
#include "core/net/inputlink.h"
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"
#include "core/planning/picturesize.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error invalid(const QString &param, const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, param);
}

Error unsupported(const QString &param, const Reason &reason)
{
    return notSent(ErrorKind::Unsupported, reason, param);
}

bool worksOnPictures(const Offer &offer)
{
    for (const QString &mode : offer.modes) {
        if (mode != "text-to-image"_L1) {
            return offer.supports(u"image"_s) && offer.maxInputImages > 0;
        }
    }
    return false;
}

/// A reference is never optional: one in a role the model does not have is no other kind of reference either.
std::optional<Error> checkRoles(const Request &request, const Offer &offer)
{
    for (const ImageRole role : {ImageRole::Style, ImageRole::Character}) {
        const QString field = imageRoleParameter(role);
        if (!request.imagesFor(role).isEmpty() && !offer.supports(field)) {
            return unsupported(field, reasons::roleNotTaken(offer.model, offer.provider, imageRoleName(role)));
        }
    }
    return std::nullopt;
}

std::optional<Error> checkCount(const Request &request, const Offer &offer)
{
    const qsizetype count = request.imagesFor(ImageRole::Reference).size();
    if (count == 0 && !offer.hasMode(u"text-to-image"_s)) {
        return invalid(u"image"_s, reasons::pictureMissing(offer.model));
    }
    if (count > 0 && !worksOnPictures(offer)) {
        return unsupported(u"image"_s, reasons::picturesNotTaken(offer.model, offer.provider));
    }
    if (count > 0 && count > offer.maxInputImages) {
        return unsupported(u"image"_s,
                           reasons::tooManyInputPictures(offer.model, offer.provider, offer.maxInputImages, count));
    }
    return std::nullopt;
}

Error linkRefused(const QString &param, const Reason &reason)
{
    Error error = unsupported(param, reason);
    error.code = linkErrorCode;
    return error;
}

std::optional<Error> checkFiles(const Request &request, const Offer &offer)
{
    for (const InputImage &image : request.images) {
        const QString parameter = imageRoleParameter(image.role);
        if (!image.isLink() && image.bytes.isEmpty()) {
            return invalid(u"image"_s, reasons::pictureEmpty());
        }
        if (const std::optional<Reason> fault = image.isLink() ? inputlink::faultIn(image.link) : std::nullopt) {
            return invalid(parameter, *fault);
        }
        if (image.isLink() && !offer.wire.links.contains(parameter)) {
            return linkRefused(parameter, reasons::linkNotTaken(offer.model, offer.provider));
        }
    }
    return std::nullopt;
}

/// Masks are written in each vendor's own way and put over the picture, so both are looked at here most times.
std::optional<Error> checkMaskLinks(const InputImage &mask, const InputImage &picture, const Offer &offer)
{
    if (const std::optional<Reason> fault = mask.isLink() ? inputlink::faultIn(mask.link) : std::nullopt) {
        return invalid(u"mask"_s, *fault);
    }
    if (!offer.supports(u"mask"_s) && (mask.isLink() || picture.isLink())) {
        return linkRefused(u"mask"_s, reasons::linkNotPutBack(offer.model, offer.provider));
    }
    if (mask.isLink() && !offer.wire.links.contains(u"mask"_s)) {
        return linkRefused(u"mask"_s, reasons::maskLinkNotTaken(offer.model, offer.provider));
    }
    return std::nullopt;
}

std::optional<Error> checkMask(const Request &request, const Offer &offer)
{
    const bool needed = offer.modes == QStringList {u"inpaint"_s} && offer.supports(u"mask"_s);
    if (!request.mask) {
        if (needed) {
            return invalid(u"mask"_s, reasons::maskMissing(offer.model));
        }
        return std::nullopt;
    }
    const QList<InputImage> references = request.imagesFor(ImageRole::Reference);
    if (references.isEmpty()) {
        return invalid(u"mask"_s, reasons::maskWithoutPicture());
    }
    const bool canBePutBack = offer.hasMode(u"image-edit"_s) && !makesOnlyDrawings(offer);
    if (!offer.supports(u"mask"_s) && !canBePutBack) {
        return unsupported(u"mask"_s, reasons::maskNotTaken(offer.model, offer.provider));
    }
    if (std::optional<Error> fault = checkMaskLinks(*request.mask, references.first(), offer)) {
        return fault;
    }
    if (!request.mask->isLink() && request.mask->bytes.isEmpty()) {
        return invalid(u"mask"_s, reasons::maskEmpty());
    }
    const QSize mask = pictureSize(*request.mask);
    const QSize picture = pictureSize(references.first());
    if (mask.isValid() && picture.isValid() && mask != picture) {
        return invalid(u"mask"_s,
                       reasons::maskOfOtherSize(mask.width(), mask.height(), picture.width(), picture.height()));
    }
    return std::nullopt;
}

} // namespace

Fault checkPutBack(const PlanDraft &draft)
{
    const PlannedSize &size = draft.plan.size;
    const QSize made = size.expected;
    const bool isSure =
        (size.pixels || size.ratio) && !made.isEmpty() && !draft.picture.isEmpty(); // else it may follow
    const bool isNeeded = draft.plan.output.keepsOutsideMask && !draft.offer().supports(u"mask"_s);
    if (!isNeeded || !isSure || haveSameShape(made, draft.picture)) {
        return std::nullopt;
    }
    return unsupported(u"mask"_s, reasons::maskNeedsShape(made, draft.picture));
}

std::optional<Error> checkPictures(const Request &request, const Offer &offer)
{
    if (std::optional<Error> fault = checkRoles(request, offer)) {
        return fault;
    }
    if (std::optional<Error> fault = checkCount(request, offer)) {
        return fault;
    }
    if (std::optional<Error> fault = checkFiles(request, offer)) {
        return fault;
    }
    return checkMask(request, offer);
}

} // namespace lightwell

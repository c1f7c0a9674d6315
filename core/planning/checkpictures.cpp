// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkpictures.h"

#include "core/planning/picturesize.h"
#include "core/planning/plantext.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error invalid(const QString &param, const QString &message)
{
    return notSent(ErrorKind::Invalid, message, param);
}

Error unsupported(const QString &param, const QString &message)
{
    return notSent(ErrorKind::Unsupported, message, param);
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

std::optional<Error> checkCount(const Request &request, const Offer &offer)
{
    const qsizetype count = request.images.size();
    if (count == 0 && !offer.hasMode(u"text-to-image"_s)) {
        return invalid(u"image"_s, PlanText::tr("%1 works on a picture. Add the one to work on.").arg(offer.model));
    }
    if (count > 0 && !worksOnPictures(offer)) {
        return unsupported(u"image"_s,
                           PlanText::tr("%1 at %2 cannot work from a picture. Remove the picture, or choose a model "
                                        "that can edit.")
                               .arg(offer.model, offer.provider));
    }
    if (count > 0 && count > offer.maxInputImages) {
        return unsupported(u"image"_s,
                           PlanText::tr("%1 at %2 takes at most %3 pictures; there are %4. Remove some.")
                               .arg(offer.model, offer.provider)
                               .arg(offer.maxInputImages)
                               .arg(count));
    }
    return std::nullopt;
}

QString namesOf(const QList<ImageFormat> &formats)
{
    QStringList names;
    for (const ImageFormat format : formats) {
        names.append(formatLabel(format));
    }
    return names.join(u", "_s);
}

std::optional<Error> checkFile(const InputImage &image, const Offer &offer)
{
    if (image.bytes.isEmpty()) {
        return invalid(u"image"_s, PlanText::tr("One of the pictures is empty. Choose another file."));
    }
    const std::optional<ImageFormat> format = sniffFormat(image.bytes);
    if (!offer.inputFormats.isEmpty() && (!format || !offer.inputFormats.contains(*format))) {
        return unsupported(u"image"_s,
                           PlanText::tr("%1 at %2 takes pictures as %3. Save yours as one of these.")
                               .arg(offer.model, offer.provider, namesOf(offer.inputFormats)));
    }
    if (offer.maxInputBytes > 0 && image.bytes.size() > offer.maxInputBytes) {
        return unsupported(u"image"_s,
                           PlanText::tr("%1 takes pictures of at most %2 MB. Make yours smaller.")
                               .arg(offer.provider)
                               .arg(offer.maxInputBytes / (1024 * 1024)));
    }
    return std::nullopt;
}

std::optional<Error> checkFiles(const Request &request, const Offer &offer)
{
    qint64 bytes = request.prompt.toUtf8().size();
    for (const InputImage &image : request.images) {
        if (std::optional<Error> fault = checkFile(image, offer)) {
            return fault;
        }
        bytes += (image.bytes.size() + 2) / 3 * 4;
    }
    if (offer.maxRequestBytes > 0 && bytes > offer.maxRequestBytes) {
        return unsupported(
            u"image"_s,
            PlanText::tr("%1 takes at most %2 MB of pictures at once. Remove some, or make them smaller.")
                .arg(offer.provider)
                .arg(offer.maxRequestBytes / 4 * 3 / (1024 * 1024)));
    }
    return std::nullopt;
}

std::optional<Error> checkMask(const Request &request, const Offer &offer)
{
    const bool needed = offer.modes == QStringList {u"inpaint"_s} && offer.supports(u"mask"_s);
    if (!request.mask) {
        if (needed) {
            return invalid(u"mask"_s,
                           PlanText::tr("%1 needs a mask that shows which part to paint anew.").arg(offer.model));
        }
        return std::nullopt;
    }
    if (request.images.isEmpty()) {
        return invalid(u"mask"_s, PlanText::tr("A mask needs the picture it belongs to. Add the picture."));
    }
    if (!offer.supports(u"mask"_s)) {
        return unsupported(u"mask"_s,
                           PlanText::tr("%1 at %2 takes no mask. Remove the mask and say in the prompt what to "
                                        "change, or choose a model for inpainting.")
                               .arg(offer.model, offer.provider));
    }
    if (request.mask->bytes.isEmpty()) {
        return invalid(u"mask"_s, PlanText::tr("The mask is empty. Choose another file."));
    }
    const QSize mask = pictureSize(*request.mask);
    const QSize picture = pictureSize(request.images.first());
    if (mask.isValid() && picture.isValid() && mask != picture) {
        return invalid(u"mask"_s,
                       PlanText::tr("The mask has %1 × %2 pixels, the picture %3 × %4. Make them the same size.")
                           .arg(mask.width())
                           .arg(mask.height())
                           .arg(picture.width())
                           .arg(picture.height()));
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> checkPictures(const Request &request, const Offer &offer)
{
    if (std::optional<Error> fault = checkCount(request, offer)) {
        return fault;
    }
    if (std::optional<Error> fault = checkFiles(request, offer)) {
        return fault;
    }
    return checkMask(request, offer);
}

} // namespace lightwell

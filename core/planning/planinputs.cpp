// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that the vendor would refuse as they are: which are scaled, compressed or written in another format before
// they go out (withFittedInputs() does it), and which nothing helps.
#include "core/media/codec.h"
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"
#include "core/planning/picturesize.h"
#include "core/planning/planreasons.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Unsupported, reason, u"image"_s);
}

qint64 area(QSize size)
{
    return static_cast<qint64>(size.width()) * size.height();
}

int shorterSide(QSize size)
{
    return std::min(size.width(), size.height());
}

int longerSide(QSize size)
{
    return std::max(size.width(), size.height());
}

/// Why the vendor would refuse a picture for its pixels; empty: it takes it.
Reason faultOf(QSize size, const Offer &offer)
{
    if (area(size) < offer.minInputPixels) {
        return reasons::pictureTooSmall(offer.model, offer.provider, size, offer.minInputPixels);
    }
    if (shorterSide(size) < offer.minInputSide) {
        return reasons::pictureSideTooShort(offer.model, offer.provider, size, offer.minInputSide);
    }
    if (offer.maxInputPixels > 0 && area(size) > offer.maxInputPixels) {
        return reasons::pictureTooLarge(offer.model, offer.provider, size, offer.maxInputPixels);
    }
    if (offer.maxInputSide > 0 && longerSide(size) > offer.maxInputSide) {
        return reasons::pictureSideTooLong(offer.model, offer.provider, size, offer.maxInputSide);
    }
    return {};
}

/// The nearest size of the same shape within the limits; one that breaks a limit where there is none.
QSize fitted(QSize size, const Offer &offer)
{
    double down = 1;
    if (offer.maxInputPixels > 0) {
        down = std::min(down, std::sqrt(static_cast<double>(offer.maxInputPixels) / static_cast<double>(area(size))));
    }
    if (offer.maxInputSide > 0) {
        down = std::min(down, static_cast<double>(offer.maxInputSide) / longerSide(size));
    }
    constexpr double tiny = 1e-9; // 4096 by 4096 / 5000 of 5000 is no 4095
    if (down < 1) {
        return {std::max(1, static_cast<int>(size.width() * down + tiny)),
                std::max(1, static_cast<int>(size.height() * down + tiny))};
    }
    const double up = std::max(std::sqrt(static_cast<double>(offer.minInputPixels) / static_cast<double>(area(size))),
                               static_cast<double>(offer.minInputSide) / shorterSide(size));
    return {static_cast<int>(std::ceil(size.width() * up - tiny)),
            static_cast<int>(std::ceil(size.height() * up - tiny))};
}

/// What makes a picture larger is given it as it is: scaled before, it would be another picture that is paid for.
bool mayBeScaled(const Request &request)
{
    return request.operation != Operation::Upscale;
}

Fault fitPixels(const PlanDraft &draft, const InputImage &image, PlannedInput &input)
{
    const Offer &offer = draft.offer();
    const QSize size = pictureSize(image);
    const Reason fault = size.isEmpty() ? Reason() : faultOf(size, offer);
    if (fault.isEmpty()) {
        return std::nullopt;
    }
    if (!mayBeScaled(draft.request())) {
        return refused(fault);
    }
    input.size = fitted(size, offer);
    if (!faultOf(input.size, offer).isEmpty()) {
        const bool isOfSides = offer.minInputSide > 0 && offer.maxInputSide > 0;
        return refused(isOfSides ? reasons::pictureTooNarrow(offer.model, offer.provider, size, offer.minInputSide,
                                                             offer.maxInputSide)
                                 : fault);
    }
    return std::nullopt;
}

QStringList namesOf(const QList<ImageFormat> &formats)
{
    QStringList names;
    for (const ImageFormat format : formats) {
        names.append(formatLabel(format));
    }
    return names;
}

/// PNG keeps every pixel; else the first that is written here.
std::optional<ImageFormat> formatToWrite(const QList<ImageFormat> &taken)
{
    if (taken.contains(ImageFormat::Png)) {
        return ImageFormat::Png;
    }
    const auto found = std::find_if(taken.begin(), taken.end(),
                                    [](ImageFormat format) { return deliverableFormats().contains(format); });
    return found == taken.end() ? std::nullopt : std::optional(*found);
}

Fault fitFormat(const PlanDraft &draft, const InputImage &image, PlannedInput &input)
{
    const Offer &offer = draft.offer();
    const std::optional<ImageFormat> format = sniffFormat(image.bytes);
    if (offer.inputFormats.isEmpty() || (format && offer.inputFormats.contains(*format))) {
        return std::nullopt;
    }
    input.format = probeImage(image.bytes) ? formatToWrite(offer.inputFormats) : std::nullopt;
    if (!input.format) {
        return refused(reasons::pictureFormatNotTaken(offer.model, offer.provider, namesOf(offer.inputFormats)));
    }
    return std::nullopt;
}

/// How many bytes each picture may have so that all together have no more than `room`: what is light stays as it is,
/// and the others share what it leaves.
qint64 shareOf(const QList<InputImage> &images, qint64 room)
{
    QList<qint64> weights;
    for (const InputImage &image : images) {
        weights.append(image.bytes.size());
    }
    std::sort(weights.begin(), weights.end());
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const qint64 share = room / (weights.size() - i);
        if (weights.at(i) > share) {
            return share;
        }
        room -= weights.at(i);
    }
    return 0; // there is room for all
}

/// In base64, and with the prompt beside them. Nothing: the prompt leaves no room.
std::optional<qint64> roomFor(const Request &request, const Offer &offer)
{
    constexpr qint64 around = 8; // of each picture, bytes of padding and rounding
    const qint64 left = offer.maxRequestBytes - request.prompt.toUtf8().size();
    const qint64 room = left / 4 * 3 - around * request.images.size();
    return room > 0 ? std::optional(room) : std::nullopt;
}

Fault fitBytes(PlanDraft &draft, QList<PlannedInput> &inputs)
{
    constexpr qint64 mega = 1024LL * 1024;
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    const qint64 most = offer.maxInputBytes;
    const std::optional<qint64> room = offer.maxRequestBytes > 0 ? roomFor(request, offer) : std::optional<qint64>(0);
    const qint64 share = room && *room > 0 ? shareOf(request.images, *room) : 0;
    const auto together = [&offer] {
        return refused(reasons::picturesTooHeavy(offer.provider, offer.maxRequestBytes / 4 * 3 / mega));
    };
    if (!room) {
        return together();
    }
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        PlannedInput &input = inputs[i];
        const qint64 weight = request.images.at(i).bytes.size();
        const bool isTooHeavy = most > 0 && weight > most;
        const bool isOverShare = share > 0 && weight > share;
        if ((isTooHeavy || isOverShare) && !mayBeScaled(request)) {
            return isTooHeavy ? refused(reasons::pictureTooHeavy(offer.provider, most / mega)) : together();
        }
        // What is written anew may weigh more than it did.
        const bool isWritten = isTooHeavy || isOverShare || !input.isAsItCame();
        const qint64 least = most > 0 && share > 0 ? std::min(most, share) : std::max(most, share);
        input.maxBytes = isWritten ? least : 0;
    }
    return std::nullopt;
}

bool isLighter(const PlannedInput &input, const InputImage &image)
{
    return input.maxBytes > 0 && image.bytes.size() > input.maxBytes;
}

void noteOne(PlanDraft &draft, const PlannedInput &input, const InputImage &image)
{
    const Offer &offer = draft.offer();
    const QSize size = pictureSize(image);
    const QString name = u"image"_s;
    if (input.size.isValid()) {
        const bool isDown = area(input.size) < area(size);
        draft.miss(name, sizeToString(size), sizeToString(input.size),
                   isDown ? reasons::pictureScaledDown(offer.provider, size, input.size)
                          : reasons::pictureScaledUp(offer.provider, size, input.size));
    } else if (isLighter(input, image)) {
        draft.miss(name, 1, 1, reasons::pictureMadeLighter(offer.provider, input.maxBytes));
    } else if (input.format && !formatIsLossy(*input.format)) {
        draft.convert(name, 1, 1, reasons::pictureWrittenAs(offer.model, offer.provider, *input.format));
    } else if (input.format) {
        draft.miss(name, 1, 1, reasons::pictureWrittenLossily(offer.model, offer.provider, *input.format));
    } else {
        draft.pass(name, 1);
    }
}

} // namespace

Fault planInputs(PlanDraft &draft)
{
    const QList<InputImage> &images = draft.request().images;
    QList<PlannedInput> inputs(images.size());
    for (qsizetype i = 0; i < images.size(); ++i) {
        if (images.at(i).isLink()) {
            continue; // nobody here sees it
        }
        if (Fault fault = fitFormat(draft, images.at(i), inputs[i])) {
            return fault;
        }
        if (Fault fault = fitPixels(draft, images.at(i), inputs[i])) {
            return fault;
        }
    }
    if (Fault fault = fitBytes(draft, inputs)) {
        return fault;
    }
    const bool allAsTheyCame =
        std::all_of(inputs.cbegin(), inputs.cend(), [](const PlannedInput &input) { return input.isAsItCame(); });
    if (!allAsTheyCame) {
        draft.plan.inputs = inputs;
    }
    return std::nullopt;
}

void noteInputs(PlanDraft &draft)
{
    const QList<InputImage> &images = draft.request().images;
    const QList<PlannedInput> &inputs = draft.plan.inputs;
    qint64 changed = 0;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        changed += inputs.at(i).size.isValid() || isLighter(inputs.at(i), images.at(i)) ? 1 : 0;
    }
    const qint64 links =
        std::count_if(images.cbegin(), images.cend(), [](const InputImage &image) { return image.isLink(); });
    const QString &provider = draft.offer().provider;
    if (links > 0 && changed == 0) {
        draft.convert(u"image"_s, images.size(), images.size(), reasons::linksPassedOn(provider));
    } else if (images.size() == 1) {
        noteOne(draft, inputs.value(0), images.first());
    } else if (changed > 0) {
        draft.miss(u"image"_s, images.size(), images.size(),
                   links > 0 ? reasons::picturesFittedBesideLinks(provider, changed)
                             : reasons::picturesFitted(provider, changed));
    } else if (!images.isEmpty()) {
        draft.pass(u"image"_s, images.size());
    }
}

} // namespace lightwell

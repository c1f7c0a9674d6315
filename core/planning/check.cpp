// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/requestlimits.h"
#include "core/planning/checkpictures.h"
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int maxSide = 16'384;
constexpr qint64 maxPixels = 100'000'000;
constexpr double maxRatio = 50;

Error invalid(const QString &param, const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, param);
}

Fault checkPrompt(const Request &request, const Offer &offer)
{
    const bool drawsFromWords =
        offer.hasMode(u"text-to-image"_s) || offer.hasMode(u"image-edit"_s) || offer.hasMode(u"inpaint"_s);
    if (offer.supports(u"prompt"_s) && drawsFromWords && request.operation == Operation::Create
        && request.prompt.trimmed().isEmpty()) {
        return invalid(u"prompt"_s, reasons::promptEmpty());
    }
    const qsizetype length = request.prompt.toUcs4().size();
    if (offer.supports(u"prompt"_s) && offer.maxPromptLength > 0 && length > offer.maxPromptLength) {
        return invalid(u"prompt"_s, reasons::promptTooLong(length, offer.model, offer.maxPromptLength));
    }
    return std::nullopt;
}

Fault checkSize(const SizeRequest &size)
{
    if (size.pixels) {
        const QSize pixels = *size.pixels;
        const qint64 area = static_cast<qint64>(pixels.width()) * pixels.height();
        if (pixels.width() < 1 || pixels.height() < 1) {
            return invalid(u"size"_s, reasons::sizeTooSmall(pixels.width(), pixels.height()));
        }
        if (pixels.width() > maxSide || pixels.height() > maxSide || area > maxPixels) {
            return invalid(u"size"_s,
                           reasons::sizeTooLarge(pixels.width(), pixels.height(), maxSide, maxPixels / 1'000'000));
        }
    }
    if (size.ratio) {
        const AspectRatio ratio = *size.ratio;
        const bool positive = ratio.width > 0 && ratio.height > 0;
        if (!positive || ratio.value() > maxRatio || ratio.value() < 1 / maxRatio) {
            return invalid(u"aspect_ratio"_s, reasons::ratioImpossible(ratio.toString(), qint64(maxRatio)));
        }
    }
    return std::nullopt;
}

/// -1 is "any" in many programs. Pictures of one request count up from the seed.
Fault checkSeed(const Request &request, const Offer &offer)
{
    if (!request.seed || *request.seed == -1) {
        return std::nullopt;
    }
    if (*request.seed < 0 || *request.seed > requestlimits::seed) {
        return invalid(u"seed"_s, reasons::seedOutOfRange(*request.seed, requestlimits::seed));
    }
    const qint64 last = offer.maxSeed - (request.n - 1);
    if (offer.supports(u"seed"_s) && offer.maxSeed > 0 && *request.seed > last) {
        return invalid(u"seed"_s, reasons::seedNotTaken(*request.seed, offer.model, offer.provider, last));
    }
    return std::nullopt;
}

Fault checkNumbers(const Request &request, const Offer &offer)
{
    if (request.n < 1 || request.n > requestlimits::pictures) {
        return invalid(u"n"_s, reasons::tooManyPictures(request.n, requestlimits::pictures));
    }
    if (request.compression && (*request.compression < 0 || *request.compression > 100)) {
        return invalid(u"output_compression"_s, reasons::compressionOutOfRange(*request.compression));
    }
    return checkSeed(request, offer);
}

/// A model that only makes pictures larger sells the same picture back unless it is told by how much.
Fault checkBorders(const Request &request, const Offer &offer)
{
    if (offer.modes != QStringList {u"outpaint"_s}) {
        return std::nullopt;
    }
    for (const auto side : {"top"_L1, "bottom"_L1, "left"_L1, "right"_L1}) {
        if (request.extra.value(side).toDouble() > 0) {
            return std::nullopt;
        }
    }
    return invalid(u"top"_s, reasons::bordersMissing(offer.model));
}

/// Without them the vendor refuses, or takes money for nothing.
Fault checkNeeded(const Request &request, const Offer &offer)
{
    for (const QString &path : offer.wire.required) {
        QJsonValue value = request.extra.value(path);
        if (value.isUndefined()) {
            value = request.extra;
            const QStringList steps = path.split(u'.');
            for (const QString &step : steps) {
                value = value[step];
            }
        }
        const bool isBlank = value.isString() && value.toString().trimmed().isEmpty();
        if (value.isUndefined() || value.isNull() || isBlank) {
            return invalid(path, reasons::fieldNeeded(offer.provider, path));
        }
    }
    return std::nullopt;
}

Fault checkFormat(const Request &request, const Offer &offer)
{
    if (!request.format || deliverableFormats().contains(*request.format) || offer.formats.contains(*request.format)) {
        return std::nullopt;
    }
    return invalid(u"output_format"_s, reasons::formatNotMadeHere(*request.format));
}

} // namespace

Fault checkRequest(const PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    if (Fault fault = checkPrompt(request, offer)) {
        return fault;
    }
    if (Fault fault = checkSize(request.size)) {
        return fault;
    }
    if (Fault fault = checkNumbers(request, offer)) {
        return fault;
    }
    if (Fault fault = checkTuning(draft)) {
        return fault;
    }
    if (Fault fault = checkPictures(request, offer)) {
        return fault;
    }
    if (Fault fault = checkBorders(request, offer)) {
        return fault;
    }
    if (Fault fault = checkNeeded(request, offer)) {
        return fault;
    }
    return checkFormat(request, offer);
}

} // namespace lightwell

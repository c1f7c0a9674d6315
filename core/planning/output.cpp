// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"
#include "core/planning/sizenotes.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Whether the vendor can be told which of its formats to make.
bool canChoose(const Offer &offer)
{
    return offer.supports(u"output_format"_s);
}

bool canCompress(const Offer &offer, ImageFormat format)
{
    return offer.supports(u"output_compression"_s) && offer.compressible.contains(format);
}

bool wantsTransparency(const PlanDraft &draft)
{
    return draft.request().background == "transparent"_L1 && draft.offer().supports(u"background"_s)
        && (draft.offer().backgrounds.isEmpty() || draft.offer().backgrounds.contains(u"transparent"_s));
}

/// The format that loses least on the way to another one.
ImageFormat bestSource(const Offer &offer)
{
    if (canChoose(offer)) {
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Webp, ImageFormat::Jpeg}) {
            if (offer.formats.contains(format)) {
                return format;
            }
        }
    }
    return offer.formats.first();
}

/// The format to ask for when the caller named none.
ImageFormat usualSource(const PlanDraft &draft)
{
    const ImageFormat usual = draft.offer().formats.first();
    return wantsTransparency(draft) && !formatHasAlpha(usual) ? bestSource(draft.offer()) : usual;
}

bool isNative(const Offer &offer, ImageFormat format)
{
    return offer.formats.contains(format) && (canChoose(offer) || offer.formats.size() == 1);
}

Reason conversionReason(const PlanDraft &draft, ImageFormat wanted)
{
    const Offer &offer = draft.offer();
    const ImageFormat source = draft.plan.output.upstreamFormat;
    if (!offer.formats.contains(wanted)) {
        return reasons::formatNotMade(offer.model, offer.provider, wanted, source);
    }
    if (!canChoose(offer)) {
        return reasons::formatIsVendorsChoice(offer.model, offer.provider, wanted);
    }
    return reasons::formatAfterWork(source, wanted);
}

/// A format was named.
void planNamedFormat(PlanDraft &draft, ImageFormat wanted)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    PlannedOutput &output = draft.plan.output;
    const QString name = u"output_format"_s;
    const QString text = formatName(wanted);
    const bool compressed = request.compression && formatIsLossy(wanted);
    const bool vendorCompresses = compressed && canCompress(offer, wanted);
    // Whatever is scaled or compressed here is better taken without loss than saved lossily twice.
    const bool workedOn = isResized(draft.plan) || (compressed && !vendorCompresses);

    output.format = wanted;
    const bool native = isNative(offer, wanted);
    output.upstreamFormat = native && !(workedOn && formatIsLossy(wanted)) ? wanted : bestSource(offer);
    if (output.upstreamFormat == wanted && canChoose(offer)) {
        draft.pass(name, text);
    } else if (output.upstreamFormat == wanted && native) {
        draft.satisfy(name, text, reasons::formatIsTheOnlyOne(wanted, offer.model));
    } else {
        draft.emulate(name, text, conversionReason(draft, wanted));
    }

    if (!request.compression) {
        return;
    }
    if (!compressed) {
        draft.drop(u"output_compression"_s, *request.compression, reasons::losslessHasNoCompression(wanted));
    } else if (vendorCompresses && output.upstreamFormat == wanted) {
        output.upstreamCompression = request.compression;
        if (workedOn) {
            output.compression = request.compression; // the vendor's own encoding does not survive
        }
        draft.pass(u"output_compression"_s, *request.compression);
    } else {
        output.compression = request.compression;
        draft.emulate(u"output_compression"_s, *request.compression, reasons::compressedHere(offer.provider));
    }
}

/// No format was named: the picture is delivered in the one the vendor makes by itself.
void planUsualFormat(PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    PlannedOutput &output = draft.plan.output;
    output.upstreamFormat = usualSource(draft);
    if (!request.compression) {
        return;
    }
    const QString name = u"output_compression"_s;
    if (!formatIsLossy(output.upstreamFormat)) {
        draft.drop(name, *request.compression,
                   reasons::madeWithoutLoss(offer.model, offer.provider, output.upstreamFormat));
    } else if (canCompress(offer, output.upstreamFormat) && !isResized(draft.plan)) {
        output.upstreamCompression = request.compression;
        draft.pass(name, *request.compression);
    } else {
        output.format = output.upstreamFormat;
        output.upstreamFormat = bestSource(offer);
        output.compression = request.compression;
        draft.emulate(name, *request.compression, reasons::compressedHere(offer.provider));
    }
}

/// A drawing stays one: it has no pixels to convert, compress or cut.
void planDrawing(PlanDraft &draft)
{
    const Request &request = draft.request();
    draft.plan.output.upstreamFormat = ImageFormat::Svg;
    const Reason reason = reasons::drawingStaysAsItIs(draft.offer().model);
    if (request.format == ImageFormat::Svg) {
        draft.satisfy(u"output_format"_s, formatName(ImageFormat::Svg), reason);
    } else if (request.format) {
        draft.drop(u"output_format"_s, formatName(*request.format), reason);
    }
    if (request.compression) {
        draft.drop(u"output_compression"_s, *request.compression, reason);
    }
}

} // namespace

Fault planOutput(PlanDraft &draft)
{
    const Request &request = draft.request();
    draft.plan.output.matte = request.matte;
    if (makesOnlyDrawings(draft.offer())) {
        planDrawing(draft);
        return std::nullopt;
    }
    if (request.format && !formatHasAlpha(*request.format) && request.background == "transparent"_L1) {
        return notSent(ErrorKind::Invalid, reasons::formatHasNoTransparency(*request.format), u"background"_s);
    }
    if (request.format) {
        planNamedFormat(draft, *request.format);
    } else {
        planUsualFormat(draft);
    }
    return std::nullopt;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sizenotes.h"

#include "core/planning/planreasons.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// The pixels of a picture when only a shape is asked for.
qint64 usualBudget(const Plan &plan)
{
    const SizeRule rule = usableRule(plan.offer);
    if (plan.size.tier) {
        return tierPixels(*plan.size.tier);
    }
    if (const auto *ratios = std::get_if<SizeRatios>(&rule)) {
        return ratios->pixelBudget;
    }
    if (const auto *any = std::get_if<SizeAnyRatio>(&rule)) {
        return any->pixelBudget;
    }
    if (plan.size.pixels) {
        return static_cast<qint64>(plan.size.pixels->width()) * plan.size.pixels->height();
    }
    return tierPixels(ResolutionTier::OneK);
}

/// What the vendor is told, in Lightwell's terms: "1344x768", "16:9 2K", "auto".
QString sentSize(const Plan &plan)
{
    if (plan.size.pixels) {
        return sizeToString(*plan.size.pixels);
    }
    SizeRequest sent;
    sent.ratio = plan.size.ratio;
    sent.tier = plan.size.tier;
    sent.automatic = sent.isEmpty();
    return sent.toString();
}

/// The field that carries the size, whichever way the vendor takes it.
QString sizeField(const Plan &plan)
{
    return plan.size.ratio ? u"aspect_ratio"_s : u"size"_s;
}

Reason resizeReason(const Plan &plan)
{
    if (!plan.size.expected.isValid()) {
        return reasons::resizedFromOwnSize(plan.offer.model, fitName(plan.request.fit), *plan.output.exactSize);
    }
    return reasons::resized(plan.offer.model, plan.offer.provider, plan.size.expected, fitName(plan.request.fit),
                            *plan.output.exactSize);
}

Reason nearestReason(const Plan &plan)
{
    return reasons::sizeNearest(plan.offer.model, plan.offer.provider, plan.size.expected);
}

bool vendorDecides(const Plan &plan)
{
    return !plan.size.pixels && !plan.size.ratio;
}

Reason sizeIsVendorsChoice(const Plan &plan)
{
    return reasons::sizeIsVendorsChoice(plan.offer.model, plan.offer.provider);
}

void notePixels(PlanDraft &draft, QSize asked)
{
    const Plan &plan = draft.plan;
    const QString text = sizeToString(asked);
    if (isResized(plan)) {
        draft.emulate(u"size"_s, text, resizeReason(plan));
    } else if (vendorDecides(plan)) {
        draft.drop(u"size"_s, text, sizeIsVendorsChoice(plan));
    } else if (plan.size.pixels == asked) {
        draft.pass(u"size"_s, text);
    } else if (plan.size.expected == asked) {
        draft.convert(u"size"_s, text, sentSize(plan), reasons::sizeWrittenAs(asked, sentSize(plan)), sizeField(plan));
    } else {
        draft.miss(u"size"_s, text, sentSize(plan), nearestReason(plan), sizeField(plan));
    }
}

Reason shapeOfLinkUnknown(const Plan &plan)
{
    return reasons::shapeOfLinkUnknown(plan.offer.model, plan.offer.provider);
}

void noteAutomatic(PlanDraft &draft)
{
    const Plan &plan = draft.plan;
    const QString word = u"auto"_s;
    if (draft.missesShape) {
        return; // which noteSize() says
    }
    if (plan.request.size.ratio || plan.request.size.tier) {
        draft.satisfy(u"size"_s, word, reasons::sizeSaidByShape());
    } else if (vendorDecides(plan) && plan.offer.autoSize && plan.offer.supports(u"size"_s)) {
        draft.pass(u"size"_s, word);
    } else if (vendorDecides(plan)) {
        draft.satisfy(u"size"_s, word, reasons::sizeAutomatic(plan.offer.model));
    } else {
        draft.convert(u"size"_s, word, sentSize(plan),
                      reasons::sizeNotAutomatic(plan.offer.model, plan.offer.provider, plan.size.expected),
                      sizeField(plan));
    }
}

/// How a shape is asked for where the vendor takes pixels. What the vendor's steps of pixels round off is no other
/// shape.
void putPixels(PlanDraft &draft, const QString &name, const QString &asked, bool isAsAsked)
{
    const Plan &plan = draft.plan;
    if (isAsAsked) {
        draft.convert(name, asked, sentSize(plan), reasons::shapeAskedInPixels(plan.offer.provider, plan.size.expected),
                      u"size"_s);
    } else {
        draft.miss(name, asked, sentSize(plan), nearestReason(plan), u"size"_s);
    }
}

/// Each side may be off by half a step: the one the rule gives, or the one that lists of sizes are commonly made with.
bool agreesButForSteps(const Plan &plan, AspectRatio asked)
{
    constexpr int usual = 32;
    const SizeRule rule = usableRule(plan.offer);
    const auto *range = std::get_if<SizeRange>(&rule);
    const double step = range ? range->multipleOf : usual;
    const QSize made = plan.size.expected;
    return std::abs(made.width() - made.height() * asked.value()) <= step / 2 * (1 + asked.value());
}

bool agrees(QSize pixels, AspectRatio ratio)
{
    constexpr double onePerCent = 0.01;
    return std::abs(std::log(static_cast<double>(pixels.width()) / pixels.height() / ratio.value())) < onePerCent;
}

void noteOverruled(PlanDraft &draft, const QString &name, const QString &asked, bool agreesWithSize)
{
    if (agreesWithSize) {
        draft.satisfy(name, asked, reasons::shapeSaidBySize());
    } else {
        draft.drop(name, asked, reasons::shapeOverruledBySize());
    }
}

void noteRatio(PlanDraft &draft, AspectRatio asked)
{
    const Plan &plan = draft.plan;
    const QString name = u"aspect_ratio"_s;
    const QString text = asked.toString();
    if (plan.request.size.pixels) {
        noteOverruled(draft, name, text, agrees(*plan.request.size.pixels, asked));
    } else if (isResized(plan)) {
        draft.emulate(name, text, resizeReason(plan));
    } else if (vendorDecides(plan)) {
        draft.drop(name, text, sizeIsVendorsChoice(plan));
    } else if (plan.size.ratio && agrees({plan.size.ratio->width, plan.size.ratio->height}, asked)) {
        draft.pass(name, plan.size.ratio->toString());
    } else if (plan.size.ratio) {
        draft.miss(name, text, plan.size.ratio->toString(),
                   reasons::ratioNearest(plan.offer.model, plan.offer.provider, plan.size.ratio->toString()));
    } else {
        putPixels(draft, name, text, agreesButForSteps(plan, asked));
    }
}

void noteTier(PlanDraft &draft, ResolutionTier asked)
{
    const Plan &plan = draft.plan;
    const QString name = u"resolution"_s;
    const QString text = tierName(asked);
    if (plan.request.size.pixels) {
        noteOverruled(draft, name, text, meets(*plan.request.size.pixels, asked));
    } else if (plan.size.tier == asked) {
        draft.pass(name, text);
    } else if (plan.size.tier) {
        draft.miss(name, text, tierName(*plan.size.tier),
                   reasons::resolutionNearest(plan.offer.model, plan.offer.provider, text, tierName(*plan.size.tier)));
    } else if (plan.size.pixels) {
        putPixels(draft, name, text, meets(plan.size.expected, asked));
    } else if (plan.size.expected.isValid() && meets(plan.size.expected, asked)) {
        draft.satisfy(name, text, reasons::resolutionIsTheOnlyOne(plan.offer.model));
    } else if (isResized(plan)) {
        draft.emulate(name, text, resizeReason(plan));
    } else {
        draft.drop(name, text, reasons::resolutionIsFixed(plan.offer.model, plan.offer.provider));
    }
}

void noteFit(PlanDraft &draft)
{
    const Plan &plan = draft.plan;
    const QString text = fitName(plan.request.fit);
    if (makesOnlyDrawings(plan.offer)) {
        draft.drop(u"fit"_s, text, reasons::drawingFitsEverySize(plan.offer.model));
    } else if (!plan.output.exactSize && plan.request.size.tier && draft.missesShape) {
        draft.drop(u"fit"_s, text, shapeOfLinkUnknown(plan));
    } else if (!plan.output.exactSize) {
        draft.satisfy(u"fit"_s, text, reasons::nothingToFit());
    } else if (isResized(plan)) {
        draft.emulate(u"fit"_s, text, resizeReason(plan));
    } else {
        draft.satisfy(u"fit"_s, text, reasons::fitsAlready());
    }
}

} // namespace

bool meets(QSize size, ResolutionTier tier)
{
    constexpr double most = 1.5;
    constexpr double tiny = 1e-9;
    const double square = static_cast<double>(tierPixels(tier));
    const double share = static_cast<double>(size.width()) * size.height() / square;
    const bool isAsLong = std::max(size.width(), size.height()) >= std::sqrt(square);
    return share < most + tiny && share > (isAsLong ? 1 / 2.0 : 1 / most) - tiny;
}

void planExactSize(PlanDraft &draft)
{
    Plan &plan = draft.plan;
    const SizeRequest &size = plan.request.size;
    plan.output.fit = plan.request.fit;
    if (plan.request.fit == Fit::Closest || makesOnlyDrawings(plan.offer)) {
        return;
    }
    const bool unreadable = !plan.request.images.isEmpty() && !draft.picture.isValid();
    if (size.pixels) {
        plan.output.exactSize = size.pixels;
    } else if (unreadable && !size.ratio) {
        return; // the shape is the picture's, which is not known here
    } else if (size.ratio || size.tier) {
        const qint64 budget = size.tier ? tierPixels(*size.tier) : usualBudget(plan);
        const AspectRatio own = draft.picture.isValid() ? AspectRatio::of(draft.picture) : AspectRatio {1, 1};
        plan.output.exactSize = sizeFor(size.ratio.value_or(own), budget);
    }
}

bool isResized(const Plan &plan)
{
    const bool sure = plan.size.pixels || plan.size.ratio; // else it is the vendor's choice
    return plan.output.exactSize && (!sure || plan.output.exactSize != plan.size.expected);
}

void noteSize(PlanDraft &draft)
{
    const SizeRequest &size = draft.request().size;
    if (size.pixels) {
        notePixels(draft, *size.pixels);
    } else if (size.automatic) {
        noteAutomatic(draft);
    }
    if (size.ratio) {
        noteRatio(draft, *size.ratio);
    }
    if (size.tier) {
        noteTier(draft, *size.tier);
    }
    if (draft.missesShape) {
        draft.miss(u"size"_s, u"auto"_s, sentSize(draft.plan), shapeOfLinkUnknown(draft.plan), sizeField(draft.plan));
    }
    if (draft.request().fit != Fit::Closest) {
        noteFit(draft);
    }
}

} // namespace lightwell

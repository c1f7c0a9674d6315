// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planner.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

/// Offers and requests to plan with, each as plain as its rule allows.
namespace lightwell::samples {

using namespace Qt::StringLiterals;

inline Offer offer(const SizeRule &sizes)
{
    Offer offer;
    offer.model = u"model"_s;
    offer.provider = u"vendor"_s;
    offer.providerModel = u"vendor-model"_s;
    offer.modes = QStringList {u"text-to-image"_s};
    offer.sizes = sizes;
    offer.formats = {ImageFormat::Png};
    offer.fields = {{u"prompt"_s, u"prompt"_s}};
    if (std::holds_alternative<SizeRatios>(sizes)) {
        offer.fields.insert(u"aspect_ratio"_s, u"aspect_ratio"_s);
        if (!std::get<SizeRatios>(sizes).tiers.isEmpty()) {
            offer.fields.insert(u"resolution"_s, u"resolution"_s);
        }
    } else if (const auto *any = std::get_if<SizeAnyRatio>(&sizes)) {
        offer.fields.insert(u"aspect_ratio"_s, u"aspect_ratio"_s);
        if (!any->tiers.isEmpty()) {
            offer.fields.insert(u"resolution"_s, u"resolution"_s);
        }
    } else if (!std::holds_alternative<SizeUncontrolled>(sizes)) {
        offer.fields.insert(u"size"_s, u"size"_s);
    }
    return offer;
}

/// The three presets of an OpenAI picture model.
inline Offer listOffer()
{
    return offer(SizeList {{QSize(1024, 1024), QSize(1536, 1024), QSize(1024, 1536)}});
}

inline Offer ratioOffer(const QList<ResolutionTier> &tiers = {})
{
    SizeRatios rule;
    for (const QString &text : {u"1:1"_s, u"3:2"_s, u"2:3"_s, u"16:9"_s, u"9:16"_s, u"21:9"_s}) {
        rule.ratios.append(*AspectRatio::parse(text));
    }
    rule.tiers = tiers;
    return offer(rule);
}

inline SizeRange range()
{
    SizeRange rule;
    rule.multipleOf = 16;
    rule.maxSide = 3840;
    rule.minPixels = 655'360;
    rule.maxPixels = 8'294'400;
    rule.minRatio = 1.0 / 3;
    rule.maxRatio = 3;
    return rule;
}

inline Request request()
{
    Request request;
    request.prompt = u"a tin robot"_s;
    return request;
}

inline InputImage picture(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    InputImage picture;
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return picture;
}

/// It takes up to four pictures to work on.
inline Offer editing(Offer offer)
{
    offer.modes.append(u"image-edit"_s);
    offer.fields.insert(u"image"_s, u"image"_s);
    offer.maxInputImages = 4;
    return offer;
}

/// "1536x640", "16:9", "2K", "16:9 2K", "auto" or nothing.
inline SizeRequest sizeOf(const QString &text)
{
    SizeRequest size;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part == "auto"_L1) {
            size.automatic = true;
        } else if (const auto pixels = sizeFromString(part)) {
            size.pixels = pixels;
        } else if (const auto ratio = AspectRatio::parse(part)) {
            size.ratio = ratio;
        } else {
            size.tier = tierFromName(part);
        }
    }
    return size;
}

inline PlannedParameter parameter(const Plan &plan, const QString &name)
{
    for (const PlannedParameter &parameter : plan.parameters) {
        if (parameter.name == name) {
            return parameter;
        }
    }
    PlannedParameter missing;
    missing.name = u"missing"_s;
    return missing;
}

/// "converted size", "dropped seed" …: for tables.
inline QString treatmentOf(const Plan &plan, const QString &name)
{
    const PlannedParameter found = parameter(plan, name);
    return found.name == name ? treatmentName(found.treatment) : u"missing"_s;
}

} // namespace lightwell::samples

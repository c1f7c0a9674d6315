// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planchecker.h"

#include "core/planning/picturesize.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool legalInRange(const SizeRange &rule, QSize size)
{
    const qint64 w = size.width();
    const qint64 h = size.height();
    if (w < 1 || h < 1 || w % rule.multipleOf != 0 || h % rule.multipleOf != 0) {
        return false;
    }
    if (rule.minSide > 0 && std::min(w, h) < rule.minSide) {
        return false;
    }
    if (rule.maxSide > 0 && std::max(w, h) > rule.maxSide) {
        return false;
    }
    if ((rule.minPixels > 0 && w * h < rule.minPixels) || (rule.maxPixels > 0 && w * h > rule.maxPixels)) {
        return false;
    }
    const double ratio = static_cast<double>(w) / static_cast<double>(h);
    return (rule.minRatio <= 0 || ratio > rule.minRatio - 1e-6) && (rule.maxRatio <= 0 || ratio < rule.maxRatio + 1e-6);
}

QString sizeFault(const Plan &plan, const Offer &offer)
{
    const PlannedSize &size = plan.size;
    if (size.pixels && !offer.supports(u"size"_s)) {
        return u"pixels without a field for them"_s;
    }
    if (size.ratio && !offer.supports(u"aspect_ratio"_s)) {
        return u"a ratio without a field for it"_s;
    }
    if (size.tier && !offer.supports(u"resolution"_s)) {
        return u"a tier without a field for it"_s;
    }
    if (const auto *list = std::get_if<SizeList>(&offer.sizes)) {
        if (size.ratio || size.tier || (size.pixels && !list->sizes.contains(*size.pixels))) {
            return u"a size that is not in the list"_s;
        }
    } else if (const auto *ratios = std::get_if<SizeRatios>(&offer.sizes)) {
        if (size.pixels || (size.ratio && !ratios->ratios.contains(*size.ratio))
            || (size.tier && !ratios->tiers.contains(*size.tier))) {
            return u"a ratio or tier that is not in the list"_s;
        }
    } else if (const auto *any = std::get_if<SizeAnyRatio>(&offer.sizes)) {
        if (size.pixels || (size.ratio && !any->allows(*size.ratio))
            || (size.tier && !any->tiers.contains(*size.tier))) {
            return u"a ratio out of bounds, or a tier that is not in the list"_s;
        }
    } else if (const auto *range = std::get_if<SizeRange>(&offer.sizes)) {
        if (size.ratio || size.tier || (size.pixels && !legalInRange(*range, *size.pixels))) {
            return u"a size outside of the limits"_s;
        }
    } else if (size.pixels || size.ratio || size.tier) {
        return u"a size for a model that takes none"_s;
    }
    return {};
}

QString callFault(const Plan &plan, const Request &request, const Offer &offer)
{
    int sum = 0;
    QSet<qint64> seeds;
    for (const PlannedCall &call : plan.calls) {
        if (call.n < 1 || call.n > offer.maxPerCall || (call.n > 1 && !offer.supports(u"n"_s))) {
            return u"too many pictures in a call"_s;
        }
        if (call.seed && (!offer.supports(u"seed"_s) || !request.seed || seeds.contains(*call.seed))) {
            return u"a seed that is not asked for, not taken or used twice"_s;
        }
        if (call.seed && offer.maxSeed > 0 && *call.seed > offer.maxSeed) {
            return u"a seed the vendor does not take"_s;
        }
        if (call.seed) {
            seeds.insert(*call.seed);
        }
        sum += call.n;
    }
    const bool given = plan.calls.isEmpty() || !plan.calls.first().seed || plan.calls.first().seed == request.seed;
    if (!given) {
        return u"another seed than was asked for"_s;
    }
    return sum == request.n ? QString() : u"not the number of pictures that was asked for"_s;
}

QString outputFault(const Plan &plan, const Request &request, const Offer &offer)
{
    const PlannedOutput &output = plan.output;
    if (!offer.formats.contains(output.upstreamFormat)) {
        return u"a format the vendor does not make"_s;
    }
    if (output.upstreamFormat != offer.formats.first() && !offer.supports(u"output_format"_s)) {
        return u"a format the vendor cannot be told"_s;
    }
    if (output.upstreamCompression
        && (!offer.supports(u"output_compression"_s) || !offer.compressible.contains(output.upstreamFormat))) {
        return u"a compression the vendor does not take"_s;
    }
    const bool drawing = offer.formats == QList<ImageFormat> {ImageFormat::Svg};
    if (request.format && !drawing && output.format != request.format) {
        return u"delivered in another format than asked"_s;
    }
    if (request.fit != Fit::Closest && request.size.pixels && !drawing && output.exactSize != request.size.pixels) {
        return u"not the exact pixels"_s;
    }
    const bool isOfPictureUnderMask =
        output.keepsOutsideMask && !request.images.isEmpty() && output.exactSize == pictureSize(request.images.first());
    if (request.fit == Fit::Closest && output.exactSize && !isOfPictureUnderMask) {
        return u"resized without being asked"_s;
    }
    return {};
}

QString wordFault(const Plan &plan, const Offer &offer)
{
    const auto check = [&offer](const QString &name, const QString &value, const QStringList &known) {
        return value.isEmpty() || (offer.supports(name) && (known.isEmpty() || known.contains(value)));
    };
    if (!check(u"quality"_s, plan.quality, offer.qualities) || !check(u"style"_s, plan.style, offer.styles)
        || !check(u"background"_s, plan.background, offer.backgrounds)
        || !check(u"negative_prompt"_s, plan.negativePrompt, {})) {
        return u"a word the vendor does not know"_s;
    }
    for (auto setting = plan.tuning.begin(); setting != plan.tuning.end(); ++setting) {
        const auto range = offer.wire.ranges.constFind(setting.key());
        const bool inRange = range == offer.wire.ranges.cend() || !setting.value().isDouble()
            || (setting.value().toDouble() >= range->least && setting.value().toDouble() <= range->most);
        if (!offer.supports(setting.key()) || !inRange) {
            return u"a setting the vendor does not take"_s;
        }
    }
    if (plan.request.images.size() > offer.maxInputImages) {
        return u"too many pictures go in"_s;
    }
    for (const InputImage &image : plan.request.images) {
        const std::optional<ImageFormat> format = sniffFormat(image.bytes);
        if (!offer.inputFormats.isEmpty() && (!format || !offer.inputFormats.contains(*format))) {
            return u"a picture in a format the vendor does not take"_s;
        }
    }
    if (plan.request.mask && !offer.supports(u"mask"_s) && !plan.output.keepsOutsideMask) {
        return u"a mask the vendor does not take"_s;
    }
    return {};
}

QStringList namesSet(const Request &request)
{
    QStringList names = request.extra.keys();
    const auto add = [&names](const char *name, bool isSet) {
        if (isSet) {
            names.append(QString::fromLatin1(name));
        }
    };
    add("prompt", !request.prompt.isEmpty());
    add("negative_prompt", !request.negativePrompt.isEmpty());
    add("n", request.n > 1);
    add("size", request.size.pixels || request.size.automatic);
    add("aspect_ratio", request.size.ratio.has_value());
    add("resolution", request.size.tier.has_value());
    add("fit", request.fit != Fit::Closest);
    add("output_format", request.format.has_value());
    add("output_compression", request.compression.has_value());
    add("quality", !request.quality.isEmpty());
    add("style", !request.style.isEmpty());
    add("background", !request.background.isEmpty());
    add("seed", request.seed.has_value());
    add("image", !request.images.isEmpty());
    add("mask", request.mask.has_value());
    add("user", !request.user.isEmpty());
    add("partial_images", request.previews > 0);
    add("variation", request.operation == Operation::Vary);
    names += request.tuning.toJson().keys();
    names.sort();
    return names;
}

bool isFrom(const QJsonObject &extra, const QString &path)
{
    const auto leads = [&path](const QString &key) { return path == key || path.startsWith(QString(key + u'.')); };
    const QStringList keys = extra.keys();
    return std::any_of(keys.begin(), keys.end(), leads);
}

/// Nothing that decides the price may go out beside the plan.
QString extraFault(const Plan &plan, const Request &request, const Offer &offer)
{
    Request same = request;
    if (request.operation == Operation::Vary && request.prompt.isEmpty()) { // an edit that asks for one
        same.prompt = plan.request.prompt;
    }
    if (request.operation == Operation::Create) { // the offer or a scale factor may say it
        same.operation = plan.request.operation;
    }
    if (!request.extra.isEmpty()) { // vendors' words may have become parameters
        same.n = request.n == 1 && !request.isCountSaid ? plan.request.n : request.n;
        same.isCountSaid = plan.request.isCountSaid;
        same.size = request.size.pixels ? request.size : plan.request.size;
        same.quality = request.quality.isEmpty() ? plan.request.quality : request.quality;
        same.seed = request.seed ? request.seed : plan.request.seed;
        same.tuning = plan.request.tuning;
        same.style = request.style.isEmpty() ? plan.request.style : request.style;
        same.format = request.format ? request.format : plan.request.format;
        same.compression = request.compression ? request.compression : plan.request.compression;
        same.background = request.background.isEmpty() ? plan.request.background : request.background;
        same.negativePrompt = request.negativePrompt.isEmpty() ? plan.request.negativePrompt : request.negativePrompt;
        same.prompt = request.prompt.isEmpty() ? plan.request.prompt : request.prompt;
        same.previews = request.previews == 0 ? plan.request.previews : request.previews;
        same.user = request.user.isEmpty() ? plan.request.user : request.user;
        same.extra = plan.request.extra;
    }
    Offer kept = offer; // without what it does not take beside a picture or a mask
    kept.fields.removeIf([&](QMap<QString, QString>::iterator field) {
        return (!request.images.isEmpty() && offer.wire.notWithPictures.contains(field.key()))
            || (request.mask && offer.wire.notWithMask.contains(field.key()));
    });
    if (plan.request != same || plan.offer != kept) {
        return u"request or offer were changed"_s;
    }
    const QStringList keys = plan.request.extra.keys();
    const QStringList priced {u"num_images"_s, u"image_size"_s, u"width"_s,
                              u"height"_s,     u"quality"_s,    u"rendering_speed"_s};
    for (const QString &key : keys) {
        if (offer.fields.values().contains(key) || priced.contains(key)) {
            return u"sent beside the plan: "_s + key;
        }
    }
    const QJsonObject nested = plan.request.extra.value("generationConfig"_L1)["imageConfig"_L1].toObject();
    const bool isSize = nested.contains("aspectRatio"_L1) || nested.contains("imageSize"_L1);
    return isSize && offer.provider == "google-gemini"_L1 ? u"a nested size sent beside the plan"_s : QString();
}

QString reportFault(const Plan &plan, const Request &request, const Offer &offer)
{
    const QStringList expected = namesSet(plan.request);
    QStringList names;
    for (const PlannedParameter &parameter : plan.parameters) {
        const bool understood = parameter.wireName.isEmpty() && isFrom(request.extra, parameter.name);
        // The caller's field may bear our own name, and contradict another of its fields.
        const bool isOurs = expected.contains(parameter.name) && request.extra.contains(parameter.name);
        const bool isTold = isOurs && names.contains(parameter.name);
        if (!isTold && (!understood || parameter.reason.isEmpty() || isOurs)) {
            names.append(parameter.name);
        }
        const bool changed = parameter.treatment == Treatment::Converted || parameter.treatment == Treatment::Emulated
            || parameter.treatment == Treatment::Dropped;
        if (changed && parameter.reason.isEmpty()) {
            return u"no reason for "_s + parameter.name;
        }
        const bool extra = request.extra.contains(parameter.name);
        if (!parameter.wireName.isEmpty() && !extra && !offer.fields.values().contains(parameter.wireName)) {
            return u"a field the vendor does not have: "_s + parameter.wireName;
        }
        if (parameter.sent.isUndefined() != parameter.wireName.isEmpty()) {
            return u"sent without a field, or a field without a value: "_s + parameter.name;
        }
        const bool kept = parameter.treatment == Treatment::Emulated || parameter.treatment == Treatment::Dropped;
        if (kept && !parameter.wireName.isEmpty()) {
            return u"sent although it is not: "_s + parameter.name;
        }
        if (parameter.treatment == Treatment::Passed && !parameter.sent.isUndefined()
            && parameter.wireName != parameter.name) {
            return u"renamed without saying so: "_s + parameter.name;
        }
    }
    const QStringList keys = request.extra.keys();
    for (const QString &key : keys) {
        const auto tells = [&key](const PlannedParameter &parameter) {
            return parameter.name == key || parameter.name.startsWith(QString(key + u'.'));
        };
        if (std::none_of(plan.parameters.begin(), plan.parameters.end(), tells)) {
            return u"a word that vanished: "_s + key;
        }
    }
    names.sort();
    return names == namesSet(plan.request)
        ? QString()
        : u"the report names %1 for %2"_s.arg(names.join(u','), namesSet(plan.request).join(u','));
}

QString priceFault(const Plan &plan, const Offer &offer)
{
    Money sum = Money::zero();
    for (const EstimateLine &line : plan.estimate.lines) {
        sum += line.total;
        if (line.total.isKnown() && line.total.micros() < 0) {
            return u"a price below zero"_s;
        }
        const double product = line.billableQuantity * line.unitUsd;
        if (line.total.isKnown() && Money::fromDollars(product) != line.total) {
            return u"quantity and unit price do not make the total"_s;
        }
    }
    if (offer.prices.isEmpty()) {
        return plan.estimate.total.isKnown() ? u"a price out of nothing"_s : QString();
    }
    return sum == plan.estimate.total ? QString() : u"the parts do not add up"_s;
}

} // namespace

QString faultOf(const Plan &plan, const Request &request, const Offer &offer)
{
    for (const QString &fault :
         {sizeFault(plan, offer), callFault(plan, plan.request, offer), outputFault(plan, plan.request, offer),
          wordFault(plan, offer), extraFault(plan, request, offer), reportFault(plan, request, offer),
          priceFault(plan, offer)}) {
        if (!fault.isEmpty()) {
            return fault;
        }
    }
    if (request.strict && !plan.weakened().isEmpty()) {
        return u"strict, and yet weakened"_s;
    }
    return {};
}

} // namespace lightwell

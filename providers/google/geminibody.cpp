// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminibody.h"

#include "providers/common/body.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonArray parts(const Plan &plan)
{
    QJsonArray result {QJsonObject {{u"text"_s, plan.request.prompt}}};
    if (!plan.offer.supports(u"image"_s)) {
        return result;
    }
    for (const InputImage &image : plan.request.images) {
        result.append(QJsonObject {{u"inlineData"_s,
                                    QJsonObject {{u"mimeType"_s, QString::fromLatin1(pictureMimeType(image.bytes))},
                                                 {u"data"_s, base64(image.bytes)}}}});
    }
    return result;
}

/// The offer's own spelling of the ratio; nothing if it has none that is equal.
std::optional<QString> legalRatio(const Plan &plan)
{
    const auto *rule = std::get_if<SizeRatios>(&plan.offer.sizes);
    if (!rule || !plan.size.ratio || !plan.offer.supports(u"aspect_ratio"_s)) {
        return std::nullopt;
    }
    const AspectRatio asked = *plan.size.ratio;
    const auto equal = [&](AspectRatio ratio) { return ratio.width * asked.height == asked.width * ratio.height; };
    const auto found = std::find_if(rule->ratios.begin(), rule->ratios.end(), equal);
    return found == rule->ratios.end() ? std::nullopt : std::optional(found->toString());
}

std::optional<QString> legalTier(const Plan &plan)
{
    const auto *rule = std::get_if<SizeRatios>(&plan.offer.sizes);
    if (!rule || !plan.size.tier || !plan.offer.supports(u"resolution"_s) || !rule->tiers.contains(*plan.size.tier)) {
        return std::nullopt;
    }
    return plan.offer.wire.nameOf(*plan.size.tier);
}

} // namespace

QJsonObject geminiBody(const Plan &plan, const PlannedCall &call)
{
    QJsonObject image;
    if (const auto ratio = legalRatio(plan)) {
        image.insert(u"aspectRatio"_s, *ratio);
    }
    if (const auto tier = legalTier(plan)) {
        image.insert(u"imageSize"_s, *tier);
    }
    QJsonObject config;
    if (!image.isEmpty()) {
        config.insert(u"imageConfig"_s, image);
    }
    if (call.seed && plan.offer.supports(u"seed"_s)) {
        config.insert(u"seed"_s, *call.seed);
    }
    const QJsonArray contents {QJsonObject {{u"role"_s, u"user"_s}, {u"parts"_s, parts(plan)}}};
    const QJsonObject usual {{u"responseModalities"_s, QJsonArray {u"IMAGE"_s}}};
    QJsonObject body {{u"generationConfig"_s, usual}};
    mergeFields(body, plan.offer.wire.constants);
    mergeFields(body, plan.request.extra);
    mergeFields(body, {{u"contents"_s, contents}, {u"generationConfig"_s, config}});
    return body;
}

} // namespace lightwell

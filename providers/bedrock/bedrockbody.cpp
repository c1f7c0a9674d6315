// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bedrock/bedrockbody.h"

#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double usualStrength = 0.6; ///< Stability AI's models need one beside a picture
constexpr double minSimilarity = 0.2; ///< of Amazon's variations

/// The borders of an outpainted picture go by other names there.
void nameBorders(QJsonObject &fields)
{
    for (const auto &[ours, theirs] : {std::pair("top"_L1, "up"_L1), std::pair("bottom"_L1, "down"_L1)}) {
        if (const QJsonValue border = fields.take(ours); border.isDouble()) {
            fields.insert(theirs, border);
        }
    }
}

Result<QJsonObject> stabilityBody(const Plan &plan, const PlannedCall &call)
{
    Result<QJsonObject> body = flatBody(plan, call, ImageForm::Base64);
    if (body && plan.offer.hasMode(u"outpaint"_s)) {
        nameBorders(body.value());
    }
    const bool isEdit = !plan.request.images.isEmpty() && plan.offer.hasMode(u"text-to-image"_s);
    if (!body || !isEdit) {
        return body;
    }
    QJsonObject &fields = body.value();
    fields.remove(plan.offer.fields.value(u"aspect_ratio"_s));
    if (plan.offer.providerModel.contains("stability.sd3"_L1)) {
        fields.insert(u"mode"_s, u"image-to-image"_s);
    }
    putUsualStrength(fields, plan, usualStrength);
    return body;
}

QJsonArray pictures(const Plan &plan)
{
    QJsonArray list;
    for (const InputImage &image : plan.request.images) {
        list.append(base64(image.bytes));
    }
    return list;
}

QJsonObject words(const Plan &plan)
{
    QJsonObject params;
    if (!plan.request.prompt.isEmpty()) {
        params.insert(u"text"_s, plan.request.prompt);
    }
    if (!plan.negativePrompt.isEmpty()) {
        params.insert(u"negativeText"_s, plan.negativePrompt);
    }
    return params;
}

QJsonObject generationConfig(const Plan &plan, const PlannedCall &call)
{
    QJsonObject config {{u"numberOfImages"_s, call.n}};
    if (plan.size.pixels) {
        config.insert(u"width"_s, plan.size.pixels->width());
        config.insert(u"height"_s, plan.size.pixels->height());
    }
    if (!plan.quality.isEmpty()) {
        config.insert(u"quality"_s, plan.quality);
    }
    if (const QJsonValue guidance = plan.tuning.value("guidance"_L1); guidance.isDouble()) {
        config.insert(u"cfgScale"_s, guidance);
    }
    if (call.seed && plan.offer.supports(u"seed"_s)) {
        config.insert(u"seed"_s, *call.seed);
    }
    return config;
}

/// A task and the one object of parameters that belongs to it.
QJsonObject task(const QString &type, const QString &params, const QJsonObject &content)
{
    return {{u"taskType"_s, type}, {params, content}};
}

Result<QJsonObject> amazonTask(const Plan &plan)
{
    const QList<InputImage> &images = plan.request.images;
    if (images.isEmpty()) {
        QJsonObject params = words(plan);
        if (!plan.style.isEmpty()) {
            params.insert(u"style"_s, plan.style);
        }
        return task(u"TEXT_IMAGE"_s, u"textToImageParams"_s, params);
    }
    if (plan.request.operation == Operation::RemoveBackground) {
        return task(u"BACKGROUND_REMOVAL"_s, u"backgroundRemovalParams"_s,
                    {{u"image"_s, base64(images.first().bytes)}});
    }
    QJsonObject params = words(plan);
    if (plan.request.mask && plan.offer.supports(u"mask"_s)) {
        // Offers of a person's own file may not say it, and the other way round the rest would be painted over.
        const Result<QByteArray> mask = plannedMask(plan, MaskForm::HardBlack);
        if (!mask) {
            return mask.error();
        }
        params.insert(u"image"_s, base64(images.first().bytes));
        params.insert(u"maskImage"_s, base64(mask.value()));
        return task(u"INPAINTING"_s, u"inPaintingParams"_s, params);
    }
    params.insert(u"images"_s, pictures(plan));
    if (const QJsonValue strength = plan.tuning.value("strength"_L1); strength.isDouble()) {
        params.insert(u"similarityStrength"_s, std::max(minSimilarity, 1 - strength.toDouble()));
    }
    return task(u"IMAGE_VARIATION"_s, u"imageVariationParams"_s, params);
}

Result<QJsonObject> amazonBody(const Plan &plan, const PlannedCall &call)
{
    const Result<QJsonObject> asked = amazonTask(plan);
    if (!asked) {
        return asked.error();
    }
    QJsonObject body = plan.offer.wire.constants;
    mergeFields(body, plan.request.extra);
    mergeFields(body, *asked);
    if (asked->value("taskType"_L1) != "BACKGROUND_REMOVAL"_L1) {
        mergeFields(body, {{u"imageGenerationConfig"_s, generationConfig(plan, call)}});
    }
    return body;
}

} // namespace

Result<QJsonObject> bedrockBody(const Plan &plan, const PlannedCall &call)
{
    const bool isAmazons = plan.offer.providerModel.contains("amazon."_L1);
    return isAmazons ? amazonBody(plan, call) : stabilityBody(plan, call);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/imagenbody.h"

#include "providers/common/body.h"
#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject picture(const QByteArray &bytes)
{
    return {{u"bytesBase64Encoded"_s, base64(bytes)}, {u"mimeType"_s, QString::fromLatin1(pictureMimeType(bytes))}};
}

QJsonObject parameters(const Plan &plan, const PlannedCall &call)
{
    QJsonObject result {{u"sampleCount"_s, call.n}, {u"includeRaiReason"_s, true}};
    if (plan.size.ratio) {
        result.insert(u"aspectRatio"_s, plan.size.ratio->toString());
    }
    if (plan.size.tier && plan.offer.supports(u"resolution"_s)) {
        result.insert(u"sampleImageSize"_s, plan.offer.wire.nameOf(*plan.size.tier));
    }
    if (!plan.negativePrompt.isEmpty()) {
        result.insert(u"negativePrompt"_s, plan.negativePrompt);
    }
    if (call.seed && plan.offer.supports(u"seed"_s)) {
        result.insert(u"seed"_s, *call.seed);
        result.insert(u"addWatermark"_s, false);
    }
    if (const QJsonValue guidance = plan.tuning.value("guidance"_L1); guidance.isDouble()) {
        result.insert(u"guidanceScale"_s, guidance);
    }
    if (const QJsonValue enhanced = plan.tuning.value("prompt_enhancement"_L1); enhanced.isBool()) {
        result.insert(u"enhancePrompt"_s, enhanced);
    }
    QJsonObject output {{u"mimeType"_s, formatMimeType(plan.output.upstreamFormat)}};
    if (plan.output.upstreamCompression && plan.offer.compressible.contains(plan.output.upstreamFormat)) {
        output.insert(u"compressionQuality"_s, *plan.output.upstreamCompression);
    }
    result.insert(u"outputOptions"_s, output);
    return result;
}

QJsonObject reference(const QString &type, int id, const QByteArray &bytes)
{
    return {{u"referenceType"_s, QString("REFERENCE_TYPE_"_L1 + type)},
            {u"referenceId"_s, id},
            {u"referenceImage"_s, picture(bytes)}};
}

/// The pictures to work on, and how: into the instance and the parameters.
std::optional<Error> putPictures(const Plan &plan, QJsonObject &instance, QJsonObject &parameters)
{
    const QList<InputImage> &images = plan.request.images;
    if (plan.request.operation == Operation::Upscale) {
        const bool isFour = plan.tuning.value("scale_factor"_L1).toDouble(2) > 2;
        instance.insert(u"image"_s, picture(images.first().bytes));
        parameters = {{u"mode"_s, u"upscale"_s},
                      {u"sampleCount"_s, 1},
                      {u"upscaleConfig"_s, QJsonObject {{u"upscaleFactor"_s, isFour ? u"x4"_s : u"x2"_s}}},
                      {u"outputOptions"_s, parameters.value("outputOptions"_L1)}};
        return std::nullopt;
    }
    QJsonArray references;
    for (const InputImage &image : images) {
        references.append(reference(u"RAW"_s, static_cast<int>(references.size()) + 1, image.bytes));
    }
    parameters.insert(u"editMode"_s, u"EDIT_MODE_DEFAULT"_s);
    if (plan.request.mask && plan.offer.supports(u"mask"_s)) {
        const Result<QByteArray> mask = plannedMask(plan);
        if (!mask) {
            return mask.error();
        }
        QJsonObject entry = reference(u"MASK"_s, static_cast<int>(references.size()) + 1, mask.value());
        entry.insert(u"maskImageConfig"_s, QJsonObject {{u"maskMode"_s, u"MASK_MODE_USER_PROVIDED"_s}});
        references.append(entry);
        parameters.insert(u"editMode"_s, u"EDIT_MODE_INPAINT_INSERTION"_s);
    }
    instance.insert(u"referenceImages"_s, references);
    return std::nullopt;
}

} // namespace

Result<QJsonObject> imagenBody(const Plan &plan, const PlannedCall &call)
{
    QJsonObject instance {{u"prompt"_s, plan.request.prompt}};
    QJsonObject planned = parameters(plan, call);
    if (!plan.request.images.isEmpty()) {
        if (const std::optional<Error> fault = putPictures(plan, instance, planned)) {
            return *fault;
        }
    }
    QJsonObject all = plan.offer.wire.constants;
    mergeFields(all, plan.request.extra);
    mergeFields(all, planned);
    return QJsonObject {{u"instances"_s, QJsonArray {instance}}, {u"parameters"_s, all}};
}

} // namespace lightwell

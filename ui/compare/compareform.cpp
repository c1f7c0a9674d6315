// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareform.h"

#include "core/model/json.h"
#include "core/model/projectname.h"

namespace lightwell {

using namespace Qt::StringLiterals;

Request CompareForm::request(const QString &model, int row) const
{
    Request request;
    request.model = model;
    request.prompt = prompt.trimmed();
    request.negativePrompt = negativePrompt.trimmed();
    if (!hasMask()) {
        request.size = size;
        request.fit = size.pixels ? fit : Fit::Closest;
    }
    addReferences(request, references);
    request.format = format;
    if (takesCompression()) {
        request.compression = compression;
    }
    if (seed) {
        request.seed = *seed + row;
    }
    request.quality = quality;
    request.background = background;
    request.tuning = tuning;
    request.previews = previews;
    return request;
}

CompareForm CompareForm::of(const Request &request)
{
    CompareForm form;
    form.prompt = request.prompt;
    form.negativePrompt = request.negativePrompt;
    form.models = QStringList {request.model};
    form.size = request.size;
    form.size.automatic = false;
    form.fit = request.size.pixels ? request.fit : form.fit;
    form.seed = request.seed;
    form.format = request.format;
    form.compression = request.compression.value_or(form.compression);
    form.quality = request.quality;
    form.background = request.background;
    form.tuning = request.tuning;
    return form;
}

QJsonObject CompareForm::toJson() const
{
    QJsonObject object {
        {"prompt"_L1, prompt},
        {"negativePrompt"_L1, negativePrompt},
        {"models"_L1, QJsonArray::fromStringList(models)},
        {"pictures"_L1, pictures},
        {"compression"_L1, compression},
        {"quality"_L1, quality},
        {"background"_L1, background},
    };
    if (!project.isEmpty()) {
        object.insert("project"_L1, project);
    }
    if (!references.isEmpty()) {
        object.insert("references"_L1, referencesToJson(references));
    }
    if (tuning != Tuning()) {
        object.insert("tuning"_L1, tuning.toJson());
    }
    if (size.pixels) {
        object.insert("size"_L1, sizeToString(*size.pixels));
        object.insert("fit"_L1, fitName(fit));
    }
    if (size.ratio) {
        object.insert("ratio"_L1, size.ratio->toString());
    }
    if (size.tier) {
        object.insert("tier"_L1, tierName(*size.tier));
    }
    if (seed) {
        object.insert("seed"_L1, QString::number(*seed));
    }
    if (format) {
        object.insert("format"_L1, formatName(*format));
    }
    return object;
}

CompareForm CompareForm::fromJson(const QJsonObject &object)
{
    CompareForm form;
    form.prompt = object.value("prompt"_L1).toString();
    form.negativePrompt = object.value("negativePrompt"_L1).toString();
    form.models = json::strings(object.value("models"_L1)).mid(0, maxModels);
    form.models.removeDuplicates();
    form.references = referencesFromJson(object.value("references"_L1).toArray());
    form.size.pixels = sizeFromString(object.value("size"_L1).toString());
    form.size.ratio = AspectRatio::parse(object.value("ratio"_L1).toString());
    form.size.tier = tierFromName(object.value("tier"_L1).toString());
    if (form.size.pixels) { // else it was never chosen
        form.fit = fitFromName(object.value("fit"_L1).toString()).value_or(form.fit);
    }
    form.pictures = std::clamp(object.value("pictures"_L1).toInt(1), 1, maxPictures);
    form.compression = std::clamp(object.value("compression"_L1).toInt(85), 0, 100);
    form.quality = object.value("quality"_L1).toString();
    form.background = object.value("background"_L1).toString();
    form.project = object.value("project"_L1).toString();
    if (!isProjectName(form.project)) {
        form.project.clear();
    }
    form.tuning = Tuning::fromJson(object.value("tuning"_L1).toObject());
    bool isNumber = false;
    const qint64 seed = object.value("seed"_L1).toString().toLongLong(&isNumber);
    if (isNumber) {
        form.seed = seed;
    }
    form.format = formatFromName(object.value("format"_L1).toString());
    return form;
}

} // namespace lightwell

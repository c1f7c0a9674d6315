// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/recipe.h"

#include "core/media/codec.h"
#include "core/media/metadata/filetexts.h"
#include "core/media/metadata/labels.h"
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/recipefiles.h"
#include "core/model/json.h"
#include "core/model/jsontext.h"
#include "core/model/utctime.h"

using namespace Qt::StringLiterals;

namespace lightwell {

QByteArray Recipe::toJson() const
{
    JsonText json;
    json.beginObject();
    if (cost.isKnown()) {
        json.put("cost_micros"_L1, cost.micros());
    }
    json.putIfSet("created_at"_L1, QString::fromLatin1(utctime::toIsoWithMs(createdAt)));
    if (isEdit) {
        json.put("edit"_L1, true);
    }
    if (size.isValid()) {
        json.put("height"_L1, size.height());
    }
    json.put("lightwell"_L1, version);
    json.putIfSet("model"_L1, model);
    json.putIfSet("negative_prompt"_L1, negativePrompt);
    json.putIfSet("prompt"_L1, prompt);
    json.putIfSet("provider"_L1, provider);
    json.putIfSet("provider_model"_L1, providerModel);
    json.putIfSet("seed"_L1, seed);
    if (const QJsonObject said = tuning.toJson(); !said.isEmpty()) {
        json.put("tuning"_L1, QJsonValue(said));
    }
    if (size.isValid()) {
        json.put("width"_L1, size.width());
    }
    json.endObject();
    return json.text();
}

std::optional<Recipe> Recipe::fromJson(const QJsonObject &object)
{
    if (!object.contains("lightwell"_L1)) {
        return std::nullopt; // some other program's JSON
    }
    Recipe recipe;
    recipe.prompt = object.value("prompt"_L1).toString();
    recipe.negativePrompt = object.value("negative_prompt"_L1).toString();
    recipe.model = object.value("model"_L1).toString();
    recipe.provider = object.value("provider"_L1).toString();
    recipe.providerModel = object.value("provider_model"_L1).toString();
    if (object.value("seed"_L1).isDouble()) {
        recipe.seed = object.value("seed"_L1).toInteger();
    }
    recipe.tuning = Tuning::fromJson(object.value("tuning"_L1).toObject());
    recipe.isEdit = object.value("edit"_L1).toBool();
    if (object.contains("width"_L1)) {
        recipe.size = QSize(object.value("width"_L1).toInt(), object.value("height"_L1).toInt());
    }
    recipe.cost = Money::fromJson(object.value("cost_micros"_L1));
    recipe.createdAt = json::toTime(object.value("created_at"_L1));
    recipe.version = object.value("lightwell"_L1).toString();
    return recipe;
}

bool formatCarriesRecipe(ImageFormat format)
{
    return format != ImageFormat::Svg;
}

Result<QByteArray> embedRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe)
{
    if (!formatCarriesRecipe(format)) {
        return bytes;
    }
    const metadata::FileTexts texts = metadata::fileTexts(bytes, format);
    if (!texts.credentials.isEmpty()) {
        return bytes;
    }
    return metadata::withRecipe(bytes, format, recipe, {texts.orientation, metadata::labelsIn(texts).aigc});
}

std::optional<Recipe> readRecipe(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    return format ? metadata::ownRecipe(metadata::fileTexts(bytes, *format)) : std::nullopt;
}

bool hasCredentials(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    return format && !metadata::fileTexts(bytes, *format).credentials.isEmpty();
}

AiLabels readLabels(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    return format ? metadata::labelsIn(metadata::fileTexts(bytes, *format)) : AiLabels();
}

QByteArray withLabels(const QByteArray &bytes, const AiLabels &labels, const QDateTime &createdAt)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    const AiLabels kept {.digitalSourceType = labels.digitalSourceType, .aigc = labels.aigc};
    if (!format || (kept.isEmpty() && !createdAt.isValid())) {
        return bytes;
    }
    const Result<QByteArray> labelled = metadata::withXmp(bytes, *format, metadata::labelPacket(kept, createdAt));
    return labelled ? *labelled : bytes;
}

} // namespace lightwell

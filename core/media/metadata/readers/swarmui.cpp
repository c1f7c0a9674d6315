// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// {"sui_image_params": {prompt, negativeprompt, model, seed, steps, cfgscale, …}, "sui_extra_data", "sui_models"};
// numbers may be texts.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

/// Two lists side by side, each of which may be a text with commas.
QStringList listOf(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().split(u',', Qt::SkipEmptyParts);
    }
    QStringList list;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        list.append(wordOf(entry));
    }
    return list;
}

} // namespace

Found swarmUi(const QJsonObject &settings)
{
    if (!settings.contains("sui_image_params"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"SwarmUI"_s;
    SettingsTaker taker(objectOf(settings.value("sui_image_params"_L1)), recipe);
    recipe.version = taker.word({"swarm_version"_L1});
    taker.takePrompt({"prompt"_L1});
    taker.takeNegative({"negativeprompt"_L1});
    taker.takeModel({"model"_L1});
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"sampler"_L1, "comfyuisampler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"cfgscale"_L1});
    taker.takeSize();
    const QStringList loras = listOf(taker.take({"loras"_L1}));
    const QStringList weights = listOf(taker.take({"loraweights"_L1}));
    for (qsizetype i = 0; i < loras.size(); ++i) {
        taker.takeLora(loras.at(i).trimmed(), weights.value(i).trimmed());
    }
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Flat JSON; LoRAs are paths on somebody's disk.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

Found mflux(const QJsonObject &settings)
{
    if (!settings.contains("mflux_version"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"mflux"_s;
    SettingsTaker taker(settings, recipe);
    recipe.version = taker.word({"mflux_version"_L1});
    taker.takePrompt({"prompt"_L1});
    taker.takeNegative({"negative_prompt"_L1});
    taker.takeModel({"model"_L1});
    taker.takeSeed({"seed"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"guidance"_L1});
    taker.takeSize();
    const QJsonArray loras = taker.take({"lora_paths"_L1}).toArray();
    const QJsonArray weights = taker.take({"lora_scales"_L1}).toArray();
    for (qsizetype i = 0; i < loras.size(); ++i) {
        taker.takeLora(loras.at(i).toString(), weights.at(i));
    }
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

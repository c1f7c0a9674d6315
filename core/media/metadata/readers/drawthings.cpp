// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Short names: c is the prompt, uc what is not wanted.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

Found drawThings(const QJsonObject &settings)
{
    if (!settings.contains("c"_L1) || !settings.contains("uc"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"Draw Things"_s;
    SettingsTaker taker(settings, recipe);
    taker.takePrompt({"c"_L1});
    taker.takeNegative({"uc"_L1});
    taker.takeModel({"model"_L1});
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"sampler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"scale"_L1});
    taker.takeTuning("strength"_L1, {"strength"_L1});
    recipe.size = sizeOf(taker.word({"size"_L1}));
    const QJsonArray loras = taker.take({"lora"_L1}).toArray();
    for (const QJsonValue lora : loras) {
        taker.takeLora(wordOf(firstOf(lora.toObject(), {"model"_L1, "file"_L1})), lora.toObject().value("weight"_L1));
    }
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

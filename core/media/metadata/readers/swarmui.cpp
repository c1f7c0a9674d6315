// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// {"sui_image_params": {prompt, negativeprompt, model, seed, steps, cfgscale, …}, "sui_extra_data", "sui_models"};
// numbers may be texts.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

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
    taker.takeLoras({"loras"_L1}, {"loraweights"_L1});
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

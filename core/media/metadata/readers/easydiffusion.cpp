// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One text a setting, under names for programs or for people; or the same as one object.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

Found easyDiffusion(const QJsonObject &settings)
{
    if (!settings.contains("num_inference_steps"_L1) && !settings.contains("Negative Prompt"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"Easy Diffusion"_s;
    SettingsTaker taker(settings, recipe);
    taker.takePrompt({"prompt"_L1, "Prompt"_L1});
    taker.takeNegative({"negative_prompt"_L1, "Negative Prompt"_L1});
    taker.takeModel({"use_stable_diffusion_model"_L1, "Stable Diffusion model"_L1, "Stable Diffusion Model"_L1});
    taker.takeSeed({"seed"_L1, "Seed"_L1});
    taker.takeSampler({"sampler_name"_L1, "Sampler"_L1});
    taker.takeTuning("steps"_L1, {"num_inference_steps"_L1, "Steps"_L1});
    taker.takeTuning("guidance"_L1, {"guidance_scale"_L1, "Guidance Scale"_L1});
    taker.takeTuning("strength"_L1, {"prompt_strength"_L1, "Prompt Strength"_L1});
    recipe.size = sizeOf(taker.take({"width"_L1, "Width"_L1}), taker.take({"height"_L1, "Height"_L1}));
    taker.takeLoras({"use_lora_model"_L1, "LoRA model"_L1}, {"lora_alpha"_L1, "LoRA Strength"_L1});
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Its own scheme: flat JSON. The other one that it writes is AUTOMATIC1111's.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

/// "name : 0.5", under lora_combined_1 and so on; or a list of [name, weight, hash]. Its own files have both, which say
/// the same.
void takeLoras(SettingsTaker &taker)
{
    constexpr int most = 10;
    bool areCombined = false;
    for (int i = 1; i <= most; ++i) {
        const QByteArray key = "lora_combined_" + QByteArray::number(i);
        const QString lora = taker.word({QLatin1StringView(key)});
        taker.takeLora(lora.section(u" : "_s, 0, -2), lora.section(u" : "_s, -1));
        areCombined = areCombined || !lora.isEmpty();
    }
    const QJsonArray list = taker.take({"loras"_L1}).toArray();
    if (areCombined) {
        return;
    }
    for (const QJsonValue entry : list) {
        taker.takeLora(entry.toArray().at(0).toString(), entry.toArray().at(1));
    }
}

} // namespace

Found fooocus(const QJsonObject &settings)
{
    if (!settings.contains("fooocus_scheme"_L1) && !settings.contains("base_model"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"Fooocus"_s;
    SettingsTaker taker(settings, recipe);
    recipe.version = taker.word({"version"_L1});
    if (recipe.version.startsWith("Fooocus "_L1)) {
        recipe.version = recipe.version.section(u' ', 1);
    }
    taker.takePrompt({"prompt"_L1});
    taker.takeNegative({"negative_prompt"_L1});
    taker.takeModel({"base_model"_L1});
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"sampler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"guidance_scale"_L1});
    recipe.size = sizeOf(taker.word({"resolution"_L1}));
    takeLoras(taker);
    taker.keepRest();
    return recipe;
}

} // namespace lightwell::metadata::readers

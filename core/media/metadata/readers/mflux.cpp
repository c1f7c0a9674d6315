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

Found mfluxXmp(const XmpFields &xmp)
{
    const auto own = [&xmp](QLatin1StringView name) { return xmp.value(xmpns::mflux, name); };
    if (own("seed"_L1).isEmpty() && own("model"_L1).isEmpty()) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"mflux"_s;
    if (const QString tool = xmp.value(xmpns::xmp, "CreatorTool"_L1); tool.startsWith("MFLUX "_L1)) {
        const QString version = tool.section(u' ', 1);
        recipe.version = version == "unknown"_L1 ? QString() : version;
    }
    recipe.prompt = xmp.value(xmpns::dc, "description"_L1);
    recipe.model = lastPart(own("model"_L1));
    recipe.seed = seedOf(own("seed"_L1));
    (void)recipe.tuning.read(u"steps"_s, own("steps"_L1));
    (void)recipe.tuning.read(u"guidance"_s, own("guidance"_L1));
    const QStringList loras = listOf(own("loras"_L1)); // "ink.safetensors:0.8"
    for (const QString &lora : loras) {
        addLora(recipe, lora.section(u':', 0, -2), lora.section(u':', -1));
    }
    QStringList raw;
    for (const QLatin1StringView name : {"seed"_L1, "steps"_L1, "guidance"_L1, "model"_L1, "loras"_L1}) {
        raw.append(name + u": "_s + own(name));
    }
    recipe.raw = recipe.prompt + u'\n' + raw.join(u", "_s);
    return recipe;
}

} // namespace lightwell::metadata::readers

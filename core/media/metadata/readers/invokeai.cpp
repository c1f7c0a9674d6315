// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Three generations: "invokeai_metadata" (flat), "sd-metadata" (an object "image" in it), "Dream" (a command line).
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

constexpr QLatin1StringView program("InvokeAI");

/// Of an object that describes it, or the name alone.
QString modelName(const QJsonValue &model)
{
    const QJsonObject object = model.toObject();
    return object.isEmpty() ? wordOf(model) : wordOf(firstOf(object, {"name"_L1, "model_name"_L1, "key"_L1}));
}

/// "cat [dog]": what stands in brackets is not wanted.
void splitPrompt(ClaimedRecipe &recipe, const QString &whole)
{
    static const QRegularExpression unwanted(u"\\[([^\\[\\]]*)\\]"_s);
    QStringList negative;
    auto matches = unwanted.globalMatch(whole);
    while (matches.hasNext()) {
        negative.append(matches.next().captured(1).trimmed());
    }
    recipe.prompt = QString(whole).remove(unwanted).simplified();
    recipe.negativePrompt = negative.join(u", "_s);
}

ClaimedRecipe ofSecond(const QJsonObject &metadata)
{
    ClaimedRecipe recipe;
    recipe.program = program;
    recipe.version = wordOf(metadata.value("app_version"_L1));
    recipe.model = lastPart(wordOf(metadata.value("model_weights"_L1)));
    SettingsTaker taker(metadata.value("image"_L1).toObject(), recipe);
    const QJsonValue prompt = taker.take({"prompt"_L1}); // a text, or a list of weighted ones
    splitPrompt(recipe,
                prompt.isArray() ? wordOf(prompt.toArray().at(0).toObject().value("prompt"_L1)) : wordOf(prompt));
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"sampler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"cfg_scale"_L1});
    taker.takeTuning("strength"_L1, {"strength"_L1});
    taker.takeSize();
    taker.keepRest();
    return recipe;
}

} // namespace

Found invokeAi(const QJsonObject &metadata)
{
    if (metadata.value("image"_L1).isObject() && metadata.contains("model_weights"_L1)) {
        return ofSecond(metadata);
    }
    ClaimedRecipe recipe;
    recipe.program = program;
    SettingsTaker taker(metadata, recipe);
    recipe.version = taker.word({"app_version"_L1});
    taker.takePrompt({"positive_prompt"_L1});
    taker.takeNegative({"negative_prompt"_L1});
    recipe.model = lastPart(modelName(taker.take({"model"_L1})));
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"scheduler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"cfg_scale"_L1, "guidance"_L1});
    taker.takeTuning("strength"_L1, {"strength"_L1});
    taker.takeSize();
    const QJsonArray loras = taker.take({"loras"_L1}).toArray();
    for (const QJsonValue lora : loras) {
        taker.takeLora(modelName(firstOf(lora.toObject(), {"model"_L1, "lora"_L1})),
                       lora.toObject().value("weight"_L1));
    }
    taker.keepRest();
    return recipe;
}

Found invokeAiDream(const QString &command)
{
    static const QRegularExpression form(u"^\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(.*)$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression option(u"-([sSWHCfA])\\s*([^\\s-]\\S*)"_s);
    const QRegularExpressionMatch match = form.match(command);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = program;
    splitPrompt(recipe, match.captured(1));
    QHash<QString, QString> options;
    auto matches = option.globalMatch(match.captured(2).left(10'000));
    while (matches.hasNext()) {
        const QRegularExpressionMatch found = matches.next();
        options.insert(found.captured(1), found.captured(2));
    }
    recipe.seed = seedOf(options.value(u"S"_s));
    recipe.sampler = options.value(u"A"_s);
    recipe.size = sizeOf(options.value(u"W"_s) + u'x' + options.value(u"H"_s));
    (void)recipe.tuning.read(u"steps"_s, options.value(u"s"_s));
    (void)recipe.tuning.read(u"guidance"_s, options.value(u"C"_s));
    (void)recipe.tuning.read(u"strength"_s, options.value(u"f"_s));
    return recipe;
}

} // namespace lightwell::metadata::readers

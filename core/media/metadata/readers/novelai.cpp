// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of its text "Comment". From version 4 on the prompt has parts, one a character.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

/// The whole picture's words, then each character's, a line each.
QString captionsOf(const QJsonValue &prompt)
{
    const QJsonObject caption = prompt.toObject().value("caption"_L1).toObject();
    QStringList lines {caption.value("base_caption"_L1).toString()};
    const QJsonArray characters = caption.value("char_captions"_L1).toArray();
    for (const QJsonValue character : characters) {
        lines.append(character.toObject().value("char_caption"_L1).toString());
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

Found novelAi(const QJsonObject &comment)
{
    if (!comment.contains("uc"_L1) && !comment.contains("v4_prompt"_L1)) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"NovelAI"_s;
    SettingsTaker taker(comment, recipe);
    taker.takePrompt({"prompt"_L1});
    taker.takeNegative({"uc"_L1});
    if (const QString captions = captionsOf(taker.take({"v4_prompt"_L1})); !captions.isEmpty()) {
        recipe.prompt = captions;
    }
    if (const QString captions = captionsOf(taker.take({"v4_negative_prompt"_L1})); !captions.isEmpty()) {
        recipe.negativePrompt = captions;
    }
    taker.takeSeed({"seed"_L1});
    taker.takeSampler({"sampler"_L1});
    taker.takeTuning("steps"_L1, {"steps"_L1});
    taker.takeTuning("guidance"_L1, {"scale"_L1});
    taker.takeTuning("strength"_L1, {"strength"_L1});
    taker.takeSize();
    (void)taker.take({"signed_hash"_L1});
    taker.keepRest();
    return recipe;
}

Found novelAi(const QString &comment, const QString &description, const QString &source)
{
    Found found = novelAi(settingsObject(comment).value_or(QJsonObject()));
    if (!found) {
        found = ClaimedRecipe();
        found->program = u"NovelAI"_s;
    }
    if (found->prompt.isEmpty()) {
        found->prompt = description;
    }
    found->model = source;
    found->raw = comment;
    return found;
}

} // namespace lightwell::metadata::readers

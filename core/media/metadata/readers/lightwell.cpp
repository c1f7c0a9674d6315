// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lightwell's own, of today (a text of PNG, XMP) and of versions up to 0.1.0 (EXIF's UserComment, GIF's comment).
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/recipetext.h"

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

constexpr QLatin1StringView gifPrefix("Lightwell {");

std::optional<Recipe> recipeFrom(const XmpFields &xmp)
{
    if (const QString text = xmp.value(xmpns::lightwell, "Recipe"_L1); !text.isEmpty()) {
        return recipeFromText(text.toUtf8());
    }
    const QString packed = xmp.value(xmpns::lightwell, "PackedRecipe"_L1);
    return packed.isEmpty() ? std::nullopt : recipeFromPackedText(packed.toLatin1());
}

} // namespace

std::optional<Recipe> ownRecipe(const FileTexts &texts)
{
    std::optional<Recipe> recipe = recipeFromText(texts.png.text("Lightwell"_L1).toUtf8());
    for (qsizetype i = 0; i < texts.xmp.size() && !recipe; ++i) {
        recipe = recipeFrom(texts.xmp.at(i));
    }
    if (!recipe) {
        recipe = recipeFromText(texts.exif.comment.toUtf8());
    }
    for (qsizetype i = texts.comments.size(); i > 0 && !recipe; --i) {
        const QString &comment = texts.comments.at(i - 1);
        if (comment.startsWith(gifPrefix)) {
            recipe = recipeFromText(comment.sliced(gifPrefix.size() - 1).toUtf8());
        }
    }
    return recipe;
}

} // namespace lightwell::metadata

namespace lightwell::metadata::readers {

Found ofLightwell(const Recipe &recipe)
{
    ClaimedRecipe claimed;
    claimed.program = u"Lightwell"_s;
    claimed.version = recipe.version;
    claimed.prompt = recipe.prompt;
    claimed.negativePrompt = recipe.negativePrompt;
    claimed.model = recipe.model;
    claimed.seed = recipe.seed ? QString::number(*recipe.seed) : QString();
    claimed.size = recipe.size;
    claimed.sampler = recipe.tuning.scheduler;
    claimed.tuning = recipe.tuning;
    const auto add = [&claimed](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            claimed.settings.append({name, value});
        }
    };
    add(u"provider"_s, recipe.provider);
    add(u"provider_model"_s, recipe.providerModel);
    claimed.raw = QString::fromLatin1(recipeText(recipe));
    return claimed;
}

} // namespace lightwell::metadata::readers

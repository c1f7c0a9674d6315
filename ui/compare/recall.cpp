// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/recall.h"

#include "core/catalog/catalog.h"
#include "core/media/claims.h"
#include "core/model/requestlimits.h"
#include "ui/compare/comparerun.h"
#include "ui/compare/modelchoice.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// However it is called there: "flux.2-pro", "fal/flux-2-pro". Empty: nobody here has it.
QString slugOf(const QString &name, const Catalog &catalog)
{
    if (name.isEmpty() || isOwnServerModel(name)) {
        return name;
    }
    if (catalog.find(name)) {
        return catalog.find(name)->slug;
    }
    const Result<Resolution> found = catalog.resolve(name);
    return found && catalog.find(found->model.slug) ? found->model.slug : QString();
}

/// Programs have seeds beyond what vendors take.
std::optional<qint64> seedIn(const QString &digits)
{
    bool isNumber = false;
    const qint64 seed = digits.toLongLong(&isNumber);
    return isNumber && seed >= 0 && seed <= requestlimits::seed ? std::optional(seed) : std::nullopt;
}

/// Words of one vendor alone are no choice of the form.
QString common(const QString &word, const QStringList &words)
{
    return words.contains(word) ? word : QString();
}

} // namespace

FormRecipe recipeOf(const Request &request, std::optional<qint64> seed)
{
    FormRecipe recipe;
    recipe.prompt = request.prompt;
    recipe.negativePrompt = request.negativePrompt;
    recipe.model = request.model;
    recipe.seed = seed;
    recipe.size = request.size;
    recipe.size->automatic = false;
    if (request.size.pixels && request.fit != Fit::Closest) {
        recipe.fit = request.fit;
    }
    recipe.quality = common(request.quality, {u"low"_s, u"medium"_s, u"high"_s});
    recipe.background = common(request.background, {u"opaque"_s, u"transparent"_s});
    recipe.tuning = request.tuning;
    recipe.hadPictures = request.operation != Operation::Create || !request.images.isEmpty();
    recipe.output = {std::clamp(request.n, 1, CompareForm::maxPictures),
                     request.format == ImageFormat::Svg ? std::nullopt : request.format, request.compression};
    return recipe;
}

FormRecipe recipeOf(const CompareCell &cell)
{
    FormRecipe recipe = recipeOf(cell.request, seedOf(cell));
    recipe.model = cell.model;
    return recipe;
}

std::optional<FormRecipe> recipeOf(const PictureClaims &claims)
{
    if (!claims.recipe) {
        return std::nullopt;
    }
    const ClaimedRecipe &told = *claims.recipe;
    FormRecipe recipe;
    recipe.prompt = told.prompt;
    recipe.negativePrompt = told.negativePrompt;
    recipe.model = claims.own ? claims.own->model : told.model;
    recipe.seed = claims.own ? claims.own->seed : seedIn(told.seed);
    recipe.tuning = claims.own ? claims.own->tuning : told.tuning;
    if (!told.size.isEmpty()) {
        recipe.size.emplace();
        recipe.size->pixels = told.size;
        recipe.fit = Fit::Crop;
    }
    return recipe;
}

bool canRecallAll(const CompareCell &cell)
{
    return !cell.isLost && cell.request.operation == Operation::Create && cell.request.images.isEmpty();
}

std::optional<qint64> seedOf(const CompareCell &cell)
{
    const Picture *picture = cell.picture();
    return picture && picture->seed ? picture->seed : cell.request.seed;
}

Recalled recalled(const CompareForm &before, const FormRecipe &recipe, Recall what, const Catalog &catalog)
{
    Recalled all {before, {}};
    CompareForm &form = all.form;
    if (what == Recall::Seed) {
        form.seed = recipe.seed;
        return all;
    }
    form.prompt = recipe.prompt;
    form.negativePrompt = recipe.negativePrompt;
    if (what == Recall::Prompt) {
        return all;
    }
    if (const QString slug = slugOf(recipe.model, catalog); slug.isEmpty()) {
        all.unknownModel = recipe.model;
    } else {
        form.models = QStringList {slug};
    }
    form.size = recipe.size.value_or(form.size);
    form.fit = recipe.fit.value_or(form.fit);
    form.quality = recipe.quality;
    form.background = recipe.background;
    form.tuning = recipe.tuning;
    form.seed = what == Recall::All ? recipe.seed : std::nullopt;
    if (recipe.hadPictures == false) {
        form.references.clear();
    }
    if (recipe.output) {
        form.pictures = recipe.output->pictures;
        form.format = recipe.output->format;
        form.compression = recipe.output->compression.value_or(form.compression);
    }
    return all;
}

} // namespace lightwell

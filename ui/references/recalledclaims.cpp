// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/recalledclaims.h"

#include "core/catalog/catalog.h"
#include "core/model/requestlimits.h"

namespace lightwell {

namespace {

/// Empty: nobody here has it.
QString slugOf(const QString &name, const Catalog &catalog)
{
    if (name.isEmpty()) {
        return {};
    }
    if (catalog.find(name)) {
        return catalog.find(name)->slug;
    }
    const Result<Resolution> found = catalog.resolve(name);
    return found && catalog.find(found->model.slug) ? found->model.slug : QString();
}

/// Programs have seeds beyond what vendors take.
std::optional<qint64> seedOf(const QString &digits)
{
    bool isNumber = false;
    const qint64 seed = digits.toLongLong(&isNumber);
    return isNumber && seed >= 0 && seed <= requestlimits::seed ? std::optional(seed) : std::nullopt;
}

} // namespace

Recalled recalled(const CompareForm &before, const PictureClaims &claims, const Catalog &catalog)
{
    Recalled all {before, {}};
    if (!claims.recipe) {
        return all;
    }
    const ClaimedRecipe &recipe = *claims.recipe;
    CompareForm &form = all.form;
    form.prompt = recipe.prompt;
    form.negativePrompt = recipe.negativePrompt;
    form.seed = claims.own ? claims.own->seed : seedOf(recipe.seed);
    form.tuning = claims.own ? claims.own->tuning : recipe.tuning;
    form.quality.clear();
    form.background.clear();
    if (!recipe.size.isEmpty()) {
        form.size = {};
        form.size.pixels = recipe.size;
        form.fit = Fit::Crop;
    }
    const QString name = claims.own ? claims.own->model : recipe.model;
    const QString slug = slugOf(name, catalog);
    if (slug.isEmpty()) {
        all.unknownModel = name;
    } else {
        form.models = {slug};
    }
    return all;
}

} // namespace lightwell

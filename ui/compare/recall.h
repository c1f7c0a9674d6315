// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compareform.h"

namespace lightwell {

class Catalog;
struct CompareCell;
struct PictureClaims;

/// What of a picture's recipe is to be filled into the form.
enum class Recall {
    All, ///< so that it can be made again, or with one change
    Prompt,
    Seed,
    AllButSeed, ///< so that another one like it can be made
};

/// How a picture was made, as far as whoever tells it knows and the form can hold it.
struct FormRecipe
{
    QString prompt;
    QString negativePrompt; ///< what is not wanted is part of the prompt
    QString model; ///< by whatever name; empty: nobody knows
    std::optional<qint64> seed; ///< nothing: none, or nobody knows
    std::optional<SizeRequest> size; ///< nothing: nobody knows
    std::optional<Fit> fit; ///< nothing: any
    QString quality;
    QString background;
    Tuning tuning;
    std::optional<bool> hadPictures; ///< whether some went in; nothing: nobody knows
    /// What only a request tells; nothing: nobody knows.
    struct Output
    {
        int pictures = 1;
        std::optional<ImageFormat> format; ///< nothing: as the vendor makes it
        std::optional<int> compression;
    };
    std::optional<Output> output;
};

/// What was asked; `seed`: of the picture, where it has its own.
[[nodiscard]] FormRecipe recipeOf(const Request &request, std::optional<qint64> seed);
/// Of whichever provider made it.
[[nodiscard]] FormRecipe recipeOf(const CompareCell &cell);
/// What a picture's file claims; nothing: it has no recipe.
[[nodiscard]] std::optional<FormRecipe> recipeOf(const PictureClaims &claims);

/// Whether the form can say all of it: what was made of a picture has more to it than words.
[[nodiscard]] bool canRecallAll(const CompareCell &cell);
/// The seed it was made with; nothing: none, or nobody knows.
[[nodiscard]] std::optional<qint64> seedOf(const CompareCell &cell);

struct Recalled
{
    CompareForm form;
    QString unknownModel; ///< as the recipe names it, where no model here is meant by that; empty: it is in the form
};

/// The form with that of the recipe. Its project and its previews stay, which are no part of a recipe; so do a size,
/// the number and format of files, and reference pictures, where nobody knows better, and the models, where none that
/// is known here is named: without any nothing can be made. All else that nobody knows is empty or as usual in it.
[[nodiscard]] Recalled recalled(const CompareForm &before, const FormRecipe &recipe, Recall what,
                                const Catalog &catalog);

} // namespace lightwell

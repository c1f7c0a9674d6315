// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"

namespace lightwell {

/// What of a picture's recipe is to be filled into the form.
enum class Recall {
    All, ///< so that it can be made again, or with one change
    Prompt,
    Seed,
    AllButSeed, ///< so that another one like it can be made
};

/// Whether the form can say all of it: what was made of a picture has more to it than words.
[[nodiscard]] bool canRecallAll(const CompareCell &cell);
/// The seed it was made with; nothing: none, or nobody knows.
[[nodiscard]] std::optional<qint64> seedOf(const CompareCell &cell);
/// `form` with that. Its project and its previews stay, which are no part of a recipe.
[[nodiscard]] CompareForm recalled(const CompareForm &form, const CompareCell &cell, Recall what);

} // namespace lightwell

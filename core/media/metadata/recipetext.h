// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/recipe.h"

/// A recipe as text for the places inside a picture that hold text.
namespace lightwell::metadata {

/// Compact JSON in plain ASCII, so that no reader's idea of a character set can spoil it.
[[nodiscard]] QByteArray recipeText(const Recipe &recipe);
[[nodiscard]] std::optional<Recipe> recipeFromText(const QByteArray &text);
/// The same for long recipes: deflated, in base64.
[[nodiscard]] QByteArray packedRecipeText(const Recipe &recipe);
[[nodiscard]] std::optional<Recipe> recipeFromPackedText(const QByteArray &text);
/// The lines of AUTOMATIC1111's web UI, which most programs read: prompt, negative prompt (always, if empty), and
/// at least three settings, without which its readers would take the last line for the prompt.
[[nodiscard]] QString parametersText(const Recipe &recipe);
/// The recipe with its prompts cut to 4,000 characters.
[[nodiscard]] Recipe shortened(const Recipe &recipe);
[[nodiscard]] QString creatorTool(const Recipe &recipe); ///< "Lightwell 0.1.0"

} // namespace lightwell::metadata

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/keptrecipe.h"

#include "core/library/library.h"

#include <QFileInfo>

namespace lightwell {

std::optional<Recipe> keptRecipe(Library &library, const QString &file)
{
    const QString picture = QFileInfo(file).completeBaseName();
    const Result<std::optional<Recipe>> recipe = library.recipe(picture).result();
    return recipe ? *recipe : std::nullopt;
}

} // namespace lightwell

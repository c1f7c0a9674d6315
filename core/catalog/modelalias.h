// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

namespace lightwell {

class Catalog;

/// A further name that the user gives a model, for programs that ask for names of their own: "dall-e-3" for
/// "gpt-image-2", or for "openai/gpt-image-2" where it is to be that provider alone.
struct ModelAlias
{
    QString name;
    QString model; ///< any name that Catalog::resolve() knows, but no alias
    QString place; ///< where it is written, to tell what is wrong with it: "line 7: aliases.dall-e-3"

    friend bool operator==(const ModelAlias &, const ModelAlias &) = default;
};

[[nodiscard]] QStringList namesOf(const QList<ModelAlias> &aliases);

/// A model under one of these names, with the offers that are meant.
struct AliasedModel
{
    QString name;
    Model model;
};
/// For whoever lists models: programs show only names they know. Those that lead nowhere are left out.
[[nodiscard]] QList<AliasedModel> aliasedModels(const Catalog &catalog);

} // namespace lightwell

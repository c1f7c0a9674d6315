// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelalias.h"

#include "core/catalog/catalog.h"

namespace lightwell {

QStringList namesOf(const QList<ModelAlias> &aliases)
{
    QStringList names;
    for (const ModelAlias &alias : aliases) {
        names.append(alias.name);
    }
    return names;
}

QList<AliasedModel> aliasedModels(const Catalog &catalog)
{
    QList<AliasedModel> models;
    const QList<ModelAlias> aliases = catalog.metAliases();
    for (const ModelAlias &alias : aliases) {
        if (const Result<Resolution> found = catalog.resolve(alias.name)) {
            models.append({alias.name, found->model});
            models.last().model.offers = found->offers;
        }
    }
    return models;
}

} // namespace lightwell

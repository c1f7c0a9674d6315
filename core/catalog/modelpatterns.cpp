// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelpatterns.h"

#include "core/catalog/catalog.h"
#include "core/model/glob.h"

#include <algorithm>

namespace lightwell {

namespace {

/// What is matched: never what somebody calls the model, where the catalog knows better, since an alias could be made
/// to fit.
QStringList namesOf(const QString &model, const Catalog &catalog)
{
    const Result<Resolution> known = catalog.resolve(model);
    if (!known) {
        return {model}; // nobody serves it
    }
    const QString &id = known->model.slug;
    QStringList names {id};
    if (known->forcedProvider && !known->offers.isEmpty()) {
        names.append(known->offers.constFirst().provider + u'/' + id);
    }
    return names;
}

/// Whether a name on the list is the user's or the catalog's other name for a model, which then is meant, and nothing
/// else: a person may know a model by that alone.
bool isAliasOf(const QStringList &names, const QString &pattern, const Catalog &catalog)
{
    if (const Model *model = catalog.find(names.constFirst());
        model && model->aliases.contains(pattern, Qt::CaseInsensitive)) {
        return true;
    }
    const QList<ModelAlias> &own = catalog.aliases();
    const bool isAlias = std::any_of(own.begin(), own.end(), [&pattern](const ModelAlias &alias) {
        return alias.name.compare(pattern, Qt::CaseInsensitive) == 0;
    });
    if (!isAlias) {
        return false;
    }
    const QStringList meant = namesOf(pattern, catalog); // the narrowest of them comes last
    return names.contains(meant.constLast(), Qt::CaseInsensitive);
}

} // namespace

bool isModelAmong(const QStringList &patterns, const QString &model, const Catalog &catalog)
{
    if (patterns.isEmpty()) {
        return true;
    }
    const QStringList names = namesOf(model, catalog);
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        const bool isMatched = std::any_of(names.begin(), names.end(),
                                           [&pattern](const QString &name) { return matchesGlob(pattern, name); });
        return isMatched || isAliasOf(names, pattern, catalog);
    });
}

} // namespace lightwell

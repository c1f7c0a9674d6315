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

} // namespace

bool isModelAmong(const QStringList &patterns, const QString &model, const Catalog &catalog)
{
    if (patterns.isEmpty()) {
        return true;
    }
    const QStringList names = namesOf(model, catalog);
    return std::any_of(patterns.begin(), patterns.end(), [&names](const QString &pattern) {
        return std::any_of(names.begin(), names.end(),
                           [&pattern](const QString &name) { return matchesGlob(pattern, name); });
    });
}

} // namespace lightwell

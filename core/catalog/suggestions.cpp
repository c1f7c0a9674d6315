// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/suggestions.h"

#include "core/catalog/namereasons.h"
#include "core/model/similarnames.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int most = 3;

/// Families that are gone, by how their names begin, and those that took their place.
constexpr std::pair<const char *, const char *> successors[] = {{"dall-e", "gpt-image"}};

QStringList namesOf(const QList<Model> &models)
{
    QStringList names;
    for (const Model &model : models) {
        names.append(model.slug);
        names.append(model.aliases);
    }
    return names;
}

} // namespace

QStringList modelsLike(const QList<Model> &models, const QString &name)
{
    const QString bare = name.section(u'/', -1);
    for (const auto &[gone, family] : successors) {
        if (!bare.startsWith(QLatin1StringView(gone), Qt::CaseInsensitive)) {
            continue;
        }
        QStringList names;
        for (const Model &model : models) {
            if (model.slug.startsWith(QLatin1StringView(family)) && names.size() < most) {
                names.append(model.slug);
            }
        }
        return names;
    }
    return similarNames(bare, namesOf(models), most);
}

Error withSuggestions(const Error &error, const Catalog &catalog, const QString &name)
{
    const QString bare = name.section(u'/', -1);
    if (error.kind != ErrorKind::NotFound || catalog.find(bare)) {
        return error;
    }
    const QStringList near = modelsLike(catalog.models(), bare);
    Error told = error;
    if (!near.isEmpty()) {
        told.setReason(reasons::modelNotFoundNear(name, near));
    }
    return told;
}

} // namespace lightwell

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

QStringList namesOf(const QList<Model> &models, bool withProviders)
{
    QStringList names;
    for (const Model &model : models) {
        names.append(model.slug);
        names.append(model.aliases);
        for (const Offer &offer : withProviders ? model.offers : QList<Offer>()) {
            names.append(offer.provider + u'/' + model.slug);
            names.append(offer.providerModel);
        }
    }
    return names;
}

bool isRetired(const Model &model)
{
    return model.status == "deprecated"_L1 || model.status == "shutdown"_L1;
}

QStringList successorsOf(const QString &name, const QList<Model> &models)
{
    QStringList names;
    for (const auto &[gone, family] : successors) {
        if (!name.startsWith(QLatin1StringView(gone), Qt::CaseInsensitive)) {
            continue;
        }
        for (const Model &model : models) {
            if (model.slug.startsWith(QLatin1StringView(family)) && names.size() < most) {
                names.append(model.slug);
            }
        }
    }
    return names;
}

} // namespace

QStringList modelsLike(const QList<Model> &models, const QString &name, const QStringList &further)
{
    const QString bare = name.section(u'/', -1);
    QStringList near = similarNames(name, namesOf(models, bare != name) + further, most);
    if (near.isEmpty()) {
        near = successorsOf(bare, models);
    }
    return near.isEmpty() && bare != name ? similarNames(bare, namesOf(models, false) + further, most) : near;
}

Error withSuggestions(const Error &error, const Catalog &catalog, const QString &name)
{
    if (error.kind != ErrorKind::NotFound) {
        return error;
    }
    const QString bare = name.section(u'/', -1);
    const Model *listed = catalog.find(bare);
    const Model *known = listed ? listed : catalog.findUnserved(bare);
    Error told = error;
    if (known && isRetired(*known) && !known->successor.isEmpty()) {
        told.setReason(reasons::modelGoneFor(known->slug, known->successor));
        return told;
    }
    if (listed) {
        return error;
    }
    const QStringList near = modelsLike(catalog.models(), bare, namesOf(catalog.metAliases()));
    if (!near.isEmpty()) {
        told.setReason(reasons::modelNotFoundNear(name, near));
    }
    return told;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/shownmodels.h"

#include <algorithm>
#include <iterator>

namespace lightwell {

namespace {

using MayUse = std::function<bool(const QString &name)>;

QList<Model> shownOf(const QList<Model> &models, const MayUse &mayUse)
{
    QList<Model> shown;
    for (const Model &model : models) {
        if (mayUse(model.slug)) {
            shown.append(model);
            continue;
        }
        for (const Offer &offer : model.offers) {
            Model there = model;
            there.slug = offer.provider + u'/' + model.slug;
            there.aliases.clear(); // these mean the model wherever it is served
            there.offers = {offer};
            if (mayUse(there.slug)) {
                shown.append(there);
            }
        }
    }
    return shown;
}

QList<TextOffer> shownOf(const QList<TextOffer> &offers, const MayUse &mayUse)
{
    QList<TextOffer> shown;
    for (const TextOffer &offer : offers) {
        TextOffer there = offer;
        there.model = offer.provider + u'/' + offer.model;
        if (mayUse(offer.model)) {
            shown.append(offer);
        } else if (mayUse(there.model)) {
            shown.append(there);
        }
    }
    return shown;
}

} // namespace

ShownModels shownModels(const Catalog &catalog, const TextModels &texts, const MayUse &mayUse)
{
    return {catalog.showing(shownOf(catalog.models(), mayUse)),
            {TextCatalog(shownOf(texts.catalog.offers(), mayUse)), texts.vendors}};
}

} // namespace lightwell

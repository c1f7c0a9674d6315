// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/unlisted.h"

#include "core/catalog/catalog.h"
#include "core/catalog/catalogcheck.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

void takeAwayEditing(Offer &offer)
{
    const QStringList needPictures {u"image-edit"_s, u"inpaint"_s, u"outpaint"_s, u"multi-reference"_s};
    offer.modes.removeIf([&needPictures](const QString &mode) { return needPictures.contains(mode); });
    offer.maxInputImages = 0;
    offer.inputFormats.clear();
    for (const QString &field : {u"image"_s, u"mask"_s, u"strength"_s, u"input_fidelity"_s}) {
        offer.fields.remove(field);
    }
}

Offer offerOf(const ListedModel &listed, Offer pattern)
{
    if (!listed.modes.isEmpty() && !listed.modes.contains(u"image-edit"_s)) {
        takeAwayEditing(pattern);
    }
    if (!listed.prices.isEmpty()) {
        pattern.prices = listed.prices;
    }
    return pattern;
}

QString slugOf(const QString &providerModel)
{
    return providerModel.section(u'/', -1).toLower();
}

/// Whose model a vendor's id must be: one of that name, or one that another vendor calls so.
std::optional<int> Catalog::modelCalled(const QString &providerModel) const
{
    for (const QString &name : {providerModel.toLower(), slugOf(providerModel)}) {
        if (const auto found = m_index.constFind(name); found != m_index.cend()) {
            return found->model;
        }
    }
    return std::nullopt;
}

QStringList Catalog::addUnlisted(const QString &provider, const QList<ListedModel> &listed, const PriceOrigin &origin)
{
    QStringList added;
    QHash<QString, qsizetype> fresh; // places of models that were not known before, by slug
    for (const ListedModel &model : listed) {
        const QString name = provider + u'/' + model.id;
        const Offer *pattern = openFor(name);
        if (!pattern || pattern->provider != provider || m_index.contains(name.toLower())) {
            continue;
        }
        Offer offer = offerOf(model, openResolution(*pattern, model.id).offers.first());
        if (!model.prices.isEmpty()) {
            offer.priceSource = origin.source;
            offer.priceDate = origin.date;
        }
        const std::optional<int> known = modelCalled(model.id);
        const QString slug = known ? m_models.at(*known).slug : slugOf(model.id);
        const qsizetype place = known ? qsizetype(*known) : fresh.value(slug, m_models.size());
        offer.model = slug;
        Model further;
        further.slug = slug;
        further.name = model.name.isEmpty() ? model.id : model.name;
        further.status = u"active"_s;
        further.capabilities = offer.modes;
        if (findFault(offer) || findFault(further)) {
            continue; // a name that acts or hides, an id that leads elsewhere
        }
        if (place == m_models.size()) {
            fresh.insert(slug, place);
            m_models.append(further);
        }
        QList<Offer> &offers = m_models[place].offers;
        const auto sameProvider = [&provider](const Offer &other) { return other.provider == provider; };
        if (std::none_of(offers.cbegin(), offers.cend(), sameProvider)) {
            offers.append(offer);
            added.append(offer.id());
        }
    }
    rebuildIndex();
    return added;
}

} // namespace lightwell

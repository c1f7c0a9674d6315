// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/listprices.h"
#include "core/catalog/listreasons.h"
#include "core/catalog/unlisted.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Error unbelievable(const Reason &reason)
{
    return notSent(ErrorKind::Upstream, reason);
}

/// The models of a list by the vendor's ids.
QHash<QString, const ListedModel *> byId(const ModelList &list)
{
    QHash<QString, const ListedModel *> models;
    for (const ListedModel &model : list.models) {
        models.insert(model.id, &model);
    }
    return models;
}

QString shownPrices(const QList<PriceLine> &lines)
{
    QStringList prices;
    for (const PriceLine &line : lines) {
        prices.append(QString::number(line.usd, 'g', 6));
    }
    return prices.join(", "_L1);
}

} // namespace

QStringList Catalog::idsOf(const QString &provider) const
{
    QStringList ids;
    for (const Model &model : m_models) {
        for (const Offer &offer : model.offers) {
            if (offer.provider == provider) {
                ids.append(offer.providerModel);
            }
        }
    }
    return ids;
}

std::optional<Error> Catalog::doubt(const ModelList &list) const
{
    if (list.models.isEmpty() && list.gone.isEmpty()) {
        return unbelievable(reasons::listEmpty(list.provider));
    }
    const QHash<QString, const ListedModel *> listed = byId(list);
    const QStringList known = idsOf(list.provider);
    const qsizetype found =
        std::count_if(known.cbegin(), known.cend(), [&listed](const QString &id) { return listed.contains(id); });
    if (found * 2 < known.size()) { // of another vendor, or cut off
        return unbelievable(reasons::listForeign(list.provider, found, known.size()));
    }
    QHash<QString, QList<PriceLine>> prices;
    for (const Model &model : m_models) {
        for (const Offer &offer : model.offers) {
            if (offer.provider == list.provider) {
                prices.insert(offer.providerModel, offer.prices);
            }
        }
    }
    for (const ListedModel &model : list.models) {
        if (!isPlausible(model, prices.value(model.id))) {
            return unbelievable(reasons::listPriceAbsurd(list.provider, model.id, shownPrices(model.prices)));
        }
    }
    return std::nullopt;
}

/// Of an offer that was known before.
void Catalog::takeListed(Offer &offer, const ListedModel *listed, const ModelList &list, ListNews &news)
{
    ListMark mark {.asOf = list.read};
    mark.isGone = list.gone.contains(offer.providerModel) || (!listed && list.isWhole);
    if (mark.isGone) {
        news.gone.append(offer.id());
    }
    if (!listed && !mark.isGone) {
        return; // the list is not about it
    }
    if (listed) {
        mark.shutdown = listed->shutdown;
        const QList<PriceLine> told = pricesToldBy(*listed);
        if (const std::optional<QList<PriceLine>> lines = repriced(offer.prices, told); !told.isEmpty() && lines) {
            if (*lines != offer.prices) {
                news.repriced.append(offer.id());
            }
            offer.prices = *lines;
            offer.priceSource = list.source;
            offer.priceDate = list.read.date().toString(Qt::ISODate);
        }
    }
    m_marks.insert(offer.id(), mark);
}

Result<ListNews> Catalog::takeList(const ModelList &list)
{
    if (const std::optional<Error> error = doubt(list)) {
        return *error;
    }
    ListNews news;
    news.listed = list.models.size();
    news.leftOut = list.leftOut;
    const QHash<QString, const ListedModel *> listed = byId(list);
    const QStringList known = idsOf(list.provider);
    for (Model &model : m_models) {
        for (Offer &offer : model.offers) {
            if (offer.provider == list.provider) {
                takeListed(offer, listed.value(offer.providerModel), list, news);
            }
        }
    }
    QList<ListedModel> further;
    for (ListedModel model : list.models) {
        if (!model.makesPictures || known.contains(model.id)) {
            continue;
        }
        model.prices = pricesToldBy(model);
        further.append(model);
    }
    news.added = addUnlisted(list.provider, further, {list.source, list.read.date().toString(Qt::ISODate)});
    news.unusable = further.size() - news.added.size();
    for (const QString &id : std::as_const(news.added)) {
        m_marks.insert(id, {.asOf = list.read, .isNew = true});
    }
    return news;
}

} // namespace lightwell

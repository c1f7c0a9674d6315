// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelquery.h"

#include "core/catalog/typicalrequests.h"
#include "core/model/modes.h"
#include "core/planning/planner.h"

#include <QStringTokenizer>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Whether it is offered at all any more.
bool isRetired(const Model &model)
{
    return model.status == "shutdown"_L1;
}

bool fitsLicense(const Model &model, const QString &license)
{
    return license.isEmpty() || licenseKind(model) == license || model.license.contains(license, Qt::CaseInsensitive);
}

bool fitsModel(const Model &model, const ModelQuery &query)
{
    const bool isRetiredWanted = query.status == "shutdown"_L1;
    return isRetired(model) == isRetiredWanted && (isRetiredWanted || !model.offers.isEmpty())
        && (query.status.isEmpty() || model.status == query.status)
        && (query.maker.isEmpty() || model.maker.compare(query.maker, Qt::CaseInsensitive) == 0)
        && fitsLicense(model, query.license);
}

/// Whether a query says anything about offers, which a model without any cannot fit.
bool asksForOffers(const ModelQuery &query)
{
    return !query.provider.isEmpty() || query.usable.has_value() || query.maxPrice.isKnown();
}

constexpr qint64 unknownRank = std::numeric_limits<qint64>::max();

qint64 rankOf(const OfferPrice &price)
{
    return price.total.microsOr(unknownRank);
}

/// The lower, the better a model fits what was typed: all of a name, its beginning, the beginning of a word in it,
/// anything else.
int distanceOf(const QString &names, const QString &typed)
{
    int best = 3;
    for (const QStringView name : QStringTokenizer(names, u'\n')) {
        if (name == typed) {
            return 0;
        }
        const qsizetype at = name.indexOf(typed);
        if (at == 0) {
            best = 1;
        } else if (at > 0 && !name.at(at - 1).isLetterOrNumber()) {
            best = std::min(best, 2);
        }
    }
    return best;
}

/// "flux2pro", as somebody types "FLUX.2 [pro]".
QString bare(QString name)
{
    return name.removeIf([](QChar letter) { return !letter.isLetterOrNumber(); });
}

/// The place of each value in their order.
QList<int> placesOf(const QStringList &values)
{
    QList<int> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&values](int a, int b) { return values.at(a) < values.at(b); });
    QList<int> places(values.size());
    for (int at = 0; at < order.size(); ++at) {
        const bool isSame = at > 0 && values.at(order.at(at)) == values.at(order.at(at - 1));
        places[order.at(at)] = isSame ? places.at(order.at(at - 1)) : at;
    }
    return places;
}

QStringList ordered(QStringList values)
{
    values.removeAll(QString());
    values.sort(Qt::CaseInsensitive);
    values.removeDuplicates();
    return values;
}

} // namespace

QString licenseKind(const Model &model)
{
    return model.license.isEmpty() ? QString() : model.license == "proprietary"_L1 ? u"proprietary"_s : u"open"_s;
}

bool offerCan(const Offer &offer, const QString &capability)
{
    return offer.modes.isEmpty() ? capability == "text-to-image"_L1 : offer.hasMode(capability);
}

ModelIndex::ModelIndex(const Catalog &catalog)
    : m_models(catalog.models() + catalog.unserved())
{
    m_words.reserve(m_models.size());
    QStringList names;
    QStringList makers;
    QStringList days;
    for (const Model &model : std::as_const(m_models)) {
        m_words.append(wordsOf(model));
        names.append(model.name.toLower());
        makers.append(model.maker.toLower());
        days.append(model.released);
    }
    m_byName = placesOf(names);
    m_byMaker = placesOf(makers);
    m_byRelease = placesOf(days);
    for (int &place : m_byRelease) {
        place = -place;
    }
}

ModelIndex::Words ModelIndex::wordsOf(const Model &model)
{
    const QStringList names = QStringList {model.slug, model.name} + model.aliases;
    QStringList all = names + QStringList {model.maker, model.family, bare(model.slug), bare(model.name)};
    for (const Offer &offer : model.offers) {
        all.append(offer.id());
        all.append(offer.providerModel);
    }
    return {all.join(u'\n').toLower(), names.join(u'\n').toLower()};
}

ModelIndex ModelIndex::pricedFor(QSize size) const
{
    ModelIndex priced = *this;
    priced.m_size = size;
    priced.m_prices.clear();
    priced.m_prices.reserve(m_models.size());
    const TypicalRequests requests(size);
    for (const Model &model : m_models) {
        QList<OfferPrice> prices;
        for (const Offer &offer : model.offers) {
            const Result<Plan> plan = makePlan(requests.plain(offer), offer);
            prices.append(plan ? OfferPrice {plan->estimate.total, plan->estimate.atMost} : OfferPrice());
        }
        priced.m_prices.append(prices);
    }
    return priced;
}

OfferPrice ModelIndex::price(int model, int offer) const
{
    return m_prices.value(model).value(offer);
}

std::optional<ModelMatch> ModelIndex::matchOf(int index, const ModelQuery &query) const
{
    const Model &model = m_models.at(index);
    if (!fitsModel(model, query)) {
        return std::nullopt;
    }
    ModelMatch match {index, {}, {}};
    for (int i = 0; i < model.offers.size(); ++i) {
        const Offer &offer = model.offers.at(i);
        const OfferPrice cost = price(index, i);
        const bool isDear =
            query.maxPrice.isKnown() && (!cost.total.isKnown() || cost.total.micros() > query.maxPrice.micros());
        const bool fits = !isDear && (query.provider.isEmpty() || offer.provider == query.provider)
            && (!query.usable || query.usable->contains(offer.provider))
            && (query.capability.isEmpty() || offerCan(offer, query.capability));
        if (!fits) {
            continue;
        }
        match.offers.append(i);
        if (cost.total.isKnown() && rankOf(cost) < rankOf(match.price)) {
            match.price = cost;
        }
    }
    const bool isServed = !match.offers.isEmpty();
    const bool isKnownToFit = model.offers.isEmpty() && !asksForOffers(query)
        && (query.capability.isEmpty() || model.capabilities.contains(query.capability));
    return isServed || isKnownToFit ? std::optional(match) : std::nullopt;
}

QList<ModelMatch> ModelIndex::find(const ModelQuery &query) const
{
    const QStringList words = query.words.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    QList<ModelMatch> found;
    for (int index = 0; index < m_models.size(); ++index) {
        const QString &searched = m_words.at(index).searched;
        const bool fits = std::all_of(words.cbegin(), words.cend(),
                                      [&searched](const QString &word) { return searched.contains(word); });
        if (std::optional<ModelMatch> match = fits ? matchOf(index, query) : std::nullopt) {
            found.append(std::move(*match));
        }
    }
    return sorted(std::move(found), query);
}

qint64 ModelIndex::sortKey(const ModelMatch &match, ModelQuery::Sort sort, const QString &typed) const
{
    switch (sort) {
    case ModelQuery::Sort::Catalog:
        return typed.isEmpty() ? 0 : distanceOf(m_words.at(match.model).names, typed);
    case ModelQuery::Sort::Name:
        return m_byName.at(match.model);
    case ModelQuery::Sort::Maker:
        return m_byMaker.at(match.model);
    case ModelQuery::Sort::Price:
        return rankOf(match.price);
    case ModelQuery::Sort::Released:
        return m_byRelease.at(match.model);
    }
    Q_UNREACHABLE();
}

QList<ModelMatch> ModelIndex::sorted(QList<ModelMatch> found, const ModelQuery &query) const
{
    struct Keyed
    {
        qint64 key;
        qsizetype at;
    };
    const QString typed = query.words.toLower().simplified();
    QList<Keyed> order;
    order.reserve(found.size());
    for (qsizetype at = 0; at < found.size(); ++at) {
        const qint64 key = sortKey(found.at(at), query.sort, typed);
        order.append({query.isReversed && key != unknownRank ? -key : key, at});
    }
    std::stable_sort(order.begin(), order.end(), [](const Keyed &a, const Keyed &b) { return a.key < b.key; });
    QList<ModelMatch> result;
    result.reserve(found.size());
    for (const Keyed &keyed : std::as_const(order)) {
        result.append(std::move(found[keyed.at]));
    }
    return result;
}

QList<int> ModelIndex::offersByPrice(int model) const
{
    QList<int> offers(m_models.at(model).offers.size());
    std::iota(offers.begin(), offers.end(), 0);
    std::stable_sort(offers.begin(), offers.end(),
                     [&](int a, int b) { return rankOf(price(model, a)) < rankOf(price(model, b)); });
    return offers;
}

QStringList ModelIndex::makers() const
{
    QStringList makers;
    for (const Model &model : m_models) {
        makers.append(model.offers.isEmpty() ? QString() : model.maker);
    }
    return ordered(makers);
}

QStringList ModelIndex::providers() const
{
    QStringList providers;
    for (const Model &model : m_models) {
        for (const Offer &offer : model.offers) {
            providers.append(offer.provider);
        }
    }
    return ordered(providers);
}

QStringList ModelIndex::capabilities() const
{
    QStringList capabilities;
    for (const QString &mode : knownModes()) {
        const bool occurs = std::any_of(m_models.cbegin(), m_models.cend(), [&mode](const Model &model) {
            return std::any_of(model.offers.cbegin(), model.offers.cend(),
                               [&mode](const Offer &offer) { return offerCan(offer, mode); });
        });
        if (occurs) {
            capabilities.append(mode);
        }
    }
    return capabilities;
}

QStringList ModelIndex::statuses() const
{
    QStringList statuses;
    for (const Model &model : m_models) {
        statuses.append(model.offers.isEmpty() && !isRetired(model) ? QString() : model.status);
    }
    return ordered(statuses);
}

} // namespace lightwell

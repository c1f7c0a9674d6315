// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/adapter/modellist.h"
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogreading.h"
#include "core/catalog/catalogtext.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initialiseResource()
{
    Q_INIT_RESOURCE(lightwell_catalog);
}

namespace lightwell {

namespace {

void joinOffers(Model &model, const QList<Offer> &further)
{
    for (const Offer &offer : further) {
        const auto sameProvider = [&offer](const Offer &known) { return known.provider == offer.provider; };
        const auto known = std::find_if(model.offers.cbegin(), model.offers.cend(), sameProvider);
        if (known == model.offers.cend()) {
            model.offers.append(offer);
        }
    }
}

/// Of a price that would never count: no picture of this offer has that quality. Empty: each may.
QString strangeQuality(const Offer &offer, const PriceCorrection &correction)
{
    const bool isFree = offer.supports(u"quality"_s) && offer.qualities.isEmpty(); // any may be asked for
    for (const PriceLine &line : correction.prices) {
        if (!line.quality.isEmpty() && !isFree && !offer.qualities.contains(line.quality, Qt::CaseInsensitive)) {
            return line.quality;
        }
    }
    return {};
}

Catalog readBuiltIn()
{
    initialiseResource();
    const QString folder = u":/lightwell/catalog/"_s;
    const auto read = [&folder](const QString &name) {
        QFile file(folder + name);
        return CatalogFile {name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
    };
    QList<CatalogFile> offers;
    const QStringList names = QDir(folder + u"offers"_s).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        offers.append(read(u"offers/"_s + name));
    }
    QStringList faults;
    Catalog catalog = Catalog::fromFiles(read(u"models.json"_s), offers, faults);
    for (const QString &fault : std::as_const(faults)) {
        qCritical("%ls", qUtf16Printable(fault));
    }
    return catalog;
}

} // namespace

Catalog::Catalog() = default;
Catalog::Catalog(const Catalog &) = default;
Catalog::Catalog(Catalog &&) noexcept = default;
Catalog &Catalog::operator=(const Catalog &) = default;
Catalog &Catalog::operator=(Catalog &&) noexcept = default;
Catalog::~Catalog() = default;

Catalog Catalog::builtIn()
{
    static const Catalog catalog = readBuiltIn(); // it cannot change while the program runs
    return catalog;
}

Catalog Catalog::fromFiles(const CatalogFile &models, const QList<CatalogFile> &offers, QStringList &told)
{
    const CatalogReading reading = readCatalog(writtenApart(models, offers));
    told += toldFaults(reading);
    return Catalog(reading);
}

Result<Catalog> Catalog::fromJson(const QByteArray &document)
{
    const CatalogFile file {{}, document};
    const Result<WrittenCatalog> written = writtenInOne(file);
    if (!written) {
        return written.error();
    }
    const CatalogReading reading = readCatalog(*written);
    if (!reading.faults.isEmpty()) {
        const CatalogFault &first = reading.faults.first();
        return notSent(ErrorKind::Invalid,
                       CatalogText::tr("The model list has a fault at %1: %2").arg(first.place, first.what));
    }
    if (!reading.limits.isEmpty()) {
        return notSent(ErrorKind::Invalid, reading.limits.first());
    }
    return Catalog(reading);
}

Result<Catalog> Catalog::fromJsonLeavingOut(const QByteArray &document, QStringList &told, const ProviderIds &providers)
{
    if (document.size() > cataloglimits::fileBytes) {
        return notSent(
            ErrorKind::Invalid,
            CatalogText::tr("The model list is larger than %1 MiB.").arg(cataloglimits::fileBytes / (1024LL * 1024)));
    }
    const CatalogFile file {{}, document};
    const Result<WrittenCatalog> written = writtenInOne(file);
    if (!written) {
        return written.error();
    }
    const CatalogReading reading = readCatalog(*written, providers);
    told += toldFaults(reading);
    return Catalog(reading);
}

Catalog::Catalog(const CatalogReading &reading)
    : m_models(reading.models)
    , m_unserved(reading.unserved)
    , m_open(reading.open)
    , m_endpoints(reading.endpoints)
    , m_aliases(reading.aliases)
    , m_corrections(reading.corrections)
    , m_words(reading.words)
    , m_leftOut(reading.faults.size() + reading.furtherFaults)
{
    rebuildIndex();
}

Offer Catalog::inVendorsWords(Offer offer) const
{
    offer.wire.adoptWords(m_words.value(offer.provider));
    return offer;
}

const Offer *Catalog::anyModel(const QString &provider, const QString &mode) const
{
    const auto found = std::find_if(m_open.cbegin(), m_open.cend(), [&](const Offer &offer) {
        return offer.provider == provider && offer.hasMode(mode);
    });
    return found == m_open.cend() ? nullptr : &*found;
}

std::optional<ListMark> Catalog::mark(const Offer &offer) const
{
    const auto found = m_marks.constFind(offer.id());
    return found == m_marks.cend() ? std::nullopt : std::optional(*found);
}

Catalog Catalog::showing(const QList<Model> &models) const
{
    Catalog shown = *this;
    shown.m_models = models;
    shown.m_unserved.clear(); // their successors would be named
    shown.m_open.clear();
    shown.rebuildIndex();
    shown.m_aliases.removeIf([&shown](const ModelAlias &alias) { return !shown.known(alias.model); });
    return shown;
}

void Catalog::joinModels(const QList<Model> &further)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = m_models.size() - 1; i >= 0; --i) {
        places.insert(m_models.at(i).slug, i);
    }
    for (Model model : further) {
        for (Offer &offer : model.offers) {
            offer = inVendorsWords(offer);
            m_marks.remove(offer.id());
        }
        const auto place = places.constFind(model.slug);
        if (place == places.cend()) {
            places.insert(model.slug, m_models.size());
            m_models.append(model);
            continue;
        }
        Model &known = m_models[*place];
        if (known.isBuiltIn()) { // it stays what it is, and paints first
            joinOffers(known, model.offers);
            continue;
        }
        const QList<Offer> before = known.offers;
        known = model;
        joinOffers(known, before);
    }
}

/// What is assumed of any model there, and the models that are named.
void Catalog::openEndpoints(const QList<Endpoint> &endpoints)
{
    const auto isUsual = [](const Offer &offer) { return offer.provider == "openai-compatible"_L1; };
    const auto usual = std::find_if(m_open.cbegin(), m_open.cend(), isUsual);
    if (usual == m_open.cend()) {
        return;
    }
    const Offer pattern = *usual;
    for (const Endpoint &endpoint : endpoints) {
        m_open.append(openOffer(endpoint, pattern));
    }
    m_endpoints += endpoints;
}

Offer *Catalog::offerNamed(const QString &id)
{
    const auto found = m_index.constFind(id.toLower());
    return found == m_index.cend() || !found->forced ? nullptr : &m_models[found->model].offers[found->offer];
}

QList<PriceCorrection> Catalog::correctPrices(const QList<PriceCorrection> &corrections)
{
    QList<PriceCorrection> without;
    for (const PriceCorrection &correction : corrections) {
        Offer *offer = offerNamed(correction.offer);
        const QString quality = offer ? strangeQuality(*offer, correction) : QString();
        if (offer && quality.isEmpty()) {
            offer->prices = correction.prices;
            offer->priceSource = correction.source;
            offer->priceDate = correction.date;
        } else {
            without.append(correction);
            without.last().strangeQuality = quality;
        }
    }
    return without;
}

QList<PriceCorrection> Catalog::merge(const Catalog &other)
{
    joinModels(other.m_models);
    openEndpoints(other.m_endpoints);
    // All that is said of a provider there replaces what was: it may have a pattern for each kind of work.
    m_open.removeIf([&other](const Offer &known) {
        return std::any_of(other.m_open.cbegin(), other.m_open.cend(),
                           [&known](const Offer &further) { return further.provider == known.provider; });
    });
    for (const Offer &further : other.m_open) {
        m_open.append(inVendorsWords(further));
    }
    m_aliases += other.m_aliases;
    m_leftOut += other.m_leftOut;
    rebuildIndex();
    for (const Endpoint &endpoint : other.m_endpoints) {
        QList<ListedModel> named;
        for (const QString &model : endpoint.models) {
            named.append({.id = model});
        }
        addUnlisted(endpoint.id, named, {});
    }
    return correctPrices(other.m_corrections);
}

} // namespace lightwell

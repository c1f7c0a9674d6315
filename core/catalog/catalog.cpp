// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/catalog/catalogcheck.h"
#include "core/catalog/catalogtext.h"
#include "core/model/boundedjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initialiseResource()
{
    Q_INIT_RESOURCE(lightwell_catalog);
}

namespace lightwell {

namespace {

Error brokenAt(const QString &place, const Error &cause)
{
    Error error = cause;
    error.message = CatalogText::tr("The model list has a fault at %1: %2").arg(place, cause.message);
    return error;
}

Error broken(const QString &place, const QString &what)
{
    return brokenAt(place, notSent(ErrorKind::Invalid, what));
}

QString placeOf(QLatin1StringView list, qsizetype index)
{
    return u"%1[%2]"_s.arg(list).arg(index);
}

/// Reads a list of values, naming the first that is none.
template<typename T>
Result<QList<T>> readAll(const QJsonObject &root, QLatin1StringView key)
{
    const QJsonValue value = root.value(key);
    if (!value.isUndefined() && !value.isArray()) {
        return broken(key, CatalogText::tr("a list is expected here."));
    }
    QList<T> result;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries.at(i).isObject()) {
            return broken(placeOf(key, i), CatalogText::tr("an object is expected here."));
        }
        const Result<T> read = T::fromJson(entries.at(i).toObject());
        if (!read) {
            return brokenAt(placeOf(key, i), read.error());
        }
        result.append(read.value());
    }
    return result;
}

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

} // namespace

Catalog Catalog::builtIn()
{
    initialiseResource();
    QFile file(u":/lightwell/catalog.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCritical("The built-in model list is missing from this program.");
        return {};
    }
    const Result<Catalog> read = fromJson(file.readAll());
    if (!read) {
        qCritical("%ls", qUtf16Printable(read.error().message));
        return {};
    }
    return read.value();
}

Result<Catalog> Catalog::fromJson(const QByteArray &document)
{
    const Result<QJsonDocument> read = readJson(document, jsonlimits::catalog);
    if (!read) {
        Error error = read.error();
        error.message = CatalogText::tr("The model list cannot be read: %1").arg(error.message);
        return error;
    }
    const QJsonDocument &json = *read;
    if (!json.isObject()) {
        return broken(CatalogText::tr("the beginning"),
                      CatalogText::tr("an object with a list \"models\" is expected."));
    }
    const Result<QList<Model>> models = readAll<Model>(json.object(), "models"_L1);
    if (!models) {
        return models.error();
    }
    const Result<QList<Offer>> open = readAll<Offer>(json.object(), "open"_L1);
    if (!open) {
        return open.error();
    }
    if (const std::optional<CatalogFault> found = findFault(*models, *open)) {
        return broken(found->place, found->what);
    }
    Catalog catalog;
    catalog.m_models = *models;
    catalog.m_open = *open;
    catalog.rebuildIndex();
    return catalog;
}

void Catalog::merge(const Catalog &other)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = m_models.size() - 1; i >= 0; --i) {
        places.insert(m_models.at(i).slug, i);
    }
    for (const Model &further : other.m_models) {
        const auto place = places.constFind(further.slug);
        if (place == places.cend()) {
            places.insert(further.slug, m_models.size());
            m_models.append(further);
            continue;
        }
        Model &known = m_models[*place];
        const QList<Offer> before = known.offers;
        known = further;
        joinOffers(known, before);
    }
    for (const Offer &further : other.m_open) {
        const auto sameProvider = [&further](const Offer &known) { return known.provider == further.provider; };
        m_open.removeIf(sameProvider);
        m_open.append(further);
    }
    rebuildIndex();
}

} // namespace lightwell
